import { describe, expect, it } from 'vitest';
import type { Line } from '../src/geometry/rings.ts';
import { joined, nearest, rounded, simplified, withMiddleNear } from './lines.ts';

/** A clockwise square, closed. */
const SQUARE: Line = [
  [0, 0],
  [0, 4],
  [4, 4],
  [4, 0],
  [0, 0],
];

describe('rings', () => {
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
