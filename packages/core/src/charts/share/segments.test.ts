import { describe, expect, it } from 'vitest';
import { type Quantity, quantity } from '../../model/index.ts';
import { rateParts, shareSegments } from './segments.ts';

const EXCLUSIVE = { exclusive: true };
const jobs = (value: number, extra: Partial<Quantity> = {}): Quantity => ({ ...quantity(value, 'jobs'), ...extra });
const measure = (values: readonly (Quantity | null)[], total: Quantity | null = null) => ({
  quantity: total,
  parts: values.map((q, at) => ({ id: `p${at}`, label: { fr: `P${at}` }, quantity: q })),
});
const lengths = (...asked: Parameters<typeof shareSegments>) =>
  shareSegments(...asked)?.map(({ start, length, rank }) => [
    rank,
    Number(start.toFixed(4)),
    Number(length.toFixed(4)),
  ]);

describe('one bar of a few parts', () => {
  it('has two or three parts that make the total, end to end', () => {
    expect(lengths(measure([jobs(80), jobs(20)], jobs(100)), EXCLUSIVE)).toEqual([
      [1, 0, 0.8],
      [2, 0.8, 0.2],
    ]);
    expect(lengths(measure([jobs(3), jobs(0), jobs(1)], jobs(4)), EXCLUSIVE)).toEqual([
      [1, 0, 0.75],
      [2, 0.75, 0],
      [3, 0.75, 0.25],
    ]);
  });

  it('is drawn of partial parts too, which take no share', () => {
    const partial = { partial: 'système en cours de changement' };
    const segments = shareSegments(measure([jobs(3, partial), jobs(1, partial)], jobs(4, partial)), EXCLUSIVE);
    expect(segments?.map(({ length, share }) => [length, share])).toEqual([
      [0.75, undefined],
      [0.25, undefined],
    ]);
  });

  it('needs a total, or a dimension in which everything has its part, or percents of one whole', () => {
    const parts = [jobs(3), jobs(1)];
    expect(shareSegments(measure(parts), EXCLUSIVE)).toBeNull();
    expect(shareSegments(measure(parts), { exclusive: true, exhaustive: true })).toHaveLength(2);
    expect(shareSegments(measure(parts, jobs(5)), EXCLUSIVE)).toBeNull();
    expect(shareSegments(measure(parts, jobs(4)), { exclusive: false })).toBeNull();
    const percents = [33, 66].map((value) => quantity(value, 'percent'));
    expect(lengths(measure(percents), EXCLUSIVE)).toEqual([
      [1, 0, 0.33],
      [2, 0.33, 0.66],
    ]);
    expect(shareSegments(measure([quantity(40, 'percent'), quantity(30, 'percent')]), EXCLUSIVE)).toBeNull();
  });

  it('is none for one part, many, nothing, a negative, unknown, bounded or rough part, or several units', () => {
    for (const parts of [
      [jobs(4)],
      [jobs(1), jobs(1), jobs(1), jobs(1)],
      [jobs(5), jobs(-1)],
      [jobs(4), null],
      [jobs(3), jobs(1, { op: '>=' })],
      [jobs(3), jobs(1, { approx: true })],
      [jobs(3), quantity(1, 'people')],
    ])
      expect(shareSegments(measure(parts, jobs(4)), EXCLUSIVE)).toBeNull();
    expect(shareSegments(measure([jobs(0), jobs(0)], jobs(0)), EXCLUSIVE)).toBeNull();
    expect(shareSegments(measure([jobs(9e15), jobs(1)], jobs(9e15 + 1)), EXCLUSIVE)).toHaveLength(2);
  });
});

describe('a rate as parts', () => {
  const of = (q: Quantity | null) => rateParts({ indicator: 'rate', quantity: q }, { fr: 'Taux' }, { fr: 'Le reste' });

  it('is its value and what it lacks, of which the second has the empty pattern', () => {
    const parts = of(quantity(17.5, 'percent')) ?? [];
    expect(parts.map((part) => part.quantity?.value)).toEqual([17.5, 82.5]);
    expect(shareSegments({ parts, quantity: null }, EXCLUSIVE)?.map(({ rank }) => rank)).toEqual([1, 4]);
  });

  it('is none where the rate is not known as it is, or goes beyond the whole', () => {
    for (const q of [
      null,
      quantity(50, 'percent', '>'),
      quantity(50, 'percent', '~'),
      quantity(120, 'percent'),
      quantity(-1, 'percent'),
      quantity(50, 'points'),
    ])
      expect(of(q)).toBeNull();
  });
});
