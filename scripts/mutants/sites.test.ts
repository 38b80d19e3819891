import { describe, expect, it } from 'vitest';
import { mutated, mutationsOf, sample, seeded } from './sites.ts';

const changes = (source: string): readonly string[] => mutationsOf(source).map((mutation) => mutated(source, mutation));

describe('the changes of a source', () => {
  it.each([
    ['x = a < b', ['x = a <= b']],
    ['x = a === b', ['x = a !== b']],
    ['x = a && b', ['x = a || b']],
    ['x = 1_000', ['x = 1001']],
    ['x = true', ['x = false']],
    ['x = !a', ['x = a']],
    ['x = [lon, lat]', ['x = [lat, lon]']],
    ['x = [p.lon, p.lat]', ['x = [p.lat, p.lon]']],
    ['x = a ? b : c', ['x = !(a) ? b : c']],
    ['if (a) b();', ['if (!(a)) b();']],
  ])('are one at a time: %s', (source, expected) => {
    expect(changes(source)).toEqual(expected);
  });

  it('leave types, imports and texts alone', () => {
    expect(changes("import { a } from 'b';\nlet x: [1, true] | 2;\nx = 'a < b';\nx = a as 3;")).toEqual([]);
  });
});

describe('a sample', () => {
  const all = Array.from({ length: 50 }, (_, at) => at);

  it('is the same for the same seed, and has nothing twice', () => {
    expect(sample(all, 10, 38)).toEqual(sample(all, 10, 38));
    expect(sample(all, 10, 38)).not.toEqual(sample(all, 10, 39));
    expect(new Set(sample(all, 50, 38)).size).toBe(50);
    expect(sample(all, 99, 1)).toHaveLength(50);
  });

  it('is drawn over the whole of a list', () => {
    const next = seeded(38);
    const drawn = Array.from({ length: 100 }, () => next());
    expect(Math.min(...drawn)).toBeLessThan(0.1);
    expect(Math.max(...drawn)).toBeGreaterThan(0.9);
  });
});
