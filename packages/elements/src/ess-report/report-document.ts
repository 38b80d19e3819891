import { EssError } from '@ess-widgets/core/errors';
import type { Dataset } from '@ess-widgets/core/model';
import type { Report } from '@ess-widgets/core/model/report';
import { readReport } from '@ess-widgets/core/sources/ess-report';
import type { ReactiveControllerHost } from 'lit';
import { pageClient } from '../internal/page.ts';

/** The report document that a data set names, through the client's cache. The host updates when it comes or fails. */
export class ReportDocument {
  report: Report | null = null;
  /** Why it could not be had; null while it is on its way, or there. */
  error: EssError | null = null;
  readonly #host: ReactiveControllerHost;
  #asked: Dataset | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The document of a data set; null while it is on its way, and where the data set has none. */
  of(dataset: Dataset): Report | null {
    if (dataset !== this.#asked) {
      this.#asked = dataset;
      void this.#load(dataset);
    }
    return this.report;
  }

  async #load(dataset: Dataset): Promise<void> {
    const { report } = dataset.manifest;
    if (report === undefined) return;
    const url = new URL(report, dataset.base || document.baseURI).href;
    try {
      const found = await pageClient().file(url, (text) => readReport(text, url));
      if (dataset !== this.#asked) return;
      this.report = found;
      this.error = null;
    } catch (error) {
      if (dataset !== this.#asked) return;
      // A document that was read stays on screen when it cannot be read again.
      this.error = error instanceof EssError ? error : new EssError('schema', String(error), { url });
    }
    this.#host.requestUpdate();
  }

  /** Asks again, for the data set asked for last. */
  retry(): void {
    this.error = null;
    if (this.#asked) void this.#load(this.#asked);
  }
}
