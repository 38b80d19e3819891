import { describe, expect, it } from 'vitest';
import { niceScale } from './scale.ts';

describe('an axis', () => {
  it('starts at zero and ends on a round number above the largest', () => {
    const { min, max, ticks, at } = niceScale([5178, 7148]);
    expect([min, max, ticks]).toEqual([0, 8000, [0, 2000, 4000, 6000, 8000]]);
    expect([at(0), at(4000), at(8000)]).toEqual([0, 0.5, 1]);
  });

  it('holds zero when all lies below it, and both sides when some does', () => {
    expect(niceScale([-3, -7]).ticks).toEqual([-8, -6, -4, -2, 0]);
    const { min, max, ticks } = niceScale([-141, 800]);
    expect(min).toBeLessThanOrEqual(-141);
    expect(max).toBeGreaterThanOrEqual(800);
    expect(ticks).toContain(0);
  });

  it('is an axis still for zeros, for nothing and for what is no number', () => {
    for (const numbers of [[0, 0], [], [Number.NaN, Infinity]]) {
      const { min, max, at } = niceScale(numbers);
      expect([min, max > 0, at(0)]).toEqual([0, true, 0]);
    }
  });

  it('writes decimals and huge numbers without what binary adds', () => {
    expect(niceScale([0.3]).ticks).toEqual([0, 0.1, 0.2, 0.3]);
    expect(niceScale([9e15]).max).toBe(1e16);
  });
});
