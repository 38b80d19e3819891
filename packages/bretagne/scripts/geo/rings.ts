/** Plane geometry of rings and lines, in degrees: cutting at a box, cutting at two points, joining. */
import { geoIdentity, geoStream } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';

/** Longitude and latitude. */
export type Point = readonly [number, number];
export type Line = readonly Point[];
/** `[west, south, east, north]` */
export type Box = readonly [number, number, number, number];

/** Positions as points. */
export const pointsOf = (positions: readonly Position[]): Point[] => positions.map(([x = 0, y = 0]) => [x, y]);

export const same = (a: Point | undefined, b: Point | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** Whether a ring comes near a box at all. */
export function touches(ring: Line, [west, south, east, north]: Box): boolean {
  return ring.some(([x, y]) => x >= west && x <= east && y >= south && y <= north);
}

/** Cuts polygons at a box; their rings come back closed. Holes would be lost and are refused. */
export function clip(polygons: readonly (readonly Line[])[], box: Box): Point[][] {
  const [west, south, east, north] = box;
  const rings: Point[][] = [];
  let ring: Point[] = [];
  const sink = {
    point: (x: number, y: number) => void ring.push([x, y]),
    lineStart: () => void (ring = []),
    lineEnd: () => void rings.push(ring),
    polygonStart: () => undefined,
    polygonEnd: () => undefined,
  };
  const clipped = geoIdentity().clipExtent([
    [west, south],
    [east, north],
  ]);
  for (const [outer, ...holes] of polygons) {
    if (outer === undefined || !touches(outer, box)) continue;
    if (holes.some((hole) => touches(hole, box))) throw new Error('A hole in the land lies inside the box.');
    const polygon = { type: 'Polygon' as const, coordinates: [outer.map(([x, y]) => [x, y])] };
    geoStream(polygon, clipped.stream(sink));
  }
  return rings.map((points) => clockwise(close(points)));
}

function close(ring: Point[]): Point[] {
  const first = ring[0];
  return first === undefined || same(first, ring.at(-1)) ? ring : [...ring, first];
}

/** Twice the signed area: negative when clockwise, north up. */
export function doubleArea(ring: Line): number {
  let sum = 0;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before !== undefined) sum += before[0] * point[1] - point[0] * before[1];
    before = point;
  }
  return sum;
}

/** Outer rings run clockwise, as TopoJSON and d3 expect. */
export const clockwise = (ring: Point[]): Point[] => (doubleArea(ring) > 0 ? ring.reverse() : ring);

/** Squared distance on the ground, near enough at these latitudes to tell the nearest. */
function distance(a: Point, b: Point): number {
  const dx = (a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180);
  const dy = a[1] - b[1];
  return dx * dx + dy * dy;
}

/** Place in a line of the point nearest to `target`. */
export function nearest(line: Line, target: Point): number {
  let best = 0;
  line.forEach((point, index) => {
    if (distance(target, point) < distance(target, line[best] ?? point)) best = index;
  });
  return best;
}

export const middleOf = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** A line with one point more: the middle of the segment whose middle is nearest to `target`. */
export function withMiddleNear(line: Line, target: Point): Point[] {
  const middles = line.slice(1).map((point, index) => middleOf(line[index] ?? point, point));
  const at = nearest(middles, target);
  return [...line.slice(0, at + 1), ...middles.slice(at, at + 1), ...line.slice(at + 1)];
}

/** The part of a closed ring that runs from one of its places to another, in its own direction. */
export function stretch(ring: Line, from: number, to: number): Point[] {
  const open = ring.slice(0, -1);
  return from <= to ? open.slice(from, to + 1) : [...open.slice(from), ...open.slice(0, to + 1)];
}

/** Joins lines, each beginning where the one before ends, into a closed clockwise ring. */
export function joined(...lines: readonly Line[]): Point[] {
  const ring: Point[] = [];
  for (const line of lines) {
    const last = ring.at(-1);
    if (last !== undefined && !same(last, line[0])) throw new Error(`Lines do not meet at ${String(last)}.`);
    ring.push(...(last === undefined ? line : line.slice(1)));
  }
  if (!same(ring[0], ring.at(-1))) throw new Error('The lines do not make a ring.');
  return clockwise(ring);
}

export const reversed = (line: Line): Point[] => [...line].reverse();

/** Rings as one geometry, each a polygon of its own. */
export function multiPolygon(rings: readonly Line[]): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring.map(([x, y]) => [x, y])]) };
}

/**
 * Leaves out the points that make less than `area` (square degrees) of a triangle with their neighbours, the least first
 * (Visvalingam); ends stay.
 */
export function simplified(line: Line, area: number): Point[] {
  const points = [...line];
  for (;;) {
    let least = area;
    let at = -1;
    for (let i = 1; i < points.length - 1; i += 1) {
      const triangle = Math.abs(doubleArea(points.slice(i - 1, i + 2))) / 2;
      if (triangle < least) {
        least = triangle;
        at = i;
      }
    }
    if (at < 0) return points;
    points.splice(at, 1);
  }
}

/** Cuts the corners of a line once (Chaikin); ends stay. */
export function rounded(line: Line): Point[] {
  const [first] = line;
  const last = line.at(-1);
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  const points: Point[] = [first];
  for (let i = 1; i < line.length - 1; i += 1) {
    for (const other of [line[i - 1], line[i + 1]]) {
      const [x, y] = line[i] ?? first;
      const [ox, oy] = other ?? first;
      points.push([x * 0.75 + ox * 0.25, y * 0.75 + oy * 0.25]);
    }
  }
  return [...points, last];
}
