import type { LonLatBox, MapBasemap } from '../map/types.ts';
import type { MapWish } from './map-controller.ts';

/** How far the sea goes on around the points, in their own widths: a wide screen and a tall one do not show its end. */
const AROUND = 3;

/**
 * A map without ground (`basemap="none"`, or none that shows these data): the sea around the points.
 * @param extent around points that are too many to be given
 */
export function blankGround({ points, extent }: Pick<MapWish, 'points' | 'extent'>): MapBasemap {
  const [left = [], low = [], right = [], high = []] =
    points.length || !extent ? [] : extent.map((degrees) => [degrees]);
  const [lons, lats] = [
    points.map(({ lon }) => lon).concat(left, right),
    points.map(({ lat }) => lat).concat(low, high),
  ];
  const span = (values: readonly number[], otherwise: readonly [number, number]): readonly [number, number] =>
    values.length === 0
      ? otherwise
      : [values.reduce((a, b) => Math.min(a, b)) - 0.2, values.reduce((a, b) => Math.max(a, b)) + 0.2];
  const [west, east] = span(lons, [-5.5, 9.8]);
  const [south, north] = span(lats, [41.2, 51.2]);
  const around = AROUND * Math.max(east - west, north - south);
  const bbox: LonLatBox = [west - around, Math.max(south - around, -85), east + around, Math.min(north + around, 85)];
  const topology: MapBasemap['topology'] = { type: 'Topology', arcs: [], objects: {} };
  return { bbox, focus: [west, south, east, north], topology, places: [], seas: [], attribution: '' };
}
