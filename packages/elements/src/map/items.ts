/** What is drawn at a scale: points and clusters, in the plane of the map, in the order of the list. */
import { type ClusterIndex, type ClusterItem, createClusterIndex } from '@ess-widgets/core/internal/directory/cluster';
import { boxOfPoints } from './geometry.ts';
import type { Plane } from './projection.ts';
import type { LonLatBox, MapPoint } from './types.ts';

/** Two markers nearer than this on the screen (px) become a cluster: 24 px targets and most discs keep apart. */
const NEAR = 34;
/** Doublings from the whole region to the closest view. */
export const LEVELS = 6;

/** A marker or a cluster, placed in the plane. */
export interface Item {
  /** The same for the same points at any scale. */
  readonly key: string;
  /** Place in the list of its (first) point. */
  readonly first: number;
  readonly x: number;
  readonly y: number;
  readonly lon: number;
  readonly lat: number;
  /** The point of a marker, or the first point of a cluster. */
  readonly point: MapPoint;
  readonly cluster: ClusterItem | null;
  /** Points in it: 1 for a marker. */
  readonly count: number;
}

/** The items of one list of points, for one size of map. */
export interface Items {
  /** The doubling that a scale (px a unit of the plane) belongs to, 0 for the whole region. */
  levelOf(k: number): number;
  at(box: LonLatBox, level: number): readonly Item[];
  /** Asks for the items of a view; whether the map will be told of them. Not there where all are at hand. */
  asks?(box: LonLatBox, level: number): boolean;
  /** Asks at once for the name of a marker that somebody points at. Not there where all are at hand. */
  name?(item: Item): void;
  /** The points of an item, in the order of the list. */
  pointsIn(item: Item): MapPoint[];
  /** What a list of the points of a cluster is asked for by. */
  idsIn(item: Item): readonly string[];
  /** The box around the points of an item. */
  boxOf(item: Item): LonLatBox;
  /** A point by its id, where the map knows it. */
  find(id: string): MapPoint | undefined;
  /** Whether an item is or holds a point. */
  holds(item: Item, id: string): boolean;
  /** The level at which a cluster falls apart, null if none does or the map does not go there. */
  splitLevel(item: Item): number | null;
}

/**
 * Where a map has its items from when its points are too many to be given to it: they are asked for as they are needed.
 * `at` gives what is known at once; the map is told when there is more.
 */
export interface ItemSource {
  /** The items for one size of map: see {@link createItems}. */
  readonly items: (scale: Scale) => Items;
  /** @returns what stops listening */
  readonly listen: (changed: () => void) => () => void;
}

/** One size of a map: what its levels are. */
export interface Scale {
  readonly plane: Plane;
  /** Scale of the whole-region view, px a unit of the plane. */
  readonly home: number;
  readonly levels: number;
  readonly levelOf: Items['levelOf'];
  /** Points nearer than this are one at a level: a part of the width of the world. */
  readonly radiusAt: (level: number) => number;
}

export const scaleOf = (plane: Plane, home: number): Scale => ({
  plane,
  home,
  levels: LEVELS,
  levelOf: (k) => Math.min(LEVELS, Math.max(0, Math.floor(Math.log2(k / home) + 1e-6))),
  radiusAt: (level) => NEAR / (plane.world * home * 2 ** level),
});

/**
 * @param home scale of the whole-region view, px a unit of the plane: clustering is exact there and at each doubling
 */
export function createItems(points: readonly MapPoint[], plane: Plane, home: number): Items {
  const world = plane.world * home;
  const base = Math.max(0, Math.floor(Math.log2(world / 512)));
  const radius = (NEAR * 512 * 2 ** base) / world;
  const index: ClusterIndex = createClusterIndex(points, { radius, maxZoom: base + LEVELS });
  const toItem = (found: ReturnType<ClusterIndex['at']>[number]): Item => {
    const point = points[found.first];
    if (point === undefined) throw new RangeError(`No point at place ${found.first}.`);
    const [x, y] = plane.toPlane(found.lon, found.lat);
    const common = { first: found.first, x, y, lon: found.lon, lat: found.lat, point };
    return found.kind === 'cluster'
      ? { ...common, key: `c${found.count}:${point.id}`, cluster: found, count: found.count }
      : { ...common, key: `p:${point.id}`, cluster: null, count: 1 };
  };
  const pointsIn = (item: Item): MapPoint[] =>
    item.cluster === null
      ? [item.point]
      : index.leaves(item.cluster.clusterId).flatMap((leaf) => points[leaf.first] ?? []);
  return {
    levelOf: scaleOf(plane, home).levelOf,
    at: (box, level) => index.at(box, base + level).map(toItem),
    pointsIn,
    idsIn: (item) => pointsIn(item).map(({ id }) => id),
    boxOf: (item) => boxOfPoints(pointsIn(item)),
    find: (id) => points.find((point) => point.id === id),
    holds: (item, id) => item.point.id === id || (item.count > 1 && pointsIn(item).some((point) => point.id === id)),
    splitLevel: (item) => {
      if (item.cluster === null || item.cluster.unsplittable) return null;
      const level = index.expansionZoom(item.cluster.clusterId) - base;
      return level > LEVELS ? null : level;
    },
  };
}

/** Diameter of an item on the screen, px. */
export function sizeOf(item: Item, selected: boolean): number {
  if (item.cluster !== null) return Math.round(Math.min(46, 28 + 3.3 * Math.sqrt(item.count - 2)));
  return selected ? 28 : 18;
}
