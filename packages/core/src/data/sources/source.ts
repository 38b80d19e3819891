import type { CommuneLocator, Dataset, DatasetNeed, Finding, Town } from '../../model/index.ts';
import type { ListOptions, ListResult } from './table/list.ts';
import type { Table } from './table/table.ts';

/**
 * Request to a source: an address, and the collections and measures needed.
 * @since 0.2.0
 */
export interface SourceRequest {
  /** Absolute address of the data. */
  readonly src: string;
  /**
   * Collections to load; others are left out. Sources with a single file may give more. With `catalogue` the definitions
   * of its indicators come too. With `large` the reader can do without organisations and memberships where they are very
   * many.
   */
  readonly need: readonly DatasetNeed[];
  /** Options that the page's author wrote in the fragment of the address: `zone=Europe/Brussels`, `past=held`. */
  readonly options?: Readonly<Record<string, string>>;
  /** Language of the reader, for sources whose texts come in several. */
  readonly lang?: string;
}

/**
 * Services that a source may use. It neither caches nor retries: `fetch` does both.
 * @since 0.2.0
 */
export interface SourceContext {
  readonly fetch: (url: string, init?: { signal?: AbortSignal }) => Promise<Response>;
  readonly signal: AbortSignal;
  /** Whether the site wrote the address: files that were judged when they were prepared are read without a schema. */
  readonly isOwn?: boolean | undefined;
  /** Loads the communes that some towns need; null when there are none, or when they could not be had. */
  readonly placer?: (towns: readonly Town[]) => Promise<CommuneLocator | null>;
  /** Reads the parsed JSON of an address in place of `fetch`. @throws EssError as `fetch` and reading would */
  readonly read?: ((url: string) => Promise<unknown>) | undefined;
  /**
   * Records that are joined of an answer in pages, however many these are; by default those that a page can hold, of as many
   * pages as one visit reads.
   */
  readonly maxRecords?: number | undefined;
  /**
   * Reads a list whose columns a person may map, in place of its reader, which is handed over: the examination shows them.
   * @internal
   */
  readonly readColumns?:
    | ((
        table: Table,
        read: (table: Table, told: Pick<ListOptions, 'kind' | 'columns' | 'options'>) => Promise<ListResult>,
      ) => Promise<ListResult>)
    | undefined;
  /** Called now and then during long work: where it runs on the page's own thread, the page answers its visitor meanwhile. */
  readonly pause?: (() => Promise<void>) | undefined;
  /** Called now and then during long work, with the number of records read and of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Places of the records in a table: the line of each organisation by its id, the header of each field that has a
 * column.
 */
export interface TableRows {
  readonly lines: ReadonlyMap<string, number>;
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * A data set and what was wrong with it: records left out are listed in `issues`, never dropped in silence.
 * @since 0.2.0
 */
export interface SourceResult {
  readonly dataset: Dataset;
  readonly issues: readonly Finding[];
  /** Places of the records of a table, which their own fields do not state. */
  readonly rows?: TableRows;
}

/**
 * An external format: one stateless object. `detect` looks at the address (and the start of the content where it is
 * given) and says how sure it is, from 0 to 1.
 * @since 0.2.0
 */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly detect: (src: string, head?: string) => number;
  /** Bytes of a file that are read where the page's author does not say; undefined for as many as of any file. */
  readonly maxBytes?: number;
  /** @throws EssError when nothing can be read at all */
  readonly load: (request: SourceRequest, context: SourceContext) => Promise<SourceResult>;
}
