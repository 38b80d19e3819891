import type { Dataset, Point } from '../model/index.ts';
import type { Basemap } from './basemap.ts';

/** Tells whether a position lies outside a basemap, so that no move of the map brings it into view. */
export const isOff = ({ bbox: [west, south, east, north] }: Pick<Basemap, 'bbox'>, { lon, lat }: Point): boolean =>
  lon < west || lon > east || lat < south || lat > north;

/** Tells whether a basemap shows some of the data; true where none of them has a place. */
export function showsSome(ground: Pick<Basemap, 'bbox'>, { collections }: Pick<Dataset, 'collections'>): boolean {
  const { organisations = [], events = [], projects = [] } = collections;
  const points = [...organisations, ...events, ...projects].flatMap(({ position }) => position ?? []);
  return points.length === 0 || points.some((point) => !isOff(ground, point));
}
