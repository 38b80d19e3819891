import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../model/testing.ts';
import type { IndicatorContext } from './indicator.ts';
import { lastPublished, observedParts, observedValue } from './observed.ts';

const figure = (value: number, extra: object = {}, unit = 'people') =>
  observation('x', value, { unit, id: `${value}`, ...extra });
const context = (observations: readonly object[], extra: Partial<IndicatorContext> = {}): IndicatorContext => ({
  dataset: makeDataset({ observations }),
  period: '2024',
  territory: undefined,
  where: {},
  ...extra,
});
const flow = { id: 'x', kind: 'flow' } as const;
const stock = { id: 'x', kind: 'stock' } as const;
const occasions = { id: 'x', kind: 'flow', occasions: true } as const;
const valueOf = (wanted: typeof flow | typeof stock | typeof occasions, ...args: Parameters<typeof context>) =>
  observedValue(context(...args), wanted)?.quantity.value ?? null;

describe('observedValue', () => {
  it('takes the figure of the indicator, the period and the territory asked for', () => {
    const list = [
      figure(1),
      figure(2, { period: '2023' }),
      figure(3, { territory: 'departement-29' }),
      { ...figure(4), indicator: 'y' },
    ];
    expect(valueOf(flow, list)).toBe(1);
    expect(valueOf(flow, list, { period: '2023' })).toBe(2);
    expect(valueOf(flow, list, { territory: 'departement-29' })).toBe(3);
    expect(valueOf(flow, list, { territory: 'departement-35' })).toBeNull();
  });

  it('takes no figure of a narrower or wider cell', () => {
    const list = [
      figure(1, { dimensions: { college: 'a' } }),
      figure(2, { dimensions: { college: 'a', commune: 'b' } }),
    ];
    expect(valueOf(flow, list)).toBeNull();
    expect(valueOf(flow, list, { where: { college: 'a' } })).toBe(1);
    expect(valueOf(flow, list, { where: { college: 'b' } })).toBeNull();
  });

  it('knows a stock by its last day, and a flow by both ends', () => {
    const list = [figure(1, { period: '2024-12-31' })];
    expect(valueOf(stock, list)).toBe(1);
    expect(valueOf(stock, list, { period: '2024-Q4' })).toBe(1);
    expect(valueOf(stock, list, { period: '2024-Q3' })).toBeNull();
    expect(valueOf(flow, list)).toBeNull();
    expect(valueOf(flow, [figure(2, { period: '2024-01-01/2024-12-31' })])).toBe(2);
  });

  it('does not take a school year for another twelve months', () => {
    expect(valueOf(flow, [figure(1, { period: '2023-SY' })], { period: '2023-09-01/2024-08-31' })).toBeNull();
  });

  it('leaves planned figures out', () => {
    expect(valueOf(flow, [figure(1, { status: 'planned' })])).toBeNull();
  });

  it('takes the narrowest of several statements, whatever their order, and lists them all', () => {
    const list = [
      figure(70, { quantity: { value: 70, op: '>', unit: 'people' } }),
      figure(75, { quantity: { value: 75, op: '~', unit: 'people' } }),
      figure(76),
    ];
    for (const each of [list, [...list].reverse()]) {
      const found = observedValue(context(each), flow);
      expect(found?.observations.map((o) => o.id)).toEqual(['76', '75', '70']);
      expect(found?.quantity.value).toBe(76);
    }
  });

  it('lists statements that are as narrow as each other by their ids, whatever their order', () => {
    const more = { quantity: { value: 70, op: '>', unit: 'people' } };
    for (const [one, other] of [
      [figure(1), figure(2)],
      [figure(1, more), figure(2, more)],
    ] as const) {
      for (const list of [
        [one, other],
        [other, one],
      ])
        expect(observedValue(context(list), flow)?.observations.map((o) => o.id)).toEqual(['1', '2']);
    }
  });

  it('takes a figure as a later document corrects it, be the corrected one narrower', () => {
    const list = [figure(52), figure(54, { quantity: { value: 54, op: '~', unit: 'people' }, corrects: ['52'] })];
    for (const each of [list, [...list].reverse()]) {
      const found = observedValue(context(each), flow);
      expect(found?.observations.map((o) => o.id)).toEqual(['54']);
      expect(found?.corrected?.map((o) => o.id)).toEqual(['52']);
    }
    expect(valueOf(flow, [figure(52)])).toBe(52);
  });

  it('takes a dated occasion for the figure of its year only where the indicator measures occasions', () => {
    const list = [figure(33, { period: '2024-04-11' })];
    expect(valueOf(flow, list)).toBeNull();
    expect(valueOf(occasions, list)).toBe(33);
    expect(valueOf(occasions, list, { period: '2023' })).toBeNull();
  });

  it('adds up several occasions, counting once the one that is dated twice', () => {
    const list = [
      figure(33, { period: '2024-04-11' }),
      figure(34, { period: '2024-04' }),
      figure(20, { period: '2024-10-01' }),
    ];
    expect(valueOf(occasions, list)).toBe(53);
  });

  it('takes the figure of the whole year before the sum of its occasions', () => {
    expect(valueOf(occasions, [figure(33, { period: '2024-04-11' }), figure(90)])).toBe(90);
  });

  it('does not add what must not be: the organisations of two occasions may be the same', () => {
    const list = [figure(33, { period: '2024-04-11' }), figure(20, { period: '2024-10-01' })];
    expect(observedValue(context(list), { ...occasions, additive: false })).toBeNull();
    expect(observedValue(context(list.slice(1)), { ...occasions, additive: false })?.quantity.value).toBe(20);
  });

  it('takes a territory for one thing, whether a figure has it as its territory or as a dimension', () => {
    const cases = [
      figure(1, { territory: 'departement-29' }),
      figure(2, { dimensions: { territory: 'departement-29' } }),
    ];
    for (const [at, each] of cases.entries()) {
      expect(valueOf(flow, [each])).toBeNull();
      expect(valueOf(flow, [each], { territory: 'departement-29' })).toBe(at + 1);
      expect(valueOf(flow, [each], { where: { territory: 'departement-29' } })).toBe(at + 1);
      expect(valueOf(flow, [each], { territory: 'departement-29', where: { territory: 'departement-35' } })).toBeNull();
      expect(valueOf(flow, [each], { territory: 'departement-29', where: { territory: 'departement-29' } })).toBe(
        at + 1,
      );
      const elsewhere = context([each], { territory: 'departement-35' });
      expect(observedParts(elsewhere, flow, 'territory').parts.size).toBe(0);
      const there = context([each], { territory: 'departement-29' });
      expect(observedParts(there, flow, 'territory').parts.size).toBe(1);
      const { parts, ids } = observedParts(context([each]), flow, 'territory');
      expect([...parts.keys()]).toEqual(['departement-29']);
      expect(ids).toEqual([`${at + 1}`]);
    }
  });

  it('has no value in common for the rates of several occasions, or for several units', () => {
    const rates = [figure(80, { period: '2024-04-11' }, 'percent'), figure(90, { period: '2024-10-01' }, 'percent')];
    expect(observedValue(context(rates), { ...occasions, kind: 'rate' })).toBeNull();
    expect(valueOf(occasions, rates)).toBeNull();
    const ratios = [figure(2, { period: '2024-04-11' }, 'ratio'), figure(3, { period: '2024-10-01' }, 'ratio')];
    expect(observedValue(context(ratios), { ...occasions, kind: 'rate' })).toBeNull();
    const units = [
      figure(7, { period: '2024-01' }),
      figure(8, { period: '2024-02' }),
      figure(9, { period: '2024-03' }, 'members'),
    ];
    expect(valueOf(occasions, units)).toBeNull();
    const parts = units.map((each) => ({ ...each, dimensions: { college: 'a' } }));
    expect(observedParts(context(parts), occasions, 'college').parts.size).toBe(0);
  });
});

describe('lastPublished', () => {
  const last = (list: readonly object[], extra: Partial<IndicatorContext> = {}) =>
    lastPublished(context(list, extra), stock);

  it('is the latest date of the period, before its end, for exactly what was asked', () => {
    const dates = ['2024-02', '2024-06', '2024-04', '2023-11', '2024-12-31', '2025-01'];
    const list = dates.map((period, at) => figure(at, { period }));
    for (const each of [list, [...list].reverse()]) expect(last(each)).toBe('2024-06');
    expect(last(list, { period: '2024-Q1' })).toBe('2024-02');
    expect(last([figure(1, { period: '2024-12-31' })])).toBeUndefined();
  });

  it('is none where a figure was planned, or is of a part or of another place', () => {
    const of = (extra: object) => [figure(1, { period: '2024-02', ...extra })];
    expect(last(of({ status: 'planned' }))).toBeUndefined();
    expect(last(of({ dimensions: { college: 'a' } }))).toBeUndefined();
    expect(last(of({ territory: 'departement-29' }))).toBeUndefined();
    expect(last(of({ territory: 'departement-29' }), { territory: 'departement-29' })).toBe('2024-02');
  });
});

describe('observedParts', () => {
  const part = (value: number, college: string, extra: object = {}) =>
    figure(value, { dimensions: { college }, ...extra });

  it('gives the categories in the order of the data, with their sources', () => {
    const { parts, sources } = observedParts(context([part(2, 'b'), figure(9), part(1, 'a')]), flow, 'college');
    expect([...parts].map(([id, q]) => [id, q.value])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
    expect(sources).toHaveLength(2);
  });

  it('takes the narrowest statement of each', () => {
    const list = [part(9, 'a', { period: '2024-01-01/2024-12-31' }), part(5, 'a', { period: '2024-12-31' })];
    const { parts } = observedParts(context(list), stock, 'college');
    expect(parts.get('a')?.value).toBe(5);
  });

  it('keeps to what is asked for in the same dimension or in another', () => {
    const list = [part(1, 'a'), part(2, 'b'), figure(3, { dimensions: { college: 'a', commune: 'c' } })];
    const ask = (where: Record<string, string>) =>
      [...observedParts(context(list, { where }), flow, 'college').parts.values()].map((q) => q.value);
    expect(ask({ college: 'b' })).toEqual([2]);
    expect(ask({ commune: 'c' })).toEqual([3]);
  });
});
