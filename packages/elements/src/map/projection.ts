/**
 * The flat plane on which the map is drawn: Mercator, the basemap's box mapped to `[0, SIZE]` across.
 * Paths are computed once in this plane; zooming and resizing only change one transform.
 */
import { type GeoPermissibleObjects, geoMercatorRaw, geoPath, geoProjection } from 'd3-geo';
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
  const scale = SIZE / (((east - west) * Math.PI) / 180);
  // No spherical clipping: the window is small, and d3's needs Array.from, which old libraries on host pages break.
  const projection = geoProjection(geoMercatorRaw)
    .preclip((stream) => stream)
    .precision(0)
    .scale(scale)
    .translate([0, 0]);
  const [left, top] = projection([west, north]) ?? [0, 0];
  projection.translate([-left, -top]);
  const toPlane = (lon: number, lat: number): [number, number] => projection([lon, lat]) ?? [0, 0];
  const boxOf = ([w, s, e, n]: LonLatBox): PlaneBox => [toPlane(w, n), toPlane(e, s)];
  const path = geoPath(projection).digits(2);
  return {
    box: boxOf([west, south, east, north]),
    world: scale * 2 * Math.PI,
    toPlane,
    toLonLat: (x, y) => projection.invert?.([x, y]) ?? [0, 0],
    boxOf,
    path: (geometry) => path(geometry) ?? '',
  };
}
