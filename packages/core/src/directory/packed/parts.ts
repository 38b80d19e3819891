/** Counts by parts of the world: a map that shows one of them says how many entries are in the others. */
import type { LonLatBox } from '../../geo/index.ts';
import { inBox, placesExtent } from './boxes.ts';
import { type Columns, STEPS } from './columns.ts';
import type { PartTally, PlacedCount } from './contract.ts';

/**
 * Counts the entries of each part, and those in none of them after the last.
 * @param isAsked whether the page's author asks for a place
 * @param shown places that the visitor's filters leave of those, in the order of the list
 */
export function partTallies(
  columns: Columns,
  boxes: readonly LonLatBox[] | undefined,
  isAsked: (place: number) => boolean,
  shown: Uint32Array,
): readonly PartTally[] {
  if (!boxes) return [];
  const holds = boxes.map((box) => inBox(columns, box));
  const split = (places: Iterable<number>): readonly (readonly number[])[] => {
    const parts: number[][] = [...boxes, null].map(() => []);
    for (const place of places) {
      if (columns.precision[place] === 0) continue;
      const at = holds.findIndex((isIn) => isIn(place));
      parts.at(at)?.push(place);
    }
    return parts;
  };
  const held = ({ length: n, 0: first }: readonly number[]): PlacedCount => ({
    n,
    first:
      first === undefined ? null : { lon: (columns.lon[first] ?? 0) / STEPS, lat: (columns.lat[first] ?? 0) / STEPS },
  });
  const asked = Uint32Array.from(columns.precision.keys()).filter(isAsked);
  const left = split(shown);
  return split(asked).map((all, at) => ({
    all: held(all),
    shown: held(left[at] ?? []),
    extent: placesExtent(columns, all),
  }));
}
