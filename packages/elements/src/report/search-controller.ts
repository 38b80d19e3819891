import type { Dataset, Report, ReportSearch, Scope, ScopeState } from '@ess-widgets/core/model';
import type { ReactiveControllerHost } from 'lit';
import type { Need } from '../base/data-controller.ts';
import { LazyModule } from '../base/lazy-module.ts';
import type * as searchCode from './search.ts';

const keysOf = (state: ScopeState) => Object.keys(state) as (keyof ScopeState)[];

/**
 * Search of a visitor in a report. Its code is loaded when they go to the field, its index is made with the first word.
 * Each letter draws the contents alone, because drawing the whole of a long report would be too slow.
 */
export class SearchController {
  readonly #scope: Scope;
  readonly #code: LazyModule<typeof searchCode>;
  readonly #ask: (names: readonly Need[]) => void;
  #asked = false;
  #index: { readonly of: Dataset; readonly lang: string; readonly search: ReportSearch } | null = null;

  /**
   * @param drawContents shows the sections found; the host itself shows all other changes of the scope
   * @param ask for the collections whose rows are searched
   */
  constructor(
    host: ReactiveControllerHost,
    scope: Scope,
    drawContents: () => void,
    ask: (names: readonly Need[]) => void,
  ) {
    this.#scope = scope;
    this.#ask = ask;
    let shown = scope.state;
    scope.subscribe((state) => {
      const before: ScopeState = { ...shown, query: state.query };
      shown = state;
      if (keysOf(state).every((key) => state[key] === before[key])) drawContents();
      else host.requestUpdate();
    });
    this.#code = new LazyModule(host, 'the search', () => import('./search.ts'));
  }

  readonly ready = (): void => void this.#code.load();

  get query(): string {
    return this.#scope.state.query;
  }

  readonly set = (text: string): void => {
    if (!this.#code.code) void this.#code.want();
    this.#asked = text.trim() !== '';
    this.#scope.set({ query: text });
  };

  /** Tells whether the visitor has typed since the last call, since the words may also come from the page's address. */
  takeAsked(): boolean {
    const asked = this.#asked;
    this.#asked = false;
    return asked;
  }

  /** Returns the ids of the sections found; null while there are no words to search for. */
  found(report: Report, lang: string, dataset: Dataset): ReadonlySet<string> | null {
    if (this.query.trim() === '') return null;
    const { code } = this.#code;
    // The words may come from the page's address.
    if (!code) {
      this.ready();
      return null;
    }
    // Again with each collection that comes.
    if (this.#index?.of !== dataset || this.#index.lang !== lang) {
      this.#ask(code.needsIn(report, dataset));
      this.#index = { of: dataset, lang, search: code.searchIn(report, lang, dataset) };
    }
    return new Set(this.#index.search.search(this.query));
  }
}
