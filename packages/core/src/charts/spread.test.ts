import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';

const overlaps = (places: readonly number[], sizes: readonly number[]): boolean => {
  const spans = places.map((at, i) => [at - sizes[i]! / 2, at + sizes[i]! / 2] as const).sort((a, b) => a[0] - b[0]);
  return spans.some((span, i) => i > 0 && span[0] < spans[i - 1]![1] - 1e-9);
};

describe('labels beside an axis', () => {
  it('stay where they wish when there is room', () => {
    expect(spread([2, 8, 5], [2, 2, 2], 10)).toEqual([2, 8, 5]);
  });

  it('move as little as keeps them apart, in the order of their wishes', () => {
    const sizes = [2, 2, 2];
    const places = spread([5, 5.5, 9.9], sizes, 10);
    expect(overlaps(places, sizes)).toBe(false);
    expect(places).toEqual([5, 7, 9]);
  });

  it('stay within the axis at both ends', () => {
    const places = spread([0, 0, 10, 10], [2, 2, 2, 2], 10);
    expect(places).toEqual([1, 3, 7, 9]);
  });

  it('keep apart even where there is too little room for all', () => {
    const sizes = [3, 3, 3, 3];
    const places = spread([5, 5, 5, 5], sizes, 6);
    expect(overlaps(places, sizes)).toBe(false);
    expect(places[0]).toBe(1.5);
  });
});
