import type { Source, SourceRequest, SourceResult } from '@ess-widgets/core/data';
import type { CommandFetch, DocumentReader, NamedBy } from './read.ts';

/** A data set that was found, and not read yet. Each of its files is read once, however often it is loaded. */
export interface Opening {
  readonly src: string;
  readonly source: Pick<Source, 'id'>;
  /** Reads it, and what belongs to it. */
  readonly fetch: CommandFetch;
  /** Reads what else the user names. */
  readonly reader: DocumentReader;
  /** @throws EssError when it cannot be read */
  readonly load: (need: SourceRequest['need']) => Promise<SourceResult>;
}

/** Options of a reader, beside the data. */
export interface OpenOptions {
  /** Path or address of the commune table that places the towns of a list. */
  readonly communes?: string | undefined;
  /** Address of the reference data, whose table places the towns of a list where no other one is named. */
  readonly reference?: string | undefined;
  /**
   * Whether, without such a path, a list is placed by the table installed with this command, if it is about places of
   * that table.
   */
  readonly atHand?: boolean;
  /** Hosts that its files may name besides its own. */
  readonly hosts?: readonly string[];
  /** Who names it: by default the user. */
  readonly naming?: NamedBy;
  /** Id of the format; by default it is recognised. */
  readonly format?: string | undefined;
  /** Key of the source, which its address does not have. */
  readonly key?: string | undefined;
  /** Takes keys out of a text: a server may repeat what it was sent. */
  readonly strike?: (text: string) => string;
  /** Whether it is declared in a file of sources, which may name services that a page does not read. */
  readonly isDeclared?: boolean;
  /** Reads what else the user names; by default one of its own. */
  readonly reader?: DocumentReader;
  /** Records that are joined of an answer in pages, however many pages; by default those that a page can hold. */
  readonly maxRecords?: number;
  /** Ends the reading; by default a time of one minute does. */
  readonly signal?: AbortSignal;
}

/** Data to read, by a path or an address, and what the reading of them needs. */
export interface Part extends Pick<OpenOptions, 'format' | 'key' | 'strike' | 'isDeclared' | 'naming'> {
  readonly given: string;
}
