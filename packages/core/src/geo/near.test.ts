import { describe, expect, it } from 'vitest';
import { ListStore } from '../directory/index.ts';
import { at, entry } from '../directory/packed/testing.ts';
import { type Around, distanceKm, radiusFor, readNear, writeNear } from './near.ts';

const brest = { lon: -4.4863, lat: 48.3903 };
const rennes = { lon: -1.6743, lat: 48.112 };
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const members = [
  entry('Rennes', { position: at(rennes.lon, rennes.lat) }),
  entry('nulle part', { position: null }),
  entry('Guipavas', { position: at(-4.4, 48.434, 'commune') }),
  entry('Finistère', { position: at(-4.48, 48.39, 'departement') }),
  entry('Brest', { position: at(brest.lon, brest.lat) }),
];
const entriesAround = (entries: typeof members, near: Around) => {
  const { shown, counts } = new ListStore(entries).select({ near });
  return { kept: shown, beyond: counts.beyond };
};

describe('distances', () => {
  it('are right within half a percent: Brest to Rennes is about 211 km', () => {
    expect(Math.abs(distanceKm(brest, rennes) - 210.6)).toBeLessThan(1.5);
    expect(distanceKm(brest, brest)).toBe(0);
  });

  it('put the nearest first and those without a position last', () => {
    expect(ids(entriesAround(members, { ...brest, km: null }).kept)).toEqual([
      'Brest',
      'Finistère',
      'Guipavas',
      'Rennes',
      'nulle part',
    ]);
  });
});

describe('a radius', () => {
  it('keeps what is known to lie within it, nearest first; the middle of a département is nowhere near', () => {
    const { kept, beyond } = entriesAround(members, { ...brest, km: 20 });
    expect(ids(kept)).toEqual(['Brest', 'Guipavas']);
    expect(beyond.unplaced).toBe(2);
    expect(beyond.nearest).toBe(distanceKm(brest, rennes));
  });

  it('says that nothing lies beyond it where nothing does, and is no filter where there is none', () => {
    expect(entriesAround(members.slice(4), { ...brest, km: 5 }).beyond).toEqual({ nearest: null, unplaced: 0 });
    expect(entriesAround(members, { ...brest, km: null }).kept).toHaveLength(5);
  });

  it('grows to the one offered that reaches far enough', () => {
    expect([3, 5, 5.1, 49, 51].map(radiusFor)).toEqual([5, 5, 10, 50, null]);
  });
});

describe('a commune in the facet of a scope', () => {
  it.each([
    { insee: '29019', km: 20 },
    { insee: '2A004', km: null },
    { insee: '6621', km: 10 },
  ])('is read as it is written: $insee', (near) => expect(readNear(writeNear(near))).toEqual(near));

  it('has the usual radius in place of one that is not offered', () => {
    expect(readNear('commune-29019/7')).toEqual({ insee: '29019', km: 20 });
  });

  it.each([undefined, '', 'departement-29', 'commune-29', 'commune-29019/x', '48.39,-4.48'])(
    'is nothing else: %s',
    (value) => expect(readNear(value)).toBeNull(),
  );
});
