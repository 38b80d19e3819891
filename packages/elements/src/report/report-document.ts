import { EssError } from '@ess-widgets/core';
import { readReport } from '@ess-widgets/core/data';
import { type Block, type Dataset, type Report, type Story, sectionsOf } from '@ess-widgets/core/model';
import type { EssElement } from '../base/element.ts';
import { pageClient } from '../base/page.ts';
import { warn } from '../base/warn.ts';
import { isOfPage } from './blocks.ts';

/** How a document that a manifest names is read. */
interface DocumentKind<T> {
  /** Field of the manifest that has its address. */
  readonly field: 'report' | 'story';
  readonly read: (text: string, url: string, isRead: boolean) => Promise<T>;
  /** Returns the lists of blocks in it, each with its place in words. */
  readonly blocks: (document: T) => readonly (readonly [at: string, blocks: readonly Block[]])[];
}

/** Document that a data set names, read through the client's cache. The host updates when it is loaded or fails. */
export class NamedDocument<T> {
  document: T | null = null;
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
    return this.document;
  }

  /** Whether the document of a data set is on its way for the first time. */
  isComing({ manifest }: Dataset): boolean {
    return manifest[this.#kind.field] !== undefined && this.document === null && this.error === null;
  }

  async #load(dataset: Dataset): Promise<void> {
    const { field, read, blocks } = this.#kind;
    const href = dataset.manifest[field];
    if (href === undefined) return;
    try {
      const readAt = async (text: string, url: string, _reach: unknown, isRead: boolean) => ({
        found: await read(text, url, isRead),
        url,
      });
      const { found, url } = await pageClient().file(href, readAt, {
        author: 'data',
        of: dataset,
        byHand: this.isTrying,
      });
      if (dataset !== this.#asked) return;
      this.document = found;
      for (const [at, list] of blocks(found)) for (const block of list) warnBlockFault(block, at, url);
      this.error = null;
    } catch (error) {
      if (dataset !== this.#asked) return;
      // A document that was read stays on screen when it cannot be read again.
      this.error = error instanceof EssError ? error : new EssError('schema', String(error), { url: href });
      if (this.isTrying) this.#host.tell(this.error);
      warn(`${this.error.code}/${href}`, `<ess-report>: ${this.error.message}`);
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

/** The report document of a data set. */
export const REPORT: DocumentKind<Report> = {
  field: 'report',
  read: readReport,
  blocks: (report) => sectionsOf(report).map(({ section: { id, blocks } }) => [`section ${id}`, blocks]),
};

/** The story of that report. */
export const STORY: DocumentKind<Story> = {
  field: 'story',
  read: async (...given) => (await import('@ess-widgets/core/data/story')).readStory(...given),
  blocks: ({ messages, chapters }) => [
    ...messages.map(({ id, chart }) => [`message ${id}`, [chart]] as const),
    ...chapters.map(
      ({ id, steps }) => [`chapter ${id} of the story`, steps.flatMap(({ chart }) => chart ?? [])] as const,
    ),
  ],
};

/** Warns in the console about a part of a document that is left out: it cannot be read, or its type is unknown. */
function warnBlockFault(block: Block, at: string, url: string): void {
  if (block.type !== 'other' || isOfPage(block)) return;
  const { name, fault } = block;
  const path = fault?.path ?? name;
  const why = fault?.said['en'] ?? 'this release does not know that type';
  const what = name ? `a block "${name}"` : 'a part';
  warn(`schema/${url} ${path}`, `${what} of ${at} is left out: ${why} ("${path}" of ${url})`);
}
