import { describe, expect, it } from 'vitest';
import { createMemoCache, memoizeByObject } from './memoize.ts';

describe('once', () => {
  it('works once for each object', () => {
    let times = 0;
    const double = memoizeByObject((list: readonly number[]) => {
      times += 1;
      return list.map((n) => 2 * n);
    });
    const list = [1, 2];
    expect(double(list)).toEqual([2, 4]);
    expect(double(list)).toBe(double(list));
    expect(times).toBe(1);
    expect(double([3])).toEqual([6]);
  });
});

describe('a memory', () => {
  it('keeps what was made for an object and a key', () => {
    const memory = createMemoCache<{ readonly n: number }>(10);
    const [a, b] = [{}, {}];
    memory(a, 'x', () => ({ n: 1 }));
    expect(memory(a, 'x', () => ({ n: 2 }))).toEqual({ n: 1 });
    expect(memory(a, 'y', () => ({ n: 3 }))).toEqual({ n: 3 });
    expect(memory(b, 'x', () => ({ n: 4 }))).toEqual({ n: 4 });
  });

  it('begins anew when it is full, so that it does not grow without end', () => {
    const memory = createMemoCache<{ readonly n: number }>(2);
    const of = {};
    for (const key of ['x', 'y', 'z']) memory(of, key, () => ({ n: 1 }));
    expect(memory(of, 'x', () => ({ n: 2 }))).toEqual({ n: 2 });
    expect(memory(of, 'z', () => ({ n: 2 }))).toEqual({ n: 1 });
  });
});
