import { describe, expect, it } from 'vitest';
import type { LonLatExtent } from '../geometry/rings.ts';
import { namedTowns, readTowns } from './towns.ts';

const point = (lon: number, lat: number, properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lon, lat] },
});

const VIEW: LonLatExtent = [6, 46, 8, 47];

describe('the towns of a ground', () => {
  it('are read from points of anywhere, and from what the State answers of communes', () => {
    const features = [
      point(6.1432, 46.2044, { name: 'Genève', population: 201_818 }),
      point(6.63, 46.52, { NAME: 'Lausanne', POP_MAX: '139111' }),
      { type: 'Feature', properties: { name: 'Nulle part' }, geometry: null },
    ];
    expect(readTowns({ type: 'FeatureCollection', features }, 'towns')).toEqual([
      { name: 'Genève', lon: 6.143, lat: 46.204, population: 201_818 },
      { name: 'Lausanne', lon: 6.63, lat: 46.52, population: 139_111 },
    ]);
    const centre = { type: 'Point', coordinates: [55.45, -20.88] };
    const answer = [{ code: '97411', nom: 'Saint-Denis', population: 150_000, centre }];
    expect(readTowns(answer, 'answer')).toMatchObject([{ id: 'commune-97411', name: 'Saint-Denis' }]);
  });

  it('are named by size, none in the shadow of a larger one before its turn', () => {
    const towns = [
      { name: 'Grande', lon: 7, lat: 46.5, population: 9 },
      { name: 'Banlieue', lon: 7.06, lat: 46.5, population: 8 },
      { name: 'Loin', lon: 7.7, lat: 46.8, population: 3 },
      { name: 'Dehors', lon: 12, lat: 46.5, population: 99 },
    ];
    const named = namedTowns(towns, VIEW, [5, 45, 9, 48]);
    expect(named.map(({ name, rank }) => [name, rank])).toEqual([
      ['Grande', 1],
      ['Loin', 1],
      ['Banlieue', 4],
    ]);
    expect(named[0]).toEqual({ name: 'Grande', lon: 7, lat: 46.5, rank: 1 });
  });

  it('are few: a map is no directory', () => {
    const towns = [...Array(900).keys()].map((index) => ({
      name: `Ville ${index}`,
      lon: 6 + (index % 30) / 15,
      lat: 46 + Math.floor(index / 30) / 30,
      population: 900 - index,
    }));
    expect(namedTowns(towns, VIEW, VIEW).length).toBeLessThanOrEqual(56);
  });
});
