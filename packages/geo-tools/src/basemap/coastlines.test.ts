import { describe, expect, it } from 'vitest';
import { clockwise, doubleArea, holds, type Line, type LonLatPair, type Rings } from '../geometry/rings.ts';
import { metresAt } from '../geometry/simplify.ts';
import { mergeCoastlines } from './coastlines.ts';

/** At the equator a hundredth of a degree is 1.1 km. */
const LOOM = { metres: metresAt(0), reach: 3000, window: [-1, -1, 2, 2] as const };

const ring = (...points: readonly LonLatPair[]): Line => clockwise([...points, ...points.slice(0, 1)]);
const box = (west: number, south: number, east: number, north: number): Line =>
  ring([west, south], [west, north], [east, north], [east, south]);

/** Land with a straight coast in the north, cut at the window everywhere else. */
const MAINLAND: Rings = [box(-1, -1, 2, 1)];

const area = (land: readonly Rings[]): number =>
  land.flat().reduce((sum, each) => sum + Math.abs(doubleArea(each)) / 2, 0);
const isLand = (land: readonly Rings[], lon: number, lat: number): boolean => holds(land.flat(), [lon, lat]);

/** A territory on that coast: its own has a cape and a bay, and its borders go far inland. */
const COASTAL: Rings = [
  ring([0, 0], [0, 1.002], [0.3, 1.01], [0.4, 1.02], [0.5, 0.99], [0.7, 0.98], [1, 0.998], [1, 0.5], [1, 0]),
];

describe('land of two sources', () => {
  it('has the coast of the territories where they have one, and that of the world elsewhere', () => {
    const [land = [], ...others] = mergeCoastlines([MAINLAND], [COASTAL], LOOM);
    expect(others).toEqual([]);
    expect(isLand([land], 0.4, 1.015)).toBe(true);
    expect(isLand([land], 0.7, 0.99)).toBe(false);
    expect(isLand([land], -0.5, 0.995)).toBe(true);
    expect(isLand([land], 1.5, 1.005)).toBe(false);
  });

  it('is one, without a gap or a fold along a border', () => {
    const land = mergeCoastlines([MAINLAND], [COASTAL], LOOM);
    for (const lat of [0.1, 0.5, 0.9, 0.97]) {
      for (const lon of [-0.001, 0.001, 0.999, 1.001]) expect(isLand(land, lon, lat)).toBe(true);
    }
    expect(area(land)).toBeCloseTo(6, 1);
  });

  it('stays as it is around a territory without a coast, and takes one that goes out to sea', () => {
    expect(mergeCoastlines([MAINLAND], [[box(0, 0, 1, 0.5)]], LOOM)).toEqual([MAINLAND]);
    const land = mergeCoastlines([MAINLAND], [[box(0, 0, 1, 1.9)]], LOOM);
    expect(area(land)).toBeCloseTo(6.9, 6);
  });

  it('has an island of theirs once, in their own shape, and keeps those of others', () => {
    const [coarse, fine, foreign]: Rings[] = [
      [box(0.2, 1.4, 0.5, 1.6)],
      [ring([0.2, 1.39], [0.21, 1.61], [0.35, 1.62], [0.5, 1.6], [0.5, 1.4])],
      [box(1.4, 1.4, 1.5, 1.5)],
    ];
    expect(mergeCoastlines([MAINLAND, coarse ?? [], foreign ?? []], [fine ?? []], LOOM)).toEqual([
      MAINLAND,
      foreign,
      fine,
    ]);
  });

  it('has water in an estuary that the world lacks, and none along a border that begins and ends far apart', () => {
    const estuary: Rings = [
      ring([0, 0], [0, 1.002], [0.5, 1.001], [0.51, 0.9], [0.5, 0.8], [0.52, 0.9], [0.53, 1], [1, 0.998], [1, 0]),
    ];
    const land = mergeCoastlines([MAINLAND], [estuary], LOOM);
    expect(isLand(land, 0.515, 0.88)).toBe(false);
    expect(isLand(land, 0.49, 0.88)).toBe(true);
  });

  it('goes on to the edge of the window where a coast leaves it, on either side of the coarse one', () => {
    const leaving = (north: number): Rings => [ring([0, 0], [0, 1.002], [0.5, 1], [2, north], [2, 0])];
    const wider = mergeCoastlines([MAINLAND], [leaving(1.02)], LOOM);
    expect(isLand(wider, 1.999, 1.015)).toBe(true);
    expect(area(wider)).toBeCloseTo(6.015, 3);
    const narrower = mergeCoastlines([MAINLAND], [leaving(0.98)], LOOM);
    expect(isLand(narrower, 1.999, 0.985)).toBe(false);
    expect(area(narrower)).toBeCloseTo(5.985, 3);
  });

  it('takes a territory on the edge of the window for no coast', () => {
    expect(mergeCoastlines([MAINLAND], [[box(-1, -1, 0.5, 0.5)]], LOOM)).toEqual([MAINLAND]);
  });
});
