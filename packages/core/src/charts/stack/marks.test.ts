import { describe, expect, it } from 'vitest';
import { quantity } from '../../model/index.ts';
import { stackMarks } from './marks.ts';

const percent = (value: number) => quantity(value, 'percent', '=', { base: 'seats' });
const measure = (now: readonly number[], before: readonly number[] = []) => ({
  period: '2024',
  parts: now.map((value, at) => ({
    id: `p${at}`,
    label: { fr: `p${at}` },
    quantity: percent(value),
    ...(before[at] === undefined ? {} : { previous: percent(before[at]) }),
  })),
});

describe('a 100 % stack', () => {
  it('puts the parts of a whole end to end, zero included', () => {
    const [stack] = stackMarks(measure([72, 18, 0, 10])) ?? [];
    expect(stack?.period).toBe('2024');
    expect(stack?.segments.map(({ rank, start, length }) => [rank, Number(start.toFixed(6)), length])).toEqual([
      [1, 0, 0.72],
      [2, 0.72, 0.18],
      [3, 0.9, 0],
      [4, 0.9, 0.1],
    ]);
  });

  it('has a second one for the period before when every part is known there', () => {
    expect(stackMarks(measure([76, 14, 6, 4], [72, 18, 0, 10]), '2023')?.map(({ period }) => period)).toEqual([
      '2024',
      '2023',
    ]);
    expect(stackMarks(measure([76, 14, 6, 4], [72, 18]), '2023')).toHaveLength(1);
    expect(stackMarks(measure([76, 14, 6, 4], [72, 18, 0, 10]))).toHaveLength(1);
  });

  it('leaves empty what rounding took away and never goes beyond the whole', () => {
    const end = (values: readonly number[]) => {
      const last = stackMarks(measure(values))?.[0]?.segments.at(-1);
      return last && last.start + last.length;
    };
    expect(end([33, 33, 33])).toBeCloseTo(0.99);
    expect(end([34, 34, 33])).toBeCloseTo(1);
  });

  it('is not drawn for what is no whole', () => {
    expect(stackMarks(measure([38, 6]))).toBeNull();
    expect(stackMarks(measure([100]))).toBeNull();
    expect(stackMarks(measure([110, -10]))).toBeNull();
    expect(stackMarks({ period: '2024', parts: [] })).toBeNull();
    const [first, ...rest] = measure([50, 50]).parts;
    expect(stackMarks({ period: '2024', parts: first ? [{ ...first, quantity: null }, ...rest] : [] })).toBeNull();
    expect(
      stackMarks({ period: '2024', parts: first ? [{ ...first, quantity: quantity(50, 'members') }, ...rest] : [] }),
    ).toBeNull();
  });
});
