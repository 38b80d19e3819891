import { describe, expect, it } from 'vitest';
import { type Measure, type Quantity, quantity } from '../../model/index.ts';
import { changesFinding } from './changes.ts';

const base: Measure = {
  ...{ indicator: 'x', period: '2024', quantity: null, basis: 'published', population: null, missing: null },
  ...{ sources: [], notes: [] },
};
const n = (value: number, extra: Partial<Quantity> = {}): Quantity => ({ ...quantity(value, 'members'), ...extra });

describe('a finding of two periods', () => {
  const changes = (...pairs: readonly (readonly [now: Quantity | null, before: Quantity | null])[]): string | null => {
    const all = pairs.map(([now, before], at) => ({
      ...{ id: `p${at}`, label: { fr: `P${at}` }, quantity: now },
      ...(before ? { previous: before } : {}),
    }));
    const found = changesFinding({ ...base, parts: all }, {});
    if (found?.says !== 'rise' && found?.says !== 'fall') return null;
    return `${found.says} ${found.part.fr} ${found.from.value} ${found.to.value}`;
  };

  it('is the largest rise or the largest fall', () => {
    expect(changes([n(10), n(9)], [n(30), n(20)], [n(5), n(9)])).toBe('rise P1 20 30');
    expect(changes([n(10), n(9)], [n(20), n(30)])).toBe('fall P1 30 20');
    expect(changes([n(-9), n(-1)], [n(1), n(2)])).toBe('fall P0 -1 -9');
    // The largest fall is beside a rise as large: each is the largest of its kind.
    expect(changes([n(20), n(30)], [n(30), n(20)])).toBe('fall P0 30 20');
  });

  it('is none where nothing changed, or another one nearly changed as much', () => {
    expect(changes([n(10), n(10)], [n(3), n(3)])).toBeNull();
    expect(changes([n(20), n(10)], [n(19), n(10)])).toBeNull();
    expect(changes()).toBeNull();
  });

  it('is none where an unknown, partial, bounded or approximate value may have changed more', () => {
    expect(changes([n(20), n(10)], [n(5), null])).toBe('rise P0 10 20');
    expect(changes([n(20), n(10)], [n(50), null])).toBeNull();
    expect(changes([n(10), n(20)], [n(50), null])).toBeNull();
    expect(changes([n(20), n(10)], [null, n(5)])).toBeNull();
    expect(changes([n(10), n(20)], [null, n(5)])).toBe('fall P0 20 10');
    expect(changes([n(20), n(10)], [n(8, { partial: 'un pôle manque' }), n(5)])).toBeNull();
    expect(changes([n(20), n(10)], [n(8, { op: '>=' }), n(5)])).toBeNull();
    expect(changes([n(20), n(10)], [n(100), n(99, { op: '~' })])).toBeNull();
  });

  it('is none of signed values, or of those that a check contradicts', () => {
    const parts = [
      { id: 'a', label: { fr: 'A' }, quantity: n(9), previous: n(1) },
      { id: 'b', label: { fr: 'B' }, quantity: n(2), previous: n(1), checks: ['sum'] },
    ];
    expect(changesFinding({ ...base, parts }, {})).toBeNull();
    expect(changesFinding({ ...base, parts: parts.slice(0, 1) }, { signed: true })).toBeNull();
    expect(changesFinding({ ...base, parts: parts.slice(0, 1) }, {})).toMatchObject({ says: 'rise' });
  });
});
