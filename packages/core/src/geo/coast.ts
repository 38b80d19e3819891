/** Shorelines out of land polygons: the edges that come from cutting the land at the basemap's box are not shore. */
import type { Lines, Position } from './ground-lines.ts';
import type { LonLatBox } from './near.ts';

/** Land is cut and quantised: what lies this near to the box's edge (degrees) lies on it. */
const NEAR = 0.012;

/** The shorelines of rings of land, without the straight edges along `bbox`. */
export const coastLines = (rings: Lines, bbox: LonLatBox): Lines => rings.flatMap((ring) => shoreOf(ring, bbox));

function shoreOf(ring: readonly Position[], bbox: LonLatBox): Position[][] {
  const lines: Position[][] = [];
  let line: Position[] = [];
  let before: Position | undefined;
  for (const position of ring) {
    if (before !== undefined && sameEdge(before, position, bbox)) {
      if (line.length > 1) lines.push(line);
      line = [];
    }
    line.push(position);
    before = position;
  }
  if (line.length > 1) lines.push(line);
  return joinEnds(lines, ring);
}

/** A ring starts anywhere: where that is amid the shore, the last line goes on in the first. */
function joinEnds(lines: Position[][], ring: readonly Position[]): Position[][] {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined || first === last) return lines;
  if (first[0] !== ring[0] || last.at(-1) !== ring.at(-1)) return lines;
  return [[...last, ...first.slice(1)], ...lines.slice(1, -1)];
}

/** Whether both positions lie on one same edge of the box. */
function sameEdge(a: Position, b: Position, [west, south, east, north]: LonLatBox): boolean {
  const [ax, ay] = a;
  const [bx, by] = b;
  const on = (edge: number, p: number, q: number) => Math.abs(p - edge) < NEAR && Math.abs(q - edge) < NEAR;
  return on(west, ax, bx) || on(east, ax, bx) || on(south, ay, by) || on(north, ay, by);
}
