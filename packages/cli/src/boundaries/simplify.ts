/** Outlines without what is too small to be seen; what shares its lines shares them still. */
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import { presimplify } from 'topojson-simplify';
import type { Topology as AnyTopology, GeometryObject } from 'topojson-specification';
import type { Contour } from './contours.ts';

type Topology = AnyTopology<Record<string, GeometryObject>>;

/** Metres in a degree of latitude. */
const DEGREE = 111_320;

/** From degrees to metres on a plane that is right at one latitude. */
export type Metres = (position: Readonly<Position>) => readonly [number, number];

export const metresAt = (latitude: number): Metres => {
  const across = DEGREE * Math.cos((latitude * Math.PI) / 180);
  return ([x = 0, y = 0]) => [x * across, y * DEGREE];
};

/** Features whose islets are as large as the detail asked for; a territory keeps its largest part, however small. */
export function collection(
  contours: readonly Pick<Contour, 'code' | 'polygons'>[],
  detail: number,
  metres: Metres,
): FeatureCollection<MultiPolygon> {
  const features = contours.map(({ code, polygons }): Feature<MultiPolygon> => {
    const sizes = polygons.map(([ring = []]) => areaOf(ring, metres));
    const largest = Math.max(...sizes);
    const kept = polygons.filter((_, index) => sizes[index] === largest || (sizes[index] ?? 0) >= detail * detail);
    return { type: 'Feature', id: code, properties: {}, geometry: { type: 'MultiPolygon', coordinates: [...kept] } };
  });
  return { type: 'FeatureCollection', features };
}

/** Square metres. */
export function areaOf(ring: readonly Readonly<Position>[], metres: Metres): number {
  let twice = 0;
  ring.forEach((position, index) => {
    const [ax, ay] = metres(position);
    const [bx, by] = metres(ring[(index + 1) % ring.length] ?? position);
    twice += ax * by - bx * ay;
  });
  return Math.abs(twice) / 2;
}

/**
 * Visvalingam’s simplification of shared lines. An arc never loses so much that a ring made of it would vanish.
 * @param interest how much a place matters, 1 by default: what matters less is drawn more coarsely
 */
export function simplified(
  lines: Topology,
  detail: number,
  metres: Metres,
  interest: (place: readonly [number, number]) => number = () => 1,
): Topology {
  const weighed = presimplify(lines, ([a, b, c]) => {
    const [[ax, ay], [bx, by], [cx, cy]] = [metres(a), metres(b), metres(c)];
    return (interest(b) * Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))) / 2;
  });
  const least = (detail * detail) / 2;
  const arcs = weighed.arcs.map((arc) => {
    const [start, end] = [arc[0], arc.at(-1)];
    const isRing = start?.[0] === end?.[0] && start?.[1] === end?.[1];
    const between = arc.slice(1, -1).map(([, , weight = 0]) => weight);
    const spared = between.sort((a, b) => b - a)[isRing ? 1 : 0] ?? 0;
    const limit = Math.min(least, spared);
    return arc.filter(([, , weight = 0]) => weight >= limit).map(([x = 0, y = 0]) => [x, y]);
  });
  return { ...weighed, arcs };
}
