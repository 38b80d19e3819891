/** From rings to a compact basemap file. */
import type { GeoJsonObject } from 'geojson';
import { topology } from 'topojson-server';
import type { GeometryObject, Topology } from 'topojson-specification';
import type { Box, Line } from './rings.ts';

/** Steps across the box: some 100 m on the map of Brittany, less than its lines are smoothed by. */
const STEPS = 4_500;

/** Quantised, with a box. */
export type CompactTopology = Topology<Record<string, GeometryObject>>;

/** A topology without what readers do not need, its numbers short. */
export function compactTopology(objects: Readonly<Record<string, GeoJsonObject>>, steps = STEPS): CompactTopology {
  const { type, bbox, transform, objects: named, arcs } = topology(objects, steps);
  const short = (value: number): number => Number(value.toPrecision(9));
  if (bbox === undefined || transform === undefined) throw new Error('The topology is not quantised.');
  const [west = 0, south = 0, east = 0, north = 0] = bbox.map(short);
  return {
    type,
    bbox: [west, south, east, north],
    transform: {
      scale: [short(transform.scale[0]), short(transform.scale[1])],
      translate: [short(transform.translate[0]), short(transform.translate[1])],
    },
    objects: named,
    arcs,
  };
}

/** The box of rings, widened by a margin in degrees and rounded outwards to hundredths. */
export function boxOf(rings: readonly Line[], margin: number): Box {
  const xs = rings.flat().map(([x]) => x);
  const ys = rings.flat().map(([, y]) => y);
  const down = (value: number): number => Math.floor((value - margin) * 100) / 100;
  const up = (value: number): number => Math.ceil((value + margin) * 100) / 100;
  return [down(Math.min(...xs)), down(Math.min(...ys)), up(Math.max(...xs)), up(Math.max(...ys))];
}
