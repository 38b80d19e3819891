/**
 * Full-text search over a directory, in the page: accents, case and a typing error are forgiven, words may be
 * unfinished. The search library is loaded with the first index, not with the map.
 */
import type { Options } from 'minisearch';
import { askedWords, fold, forgiven, heldWords } from './search-words.ts';

/** What of a record is searched. Texts are plain; order and language do not matter. */
export interface SearchRecord {
  readonly id: string;
  readonly name: string;
  /** Other names: acronyms, former names. */
  readonly aliases?: readonly string[];
  /** Where it is: town, département, territory. */
  readonly places?: readonly string[];
  readonly activities?: readonly string[];
  /** Its collège, as written for the visitor. */
  readonly category?: string;
}

/** An index of one list of records. */
export interface SearchIndex {
  /**
   * Ids of the records that match every word of `text`, best first. Without a word to search for (nothing, or only
   * "de", "la"…) all ids, in the order of the list.
   */
  search(text: string): string[];
}

const OPTIONS: Options = {
  fields: ['name', 'aliases', 'places', 'activities', 'category'],
  tokenize: heldWords,
  processTerm: fold,
  searchOptions: {
    tokenize: askedWords,
    combineWith: 'AND',
    prefix: true,
    fuzzy: forgiven,
    boost: { name: 4, aliases: 3, places: 2 },
    // An exact word comes before its beginnings, and both before a near miss.
    weights: { prefix: 0.5, fuzzy: 0.2 },
  },
};

/** Records that are indexed at once: some 10 ms of a telephone. */
const SLICE = 400;

/**
 * Builds the index of a list of records: about 60 ms for 10,000, in parts between which the page answers its visitor.
 * @throws when the search library cannot be loaded; the caller shows the list unfiltered and says so
 */
export async function createSearchIndex(records: readonly SearchRecord[]): Promise<SearchIndex> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch(OPTIONS);
  const place = new Map<string, number>();
  await index.addAllAsync(
    records.map(({ id, name, aliases = [], places = [], activities = [], category = '' }, at) => {
      place.set(id, at);
      return {
        id,
        name,
        aliases: aliases.join(' '),
        places: places.join(' '),
        activities: activities.join(' '),
        category,
      };
    }),
    { chunkSize: SLICE },
  );
  const placeOf = (id: string) => place.get(id) ?? 0;
  const ranked = (text: string): string[] =>
    index
      .search(text)
      .map(({ id, score }) => ({ id: String(id), score }))
      .sort((a, b) => b.score - a.score || placeOf(a.id) - placeOf(b.id))
      .map(({ id }) => id);
  return {
    search(text) {
      if (askedWords(text).every((word) => fold(word) === null)) return records.map(({ id }) => id);
      try {
        return ranked(text);
      } catch {
        // MooTools on the host page replaces Array.from, which the library walks its tree with.
        return plainSearch(records, text);
      }
    },
  };
}

/** Search without the library: ids of the records that contain the beginning of every word, in the order of the list. */
export function plainSearch(records: readonly SearchRecord[], text: string): string[] {
  const folded = (words: readonly string[]) => words.flatMap((word) => fold(word) ?? []);
  const asked = folded(askedWords(text));
  const matches = ({ name, aliases = [], places = [], activities = [], category = '' }: SearchRecord) => {
    const words = folded(heldWords([name, ...aliases, ...places, ...activities, category].join(' ')));
    return asked.every((start) => words.some((word) => word.startsWith(start)));
  };
  return records.filter(matches).map(({ id }) => id);
}
