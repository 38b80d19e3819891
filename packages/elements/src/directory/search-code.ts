import { categoriesOf, entryName } from '@ess-widgets/core/charts';
/** Index of a directory's entries in the words of one language. */
import { createSearchIndex as createIndex, type SearchIndex, type SearchRecord } from '@ess-widgets/core/directory';
import { createPlaceWords, type PlaceWords } from '@ess-widgets/core/geo';
import { records, resolveText } from '@ess-widgets/core/model';
import { communesOf } from '../base/communes-of.ts';
import type { Searched } from './search-controller.ts';

/** Builds the index of a directory. Without the commune table, which may be missing, it knows no postal code. */
export async function indexOf(searched: Searched): Promise<SearchIndex> {
  const { dataset } = searched;
  const table = await communesOf(dataset).catch(() => null);
  return createDirectorySearch(searchRecords(searched, createPlaceWords(records(dataset, 'territories'), table)));
}

/** Collects the texts of the entries: names, places with all that contain them and their codes, activities, category. */
function searchRecords({ dataset, entries, m }: Searched, around: PlaceWords): readonly SearchRecord[] {
  const categories = categoriesOf(dataset, entries);
  return entries.map((entry) => ({
    id: entry.id,
    name: entryName(entry, m),
    aliases: entry.aliases,
    places: [...(entry.place ? [entry.place] : []), ...around(entry)].map((text) => resolveText(text, m.lang).text),
    activities: [...entry.activities, entry.description ?? ''],
    category: categories.labelOf(entry, m),
  }));
}

/** Builds an index of words that also finds the names with signs typed alone: "&" does not ask for every entry. */
export async function createDirectorySearch(given: readonly SearchRecord[]): Promise<SearchIndex> {
  const index = await createIndex(given);
  return { search: (text) => (/[\p{L}\p{N}]/u.test(text) ? index.search(text) : withSigns(given, text.trim())) };
}

function withSigns(given: readonly SearchRecord[], signs: string): string[] {
  return given
    .filter(({ name, aliases = [] }) => [name, ...aliases].some((one) => one.includes(signs)))
    .map(({ id }) => id);
}
