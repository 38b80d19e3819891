import { describe, expect, it } from 'vitest';
import { type Quantity, quantity } from '../../model/index.ts';
import { groupMarks } from '../grouped/groups.ts';
import { suitsDumbbell } from './about.ts';
import { dotPlace } from './changes.ts';

const n = (value: number, unit = 'subscribers'): Quantity => quantity(value, unit);
const part = (at: number, now: Quantity | null, before?: Quantity) => ({
  ...{ id: `p${at}`, label: { fr: `P${at}` }, quantity: now },
  ...(before ? { previous: before } : {}),
});
const parts = (length: number) => Array.from({ length }, (_, at) => part(at, n(at + 1), n(at + 2)));

describe('two dots a row', () => {
  it('suit three to ten parts of two periods', () => {
    expect([2, 3, 10, 11, 100].map((length) => suitsDumbbell({ parts: parts(length) }))).toEqual([
      ...[false, true, true, false, false],
    ]);
    expect(suitsDumbbell({})).toBe(false);
  });

  it('need two parts at least that are known in both, and one unit', () => {
    expect(suitsDumbbell({ parts: [part(0, n(1), n(2)), part(1, n(1)), part(2, null, n(1))] })).toBe(false);
    expect(suitsDumbbell({ parts: [part(0, n(1), n(2)), part(1, n(1), n(0)), part(2, null)] })).toBe(true);
    expect(suitsDumbbell({ parts: [...parts(3), part(3, n(1, 'people'))] })).toBe(false);
    expect(suitsDumbbell({ parts: [part(0, n(1), n(1, 'people')), ...parts(3)] })).toBe(false);
  });

  it('stand at the ends of bars from zero, below zero at its left, and nowhere where a value is unknown', () => {
    const series = [[n(-5), n(0), null, n(15)]].map((values) =>
      values.map((q, at) => ({ id: `${at}`, label: { fr: '' }, quantity: q })),
    );
    const places = groupMarks(series, { sort: 'order' }).map(({ bars }) => bars.map(dotPlace)[0]);
    expect(places).toEqual(expect.arrayContaining([0, 0.25, 1, undefined]));
    expect(dotPlace({ quantity: n(0), start: 0.25, length: 0 })).toBe(0.25);
  });
});
