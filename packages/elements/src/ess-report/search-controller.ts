import type { Dataset } from '@ess-widgets/core/model';
import type { Report, ReportSearch } from '@ess-widgets/core/model/report';
import type { ReactiveControllerHost } from 'lit';
import { OnDemand } from '../internal/on-demand.ts';
import type * as searchCode from './search.ts';

/** What a visitor looks for in a report. Its code comes when they go to the field, its index with the first word. */
export class SearchController {
  query = '';
  readonly #host: ReactiveControllerHost;
  readonly #code: OnDemand<typeof searchCode>;
  #index: { readonly of: Report; readonly lang: string; readonly search: ReportSearch } | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#code = new OnDemand(host, 'the search', () => import('./search.ts'));
  }

  readonly ready = (): void => void this.#code.load();

  readonly set = (text: string): void => {
    this.query = text;
    this.ready();
    this.#host.requestUpdate();
  };

  /** Ids of the sections found; null while nothing is looked for. */
  found(report: Report, lang: string, { measures }: Dataset): ReadonlySet<string> | null {
    const { code } = this.#code;
    if (this.query.trim() === '' || !code) return null;
    if (this.#index?.of !== report || this.#index.lang !== lang) {
      this.#index = { of: report, lang, search: code.searchIn(report, lang, measures?.indicators ?? {}) };
    }
    return new Set(this.#index.search.search(this.query));
  }
}
