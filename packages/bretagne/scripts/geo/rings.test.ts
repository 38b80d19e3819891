import { describe, expect, it } from 'vitest';
import {
  clip,
  clockwise,
  doubleArea,
  joined,
  type Line,
  nearest,
  type Point,
  rounded,
  simplified,
  stretch,
  withMiddleNear,
} from './rings.ts';

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
    const [ring = [], ...others] = clip([[SQUARE]], [1, 1, 9, 9]);
    expect(others).toEqual([]);
    expect(ring.at(0)).toEqual(ring.at(-1));
    expect(doubleArea(ring)).toBe(-18);
    expect(ring.every(([x, y]) => x >= 1 && y >= 1)).toBe(true);
  });

  it('outside the box are left out', () => {
    expect(clip([[SQUARE]], [10, 10, 20, 20])).toEqual([]);
  });

  it('with a hole inside the box are refused, for holes would be lost', () => {
    const hole: Line = SQUARE.map(([x, y]): Point => [1 + x / 4, 1 + y / 4]);
    expect(() => clip([[SQUARE, hole]], [0, 0, 9, 9])).toThrow(/hole/u);
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

  it('are joined of lines that meet, and of no others', () => {
    expect(joined(SQUARE.slice(0, 3), SQUARE.slice(2))).toEqual(SQUARE);
    expect(() => joined(SQUARE.slice(0, 2), SQUARE.slice(2))).toThrow(/do not meet/u);
    expect(() => joined(SQUARE.slice(0, 3))).toThrow(/do not make a ring/u);
  });
});

describe('lines', () => {
  it('lose wrinkles and keep corners and ends', () => {
    const line: Line = [
      [0, 0],
      [1, 0.01],
      [2, 0],
      [2, 5],
    ];
    expect(simplified(line, 0.1)).toEqual([
      [0, 0],
      [2, 0],
      [2, 5],
    ]);
  });

  it('are rounded at their corners, their ends untouched', () => {
    const line: Line = [
      [0, 0],
      [4, 0],
      [4, 4],
    ];
    expect(rounded(line)).toEqual([
      [0, 0],
      [3, 0],
      [4, 1],
      [4, 4],
    ]);
  });

  it('know their nearest point, and take one more where they are nearest', () => {
    expect(nearest(SQUARE, [3.5, 3])).toBe(2);
    expect(withMiddleNear(SQUARE, [5, 2])).toEqual([
      [0, 0],
      [0, 4],
      [4, 4],
      [4, 2],
      [4, 0],
      [0, 0],
    ]);
  });
});
