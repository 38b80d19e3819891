/**
 * The flat plane on which the map is drawn: Mercator, the basemap's box mapped to `[0, SIZE]` across.
 * Paths are computed once in this plane; zooming and resizing only change one transform.
 *
 * Written here rather than taken from d3-geo: a window on one country needs neither spherical clipping nor resampling,
 * and d3-geo's clipping uses Array.from, which old libraries on host pages replace.
 */
import type { Point } from '../model/index.ts';
import type { LonLatBox } from './near.ts';

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
  return {
    box: boxOf(bbox),
    world: scale * 2 * Math.PI,
    toPlane,
    toLonLat: (x, y) => [x / scale / RAD + west, (2 * Math.atan(Math.exp(top - y / scale)) - Math.PI / 2) / RAD],
    boxOf,
  };
}

/** SVG path data of a line in a plane. */
export const linePath = (plane: Plane, positions: readonly (readonly number[])[]): string =>
  positions
    .map(([lon = 0, lat = 0], index) => {
      const [x, y] = plane.toPlane(lon, lat);
      return `${index ? 'L' : 'M'}${rounded(x)} ${rounded(y)}`;
    })
    .join('');

const rounded = (n: number): number => Math.round(n * 100) / 100;

/** `[west, south, east, north]` around points. */
export function boxOfPoints(points: readonly Point[]): LonLatBox {
  let box: LonLatBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lon, lat } of points) {
    const [west, south, east, north] = box;
    box = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
  }
  return box;
}

/** A box in the plane, null for one that is empty. A box of no size has no scale: a unit of the plane stands for one place. */
export function boxAround(box: LonLatBox, plane: Plane): PlaneBox | null {
  if (box[0] > box[2]) return null;
  const [[left, top], [right, bottom]] = plane.boxOf(box);
  return [
    [left - 0.5, top - 0.5],
    [right + 0.5, bottom + 0.5],
  ];
}
