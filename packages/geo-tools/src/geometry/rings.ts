/** Plane geometry of rings, in degrees: cutting at a box, direction, stretches. */
import { geoIdentity, geoStream } from 'd3-geo';
import type { Geometry, MultiPolygon, Position } from 'geojson';

/** Longitude and latitude. */
export type LonLatPair = readonly [number, number];
export type Line = readonly LonLatPair[];
/** An outer ring, then its holes. */
export type Rings = readonly Line[];
/** `[west, south, east, north]` */
export type LonLatExtent = readonly [number, number, number, number];

/** Returns positions as points; a third number, a height, is left out. */
export const pointsOf = (positions: readonly Position[]): LonLatPair[] => positions.map(([x = 0, y = 0]) => [x, y]);

export const same = (a: LonLatPair | undefined, b: LonLatPair | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** Tells whether a ring has a point in a box. */
export function touches(ring: Line, [west, south, east, north]: LonLatExtent): boolean {
  return ring.some(([x, y]) => x >= west && x <= east && y >= south && y <= north);
}

/** Cuts polygons at a box; their rings come back closed, outer ones clockwise, holes the other way round. */
export function clip(polygons: readonly Rings[], box: LonLatExtent): LonLatPair[][][] {
  return polygons.flatMap(([outer, ...holes]) => {
    if (outer === undefined || !reaches(outer, box)) return [];
    const cut = cutRing(outer, box).map((ring) => [clockwise(ring)]);
    for (const hole of holes.filter((each) => reaches(each, box)).flatMap((each) => cutRing(each, box))) {
      const around = cut.find(([ring = []]) => hole.some((point) => holds([ring], point))) ?? cut[0];
      around?.push(clockwise(hole).reverse());
    }
    return cut;
  });
}

/** Tells whether a ring may share ground with a box: one around all of it has no point in it. */
function reaches(ring: Line, [west, south, east, north]: LonLatExtent): boolean {
  const [w, s, e, n] = ringsExtent([ring]);
  return w <= east && e >= west && s <= north && n >= south;
}

function cutRing(outer: Line, [west, south, east, north]: LonLatExtent): LonLatPair[][] {
  const rings: LonLatPair[][] = [];
  let ring: LonLatPair[] = [];
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
  const polygon = { type: 'Polygon' as const, coordinates: [outer.map(([x, y]) => [x, y])] };
  geoStream(polygon, clipped.stream(sink));
  return rings.map(close);
}

/** Returns a ring whose last point is its first. */
export function close(ring: readonly LonLatPair[]): LonLatPair[] {
  const [first] = ring;
  return first === undefined || same(first, ring.at(-1)) ? [...ring] : [...ring, first];
}

/** Returns twice the signed area: negative when clockwise, north up. */
export function doubleArea(ring: Line): number {
  let sum = 0;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before !== undefined) sum += before[0] * point[1] - point[0] * before[1];
    before = point;
  }
  return sum;
}

/** Turns a ring in place so that it runs clockwise, as TopoJSON and d3 expect of outer ones. */
export const clockwise = (ring: LonLatPair[]): LonLatPair[] => (doubleArea(ring) > 0 ? ring.reverse() : ring);

/** Tells whether a point lies inside of rings (even-odd rule): those of a polygon, or of many that share no ground. */
export function holds(rings: Rings, [lon, lat]: LonLatPair): boolean {
  let inside = false;
  for (const ring of rings) {
    let [px, py] = ring.at(-1) ?? [0, 0];
    for (const [x, y] of ring) {
      if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside;
      [px, py] = [x, y];
    }
  }
  return inside;
}

/**
 * Cuts polygons along the antimeridian where they cross it: a plane map has it at both of its ends. They are known by a step
 * of more than half the world between two points, or by longitudes beyond 180.
 */
export function unstitched(polygons: readonly Rings[]): Rings[] {
  return polygons.flatMap((rings) => {
    if (!rings.some(crosses)) return [rings];
    const whole = rings.map(unrolled);
    // A ring around a pole does not come back to where it began, and has no inside on a plane.
    if (whole.some((ring) => !same(ring[0], ring.at(-1)))) return [rings];
    return [-360, 0, 360].flatMap((turn) => {
      const turned = whole.map((ring) => ring.map(([x, y]): LonLatPair => [x + turn, y]));
      return clip([turned], [-180, -90, 180, 90]);
    });
  });
}

const crosses = (ring: Line): boolean =>
  ring.some(([x], index) => Math.abs(x) > 180 || Math.abs(x - (ring[index - 1]?.[0] ?? x)) > 180);

function unrolled(ring: Line): Line {
  let turn = 0;
  return ring.map(([x, y], index): LonLatPair => {
    const step = x - (ring[index - 1]?.[0] ?? x);
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [x + turn, y];
  });
}

/** Returns the part of a closed ring that runs from one of its places to another, in its own direction. */
export function stretch(ring: Line, from: number, to: number): LonLatPair[] {
  const open = ring.slice(0, -1);
  return from <= to ? open.slice(from, to + 1) : [...open.slice(from), ...open.slice(0, to + 1)];
}

/** Returns polygons as one geometry. */
export function multiPolygon(polygons: readonly Rings[]): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
  };
}

/**
 * Returns the polygons of a geometry, each its outer ring, then its holes. A ring that cannot be read is left out, and so are
 * the holes of such an outer one.
 */
export function geometryPolygons(geometry: Geometry): LonLatPair[][][] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(geometryPolygons);
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons.flatMap((rings) => {
    const sound = rings.filter((ring) => ring.length >= 4 && ring.every(isPosition));
    return sound[0] && sound[0] === rings[0] ? [sound.map(pointsOf)] : [];
  });
}

const isPosition = ([x, y]: Position): boolean => Number.isFinite(x) && Number.isFinite(y);

/** Returns the least box around rings. */
export function ringsExtent(rings: Rings): LonLatExtent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      [west, south] = [Math.min(west, x), Math.min(south, y)];
      [east, north] = [Math.max(east, x), Math.max(north, y)];
    }
  }
  return [west, south, east, north];
}

/** Returns the box of rings, widened by a margin in degrees and rounded outwards to hundredths. */
export function boxOf(rings: Rings, margin: number): LonLatExtent {
  const [west, south, east, north] = ringsExtent(rings);
  const down = (value: number): number => Math.floor((value - margin) * 100) / 100;
  const up = (value: number): number => Math.ceil((value + margin) * 100) / 100;
  return [down(west), down(south), up(east), up(north)];
}
