/**
 * Clusters of points for one view, made when the view asks: points are counted into a fine grid, then cells that are near
 * are joined. No index of all points at all scales is built, so that the first view and each change of the filters cost one
 * walk over the points (about 10 ms for 220,000).
 *
 * The grid is that of the world and the area looked at is rounded to it: panning does not change what is gathered.
 */

import type { LonLatBox } from '../../geo/near.ts';
import type { Precision } from '../../model/position.ts';
import { type Columns, STEPS } from './columns.ts';

/** View of a map. */
export interface ClusterView {
  readonly box: LonLatBox;
  /** Points nearer than this are drawn as one: a part of the width of the world. */
  readonly radius: number;
  /** Whose cluster is to be told. */
  readonly selected: number | null;
}

/** Clusters and single points, in the order of the list; all lists have a value each, positions two, boxes four. */
export interface Gathered {
  readonly count: Uint32Array;
  /** The first organisation of the list in it. */
  readonly place: Uint32Array;
  /** Rank of that organisation in the list. */
  readonly rank: Uint32Array;
  readonly position: Float64Array;
  /** Position of that organisation. */
  readonly lead: Float64Array;
  /** `[west, south, east, north]` around its points. */
  readonly box: Float64Array;
  /** Index of the cluster that holds the selected place; −1 where none does. */
  readonly holder: number;
  /** Everything inside of it was gathered. */
  readonly covers: LonLatBox;
}

/** Cells a radius: two of them are as wide as one. */
const CELLS = 2;
/** The area looked at is rounded to this many radii, and widened by a few: what happens at its edge is not seen. */
const ROUND = 16;
const MARGIN = 4;

/** Clusters of a view, with the collège and precision of each first organisation. */
export interface Clusters extends Gathered {
  readonly college: readonly (string | null)[];
  readonly precision: readonly Precision[];
}

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
const lonOf = (x: number): number => x * 360 - 180;
const latOf = (y: number): number => (360 * Math.atan(Math.exp((1 - 2 * y) * Math.PI))) / Math.PI - 90;

export function worldOf({ lon, lat, count }: Pick<Columns, 'lon' | 'lat' | 'count'>): World {
  const world = { x: new Float64Array(count), y: new Float64Array(count) };
  for (let place = 0; place < count; place += 1) {
    world.x[place] = worldX((lon[place] ?? 0) / STEPS);
    world.y[place] = worldY((lat[place] ?? 0) / STEPS);
  }
  return world;
}

/** Columns of what a cell or a cluster holds: its number, the sum and the bounds of its points, the first of them. */
interface Sums {
  readonly n: Uint32Array;
  readonly first: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly west: Float64Array;
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly south: Float64Array;
}

const sums = (room: number): Sums => ({
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

/**
 * Gathers the places of a list that have a position.
 * @param places in the order of the list
 */
export function gather(world: World, places: Uint32Array, { box, radius, selected }: ClusterView): Gathered {
  const area = areaOf(box, radius);
  const grid = fill(world, places, area, radius / CELLS);
  const owner = join(grid, radius);
  return told(world, places, grid, owner, area, selected);
}

/**
 * Groups the places that are near each other, for callers that have all points at hand.
 * @returns the places of each cluster in the order of the list, clusters by their first place
 */
export function group(world: World, places: Uint32Array, { box, radius }: Omit<ClusterView, 'selected'>): number[][] {
  const area = areaOf(box, radius);
  const grid = fill(world, places, area, radius / CELLS);
  const owner = join(grid, radius);
  const groups = new Map<number, number[]>();
  for (const place of places) {
    const head = ownerOf(world, place, grid, owner, area);
    const known = groups.get(head);
    if (known) known.push(place);
    else if (head !== -1) groups.set(head, [place]);
  }
  return [...groups.values()];
}

type Area = readonly [left: number, top: number, right: number, bottom: number];

/** Returns the area that is grouped for a box: all boxes inside it give the same clusters. */
export function areaOf([west, south, east, north]: LonLatBox, radius: number): Area {
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

/** The sums of cells that were joined, in the order of the list. */
function total(
  { filled, sums: cell }: Grid,
  owner: Int32Array,
): { readonly all: Sums; readonly heads: readonly number[] } {
  const all = sums(filled);
  const heads: number[] = [];
  for (let at = 0; at < filled; at += 1) {
    const to = owner[at] ?? at;
    if (all.n[to] === 0) {
      heads.push(to);
      all.first[to] = cell.first[at] ?? 0;
    }
    all.n[to] = (all.n[to] ?? 0) + (cell.n[at] ?? 0);
    all.first[to] = Math.min(all.first[to] ?? 0, cell.first[at] ?? 0);
    all.x[to] = (all.x[to] ?? 0) + (cell.x[at] ?? 0);
    all.y[to] = (all.y[to] ?? 0) + (cell.y[at] ?? 0);
    all.west[to] = Math.min(all.west[to] ?? 0, cell.west[at] ?? 0);
    all.east[to] = Math.max(all.east[to] ?? 0, cell.east[at] ?? 0);
    all.north[to] = Math.min(all.north[to] ?? 0, cell.north[at] ?? 0);
    all.south[to] = Math.max(all.south[to] ?? 0, cell.south[at] ?? 0);
  }
  return { all, heads: heads.sort((a, b) => (all.first[a] ?? 0) - (all.first[b] ?? 0)) };
}

function told(
  world: World,
  places: Uint32Array,
  grid: Grid,
  owner: Int32Array,
  [left, top, right, bottom]: Area,
  selected: number | null,
): Gathered {
  const { all, heads } = total(grid, owner);
  const length = heads.length;
  const result = {
    count: new Uint32Array(length),
    place: new Uint32Array(length),
    rank: new Uint32Array(length),
    position: new Float64Array(length * 2),
    lead: new Float64Array(length * 2),
    box: new Float64Array(length * 4),
  };
  const isShown = selected !== null && places.includes(selected);
  const held = isShown ? ownerOf(world, selected, grid, owner, [left, top, right, bottom]) : -1;
  heads.forEach((at, to) => {
    const [n, rank] = [all.n[at] ?? 1, all.first[at] ?? 0];
    result.count[to] = n;
    result.rank[to] = rank;
    result.place[to] = places[rank] ?? 0;
    // The mean of equal numbers may differ from them in its last digit: bounds never do.
    const x = Math.min(all.east[at] ?? 0, Math.max(all.west[at] ?? 0, (all.x[at] ?? 0) / n));
    const y = Math.min(all.south[at] ?? 0, Math.max(all.north[at] ?? 0, (all.y[at] ?? 0) / n));
    const lead = result.place[to] ?? 0;
    result.lead.set([lonOf(world.x[lead] ?? 0), latOf(world.y[lead] ?? 0)], to * 2);
    result.position.set([lonOf(x), latOf(y)], to * 2);
    const [west, south] = [lonOf(all.west[at] ?? 0), latOf(all.south[at] ?? 0)];
    result.box.set([west, south, lonOf(all.east[at] ?? 0), latOf(all.north[at] ?? 0)], to * 4);
  });
  return { ...result, holder: heads.indexOf(held), covers: [lonOf(left), latOf(bottom), lonOf(right), latOf(top)] };
}

/** Returns the cluster that a place of the list went into; −1 for a place outside the area. */
function ownerOf(
  { x, y }: World,
  place: number,
  { columns, size, cells }: Grid,
  owner: Int32Array,
  [left, top, right, bottom]: Area,
): number {
  const [px, py] = [x[place] ?? 0, y[place] ?? 0];
  if (px < left || px > right || py < top || py > bottom) return -1;
  const cell = Math.floor((py - top) / size) * columns + Math.floor((px - left) / size);
  return owner[(cells[cell] ?? 0) - 1] ?? -1;
}
