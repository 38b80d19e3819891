import type { DirectoryEntry, SearchIndex } from '@ess-widgets/core/directory';
import type { Dataset } from '@ess-widgets/core/model';
import type { ReactiveController } from 'lit';
import type { LazyModuleHost } from '../base/lazy-module.ts';
import type { Localized } from '../texts/texts.ts';
import { nameOf } from './texts.ts';

/** Result of a search: ids best first, or null while the index is on its way (or nothing is searched for). */
export interface Found {
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
export class SearchController implements ReactiveController {
  readonly #host: LazyModuleHost;
  #searched: Searched | undefined;
  #index: SearchIndex | undefined;
  #isPending = false;

  constructor(host: LazyModuleHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#searched = undefined;
    this.#index = undefined;
  }

  /** Looks for `text` in a directory, which is read anew only when it is another object. */
  find(text: string, searched: Searched): Found {
    if (text.trim() === '') return NOTHING;
    if (searched !== this.#searched) void this.#load(searched);
    // A list that is renewed during a search is searched as it was until its index is made, because it would be shown whole meanwhile.
    return { ids: this.#index?.search(text) ?? null, pending: this.#isPending };
  }

  async #load(searched: Searched): Promise<void> {
    this.#searched = searched;
    this.#isPending = true;
    const index = await import('./search-code.ts')
      .then(({ indexOf }) => indexOf(searched))
      // Its code did not come: names are looked through as they are written, which finds less.
      .catch(() => {
        this.#host.loadFailed = true;
        return { search: (text: string) => namesWith(searched, text) };
      });
    if (searched !== this.#searched) return;
    this.#index = index;
    this.#isPending = false;
    this.#host.requestUpdate();
  }
}

function namesWith({ entries, m }: Searched, text: string): string[] {
  const asked = text.trim().toLowerCase();
  return entries.filter((entry) => nameOf(entry, m).toLowerCase().includes(asked)).map(({ id }) => id);
}
