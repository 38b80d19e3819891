import { readReport } from '@ess-widgets/core/internal/data/sources/ess-report/ess-report';
import { EssError } from '@ess-widgets/core/internal/errors';
import { sectionsOf } from '@ess-widgets/core/internal/model/report/outline';
import type { Report } from '@ess-widgets/core/internal/model/report/report-schema';
import type { Story } from '@ess-widgets/core/internal/model/story/story-schema';
import type { Dataset, Manifest } from '@ess-widgets/core/model';
import type { EssElement } from '../base/element.ts';
import { pageClient } from '../base/page.ts';
import { warn } from '../base/warn.ts';
import { isOfPage } from './blocks.ts';

/** Document that the manifest of a data set names. */
interface DocumentKind<T> {
  /** Returns its address; undefined where the data set has none. */
  readonly addressIn: (manifest: Manifest) => string | undefined;
  readonly read: (text: string, url: string) => Promise<T>;
  /** Tells its author of what is left out. */
  readonly tell?: (found: T, url: string) => void;
}

const REPORT: DocumentKind<Report> = {
  addressIn: ({ report }) => report,
  read: readReport,
  tell: tellOfFaults,
};

const STORY: DocumentKind<Story> = {
  addressIn: ({ story }) => story,
  read: async (text, url) =>
    (await import('@ess-widgets/core/internal/data/sources/ess-report/ess-story')).readStory(text, url),
};

/** Document that a data set names, read through the client's cache. The host updates when it is loaded or fails. */
class NamedDocument<T> {
  found: T | null = null;
  /** Reason why it could not be read; null while it is being read, and once it is read. */
  error: EssError | null = null;
  /** Whether the document is being read again after a failure. */
  isTrying = false;
  readonly #host: EssElement;
  readonly #kind: DocumentKind<T>;
  #asked: Dataset | undefined;

  constructor(host: EssElement, kind: DocumentKind<T>) {
    this.#host = host;
    this.#kind = kind;
  }

  /** Returns the document of a data set; null while it is being read, and where the data set has none. */
  of(dataset: Dataset): T | null {
    if (dataset !== this.#asked) {
      this.#asked = dataset;
      void this.#load(dataset);
    }
    return this.found;
  }

  /** Whether the document of a data set is still on its way. */
  isComing({ manifest }: Dataset): boolean {
    return this.#kind.addressIn(manifest) !== undefined && this.found === null && this.error === null;
  }

  async #load(dataset: Dataset): Promise<void> {
    const address = this.#kind.addressIn(dataset.manifest);
    if (address === undefined) return;
    try {
      const read = async (text: string, url: string) => ({ found: await this.#kind.read(text, url), url });
      const { found, url } = await pageClient().file(address, read, { of: dataset, byHand: this.isTrying });
      if (dataset !== this.#asked) return;
      this.found = found;
      this.#kind.tell?.(found, url);
      this.error = null;
    } catch (error) {
      if (dataset !== this.#asked) return;
      // A document that was read stays on screen when it cannot be read again.
      this.error = error instanceof EssError ? error : new EssError('schema', String(error), { url: address });
      if (this.isTrying) this.#host.tell(this.error);
      warn(`${this.error.code}/${address}`, `<ess-report>: ${this.error.message}`);
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

/** Returns the report of whatever data set its host shows. */
export const reportDocument = (host: EssElement): NamedDocument<Report> => new NamedDocument(host, REPORT);

/** Returns the story of that report. */
export const storyDocument = (host: EssElement): NamedDocument<Story> => new NamedDocument(host, STORY);

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
