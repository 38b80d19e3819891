import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinned } from './thin.ts';

type Point = readonly [number, number];
const same = (point: Point): Point => point;

const fromSegment = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(ax + along * dx - x, ay + along * dy - y);
};

describe('a line with fewer points', () => {
  it('has its ends and what stands out', () => {
    const line: readonly Point[] = [
      [0, 0],
      [1, 0.2],
      [2, 3],
      [3, 0.1],
      [4, 0],
    ];
    expect(thinned(line, same, 1)).toEqual([
      [0, 0],
      [2, 3],
      [4, 0],
    ]);
    expect(thinned(line.slice(0, 2), same, 9)).toEqual(line.slice(0, 2));
    expect(thinned([], same, 1)).toEqual([]);
  });

  it('keeps a ring whose first point is its last', () => {
    const ring: readonly Point[] = [
      [0, 0],
      [0, 5],
      [5, 5],
      [5, 0],
      [0, 0],
    ];
    expect(thinned(ring, same, 1)).toEqual(ring);
  });

  it('passes no farther than asked from any point that it leaves out', () => {
    const point = fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -100, max: 100 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 40 }), fc.integer({ min: 0, max: 30 }), (line, off) => {
        const kept = thinned(line, same, off);
        expect([kept[0], kept.at(-1)]).toEqual([line[0], line.at(-1)]);
        for (const each of line) {
          const distances = kept.slice(1).map((end, at) => fromSegment(each, kept[at] ?? end, end));
          expect(Math.min(...distances)).toBeLessThanOrEqual(off + 1e-9);
        }
      }),
    );
  });
});
