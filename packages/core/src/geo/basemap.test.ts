import { describe, expect, it } from 'vitest';
import { parseBasemap } from './basemap.ts';

const FILE = {
  format: 'ess-basemap/1',
  bbox: [-6, 46, 0, 50],
  focus: [-5, 47, -1, 49],
  topology: {
    type: 'Topology',
    transform: { scale: [0.001, 0.001], translate: [-6, 46] },
    arcs: [
      [
        [0, 0],
        [10, 0],
        [0, 10],
        [-10, -10],
      ],
    ],
    objects: { land: { type: 'Polygon', arcs: [[0]] } },
  },
  places: [{ name: 'Rennes', lon: -1.67, lat: 48.11, rank: 1 }],
  labels: [{ kind: 'sea', name: { fr: 'Manche', br: 'Mor Breizh' }, lon: -3, lat: 49 }],
  attribution: { fr: 'Fond : Natural Earth', en: 'Basemap: Natural Earth' },
  licences: [{ name: 'Natural Earth', licence: 'Domaine public', source: 'naturalearthdata.com' }],
};

const withObjects = (objects: object): object => ({ ...FILE, topology: { ...FILE.topology, objects } });

describe('a basemap', () => {
  it('is read as it is', () => {
    expect(parseBasemap(FILE)).toEqual(FILE);
  });

  it('may know its region, départements and borders', () => {
    const area = { type: 'MultiPolygon', arcs: [[[0]]] };
    const objects = {
      land: area,
      region: area,
      departements: { type: 'GeometryCollection', geometries: [{ ...area, properties: { id: 'departement-29' } }] },
      borders: { type: 'MultiLineString', arcs: [[-1]] },
    };
    expect(parseBasemap(withObjects(objects)).topology.objects).toEqual(objects);
  });

  it('may know islets and how good its coast is', () => {
    const groix = { name: 'Groix', lon: -3.45, lat: 47.64, radius: 2.2 };
    const more = { islets: [groix, { ...groix, name: 'Chausey', beyond: true }], coastWithin: 6 };
    expect(parseBasemap({ ...FILE, ...more })).toEqual({ ...FILE, ...more });
  });

  it('of another major version is refused by its name', () => {
    expect(() => parseBasemap({ ...FILE, format: 'ess-basemap/2' })).toThrow(/"ess-basemap\/2"/u);
  });

  it.each([
    ['no land', withObjects({})],
    ['an arc that is not there', withObjects({ land: { type: 'Polygon', arcs: [[1]] } })],
    ['a backward arc that is not there', withObjects({ land: { type: 'Polygon', arcs: [[-2]] } })],
    ['a latitude beyond the pole', { ...FILE, bbox: [-6, 46, 0, 95] }],
    ['an islet of no size', { ...FILE, islets: [{ name: 'x', lon: 0, lat: 48, radius: 0 }] }],
    ['a coast that is wrong by less than nothing', { ...FILE, coastWithin: -1 }],
    ['no French attribution', { ...FILE, attribution: { en: 'x' } }],
    ['nothing', null],
    ['a page', '<html>'],
  ])('with %s is refused', (_, value) => {
    expect(() => parseBasemap(value)).toThrow(/Not a valid "ess-basemap\/1" file/u);
  });
});
