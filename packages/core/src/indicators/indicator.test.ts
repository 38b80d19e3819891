import { describe, expect, it } from 'vitest';
import { type Quantity, quantity } from '../model/index.ts';
import { quantityRange } from '../model/quantity.ts';
import { makeDataset, observation } from '../model/testing.ts';
import { derived, derivedParts, markApproximate, measureOf } from './derive.ts';
import { defineIndicator, type IndicatorDefinition } from './indicator.ts';

const define = (extra: Partial<IndicatorDefinition> = {}) =>
  defineIndicator({
    id: 'x',
    kind: 'flow',
    unit: 'members',
    label: { fr: 'X' },
    definition: { fr: 'X.' },
    dimensions: [{ id: 'college', label: { fr: 'collège' }, exclusive: true }],
    needs: ['observations'],
    ...extra,
  });
const figure = (value: number, extra: object = {}) => observation('x', value, { ...extra });

describe('an indicator', () => {
  it('answers for the latest period that has a value when none is asked for', () => {
    const data = makeDataset(
      { observations: [figure(3, { period: '2023-SY' })] },
      { periods: ['2022-SY', '2023-SY', '2024'] },
    );
    expect(define({ calendar: 'school' }).compute(data).period).toBe('2023-SY');
    expect(define().compute(data).period).toBe('2024');
    const several = makeDataset(
      { observations: [figure(3), figure(2, { period: '2023' })] },
      { periods: ['2023', '2024'] },
    );
    expect(define().compute(several).period).toBe('2024');
    const split = makeDataset(
      { observations: [figure(2, { period: '2023' }), figure(3, { dimensions: { college: 'a' } })] },
      { periods: ['2023', '2024'] },
    );
    expect(define().compute(split, { by: 'college' }).period).toBe('2024');
    expect(define().compute(makeDataset({}, { periods: ['2023', '2024'] }))).toMatchObject({
      period: '2024',
      quantity: null,
    });
  });

  it('compares with the period before, with another, or with none', () => {
    const data = makeDataset({
      observations: [figure(9), figure(6, { period: '2023' }), figure(3, { period: '2020' })],
    });
    const change = (compare?: string) => define().compute(data, compare ? { compare } : {}).change?.absolute.value;
    expect([change(), change('2020'), change('none'), change('2021')]).toEqual([3, 6, undefined, undefined]);
  });

  it('compares nothing with what happens to be listed of the year before, or is in another unit', () => {
    const value = ({ period }: { period: string }) => ({
      quantity: quantity(5, 'members'),
      complete: period === '2024',
    });
    const { change, previous } = define({ value }).compute(makeDataset({}));
    expect([change, previous]).toEqual([undefined, undefined]);
    const units = makeDataset({ observations: [figure(9), figure(6, { period: '2023', unit: 'people' })] });
    expect(define().compute(units).change).toBeUndefined();
  });

  it('takes its basis from its parts where it has no total', () => {
    const published = makeDataset({ observations: [figure(7, { dimensions: { college: 'a' } })] });
    const basis = (extra: Partial<IndicatorDefinition>) => define(extra).compute(published, { by: 'college' }).basis;
    expect(basis({})).toBe('published');
    expect(basis({ parts: () => new Map([['b', quantity(1, 'members')]]) })).toBe('computed');
    expect(define().compute(makeDataset({}), { by: 'college' }).basis).toBe('listed');
    const listed = { ...quantity(1, 'members'), partial: 'liste incomplète' };
    expect(basis({ parts: () => new Map([['b', listed]]) })).toBe('listed');
  });

  it('never compares a school year with a civil one', () => {
    const data = makeDataset({ observations: [figure(9), figure(6, { period: '2023-SY' })] });
    expect(define().compute(data, { period: '2024', compare: '2023-SY' }).previous).toBeUndefined();
  });

  it('compares no period that was under way on the day of the data, but for what is counted on a day', () => {
    const years = [figure(9, { period: '2024-SY' }), figure(16, { period: '2023-SY' })];
    const ask = (kind: 'flow' | 'stock', observations = years, period = '2024-SY') =>
      define({ kind }).compute(makeDataset({ observations }), { period });
    expect(ask('flow')).not.toHaveProperty('previous');
    expect(ask('stock').change?.absolute.value).toBe(-7);
    expect(ask('flow', [figure(9), figure(16, { period: '2023' })], '2024').change?.absolute.value).toBe(-7);
    // The data are of 5 March 2025: they cover that day, and not the next.
    const days = ['2025-03-06', '2025-03-05', '2025-03-04'].map((period, at) => figure(at, { period }));
    expect(ask('flow', days, '2025-03-05').change?.absolute.value).toBe(-1);
    expect(ask('flow', days, '2025-03-06')).not.toHaveProperty('previous');
  });

  it('says no change from or to what is partial', () => {
    const ask = (extra: object, before: object) => {
      const observations = [figure(12), figure(40, { period: '2023' })].map((o, at) => {
        const { quantity: q } = o as { readonly quantity: object };
        return { ...o, quantity: { ...q, ...(at ? before : extra) } };
      });
      return define().compute(makeDataset({ observations }), { period: '2024' });
    };
    expect(ask({}, {}).change?.absolute.value).toBe(-28);
    expect(ask({ partial: 'panne' }, {})).not.toHaveProperty('change');
    expect(ask({ partial: 'panne' }, {}).previous?.quantity.value).toBe(40);
    expect(ask({}, { partial: 'panne' })).not.toHaveProperty('change');
  });

  it('does not ask its arithmetic about a pair of "where" that it does not understand', () => {
    const value = () => ({ quantity: quantity(5, 'members'), complete: true });
    const ask = (extra: Partial<IndicatorDefinition>, where: string) =>
      define({ value, ...extra }).compute(makeDataset({}), { where }).quantity?.value;
    expect(ask({}, 'network=net')).toBeUndefined();
    expect(ask({ filters: ['network'] }, 'network=net')).toBe(5);
    expect(ask({}, 'college=a')).toBe(5);
  });

  it('takes shares of a known whole in an exclusive dimension only', () => {
    const parts = () => new Map([['a', quantity(1, 'members')]]);
    const share = (extra: Partial<IndicatorDefinition>) =>
      define({ parts, ...extra }).compute(makeDataset({}), { by: 'college' }).parts?.[0]?.share?.value;
    const value = (complete: boolean) => () => ({ quantity: quantity(4, 'members'), complete });
    expect(share({ value: value(true) })).toBe(25);
    expect(share({ value: value(false) })).toBeUndefined();
    expect(share({})).toBeUndefined();
    const several = [{ id: 'college', label: { fr: 'collège' }, exclusive: false }];
    expect(share({ value: value(true), dimensions: several })).toBeUndefined();
    expect(share({ value: value(true), parts: () => new Map([['a', quantity(1, 'people')]]) })).toBeUndefined();
    const percent = () => ({ quantity: quantity(40, 'percent'), complete: true });
    expect(share({ value: percent, parts: () => new Map([['a', quantity(10, 'percent')]]) })).toBeUndefined();
  });

  it('takes no share where a part is negative, or may be: the others would be more than the whole', () => {
    const value = () => ({ quantity: quantity(8, 'members'), complete: true });
    const shares = (b: Quantity) => {
      const parts = () =>
        new Map([
          ['a', quantity(12, 'members')],
          ['b', b],
        ]);
      return define({ parts, value })
        .compute(makeDataset({}), { by: 'college' })
        .parts?.flatMap(({ share }) => share?.value ?? []);
    };
    expect(shares(quantity(-4, 'members'))).toEqual([]);
    expect(shares(quantityRange(-4, 1, 'members'))).toEqual([]);
    expect(shares(quantity(-4, 'members', '<'))).toEqual([]);
    expect(shares(quantity(0, 'members'))).toEqual([100, 0]);
    // "Fewer than 2" is not negative.
    expect(shares(quantity(2, 'members', '<'))).toContain(25);
  });

  it('puts parts in the order that the data give them', () => {
    const colleges = ['a', 'b', 'c'].map((id, at) => ({ id, network: 'net', label: { fr: id }, order: 3 - at }));
    const parts = () => new Map(['a', 'b', 'c', 'z'].map((id) => [id, quantity(1, 'members')]));
    const measure = define({ parts }).compute(makeDataset({ colleges }), { by: 'college' });
    expect(measure.parts?.map((p) => p.id)).toEqual(['c', 'b', 'a', 'z']);
  });

  it('prefers the published value of a part and computes the others', () => {
    const parts = () => new Map(['a', 'b'].map((id) => [id, quantity(1, 'members')]));
    const data = makeDataset({ observations: [figure(7, { dimensions: { college: 'a' } })] });
    expect(
      define({ parts })
        .compute(data, { by: 'college' })
        .parts?.map((p) => p.quantity?.value),
    ).toEqual([7, 1]);
  });
});

describe('measureOf', () => {
  it('asks in the same context, without a comparison', () => {
    const data = makeDataset({
      observations: [figure(9, { dimensions: { college: 'a' }, territory: 't' }), figure(6, { period: '2023' })],
    });
    const context = { dataset: data, period: '2024', territory: 't', where: { college: 'a' } };
    expect(measureOf(define(), context)).toMatchObject({ quantity: { value: 9 }, territory: 't', where: 'college=a' });
    expect(measureOf(define(), context).previous).toBeUndefined();
  });

  it('knows nothing of a figure published in another unit, so that arithmetic does not throw', () => {
    const data = makeDataset({ observations: [figure(9, { unit: 'people' })] });
    expect(measureOf(define(), { dataset: data, period: '2024', territory: undefined, where: {} }).quantity).toBeNull();
  });
});

describe('what is derived from other indicators', () => {
  const context = (observations: readonly object[]) => ({
    dataset: makeDataset({ observations }),
    period: '2024',
    territory: undefined,
    where: {},
  });

  it('knows nothing of a stock that was published earlier in the year only', () => {
    const earlier = [figure(9, { period: '2024-06' })];
    expect(define({ kind: 'stock' }).compute(makeDataset({ observations: earlier })).quantity?.value).toBe(9);
    expect(measureOf(define({ kind: 'stock' }), context(earlier)).quantity).toBeNull();
  });

  it('takes the parts that are in the unit of the indicator', () => {
    const list = ['members', 'people'].map((unit) => figure(9, { unit, dimensions: { college: unit } }));
    expect([...derivedParts(define(), context(list), 'college').keys()]).toEqual(['members']);
  });

  it('is whole only if all that it is derived from is', () => {
    const measure = (basis: 'published' | 'listed') => ({ ...measureOf(define(), context([])), basis });
    expect(derived(null, measure('published'), measure('listed')).complete).toBe(false);
    expect(derived(null, measure('published'), measure('published')).complete).toBe(true);
  });
});

describe('roughly', () => {
  it('marks exact amounts and bounds as approximate', () => {
    expect(markApproximate(quantity(3, 'events'))).toEqual({ value: 3, op: '~', unit: 'events' });
    expect(markApproximate(quantity(3, 'events', '>'))).toEqual({ value: 3, op: '>', unit: 'events', approx: true });
    expect(markApproximate(null)).toBeNull();
  });
});
