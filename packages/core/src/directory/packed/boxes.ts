/** Places of columns and boxes of the world. */
import type { LonLatBox } from '../../geo/index.ts';
import { type Columns, STEPS } from './columns.ts';

type Placed = Pick<Columns, 'lon' | 'lat' | 'precision'>;

/** Whether a place has a position, and where there is a box, one in it. */
export function inBox({ lon, lat, precision }: Placed, box: LonLatBox | null | undefined): (place: number) => boolean {
  const [west = 0, south = 0, east = 0, north = 0] = (box ?? [-180, -90, 180, 90]).map((degrees) =>
    Math.round(degrees * STEPS),
  );
  return (place) => {
    const [x, y] = [lon[place] ?? 0, lat[place] ?? 0];
    return precision[place] !== 0 && x >= west && x <= east && y >= south && y <= north;
  };
}

/** Around places that have a position; null for none. */
export function placesExtent({ lon, lat }: Placed, placed: Iterable<number>): LonLatBox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const place of placed) {
    const [x, y] = [lon[place] ?? 0, lat[place] ?? 0];
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return west <= east ? [west / STEPS, south / STEPS, east / STEPS, north / STEPS] : null;
}
