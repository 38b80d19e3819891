/** A directory whose records are at hand: their columns answer its queries at once. */
import type { DirectoryEntry } from './directory.ts';
import { columnsInMemory } from './packed/column-steps.ts';
import type { DirectoryQuery } from './packed/contract.ts';
import { type SelectedEntries, Selector } from './packed/query.ts';

/** Query of a directory in memory, whose words were looked for already. */
export type ListQuery = Partial<Omit<DirectoryQuery, 'words'>> & {
  /** Ids that a search found, best first; null for no search. */
  readonly found?: readonly string[] | null;
};

/** Answer to a query of a directory in memory. */
interface ListSelection extends Pick<SelectedEntries, 'counts' | 'kinds'> {
  /** Entries that the page's author asks for. */
  readonly all: readonly DirectoryEntry[];
  /** Entries that the visitor's search and filters leave of them: nearest first, else best match first. */
  readonly shown: readonly DirectoryEntry[];
}

/** A list of entries and its columns. */
export class ListStore {
  readonly entries: readonly DirectoryEntry[];
  readonly #selector: Selector;
  readonly #places: ReadonlyMap<string, number>;

  constructor(entries: readonly DirectoryEntry[]) {
    this.entries = entries;
    this.#selector = new Selector(columnsInMemory(entries));
    this.#places = new Map(entries.map(({ id }, place) => [id, place]));
  }

  select({ found = null, facets = {}, near = null, within = null, ...query }: ListQuery): ListSelection {
    const scores = found && this.#scoresOf(found);
    const selection = this.#selector.select({ ...query, facets, near, within, words: '' }, scores);
    return {
      counts: selection.counts,
      kinds: selection.kinds,
      all: this.#entriesAt(selection.all),
      shown: this.#entriesAt(selection.shown),
    };
  }

  /** Scores by which places keep the order in which a search found them. */
  #scoresOf(found: readonly string[]): Float32Array {
    const scores = new Float32Array(this.entries.length);
    found.forEach((id, rank) => {
      const place = this.#places.get(id);
      if (place !== undefined) scores[place] = found.length - rank;
    });
    return scores;
  }

  #entriesAt(places: Uint32Array): readonly DirectoryEntry[] {
    return [...places].flatMap((place) => this.entries[place] ?? []);
  }
}
