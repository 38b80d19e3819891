import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classesOf, classOf, discRadius, type ValueClass } from './classes.ts';

const ranges = (classes: readonly ValueClass[]) => classes.map(({ from, to, count }) => [from, to, count]);

describe('classes of values', () => {
  it('hold as many values each, between round bounds', () => {
    const values = [3, 7, 12, 18, 22, 31, 38, 44, 57, 91];
    expect(ranges(classesOf(values))).toEqual([
      [3, 10, 2],
      [10, 20, 2],
      [20, 35, 2],
      [35, 50, 2],
      [50, 91, 2],
    ]);
  });

  it('are as wide each where that is asked for, the empty ones too', () => {
    const values = [1, 2, 3, 4, 5, 99];
    expect(ranges(classesOf(values, { method: 'equal' }))).toEqual([
      [1, 20, 5],
      [20, 40, 0],
      [40, 60, 0],
      [60, 80, 0],
      [80, 99, 1],
    ]);
  });

  it('are one a value where there are five different values or fewer', () => {
    const classes = classesOf([5, 1, 3, 7]);
    expect(ranges(classes)).toEqual([
      [1, 1, 1],
      [3, 3, 1],
      [5, 5, 1],
      [7, 7, 1],
    ]);
    expect(classes.map(({ shade, single }) => [shade, single])).toEqual([
      [0, true],
      [1, true],
      [3, true],
      [4, true],
    ]);
    expect(classesOf([8]).map(({ from, shade }) => [from, shade])).toEqual([[8, 2]]);
    expect(classesOf([0, 0, 0])).toEqual([{ from: 0, to: 0, single: true, shade: 2, count: 3 }]);
  });

  it('never part equal values', () => {
    const classes = classesOf([1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6]);
    expect(classes[0]).toMatchObject({ from: 1, count: 7 });
    expect(classes.length).toBeLessThan(5);
  });

  it('know zero and numbers below it, and leave out what is not known', () => {
    const classes = classesOf([-20, -10, 0, null, 10, 20, 30, Number.NaN]);
    expect(classes[0]?.from).toBe(-20);
    expect(classes.at(-1)?.to).toBe(30);
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    expect(classOf(classes, null)).toBeNull();
    expect(classOf(classes, 31)).toBeNull();
    expect(classOf(classes, 0)).toBe(classes.find(({ from, to }) => from <= 0 && to > 0));
  });

  it('are none without a value', () => {
    expect(classesOf([])).toEqual([]);
    expect(classesOf([null, Number.POSITIVE_INFINITY])).toEqual([]);
    expect(classOf([], 3)).toBeNull();
  });

  it('keep the decimals of shares as short as the values let them', () => {
    expect(classesOf([0.12, 0.17, 0.31, 0.38, 0.52, 0.77]).map(({ from }) => from)).toEqual([
      0.12, 0.15, 0.2, 0.5, 0.6,
    ]);
  });

  it.each(['quantile', 'equal'] as const)('of any numbers hold each of them once, in order (%s)', (method) => {
    const numbers = fc.array(
      fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 })),
    );
    fc.assert(
      fc.property(numbers, (values) => {
        const classes = classesOf(values, { method });
        expect(classes.length).toBeLessThanOrEqual(5);
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        const shades = classes.map(({ shade }) => shade);
        expect(new Set(shades).size).toBe(shades.length);
        for (const value of values) expect(classOf(classes, value)).not.toBeNull();
        for (const [index, { from, to }] of classes.entries()) {
          expect(from).toBeLessThanOrEqual(to);
          if (index > 0) expect(from).toBeGreaterThan(classes[index - 1]?.from ?? Number.NaN);
        }
      }),
    );
  });
});

describe('discs', () => {
  it('have an area in proportion to their value', () => {
    expect(discRadius(4, 16, 20)).toBe(10);
    expect(discRadius(-16, 16, 20)).toBe(20);
    expect(discRadius(0, 16, 20)).toBe(0);
    expect(discRadius(0, 0, 20)).toBe(0);
  });
});
