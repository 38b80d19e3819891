import type { Source, SourceRequest, SourceResult } from '@ess-widgets/core/data';
import type { CommandFetch, DocumentReader } from './read.ts';

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
