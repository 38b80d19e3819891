/** Parts of a list beside a map. */
import type { DirectoryEntry } from '../../directory/index.ts';
import type { LonLatBox } from '../../geo/index.ts';

/** Parts of the list, in their order. */
const PARTS = ['listInView', 'listElsewhere', 'listUnplaced'] as const;

/** A part of a list: its title takes the number of its entries, `n`. */
interface ListPart {
  readonly key: (typeof PARTS)[number];
  readonly entries: readonly DirectoryEntry[];
}

/**
 * Puts entries in the order of their map: what is in view, what is elsewhere on it, what has no position.
 * @param onMap the same entries as the map can show them: without a position where it shows none
 * @param box box in view; null for all of the map
 */
export function partsInView(
  entries: readonly DirectoryEntry[],
  onMap: readonly DirectoryEntry[],
  box: LonLatBox | null,
): readonly ListPart[] {
  const positions = new Map(onMap.map(({ id, position }) => [id, position]));
  const partOf = ({ id }: DirectoryEntry): ListPart['key'] => {
    const position = positions.get(id);
    return position ? (isIn(box, position) ? 'listInView' : 'listElsewhere') : 'listUnplaced';
  };
  return PARTS.flatMap((key) => {
    const own = entries.filter((entry) => partOf(entry) === key);
    return own.length ? [{ key, entries: own }] : [];
  });
}

function isIn(box: LonLatBox | null, { lon, lat }: { readonly lon: number; readonly lat: number }): boolean {
  if (!box) return true;
  const [west, south, east, north] = box;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
