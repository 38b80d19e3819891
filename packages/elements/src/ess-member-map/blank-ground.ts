import type { MapBasemap, MapPoint } from '../map/types.ts';

/** A map without ground (`basemap="none"`): the sea around the points. */
export function blankGround({ points }: { readonly points: readonly MapPoint[] }): MapBasemap {
  const [lons, lats] = [points.map(({ lon }) => lon), points.map(({ lat }) => lat)];
  const span = (values: readonly number[], otherwise: readonly [number, number]): readonly [number, number] =>
    values.length === 0
      ? otherwise
      : [values.reduce((a, b) => Math.min(a, b)) - 0.5, values.reduce((a, b) => Math.max(a, b)) + 0.5];
  const [west, east] = span(lons, [-5.5, 9.8]);
  const [south, north] = span(lats, [41.2, 51.2]);
  const topology: MapBasemap['topology'] = { type: 'Topology', arcs: [], objects: {} };
  const box = [west, south, east, north] as const;
  return { bbox: box, focus: box, topology, places: [], seas: [], attribution: '' };
}
