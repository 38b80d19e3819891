/** The radius of a query over columns: which places it keeps, and which it leaves out. */
import { type Around, isPreciselyPlaced, type OutsideRadius } from '../../geo/index.ts';
import { distanceKm } from '../../model/index.ts';
import { type Columns, STEPS } from './columns.ts';

/** Returns the distance of a place that has a position, km. */
export const distanceOf = ({ lon, lat }: Columns, place: number, near: Around): number =>
  distanceKm(near, { lon: (lon[place] ?? 0) / STEPS, lat: (lat[place] ?? 0) / STEPS });

/** Makes the filter of a radius; without a radius it keeps every place. */
export function radiusOf(columns: Columns, near: Around | null) {
  const exact = [false, ...columns.precisions.map(isPreciselyPlaced)];
  let [nearest, unplaced] = [Number.POSITIVE_INFINITY, 0];
  return {
    /** @param isWanted all else that was asked for keeps it: only then is it counted among what is left out */
    keeps(place: number, isWanted: boolean): boolean {
      if (near === null || near.km === null) return true;
      const isPlaced = exact[columns.precision[place] ?? 0] === true;
      const km = isPlaced ? distanceOf(columns, place, near) : Number.POSITIVE_INFINITY;
      if (km <= near.km) return true;
      if (isWanted && !isPlaced) unplaced += 1;
      if (isWanted && km < nearest) nearest = km;
      return false;
    },
    beyond: (): OutsideRadius => ({ nearest: nearest === Number.POSITIVE_INFINITY ? null : nearest, unplaced }),
  };
}
