/** Clusters of the points of a view, as columns that a worker hands over: a directory too large to be at hand has these. */

import type { LonLatBox } from '../../geo/index.ts';
import type { Precision } from '../../model/index.ts';
import { type Columns, STEPS } from './columns.ts';
import {
  type JoinedCells,
  joinCells,
  ownerOf,
  type Sums,
  sums,
  type View,
  type World,
  worldX,
  worldY,
} from './group.ts';

/** View of a map, and the place that is selected. */
export interface ClusterView extends View {
  /** Whose cluster is to be told. */
  readonly selected: number | null;
}

/** Clusters and single points, in the order of the list; all lists have a value each, positions two, boxes four. */
interface Gathered {
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

/** Clusters of a view, with the collège and precision of each first organisation. */
export interface Clusters extends Gathered {
  readonly college: readonly (string | null)[];
  readonly precision: readonly Precision[];
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

/**
 * Gathers the places of a list that have a position.
 * @param places in the order of the list
 */
export function clusterPlaces(world: World, places: Uint32Array, view: ClusterView): Gathered {
  return told(world, places, joinCells(world, places, view), view.selected);
}

/** The sums of cells that were joined, in the order of the list. */
function total({ grid: { filled, sums: cell }, owner }: JoinedCells): {
  readonly all: Sums;
  readonly heads: readonly number[];
} {
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

function told(world: World, places: Uint32Array, cells: JoinedCells, selected: number | null): Gathered {
  const [left, top, right, bottom] = cells.area;
  const { all, heads } = total(cells);
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
  const held = isShown ? ownerOf(world, selected, cells) : -1;
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
