/** What a search needs, apart so that it is loaded with the first word typed. */
import { createSearchIndex as createIndex, type SearchIndex, type SearchRecord } from '@ess-widgets/core/geo';

/** An index of words, which also finds the names that contain signs typed alone: "&" is no wish for everybody. */
export async function createSearchIndex(records: readonly SearchRecord[]): Promise<SearchIndex> {
  const index = await createIndex(records);
  return { search: (text) => (/[\p{L}\p{N}]/u.test(text) ? index.search(text) : withSigns(records, text.trim())) };
}

function withSigns(records: readonly SearchRecord[], signs: string): string[] {
  return records
    .filter(({ name, aliases = [] }) => [name, ...aliases].some((one) => one.includes(signs)))
    .map(({ id }) => id);
}
