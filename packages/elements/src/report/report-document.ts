import { readReport } from '@ess-widgets/core/internal/data/sources/ess-report/ess-report';
import { EssError } from '@ess-widgets/core/internal/errors';
import { sectionsOf } from '@ess-widgets/core/internal/model/report/outline';
import type { Report } from '@ess-widgets/core/internal/model/report/report-schema';
import type { Dataset } from '@ess-widgets/core/model';
import type { EssElement } from '../base/element.ts';
import { pageClient } from '../base/page.ts';
import { warn } from '../base/warn.ts';
import { isOfPage } from './blocks.ts';

/** Report document that a data set names, read through the client's cache. The host updates when it is loaded or fails. */
export class ReportDocument {
  report: Report | null = null;
  /** Reason why it could not be read; null while it is being read, and once it is read. */
  error: EssError | null = null;
  /** Whether the document is being read again after a failure. */
  isTrying = false;
  readonly #host: EssElement;
  #asked: Dataset | undefined;

  constructor(host: EssElement) {
    this.#host = host;
  }

  /** Returns the document of a data set; null while it is being read, and where the data set has none. */
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
    try {
      const read = async (text: string, url: string) => ({ found: await readReport(text, url), url });
      const { found, url } = await pageClient().file(report, read, { of: dataset, byHand: this.isTrying });
      if (dataset !== this.#asked) return;
      this.report = found;
      tellOfFaults(found, url);
      this.error = null;
    } catch (error) {
      if (dataset !== this.#asked) return;
      // A document that was read stays on screen when it cannot be read again.
      this.error = error instanceof EssError ? error : new EssError('schema', String(error), { url: report });
      if (this.isTrying) this.#host.tell(this.error);
      warn(`${this.error.code}/${report}`, `<ess-report>: ${this.error.message}`);
    }
    this.isTrying = false;
    this.#host.requestUpdate();
  }

  /** Reads a document again that could not be read. */
  retry(): void {
    if (!this.error || !this.#asked) return;
    this.isTrying = true;
    void this.#load(this.#asked);
  }
}

/** Warns in the console about each part of a document that is left out: it cannot be read, or its type is unknown. */
function tellOfFaults(report: Report, url: string): void {
  for (const { section } of sectionsOf(report)) {
    for (const block of section.blocks) {
      if (block.type !== 'other' || isOfPage(block)) continue;
      const { name, fault } = block;
      const path = fault?.path ?? name;
      const why = fault?.said['en'] ?? 'this release does not know that type';
      const what = name ? `a block "${name}"` : 'a part';
      warn(`schema/${url} ${path}`, `${what} of section ${section.id} is left out: ${why} ("${path}" of ${url})`);
    }
  }
}
