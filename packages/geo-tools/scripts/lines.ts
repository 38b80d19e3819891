/** Plane geometry of lines, in degrees: cutting at two points, joining, smoothing. */
import { clockwise, doubleArea, type Line, type LonLatPair, same } from '../src/geometry/rings.ts';

/** Returns the squared distance on the ground, near enough at these latitudes to tell the nearest. */
function distance(a: LonLatPair, b: LonLatPair): number {
  const dx = (a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180);
  const dy = a[1] - b[1];
  return dx * dx + dy * dy;
}

/** Returns the place in a line of the point nearest to `target`. */
export function nearest(line: Line, target: LonLatPair): number {
  let best = 0;
  line.forEach((point, index) => {
    if (distance(target, point) < distance(target, line[best] ?? point)) best = index;
  });
  return best;
}

export const middleOf = (a: LonLatPair, b: LonLatPair): LonLatPair => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** Adds a point to a line: the middle of the segment whose middle is nearest to `target`. */
export function withMiddleNear(line: Line, target: LonLatPair): LonLatPair[] {
  const middles = line.slice(1).map((point, index) => middleOf(line[index] ?? point, point));
  const at = nearest(middles, target);
  return [...line.slice(0, at + 1), ...middles.slice(at, at + 1), ...line.slice(at + 1)];
}

/** Joins lines, each beginning where the one before ends, into a closed clockwise ring. */
export function joined(...lines: readonly Line[]): LonLatPair[] {
  const ring: LonLatPair[] = [];
  for (const line of lines) {
    const last = ring.at(-1);
    if (last !== undefined && !same(last, line[0])) throw new Error(`Lines do not meet at ${String(last)}.`);
    ring.push(...(last === undefined ? line : line.slice(1)));
  }
  if (!same(ring[0], ring.at(-1))) throw new Error('The lines do not make a ring.');
  return clockwise(ring);
}

/**
 * Leaves out the points that make less than `area` (square degrees) of a triangle with their neighbours, the least first
 * (Visvalingam); ends stay.
 */
export function simplified(line: Line, area: number): LonLatPair[] {
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
export function rounded(line: Line): LonLatPair[] {
  const [first] = line;
  const last = line.at(-1);
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  const points: LonLatPair[] = [first];
  for (let i = 1; i < line.length - 1; i += 1) {
    for (const other of [line[i - 1], line[i + 1]]) {
      const [x, y] = line[i] ?? first;
      const [ox, oy] = other ?? first;
      points.push([x * 0.75 + ox * 0.25, y * 0.75 + oy * 0.25]);
    }
  }
  return [...points, last];
}
