/**
 * Groups of points that are near each other, for one view, made when the view asks: points are counted into a fine grid, then
 * cells that are near are joined. No index of all points at all scales is built, so that the first view and each change of the
 * filters cost one walk over the points (about 10 ms for 220,000).
 *
 * The grid is that of the world and the area looked at is rounded to it: panning does not change what is grouped.
 */

import type { LonLatBox } from '../../geo/index.ts';

/** View of a map. */
export interface View {
  readonly box: LonLatBox;
  /** Points nearer than this are drawn as one: a part of the width of the world. */
  readonly radius: number;
}

/** Cells a radius: two of them are as wide as one. */
const CELLS = 2;
/** The area looked at is rounded to this many radii, and widened by a few: what happens at its edge is not seen. */
const ROUND = 16;
const MARGIN = 4;

/** The world's flat positions of the columns: x and y from 0 to 1 (Mercator). */
export interface World {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export const worldX = (lon: number): number => (lon + 180) / 360;
export function worldY(lat: number): number {
  const sin = Math.sin((Math.min(85.05, Math.max(-85.05, lat)) * Math.PI) / 180);
  return 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI;
}

/** Columns of what a cell or a cluster holds: its number, the sum and the bounds of its points, the first of them. */
export interface Sums {
  readonly n: Uint32Array;
  readonly first: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly west: Float64Array;
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly south: Float64Array;
}

export const sums = (room: number): Sums => ({
  n: new Uint32Array(room),
  first: new Uint32Array(room),
  x: new Float64Array(room),
  y: new Float64Array(room),
  west: new Float64Array(room).fill(2),
  east: new Float64Array(room).fill(-2),
  north: new Float64Array(room).fill(2),
  south: new Float64Array(room).fill(-2),
});

interface Grid {
  readonly columns: number;
  /** Side of a cell: no quotient of whole columns, which a rounding error may make one more. */
  readonly size: number;
  /** Index of the sums of each cell, from 1; 0 for an empty cell. */
  readonly cells: Int32Array;
  readonly cellOf: Uint32Array;
  readonly filled: number;
  readonly sums: Sums;
}

/** Grid of the places of a list, and for each of its filled cells the one that it is joined to. */
export interface JoinedCells {
  readonly area: Area;
  readonly grid: Grid;
  readonly owner: Int32Array;
}

/** Joins the cells of the grid that are near each other. */
export function joinCells(world: World, places: Uint32Array, { box, radius }: View): JoinedCells {
  const area = groupedArea(box, radius);
  const grid = fill(world, places, area, radius / CELLS);
  return { area, grid, owner: join(grid, radius) };
}

/**
 * Groups the places that are near each other, for callers that have all points at hand.
 * @returns the places of each cluster in the order of the list, clusters by their first place
 */
export function group(world: World, places: Uint32Array, view: View): number[][] {
  const cells = joinCells(world, places, view);
  const groups = new Map<number, number[]>();
  for (const place of places) {
    const head = ownerOf(world, place, cells);
    const known = groups.get(head);
    if (known) known.push(place);
    else if (head !== -1) groups.set(head, [place]);
  }
  return [...groups.values()];
}

type Area = readonly [left: number, top: number, right: number, bottom: number];

/** Returns the area that is grouped for a box: all boxes inside it give the same clusters. */
export function groupedArea([west, south, east, north]: LonLatBox, radius: number): Area {
  const step = radius * ROUND;
  const margin = radius * MARGIN;
  const down = (value: number): number => Math.floor((value - margin) / step) * step;
  const up = (value: number): number => Math.ceil((value + margin) / step) * step;
  return [down(worldX(west)), down(worldY(north)), up(worldX(east)), up(worldY(south))];
}

function fill({ x, y }: World, places: Uint32Array, [left, top, right, bottom]: Area, size: number): Grid {
  const columns = Math.ceil((right - left) / size) + 1;
  const rows = Math.ceil((bottom - top) / size) + 1;
  const cells = new Int32Array(columns * rows);
  const room = Math.min(places.length, cells.length);
  const cellOf = new Uint32Array(room);
  const into = sums(room);
  let filled = 0;
  for (let rank = 0; rank < places.length; rank += 1) {
    const place = places[rank] ?? 0;
    const px = x[place] ?? 0;
    const py = y[place] ?? 0;
    if (px < left || px > right || py < top || py > bottom) continue;
    const cell = Math.floor((py - top) / size) * columns + Math.floor((px - left) / size);
    let at = (cells[cell] ?? 0) - 1;
    if (at < 0) {
      at = filled;
      filled += 1;
      cells[cell] = filled;
      cellOf[at] = cell;
      into.first[at] = rank;
    }
    into.n[at] = (into.n[at] ?? 0) + 1;
    into.x[at] = (into.x[at] ?? 0) + px;
    into.y[at] = (into.y[at] ?? 0) + py;
    if (px < (into.west[at] ?? 0)) into.west[at] = px;
    if (px > (into.east[at] ?? 0)) into.east[at] = px;
    if (py < (into.north[at] ?? 0)) into.north[at] = py;
    if (py > (into.south[at] ?? 0)) into.south[at] = py;
  }
  return { columns, size, cells, cellOf, filled, sums: into };
}

/** For each filled cell, the one that it is joined to: the fullest take what is near, then the next ones. */
function join({ columns, cells, cellOf, filled, sums: { n, first, x, y } }: Grid, radius: number): Int32Array {
  const order = Uint32Array.from({ length: filled }, (_, at) => at).sort(
    (a, b) => (n[b] ?? 0) - (n[a] ?? 0) || (first[a] ?? 0) - (first[b] ?? 0),
  );
  const owner = new Int32Array(filled).fill(-1);
  const mean = (sum: Float64Array, at: number): number => (sum[at] ?? 0) / (n[at] ?? 1);
  for (const at of order) {
    if (owner[at] !== -1) continue;
    owner[at] = at;
    const cell = cellOf[at] ?? 0;
    const column = cell % columns;
    for (let dy = -CELLS; dy <= CELLS; dy += 1) {
      for (let dx = -CELLS; dx <= CELLS; dx += 1) {
        if (column + dx < 0 || column + dx >= columns) continue;
        const other = (cells[cell + dy * columns + dx] ?? 0) - 1;
        if (other < 0 || owner[other] !== -1) continue;
        const far = Math.hypot(mean(x, other) - mean(x, at), mean(y, other) - mean(y, at));
        if (far <= radius) owner[other] = at;
      }
    }
  }
  return owner;
}

/** Returns the cluster that a place of the list went into; −1 for a place outside the area. */
export function ownerOf(
  { x, y }: World,
  place: number,
  { area: [left, top, right, bottom], grid: { columns, size, cells }, owner }: JoinedCells,
): number {
  const [px, py] = [x[place] ?? 0, y[place] ?? 0];
  if (px < left || px > right || py < top || py > bottom) return -1;
  const cell = Math.floor((py - top) / size) * columns + Math.floor((px - left) / size);
  return owner[(cells[cell] ?? 0) - 1] ?? -1;
}
