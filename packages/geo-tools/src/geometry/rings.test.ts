import { describe, expect, it } from 'vitest';
import { clip, clockwise, doubleArea, holds, type Line, type LonLatPair, stretch } from './rings.ts';

/** A clockwise square, closed. */
const SQUARE: Line = [
  [0, 0],
  [0, 4],
  [4, 4],
  [4, 0],
  [0, 0],
];

describe('rings', () => {
  it('are cut at a box and come back closed and clockwise', () => {
    const [[ring = []] = [], ...others] = clip([[SQUARE]], [1, 1, 9, 9]);
    expect(others).toEqual([]);
    expect(ring.at(0)).toEqual(ring.at(-1));
    expect(doubleArea(ring)).toBe(-18);
    expect(ring.every(([x, y]) => x >= 1 && y >= 1)).toBe(true);
  });

  it('outside the box are left out', () => {
    expect(clip([[SQUARE]], [10, 10, 20, 20])).toEqual([]);
  });

  it('keep the holes of theirs that lie in the box, the other way round', () => {
    const hole: Line = SQUARE.map(([x, y]): LonLatPair => [1 + x / 4, 1 + y / 4]);
    const [rings = [], ...others] = clip([[SQUARE, hole]], [0, 0, 9, 9]);
    expect(others).toEqual([]);
    expect(rings.map(doubleArea)).toEqual([-32, 2]);
    expect(clip([[SQUARE, hole]], [3, 3, 9, 9]).map((polygon) => polygon.length)).toEqual([1]);
    expect(holds(rings, [3.5, 3.5])).toBe(true);
    expect(holds(rings, [1.5, 1.5])).toBe(false);
  });

  it('that lie around the whole box fill it', () => {
    const [[ring = []] = []] = clip([[SQUARE]], [1, 1, 2, 2]);
    expect(doubleArea(ring)).toBe(-2);
  });

  it('turn clockwise, from either direction', () => {
    expect(doubleArea(clockwise([...SQUARE]))).toBeLessThan(0);
    expect(doubleArea(clockwise([...SQUARE].reverse()))).toBeLessThan(0);
  });

  it('are walked in their own direction, over their seam too', () => {
    expect(stretch(SQUARE, 1, 2)).toEqual([
      [0, 4],
      [4, 4],
    ]);
    expect(stretch(SQUARE, 3, 0)).toEqual([
      [4, 0],
      [0, 0],
    ]);
  });
});
