import { type Basemap, createPlane, mapBasemap } from '@ess-widgets/core/geo';
import { expect } from '@open-wc/testing';
import type { LineString } from 'geojson';
import { basemap } from './fixture.ts';
import { drawGround } from './ground.ts';
import { geometryPath } from './projection.ts';
import type { MapBasemap } from './types.ts';

const islet: NonNullable<MapBasemap['islets']>[number] = { lon: -5, lat: 48, radius: 2 };
const plane = createPlane(basemap.bbox);

function pathsOf(ground: MapBasemap): (name: string) => string {
  const { svg } = drawGround(ground, plane);
  return (name) => svg.querySelector(`.${name}`)?.getAttribute('d') ?? '';
}

const lineOf = (places: readonly (readonly [number, number])[]): LineString => ({
  type: 'LineString',
  coordinates: places.map((place) => [...place]),
});

/** The outlines of a path, as boxes of the plane. */
const boxes = (d: string) =>
  (d.match(/M[^Z]*Z/g) ?? []).map((ring) => {
    const points = [...ring.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  });

describe('the islets of a basemap', () => {
  const file: Basemap = {
    format: 'ess-basemap/1',
    bbox: [-6, 46, 0, 50],
    focus: [-5, 47, -1, 49],
    topology: {
      type: 'Topology',
      transform: { scale: [1, 1], translate: [0, 0] },
      arcs: [],
      objects: { land: { type: 'Polygon', arcs: [] } },
    },
    places: [{ name: 'Groix', lon: -3.45, lat: 47.64, rank: 4 }],
    labels: [],
    attribution: { fr: 'Fond d’essai' },
    licences: [],
  };
  const islets = ['Groix', 'Île-de-Sein'].map((name) => ({ name, lon: -4.85, lat: 48.04, radius: 1 }));

  it('are drawn, and named after the towns unless they are one of them', () => {
    const map = mapBasemap({ ...file, islets }, 'fr');
    expect(map.islets).to.deep.equal(islets);
    expect(map.places.map(({ name, rank }) => [name, rank])).to.deep.equal([
      ['Groix', 4],
      ['Île-de-Sein', 5],
    ]);
  });

  it('are none where it has none', () => {
    const map = mapBasemap(file, 'fr');
    expect([map.islets, map.places]).to.deep.equal([[], file.places]);
  });
});

describe('the ground of a map', () => {
  it('has islets as land of the region, with a coast, around their positions', () => {
    const path = pathsOf({ ...basemap, islets: [islet] });
    const [land, drawn] = boxes(path('land'));
    const [x, y] = plane.toPlane(islet.lon, islet.lat);
    expect(land).to.deep.equal(boxes(pathsOf(basemap)('land'))[0]);
    expect(drawn!.left < x && drawn!.right > x && drawn!.top < y && drawn!.bottom > y).to.equal(true);
    expect(path('shoal')).to.equal(`${path('land').split('Z')[1]}Z`);
    expect(path('wave-3')).to.equal(pathsOf(basemap)('wave-3'));
    expect(path('coast')).to.contain(path('land').split('Z')[1]!);
  });

  it('draws them to scale, as wide as they are whatever the latitude', () => {
    for (const lat of [47, 49]) {
      const path = pathsOf({ ...basemap, islets: [{ ...islet, lat }] });
      const { left, right } = boxes(path('land'))[1]!;
      const [west] = plane.toLonLat(left, 0);
      const [east] = plane.toLonLat(right, 0);
      const km = (east - west) * 111.195 * Math.cos((lat * Math.PI) / 180);
      expect(km).to.be.within(3.5, 5);
    }
  });

  it('has those beyond the region as the land beyond', () => {
    const path = pathsOf({ ...basemap, islets: [{ ...islet, beyond: true }] });
    expect(boxes(path('land'))).to.have.length(1);
    expect(boxes(path('land-out'))).to.have.length(2);
  });

  it('does not repeat one outline in neighbours', () => {
    const path = pathsOf({ ...basemap, islets: [islet, { ...islet, lat: 47.9 }] });
    const [, one, other] = boxes(path('land'));
    expect(one!.right - one!.left).to.not.be.closeTo(other!.right - other!.left, 0.01);
  });

  it('has nothing of a kind that the basemap lacks', () => {
    const { svg } = drawGround({ ...basemap, topology: { arcs: [], objects: {} } }, plane);
    const kinds = [...svg.querySelectorAll('path, rect')].map((shape) => shape.getAttribute('class'));
    expect(kinds).to.deep.equal([]);
  });

  it('has the lines that two areas share as borders, once, unless the basemap has them as lines', () => {
    const ends = (d: string) => [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => `${x} ${y}`);
    const line = (...places: readonly (readonly [number, number])[]) => ends(geometryPath(plane, lineOf(places)));
    expect(ends(pathsOf(basemap)('borders'))).to.deep.equal(line([-2.5, 47.5], [-2.5, 49]));
    const { topology } = basemap;
    const borders = { arcs: [[2]] };
    const own = { ...basemap, topology: { ...topology, objects: { ...topology.objects, borders } } };
    expect(ends(pathsOf(own)('borders'))).to.deep.equal(line([-2.5, 47.5], [-1, 47.5], [-1, 49], [-2.5, 49]));
  });
});
