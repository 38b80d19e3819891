/**
 * The flat plane on which the map is drawn: Mercator, the basemap's box mapped to `[0, SIZE]` across.
 * Paths are computed once in this plane; zooming and resizing only change one transform.
 *
 * Written here rather than taken from d3-geo: a window on one country needs neither spherical clipping nor resampling,
 * and d3-geo's clipping uses Array.from, which old libraries on host pages replace.
 */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { LonLatBox } from './types.ts';

const SIZE = 4096;
const RAD = Math.PI / 180;

/** `[[left, top], [right, bottom]]` in the plane. */
export type PlaneBox = [[number, number], [number, number]];

/** From degrees to the plane and back. */
export interface Plane {
  /** The whole basemap. */
  readonly box: PlaneBox;
  /** Width of the whole world (360°), in units of the plane. */
  readonly world: number;
  toPlane(lon: number, lat: number): [number, number];
  toLonLat(x: number, y: number): [number, number];
  boxOf(bbox: LonLatBox): PlaneBox;
  /** SVG path data of a geometry; points are passed over. */
  path(geometry: Geometry | Feature | FeatureCollection): string;
}

/** Mercator's northing of a latitude, for a world of radius 1. */
const northing = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * RAD) / 2));

/** Makes the plane of a basemap. */
export function createPlane(bbox: LonLatBox): Plane {
  const [west, , east, north] = bbox;
  const scale = SIZE / ((east - west) * RAD);
  const top = northing(north);
  const toPlane = (lon: number, lat: number): [number, number] => [
    (lon - west) * RAD * scale,
    (top - northing(lat)) * scale,
  ];
  const boxOf = ([w, s, e, n]: LonLatBox): PlaneBox => [toPlane(w, n), toPlane(e, s)];
  const line = (positions: readonly Position[]): string =>
    positions
      .map(([lon = 0, lat = 0], index) => {
        const [x, y] = toPlane(lon, lat);
        return `${index ? 'L' : 'M'}${round(x)} ${round(y)}`;
      })
      .join('');
  return {
    box: boxOf(bbox),
    world: scale * 2 * Math.PI,
    toPlane,
    toLonLat: (x, y) => [x / scale / RAD + west, (2 * Math.atan(Math.exp(top - y / scale)) - Math.PI / 2) / RAD],
    boxOf,
    path: (geometry) =>
      geometriesOf(geometry)
        .map((one) => drawn(one, line))
        .join(''),
  };
}

const round = (n: number): number => Math.round(n * 100) / 100;

function geometriesOf(value: Geometry | Feature | FeatureCollection): readonly Geometry[] {
  if (value.type === 'FeatureCollection') return value.features.flatMap(geometriesOf);
  if (value.type === 'Feature') return geometriesOf(value.geometry);
  return value.type === 'GeometryCollection' ? value.geometries.flatMap(geometriesOf) : [value];
}

function drawn(geometry: Geometry, line: (positions: readonly Position[]) => string): string {
  const polygon = (rings: readonly Position[][]) => rings.map((ring) => `${line(ring.slice(0, -1))}Z`).join('');
  switch (geometry.type) {
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.map(polygon).join('');
    case 'LineString':
      return line(geometry.coordinates);
    case 'MultiLineString':
      return geometry.coordinates.map(line).join('');
    default:
      return '';
  }
}
