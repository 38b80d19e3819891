/** Items that a map draws at a scale: points and clusters in its plane, in the order of the list. */
import { group, groupedArea, worldX, worldY } from '../../directory/index.ts';
import { boxOfPoints, type LonLatBox, type Plane } from '../../geo/index.ts';
import type { Shape } from '../shapes.ts';

/** As many points at one place are fanned out around it; more are listed. */
export const FAN = 8;
/** Two markers nearer than this on the screen (px) become a cluster: 24 px targets and most discs keep apart. */
const NEAR = 34;

/** A marker. */
export interface MapPoint {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  /** First line of its label. */
  readonly name: string;
  /** Second line: what and where, with the precision of the position if it is not an address. */
  readonly detail: string;
  readonly shape: Shape;
  /** The custom property of its colour, for example `--_cat-3`. */
  readonly tone: string;
  /** The position is a commune or a territory, not an address. */
  readonly hollow: boolean;
  /** Name of its kind, of which clusters tell how many they hold; empty where there is one kind only. */
  readonly kind?: string;
  /** Commune that it is in, where that is known: the closest view never draws two communes as one. */
  readonly commune?: string | undefined;
  /** Free name for styling: `data-layer` of the button. */
  readonly layer: string;
}

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
  /** Points in it: 1 for a marker. */
  readonly count: number;
  /** Kinds of points in a cluster, by their number; not there where it is not known. */
  readonly parts?: readonly ItemPart[];
}

/** Points of one kind in a cluster. */
export interface ItemPart extends Pick<MapPoint, 'shape' | 'tone' | 'kind'> {
  readonly n: number;
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
  pointsIn(item: Item): readonly MapPoint[];
  /** Returns the ids by which a list of the points of a cluster is asked for. */
  idsIn(item: Item): readonly string[];
  /** The box around the points of an item. */
  boxOf(item: Item): LonLatBox;
  /** A point by its id, where the map knows it. */
  find(id: string): MapPoint | undefined;
  /** Whether an item is or holds a point. */
  holds(item: Item, id: string): boolean;
  /** The points of a cluster around it, for a scale in px a unit of the plane. Not there where they are not at hand. */
  fan?(item: Item, k: number): readonly Item[];
  /** The level at which a cluster falls apart, null if none does or the map does not go there. */
  splitLevel(item: Item): number | null;
}

/**
 * Source of the items of a map whose points are too many to be given to it: they are asked for as they are needed.
 * `at` gives what is known at once; the map is told when there is more.
 */
export interface ItemSource {
  /** The items for one size of map: see {@link createItems}. */
  readonly items: (scale: MapScale) => Items;
  /** @returns what stops listening */
  readonly listen: (changed: () => void) => () => void;
}

/** One size of a map: what its levels are. */
export interface MapScale {
  readonly plane: Plane;
  /** Scale of the whole-region view, px a unit of the plane. */
  readonly home: number;
  /** The level of the closest view. */
  readonly levels: number;
  readonly levelOf: Items['levelOf'];
  /** Points nearer than this are one at a level: a part of the width of the world. */
  readonly radiusAt: (level: number) => number;
}

/**
 * Divides the scales of a map into levels, a doubling each; the last one is that of its closest view alone.
 * @param home scale of the whole-region view, px a unit of the plane
 * @param most that of the closest view
 */
export function mapScale(plane: Plane, home: number, most: number): MapScale {
  const levels = Math.ceil(Math.log2(most / home) - 1e-6);
  return {
    plane,
    home,
    levels,
    levelOf: (k) =>
      k > most * 0.999 ? levels : Math.min(levels - 1, Math.max(0, Math.floor(Math.log2(k / home) + 1e-6))),
    radiusAt: (level) => NEAR / (plane.world * Math.min(most, home * 2 ** level)),
  };
}

/**
 * Makes the items of points that are all at hand.
 * At the closest view a cluster is of one commune.
 * @throws RangeError when a position is not a finite longitude and latitude
 */
export function createItems(points: readonly MapPoint[], scale: MapScale): Items {
  const { plane } = scale;
  for (const { id, lon, lat } of points) {
    if (!Number.isFinite(lon) || !Number.isFinite(lat) || Math.abs(lat) > 90)
      throw new RangeError(`Point "${id}" has position ${lon}, ${lat}; expected degrees, latitude within ±90.`);
  }
  const world = {
    x: Float64Array.from(points, ({ lon }) => worldX(lon)),
    y: Float64Array.from(points, ({ lat }) => worldY(lat)),
  };
  const all = Uint32Array.from(points.keys());
  const placesOf = new WeakMap<Item, readonly number[]>();
  const pointsAt = (places: readonly number[]): readonly MapPoint[] => places.flatMap((place) => points[place] ?? []);
  const pointsIn = (item: Item): readonly MapPoint[] => pointsAt(placesOf.get(item) ?? []);
  /** Divides the places of a cluster by commune; one whose commune is unknown stays with the first. */
  const byCommune = (places: readonly number[]): (readonly number[])[] => {
    const parts = new Map<string, number[]>();
    const known = places.flatMap((place) => points[place]?.commune ?? []);
    for (const place of places) {
      const commune = points[place]?.commune ?? known[0] ?? '';
      const part = parts.get(commune);
      if (part) part.push(place);
      else parts.set(commune, [place]);
    }
    return [...parts.values()];
  };
  // Most moves of a map stay in the area that was grouped last.
  let drawn: { readonly key: string; readonly items: readonly Item[] } | undefined;
  const itemOf = (places: readonly number[]): Item => {
    const own = pointsAt(places);
    const [first = 0] = places;
    const [point] = own;
    if (!point) throw new RangeError(`There is no point ${first} among ${points.length}.`);
    const { lon, lat } = middleOf(own);
    const [x, y] = plane.toPlane(lon, lat);
    const count = own.length;
    const key = count > 1 ? `c${count}:${point.id}` : `p:${point.id}`;
    const item = { key, first, x, y, lon, lat, point, count, ...(count > 1 ? { parts: partsOf(own) } : {}) };
    placesOf.set(item, places);
    return item;
  };
  return {
    levelOf: scale.levelOf,
    at: (box, level) => {
      const [west, south, east, north] = box;
      const radius = scale.radiusAt(level);
      const key = [level, ...groupedArea(box, radius)].join();
      if (drawn?.key !== key) {
        const groups = group(world, all, { box, radius });
        drawn = { key, items: (level < scale.levels ? groups : groups.flatMap(byCommune)).map(itemOf) };
      }
      return drawn.items.filter(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north);
    },
    pointsIn,
    idsIn: (item) => pointsIn(item).map(({ id }) => id),
    boxOf: (item) => boxOfPoints(pointsIn(item)),
    find: (id) => points.find((point) => point.id === id),
    holds: (item, id) => pointsIn(item).some((point) => point.id === id),
    fan: (item, k) => {
      const places = placesOf.get(item) ?? [];
      const radius = 18 + 2.5 * places.length;
      return places.map((place, at) => {
        const one = itemOf([place]);
        const turn = (at / places.length) * 2 * Math.PI - (places.length === 2 ? 0 : Math.PI / 2);
        const [x, y] = [item.x + (radius * Math.cos(turn)) / k, item.y + (radius * Math.sin(turn)) / k];
        const moved = { ...one, x, y };
        placesOf.set(moved, [place]);
        return moved;
      });
    },
    splitLevel: (item) => {
      const box = boxOfPoints(pointsIn(item));
      const [west, south, east, north] = box;
      const width = Math.hypot(worldX(east) - worldX(west), worldY(north) - worldY(south));
      const places = Uint32Array.from(placesOf.get(item) ?? []);
      for (let level = 0; level <= scale.levels; level += 1) {
        const radius = scale.radiusAt(level);
        // Points that all lie within one radius are certainly one cluster.
        if (width > radius && group(world, places, { box, radius }).length > 1) return level;
      }
      return byCommune([...places]).length > 1 ? scale.levels : null;
    },
  };
}

/** Counts the points of each kind, most first. */
function partsOf(points: readonly MapPoint[]): readonly ItemPart[] {
  const parts = new Map<string, ItemPart>();
  for (const { shape, tone, kind } of points) {
    const key = `${tone} ${shape}`;
    parts.set(key, { shape, tone, ...(kind ? { kind } : {}), n: (parts.get(key)?.n ?? 0) + 1 });
  }
  return [...parts.values()].sort((a, b) => b.n - a.n);
}

/** Returns the mean position of some points, which is exactly theirs where they share one. */
function middleOf(points: readonly MapPoint[]): { readonly lon: number; readonly lat: number } {
  const [west, south, east, north] = boxOfPoints(points);
  const mean = (of: (point: MapPoint) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return {
    lon: Math.min(
      east,
      Math.max(
        west,
        mean(({ lon }) => lon),
      ),
    ),
    lat: Math.min(
      north,
      Math.max(
        south,
        mean(({ lat }) => lat),
      ),
    ),
  };
}

/** Diameter of an item on the screen, px. */
export function itemSize(item: Item, selected: boolean): number {
  if (item.count > 1) return Math.round(Math.min(46, 28 + 3.3 * Math.sqrt(item.count - 2)));
  return selected ? 28 : 18;
}

/** Width of a ring, and of the gaps between its parts, px. */
const RING = 5;
const SPLIT = 1.5;

/**
 * The parts of a cluster as arcs of a ring, each as long as its share, from the top.
 * @param size its diameter, px
 * @param middle both coordinates of its middle: by default that of a square around it
 */
export function ringOf(
  parts: readonly ItemPart[],
  size: number,
  middle = size / 2,
): readonly (ItemPart & { readonly d: string })[] {
  const radius = (size - RING) / 2;
  const all = parts.reduce((sum, { n }) => sum + n, 0);
  const gap = parts.length > 1 ? SPLIT / radius : 0;
  const spot = (turn: number): string =>
    `${(middle + radius * Math.sin(turn)).toFixed(2)} ${(middle - radius * Math.cos(turn)).toFixed(2)}`;
  let from = 0;
  return parts.map((part) => {
    const to = from + (part.n / all) * 2 * Math.PI;
    // An arc of a whole circle has no length, so each is drawn in two halves.
    const [start, half, end] = [from + gap / 2, (from + to) / 2, to - gap / 2];
    const arc = `A${radius} ${radius} 0 0 1`;
    from = to;
    return { ...part, d: `M${spot(start)}${arc} ${spot(half)}${arc} ${spot(Math.max(half, end))}` };
  });
}
