/** Outlines without details that are too small to be seen; areas that share lines share them still. */
import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import { presimplify } from 'topojson-simplify';
import { multiPolygon, type Rings } from './rings.ts';
import type { CompactTopology } from './topology.ts';

/** Metres in a degree of latitude. */
const DEGREE = 111_320;

/** From degrees to metres on a plane that is right at one latitude. */
export type Metres = (position: Readonly<Position>) => readonly [number, number];

export const metresAt = (latitude: number): Metres => {
  const across = DEGREE * Math.cos((latitude * Math.PI) / 180);
  return ([x = 0, y = 0]) => [x * across, y * DEGREE];
};

/** Leaves out the islets smaller than the detail asked for; a territory keeps its largest part, however small. */
export function withoutIslets(
  areas: readonly { readonly code: string; readonly polygons: readonly Rings[] }[],
  detail: number,
  metres: Metres,
): FeatureCollection<MultiPolygon> {
  const features = areas.map(({ code, polygons }): Feature<MultiPolygon> => {
    const sizes = polygons.map(([ring = []]) => ringArea(ring, metres));
    const largest = Math.max(...sizes);
    const kept = polygons.filter((_, index) => sizes[index] === largest || (sizes[index] ?? 0) >= detail * detail);
    return { type: 'Feature', id: code, properties: {}, geometry: multiPolygon(kept) };
  });
  return { type: 'FeatureCollection', features };
}

/** Returns the square metres within a ring. */
export function ringArea(ring: readonly Readonly<Position>[], metres: Metres): number {
  let twice = 0;
  ring.forEach((position, index) => {
    const [ax, ay] = metres(position);
    const [bx, by] = metres(ring[(index + 1) % ring.length] ?? position);
    twice += ax * by - bx * ay;
  });
  return Math.abs(twice) / 2;
}

/**
 * Simplifies shared lines (Visvalingam). An arc never loses so much that a ring made of it would vanish.
 * @param interest how much a place matters, 1 by default: a place that matters less is drawn more coarsely
 */
export function simplified(
  lines: CompactTopology,
  detail: number,
  metres: Metres,
  interest: (place: readonly [number, number]) => number = () => 1,
): CompactTopology {
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
