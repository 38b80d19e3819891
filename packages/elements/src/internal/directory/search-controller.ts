import type { SearchIndex, SearchRecord } from '@ess-widgets/core/geo';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a search gives now: ids best first, or null while the index is on its way (or nothing is searched for). */
export interface Found {
  readonly ids: readonly string[] | null;
  readonly pending: boolean;
}

/** What is searched, made with the first word: nearly nobody searches. */
export type SearchList = () => readonly SearchRecord[];

const NOTHING: Found = { ids: null, pending: false };

/** Searches a list of records. The search library is loaded with the first word typed, not with the page. */
export class SearchController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #list: SearchList | undefined;
  #index: SearchIndex | undefined;
  #isPending = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#list = undefined;
    this.#index = undefined;
  }

  /** Looks for `text` among the records of `list`, which are read anew only when it is another function. */
  find(text: string, list: SearchList): Found {
    if (text.trim() === '') return NOTHING;
    if (list !== this.#list) void this.#load(list);
    // What is renewed while somebody searches is looked through as it was, rather than shown whole, until it is indexed.
    return { ids: this.#index?.search(text) ?? null, pending: this.#isPending };
  }

  async #load(list: SearchList): Promise<void> {
    this.#list = list;
    this.#isPending = true;
    const records = list();
    const index = await import('./search-code.ts')
      .then(({ createSearchIndex }) => createSearchIndex(records))
      // Its code did not come: names are looked through as they are written.
      .catch(() => ({ search: (text: string) => namesWith(records, text) }));
    if (list !== this.#list) return;
    this.#index = index;
    this.#isPending = false;
    this.#host.requestUpdate();
  }
}

function namesWith(records: readonly SearchRecord[], text: string): string[] {
  const asked = text.trim().toLowerCase();
  return records.filter(({ name }) => name.toLowerCase().includes(asked)).map(({ id }) => id);
}
