/**
 * The flat plane on which the map is drawn: Mercator, the basemap's box mapped to `[0, SIZE]` across.
 * Paths are computed once in this plane; zooming and resizing only change one transform.
 */
import { type GeoPermissibleObjects, geoPath, geoTransform } from 'd3-geo';
import type { LonLatBox } from './types.ts';

const SIZE = 4096;

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
  /** SVG path data of a geometry. */
  path(geometry: GeoPermissibleObjects): string;
}

/** Makes the plane of a basemap. */
export function createPlane(bbox: LonLatBox): Plane {
  const [west, south, east, north] = bbox;
  const scale = SIZE / radians(east - west);
  const top = mercator(north);
  const toPlane = (lon: number, lat: number): [number, number] => [
    scale * radians(lon - west),
    scale * (top - mercator(lat)),
  ];
  const toLonLat = (x: number, y: number): [number, number] => [west + degrees(x / scale), latitude(top - y / scale)];
  const boxOf = ([w, s, e, n]: LonLatBox): PlaneBox => [toPlane(w, n), toPlane(e, s)];
  // Not d3's spherical projection: the window is small, and that one weighs more than twice as much and needs
  // Array.from, which old libraries on host pages break.
  const plane = geoTransform({
    point(lon, lat) {
      this.stream.point(...toPlane(lon, lat));
    },
  });
  const path = geoPath(plane).digits(2);
  return {
    box: boxOf([west, south, east, north]),
    world: scale * 2 * Math.PI,
    toPlane,
    toLonLat,
    boxOf,
    path: (geometry) => path(geometry) ?? '',
  };
}

const radians = (angle: number): number => (angle * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** Height of a latitude above the equator, in radians of the equator. */
const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2));

/** The latitude of such a height. */
const latitude = (height: number): number => degrees(2 * Math.atan(Math.exp(height)) - Math.PI / 2);
