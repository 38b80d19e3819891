/** Parts of a list beside a map, and the rows of each. */
import type { DirectoryEntry } from '../../directory/index.ts';
import type { LonLatBox } from '../../geo/index.ts';
import type { PlainWords } from '../words/words.ts';
import { entryName, entryPlace } from './entry-words.ts';

/** Parts of the list, in their order. */
const PARTS = ['listInView', 'listElsewhere', 'overOff', 'listUnplaced'] as const;

/** A part of a list: its title takes the number of its entries, `n`. */
interface ListPart {
  readonly key: (typeof PARTS)[number];
  readonly entries: readonly DirectoryEntry[];
  /** One line that opens, because no move of the map brings any of it into view. */
  readonly isFolded: boolean;
}

/**
 * Puts entries in the order of their map: what is in view, what is elsewhere on it, what lies beyond it, what has no position.
 * @param onMap the same entries as the map can show them: without a position where it shows none
 * @param box box in view; null for all of the map
 */
export function partsInView(
  entries: readonly DirectoryEntry[],
  onMap: readonly DirectoryEntry[],
  box: LonLatBox | null,
): readonly ListPart[] {
  const positions = new Map(onMap.map(({ id, position }) => [id, position]));
  const partOf = ({ id, position: own }: DirectoryEntry): ListPart['key'] => {
    const position = positions.get(id);
    if (!position) return own ? 'overOff' : 'listUnplaced';
    return isIn(box, position) ? 'listInView' : 'listElsewhere';
  };
  return PARTS.flatMap((key) => {
    const own = entries.filter((entry) => partOf(entry) === key);
    // A list of nothing else has nothing to fold it under.
    const isFolded = key === 'listUnplaced' && own.length < entries.length;
    return own.length ? [{ key, entries: own, isFolded }] : [];
  });
}

function isIn(box: LonLatBox | null, { lon, lat }: { readonly lon: number; readonly lat: number }): boolean {
  if (!box) return true;
  const [west, south, east, north] = box;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/**
 * Returns the rows of entries, where the first of a title stands: events and projects of one title are one row. Members of one name
 * are different organisations.
 */
export function rowsByTitle(
  entries: readonly DirectoryEntry[],
  m: PlainWords,
): readonly (readonly [DirectoryEntry, ...(readonly DirectoryEntry[])])[] {
  const rows = new Map<string, [DirectoryEntry, ...DirectoryEntry[]]>();
  for (const entry of entries) {
    const key = entry.layer === 'members' ? `members ${entry.id}` : `${entry.layer} ${entryName(entry, m)}`;
    const row = rows.get(key);
    if (row) row.push(entry);
    else rows.set(key, [entry]);
  }
  return [...rows.values()];
}

/** "16 lieux": how often a row of several entries is there. */
export function rowCount(entries: readonly DirectoryEntry[], m: PlainWords): string {
  const places = new Set(entries.map((entry) => entryPlace(entry, m)).filter(Boolean)).size;
  return places > 1 ? m.text('rowPlaces', { n: places }) : m.text('rowTimes', { n: entries.length });
}
