import type { Dataset } from '@ess-widgets/core/model';
import type { Report, ReportSearch } from '@ess-widgets/core/model/report';
import type { Scope } from '@ess-widgets/core/scope';
import type { ReactiveControllerHost } from 'lit';
import { OnDemand } from '../internal/on-demand.ts';
import type * as searchCode from './search.ts';

/** What a visitor looks for in a report. Its code comes when they go to the field, its index with the first word. */
export class SearchController {
  readonly #scope: Scope;
  readonly #code: OnDemand<typeof searchCode>;
  #index: { readonly of: Report; readonly lang: string; readonly search: ReportSearch } | null = null;

  constructor(host: ReactiveControllerHost, scope: Scope) {
    this.#scope = scope;
    this.#code = new OnDemand(host, 'the search', () => import('./search.ts'));
  }

  readonly ready = (): void => void this.#code.load();

  get query(): string {
    return this.#scope.state.query;
  }

  readonly set = (text: string): void => {
    this.ready();
    this.#scope.set({ query: text });
  };

  /** Ids of the sections found; null while nothing is looked for. */
  found(report: Report, lang: string, { measures }: Dataset): ReadonlySet<string> | null {
    if (this.query.trim() === '') return null;
    const { code } = this.#code;
    // The words may come from the page's address.
    if (!code) {
      this.ready();
      return null;
    }
    if (this.#index?.of !== report || this.#index.lang !== lang) {
      this.#index = { of: report, lang, search: code.searchIn(report, lang, measures?.indicators ?? {}) };
    }
    return new Set(this.#index.search.search(this.query));
  }
}
