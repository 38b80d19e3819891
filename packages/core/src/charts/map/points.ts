import type { DirectoryEntry } from '../../directory/index.ts';
import { type Categories, labelText } from '../list/categories.ts';
import { entryKind, entryName, entryPlace, precisionNote } from '../list/entry-words.ts';
import type { PlainWords } from '../words/words.ts';
import type { MapPoint } from './items.ts';

/** The markers of the entries that have a position, in the order of the list. */
export function mapPoints(
  entries: readonly DirectoryEntry[],
  categories: Categories,
  m: PlainWords,
): readonly MapPoint[] {
  return entries.flatMap((entry) => {
    const { position } = entry;
    if (!position) return [];
    const { tone } = categories.of(entry);
    const words = [entryKind(entry, categories, m), entryPlace(entry, m)].filter(Boolean).join(', ');
    const note = precisionNote(entry, m);
    return {
      id: entry.id,
      lon: position.lon,
      lat: position.lat,
      name: entryName(entry, m),
      detail: note ? `${words} – ${note}` : words,
      shape: tone.shape,
      tone: tone.cssVar,
      hollow: position.precision !== 'address',
      kind: labelText(categories.of(entry), m),
      commune: entry.lineage.find((id) => id.startsWith('commune-')),
      layer: entry.layer,
    };
  });
}
