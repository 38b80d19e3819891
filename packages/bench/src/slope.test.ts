import { describe, expect, it } from 'vitest';
import { medianOf, slopeOf } from './slope.ts';

const sizes = [25_000, 50_000, 100_000];
const costs = (cost: (size: number) => number) => sizes.map((size) => ({ size, value: cost(size) }));

describe('the slope of a cost', () => {
  it('is 1 for a cost that grows as the size does, however dear', () => {
    expect(slopeOf(costs((size) => size / 300))).toBeCloseTo(1);
    expect(slopeOf(costs((size) => size * 17))).toBeCloseTo(1);
  });

  it('is 2 for a cost that grows as the square does, and 0 for a constant one', () => {
    expect(slopeOf(costs((size) => size ** 2))).toBeCloseTo(2);
    expect(slopeOf(costs(() => 40))).toBeCloseTo(0);
  });

  it('is the one that lies nearest to all points', () => {
    const points = [
      { size: 1, value: 1 },
      { size: 10, value: 100 },
      { size: 100, value: 100 },
    ];
    expect(slopeOf(points)).toBeCloseTo(1);
  });

  it('is unknown with a single size, and where there is no logarithm', () => {
    expect(slopeOf([{ size: 10, value: 3 }])).toBeNull();
    expect(slopeOf(costs((size) => size - 50_000))).toBeNull();
  });
});

describe('the median', () => {
  it('is the value in the middle, or between the two in the middle', () => {
    expect(medianOf([9, 1, 5])).toBe(5);
    expect(medianOf([9, 1, 5, 6])).toBe(5.5);
  });
});
