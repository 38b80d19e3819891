import { describe, expect, it } from 'vitest';
import { at, entry } from './packed/testing.ts';
import { type ListQuery, ListStore } from './store.ts';

const store = new ListStore([
  entry('far', { college: 'scop', position: at(-1.67, 48.11) }),
  entry('near', { position: at(-4.48, 48.39) }),
  entry('fair', { layer: 'events', position: at(-4.49, 48.39) }),
  entry('lost', { layer: 'events' }),
]);
const ids = (query: ListQuery) => store.select(query).shown.map(({ id }) => id);

describe('a directory in memory', () => {
  it('gives the very records, in the order of the list', () => {
    expect(store.select({}).shown).toEqual(store.entries);
    expect(store.select({}).shown[0]).toBe(store.entries[0]);
  });

  it('keeps layers together, each in the order of the search or of the distance', () => {
    expect(ids({ found: ['lost', 'near', 'fair', 'far'] })).toEqual(['near', 'far', 'lost', 'fair']);
    expect(ids({ near: { lon: -4.48, lat: 48.39, km: null } })).toEqual(['near', 'far', 'fair', 'lost']);
  });

  it('finds nothing where a search found nothing', () => {
    expect(ids({ found: [] })).toEqual([]);
  });

  it('counts by kind what the author asks for, how much is on the map, and what choosing the kind would leave', () => {
    const { kinds, counts } = store.select({ facets: { layer: ['events'] }, ground: [-5, 47, -4, 49] });
    expect(kinds).toEqual([
      { layer: 'members', college: 'scop', n: 1, placed: 0, count: 1, onMap: 0 },
      { layer: 'members', college: null, n: 1, placed: 1, count: 1, onMap: 1 },
      { layer: 'events', college: null, n: 2, placed: 1, count: 2, onMap: 1 },
    ]);
    expect(counts.all).toEqual({ n: 4, placed: 2, off: 1 });
    expect(counts.shown).toEqual({ n: 2, placed: 1, off: 0 });
  });
});
