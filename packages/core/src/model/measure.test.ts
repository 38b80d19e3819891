import { describe, expect, it } from 'vitest';
import { badgesOf, type Measure } from './measure.ts';
import { quantity, quantityRange } from './quantity.ts';

const measure = (extra: Partial<Measure> = {}): Measure => ({
  indicator: 'members-stock',
  period: '2024',
  quantity: quantity(117, 'members'),
  basis: 'published',
  population: null,
  missing: null,
  sources: [],
  notes: [],
  ...extra,
});
const agreement = (agrees: boolean) => ({
  agrees,
  published: quantity(117, 'members'),
  computed: quantity(117, 'members'),
});

describe('the badges of a measure', () => {
  it.each([
    ['a published value', measure(), 'published', []],
    ['a computed value', measure({ basis: 'computed' }), 'computed', []],
    [
      'a published value that the computed one confirms',
      measure({ basis: 'both', agreement: agreement(true) }),
      'recomputed',
      [],
    ],
    [
      'a published value that the computed one contradicts',
      measure({ basis: 'both', agreement: agreement(false) }),
      'published',
      ['check'],
    ],
    ['a count of an incomplete list', measure({ basis: 'listed' }), 'listed', ['partial']],
    ['an unknown value', measure({ quantity: null }), 'published', []],
  ] as const)('say where %s comes from', (_what, of, origin, doubts) => {
    expect(badgesOf(of)).toEqual({ origin, doubts });
  });

  it.each([
    ['about', quantity(1500, 'pupils', '~')],
    ['more than', quantity(900, 'organisations', '>')],
    ['at most', quantity(900, 'organisations', '<=')],
    ['between', quantityRange(6, 12, 'people')],
    ['an amount that is flagged', quantity(12, 'people', '=', { approx: true })],
  ])('add a doubt where the value is "%s"', (_what, q) => {
    expect(badgesOf(measure({ quantity: q })).doubts).toEqual(['approx']);
  });

  it('add every doubt that there is, once', () => {
    const q = quantity(12, 'people', '>=', { partial: 'two sheets are missing' });
    expect(badgesOf(measure({ quantity: q, basis: 'listed', agreement: agreement(false) })).doubts).toEqual([
      'approx',
      'partial',
      'check',
    ]);
    expect(badgesOf(measure({ quantity: quantity(12, 'percent', '=', { partial: 'one year' }) })).doubts).toEqual([
      'partial',
    ]);
  });
});
