import type { SearchIndex, SearchRecord } from '@ess-widgets/core/geo';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a search gives now: ids best first, or null while the index is on its way (or nothing is searched for). */
export interface Found {
  readonly ids: readonly string[] | null;
  readonly pending: boolean;
}

const NOTHING: Found = { ids: null, pending: false };

/** Searches a list of records. The search library is loaded with the first word typed, not with the page. */
export class SearchController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #records: readonly SearchRecord[] | undefined;
  #index: SearchIndex | undefined;
  #isPending = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#records = undefined;
    this.#index = undefined;
  }

  /** Looks for `text` among the records of `list`, which is read anew only when it is another object. */
  find(text: string, records: readonly SearchRecord[]): Found {
    if (text.trim() === '') return NOTHING;
    if (records !== this.#records) void this.#load(records);
    // What is renewed while somebody searches is looked through as it was, rather than shown whole, until it is indexed.
    return { ids: this.#index?.search(text) ?? null, pending: this.#isPending };
  }

  async #load(records: readonly SearchRecord[]): Promise<void> {
    this.#records = records;
    this.#isPending = true;
    const index = await import('./search-code.ts')
      .then(({ createSearchIndex }) => createSearchIndex(records))
      // Its code did not come: names are looked through as they are written.
      .catch(() => ({ search: (text: string) => namesWith(records, text) }));
    if (records !== this.#records) return;
    this.#index = index;
    this.#isPending = false;
    this.#host.requestUpdate();
  }
}

function namesWith(records: readonly SearchRecord[], text: string): string[] {
  const asked = text.trim().toLowerCase();
  return records.filter(({ name }) => name.toLowerCase().includes(asked)).map(({ id }) => id);
}
