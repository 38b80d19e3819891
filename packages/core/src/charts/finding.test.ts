import { describe, expect, it } from 'vitest';
import { type Measure, type Quantity, quantity } from '../model/index.ts';
import { bridgeSteps } from './bridge/steps.ts';
import { bridgeFinding, dotsFinding, partsFinding, rateFinding } from './finding.ts';

const base: Measure = {
  ...{ indicator: 'x', period: '2024', quantity: null, basis: 'published', population: null, missing: null },
  ...{ sources: [], notes: [] },
};
const n = (value: number, extra: Partial<Quantity> = {}): Quantity => ({ ...quantity(value, 'members'), ...extra });
const parts = (
  values: readonly (Quantity | null)[],
  shares: readonly (number | Quantity)[] = [],
): Pick<Measure, 'parts'> => ({
  parts: values.map((q, at) => {
    const share = shares[at];
    const found = typeof share === 'number' ? quantity(share, 'percent') : share;
    return { id: `p${at}`, label: { fr: `P${at}` }, quantity: q, ...(found ? { share: found } : {}) };
  }),
});
const says = (more: Partial<Measure>, exclusive = true, texts = {}) => {
  const found = partsFinding({ ...base, ...more }, texts, { id: 'kind', exclusive });
  return found && `${found.says} ${'part' in found ? found.part.fr : ''}`;
};

describe('a finding of parts', () => {
  it('is a half of 45 to 55 %, unless there are two', () => {
    expect(says(parts([n(59), n(58)], [50.4, 49.6]))).toBeNull();
    expect(says(parts([n(59), n(38), n(20)], [50.4, 32.5, 17.1]))).toBe('half P0');
    expect(says(parts([n(45), n(30), n(25)], [45, 30, 25]))).toBe('half P0');
    expect(says(parts([n(44), n(40), n(16)], [44, 40, 16]))).toBeNull();
  });

  it('is a share of more than that', () => {
    expect(says(parts([n(20), n(80)], [20, 80]))).toBe('share P1');
    const percents = [76, 14, 10].map((value) => quantity(value, 'percent'));
    expect(says(parts(percents))).toBe('share P0');
  });

  it('is the largest where it stands out, also of what does not exclude each other', () => {
    expect(says(parts([n(100), n(60), n(50)]))).toBe('maximum P0');
    expect(says(parts([n(100), n(60), n(50)], [47, 29, 24]), false)).toBe('maximum P0');
    expect(says(parts([n(100), n(90), n(50)]))).toBeNull();
    expect(says(parts([n(0), n(0), n(0)]))).toBeNull();
    expect(says(parts([n(-1), n(-9)]))).toBeNull();
  });

  it('never claims more than the values support', () => {
    const partial = { partial: 'un pôle manque' };
    // What lacks something may be more than what was counted.
    expect(says(parts([n(100), n(60, partial)]))).toBeNull();
    expect(says(parts([n(100, partial), n(60)]))).toBe('maximum P0');
    expect(says(parts([n(100), n(60, { op: '>=' })]))).toBeNull();
    expect(says(parts([n(100), null]))).toBeNull();
    // About 100 may be 80, which is not clearly more than 70.
    expect(says(parts([n(100, { op: '~' }), n(70)]))).toBeNull();
    expect(says(parts([n(100, { op: '~' }), n(40)]))).toBe('maximum P0');
    expect(says(parts([n(80), n(20)], [quantity(80, 'percent', '~'), quantity(20, 'percent', '~')]))).toBe(
      'maximum P0',
    );
    expect(says(parts([n(3), quantity(1, 'people')]))).toBeNull();
  });

  it('is none of what is in doubt, listed, not over, a change, or of what the source does not sort', () => {
    const clear = parts([n(100), n(20)], [83, 17]);
    expect(says(clear)).toBe('share P0');
    expect(says({ ...clear, checks: ['sum'] })).toBeNull();
    expect(says({ ...clear, basis: 'listed' })).toBeNull();
    expect(says({ ...clear, until: '2024-06-30' })).toBeNull();
    expect(says(clear, true, { signed: true })).toBeNull();
    const [first, second] = clear.parts ?? [];
    if (!first || !second) throw new Error('two parts are made above');
    expect(says({ parts: [first, { ...second, checks: ['sum'] }] })).toBeNull();
    expect(says({ parts: [{ ...first, id: 'unknown' }, second] })).toBeNull();
    expect(says({ parts: [first] })).toBeNull();
    expect(says({ parts: [] })).toBeNull();
  });
});

describe('other findings', () => {
  it('are the change of a stock, unless it ends as it began', () => {
    const from = (before: number, more: number, less: number) =>
      bridgeSteps(
        { quantity: n(before + more - less), period: '2024', previous: { period: '2023', quantity: n(before) } },
        { quantity: n(more), period: '2024' },
        { quantity: n(less), period: '2024' },
      ) ?? [];
    expect(bridgeFinding(from(114, 9, 6))).toMatchObject({ says: 'change', from: { value: 114 }, to: { value: 117 } });
    expect(bridgeFinding(from(114, 6, 6))).toBeNull();
    expect(bridgeFinding([])).toBeNull();
  });

  it('are the highest of some ratios, named where there are several', () => {
    expect(dotsFinding([{ filled: 6, of: 11, group: 'Bretagne' }])).toEqual({
      says: 'ratio',
      ratio: { filled: 6, of: 11, group: 'Bretagne' },
    });
    expect(
      dotsFinding([
        { filled: 34, of: 103, group: 'Total' },
        { filled: 16, of: 31, group: 'Bretagne' },
      ]),
    ).toMatchObject({ group: 'Bretagne', ratio: { filled: 16 } });
    expect(
      dotsFinding([
        { filled: 30, of: 60, group: 'A' },
        { filled: 20, of: 40, group: 'B' },
      ]),
    ).toBeNull();
  });

  it('are none of several ratios of which one is of few things', () => {
    expect(
      dotsFinding([
        { filled: 6, of: 11, group: 'Bretagne' },
        { filled: 34, of: 103, group: 'France' },
      ]),
    ).toBeNull();
  });

  it('are a rate by itself, where it is exact and beyond doubt', () => {
    const label = { label: { fr: 'Taux' } };
    expect(rateFinding({ ...base, quantity: quantity(17.5, 'percent') }, label)).toMatchObject({ says: 'share' });
    expect(rateFinding({ ...base, quantity: quantity(17.5, 'percent', '~') }, label)).toBeNull();
    expect(rateFinding({ ...base, quantity: quantity(17.5, 'percent'), checks: ['x'] }, label)).toBeNull();
    expect(rateFinding(base, label)).toBeNull();
  });
});
