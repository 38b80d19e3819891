import { entryName } from '@ess-widgets/core/charts';
import type { DirectoryEntry, SearchIndex } from '@ess-widgets/core/directory';
import type { Dataset } from '@ess-widgets/core/model';
import { type LateHost, LateTask } from '../base/late.ts';
import type { Localized } from '../texts/texts.ts';

/** Result of a search: ids best first, or null while the index is on its way (or nothing is searched for). */
interface Found {
  readonly ids: readonly string[] | null;
  readonly pending: boolean;
}

/** Entries that are searched, in the words of one language. */
export interface Searched {
  readonly dataset: Dataset;
  readonly entries: readonly DirectoryEntry[];
  readonly m: Localized;
}

const NOTHING: Found = { ids: null, pending: false };

/** Searches a directory. What that takes is loaded with the first word typed, not with the page: nearly nobody searches. */
export class SearchController {
  readonly #host: LateHost;
  readonly #index: LateTask<readonly [Searched], SearchIndex>;
  #searched: Searched | undefined;

  constructor(host: LateHost) {
    this.#host = host;
    this.#index = new LateTask(host, {
      task: async ([searched]) => (await import('./search-code.ts')).indexOf(searched),
    });
  }

  /** Looks for `text` in a directory, which is read anew only when it is another object. */
  find(text: string, searched: Searched): Found {
    if (text.trim() === '') return NOTHING;
    if (searched !== this.#searched) {
      this.#searched = searched;
      this.#host.wanted = this.#index;
      void this.#index.run([searched]);
    }
    // A list that is renewed during a search is searched as it was until its index is made, because it would be shown whole meanwhile.
    const { value, error, isPending } = this.#index;
    // Without the code names are looked through as they are written, which finds less.
    const ids = error ? namesWith(searched, text) : (value?.search(text) ?? null);
    return { ids, pending: isPending };
  }
}

function namesWith({ entries, m }: Searched, text: string): string[] {
  const asked = text.trim().toLowerCase();
  return entries.filter((entry) => entryName(entry, m).toLowerCase().includes(asked)).map(({ id }) => id);
}
