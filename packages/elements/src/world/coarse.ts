/** Basemap for data that have none. */
import type { Basemap } from '@ess-widgets/core/geo';
import type { Dataset, Point } from '@ess-widgets/core/model';
import france from './france.json';

/** Margin on each side of the data, as a share of their extent. */
const ROOM = 0.08;
/** Smallest extents shown, degrees: `CITY` for members spread over a city, `COUNTRY` around members at one place. */
const CITY = 0.1;
const COUNTRY = 0.4;

/**
 * Returns a coarse outline of metropolitan France, centred on the data. If none of them lie on it, it returns the outline of the
 * overseas département that all of them lie in, or null.
 * @param read given by the caller, so that its code is not loaded twice or separately
 */
export async function coarseGround(
  dataset: Dataset,
  read: (file: unknown) => Promise<Basemap>,
): Promise<Basemap | null> {
  const ground = await read(france);
  const placed = pointsOf(dataset);
  const on = placed.filter((point) => isInside(ground.bbox, point));
  // Points outside would not be on the map at all, so no basemap is better than that of another place.
  if (on.length === 0) return placed.length > 0 ? overseas(placed, read) : ground;
  const focus = around(on);
  const nearer = ranksNearer(ground.focus, focus);
  const places = ground.places.map((place) => ({ ...place, rank: Math.max(1, place.rank - nearer) }));
  return { ...ground, focus, places };
}

/**
 * Returns the number of ranks by which more towns are named: one for each doubling of the scale, because ranks depend on it.
 */
function ranksNearer([west, south, east, north]: Basemap['bbox'], [left, low, right, high]: Basemap['bbox']): number {
  const times = Math.min((east - west) / (right - left), (north - south) / (high - low));
  return Math.max(0, Math.round(Math.log2(times)));
}

async function overseas(placed: readonly Point[], read: (file: unknown) => Promise<Basemap>): Promise<Basemap | null> {
  const { default: grounds } = await import('./overseas.json');
  const own = grounds.find(({ focus }) => placed.every((point) => isInside(focus, point)));
  return own ? read(own) : null;
}

const isInside = ([west = 0, south = 0, east = 0, north = 0]: readonly number[], { lon, lat }: Point): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** Returns the positions of members, events and projects. Other records, which are only mentioned, may lie anywhere. */
function pointsOf({ collections, manifest }: Dataset): readonly Point[] {
  const { organisations = [], memberships = [], events = [], projects = [], territories = [] } = collections;
  const members = new Set(
    memberships.filter(({ network }) => network === manifest.network).map(({ organisation }) => organisation),
  );
  const listed = organisations.filter(({ id }) => members.size === 0 || members.has(id));
  const points = [...listed, ...events, ...projects].flatMap(({ position }) => position ?? []);
  // The records of a large data set are not read.
  return points.length ? points : territories.flatMap(({ position }) => position ?? []);
}

function around(points: readonly Point[]): Basemap['bbox'] {
  const [west, east] = spanOf(points.map(({ lon }) => lon));
  const [south, north] = spanOf(points.map(({ lat }) => lat));
  const least = Math.max(east - west, north - south) < CITY / 5 ? COUNTRY : CITY;
  const room = (span: number): number => Math.max((least - span) / 2, span * ROOM);
  const [x, y] = [room(east - west), room(north - south)];
  return [west - x, south - y, east + x, north + y];
}

const spanOf = (degrees: readonly number[]): readonly [number, number] => [
  degrees.reduce((a, b) => Math.min(a, b)),
  degrees.reduce((a, b) => Math.max(a, b)),
];
