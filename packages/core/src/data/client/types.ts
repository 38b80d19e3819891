import type { EssError, Warn } from '../../errors.ts';
import type { CommuneLocator, Dataset, DatasetNeed, Finding, Town } from '../../model/index.ts';
import type { Allowance, ASKING, Manner } from '../../reading/index.ts';
import type { Cache } from '../cache/cache.ts';
import type { Timers } from '../cache/time-limit.ts';
import type { AddressReading, ReadingHost } from '../services/services.ts';
import type { Source } from '../sources/source.ts';
import type { ReadFile } from './files.ts';

/** Time, injected: milliseconds since 1970 and timers. */
export interface Clock extends Timers {
  readonly now: () => number;
}

/** The part of `navigator.locks` that the client uses. */
export interface Locks {
  readonly request: (
    name: string,
    options: { readonly signal: AbortSignal },
    callback: () => Promise<void>,
  ) => Promise<unknown>;
}

/** The platform's `fetch`, as far as the client calls it. */
export type Fetch = (
  url: string,
  init: typeof ASKING &
    Pick<Manner, 'redirect'> & {
      readonly signal: AbortSignal;
      readonly headers?: Record<string, string>;
      readonly cache?: 'no-cache';
      readonly mode?: 'no-cors';
    },
) => Promise<Response>;

/** Reader of the addresses that people paste. */
interface AddressReader {
  /** Returns the address in a text: in the code of a frame, at the end of a sentence. */
  readonly addressIn: (text: string) => string;
  /** Takes the options of ours out of the fragment of an address. */
  readonly splitOptions: (src: string) => { readonly src: string; readonly options: Readonly<Record<string, string>> };
  /** Returns what such an option says that the source is called, and its licence. */
  readonly creditOf: (text: string) => { readonly name: string; readonly licence?: string };
  /** Returns the reading of the address of a page; null where the address is used as it is. */
  readonly readAddress: (src: string, host?: ReadingHost) => AddressReading | null;
}

/**
 * Options of `createClient`. `hosts` and `maxBytes` are allowed to all data; see {@link QueryRequest}.
 * @since 0.2.0
 */
export interface ClientOptions extends Allowance {
  /** The formats that it reads; the one to use is named by the query or recognised. */
  readonly sources: readonly Source[];
  /** Loads formats that few pages read, for an address that none of `sources` is sure of. */
  readonly moreSources?: () => Promise<readonly Source[]>;
  /** Loads the reader of pasted addresses, for an address that none of `sources` is sure of. */
  readonly addresses?: () => Promise<AddressReader>;
  /** Who reads, for whom the remedy of an address is; by default a page alone. */
  readonly host?: ReadingHost | undefined;
  /** Returns the zone of hours that have none, where neither an address nor its source says one; Europe/Paris without it. */
  readonly zone?: () => string | undefined;
  readonly cache: Cache;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Address that relative ones resolve against: `document.baseURI` on a page. Without it they are refused. */
  readonly base?: string;
  /** Whether the site wrote an address of data: files that were judged when they were prepared are read there without a schema. */
  readonly isOwn?: (url: string) => boolean;
  /** `navigator.locks`: one tab fetches, the others read what it stored. */
  readonly locks?: Locks;
  /** Loads the communes that some towns need, of the reference data that a query names before others; null when there are none. */
  readonly placer?: (reference: string | undefined, towns: readonly Town[]) => Promise<CommuneLocator | null>;
  /** Called now and then while a long file is read: a page answers its visitor meanwhile. */
  readonly pause?: () => Promise<void>;
  /** Receives warnings for the page's author, which visitors do not see. */
  readonly onWarn?: Warn;
  /** Time in which an answer must begin, in ms; 15,000 by default. It may take four times as long to arrive whole. */
  readonly timeout?: number;
}

/**
 * Request of a query. Queries with the same request share one loading and one state. Its addresses may be anywhere; the
 * addresses inside the data stay at their origins, or on one of `hosts`. Of each file `maxBytes` are read: by default
 * 20 MB (10 MB of a CSV), and 100 MB at most.
 * @since 0.2.0
 */
export interface QueryRequest extends Allowance {
  /** Addresses, or several separated by spaces; loaded apart, merged in order. */
  readonly src: string | readonly string[];
  /** Ids of the sources' formats, paired with `src` by position; recognised where it is not given. */
  readonly format?: string | readonly string[];
  /**
   * Collections to load; `measures` for those computed by the publisher's build, `measures/members-stock` for those of one
   * indicator; `catalogue` for the definitions of its indicators; `large` as sources are asked for it.
   */
  readonly need: readonly DatasetNeed[];
  /** Seconds during which our copy is used without asking again; by default what the server says, else 60. */
  readonly maxAge?: number;
  readonly lang?: string;
  /** Address of the reference data, which have the communes of a list; `placer` of the client decides without it. */
  readonly reference?: string | undefined;
}

/**
 * State of a query. The data that are held and a fetch under way are two separate facts. States are never changed, only
 * replaced.
 * @since 0.2.0
 */
export interface QueryState {
  /** Null until every source has answered once. Last good data stay through refreshes and failures. */
  readonly data: Dataset | null;
  /** Problems of the data: records left out, fields repaired, a source that could not be read. */
  readonly issues: readonly Finding[];
  /** Origin of `data`: `network` once the server gave or confirmed all of them. */
  readonly origin: 'network' | 'cache' | null;
  /** Time at which our copy was fetched or confirmed, in ms: that of its oldest part. */
  readonly updatedAt: number | null;
  /** Past the publisher's `nextUpdate`, or the last refresh failed. */
  readonly stale: boolean;
  readonly fetching: boolean;
  /** Error of the last load; null once one succeeds. */
  readonly error: EssError | null;
}

/** Options of a refresh. */
export interface RefreshOptions {
  /**
   * Whether a visitor asks. A server that wants us to wait is then asked again 30 s after its refusal; before that the
   * error gives the remaining wait, `askAgainIn`.
   */
  readonly byHand?: boolean | undefined;
}

/**
 * A query, observable. Nothing is loaded before its first subscriber, and all is let go after its last one.
 * @since 0.2.0
 */
export interface Query {
  readonly state: QueryState;
  /** Calls `listener` after each change of `state`; what it throws is an unhandled rejection. @returns what unsubscribes it; calling that twice does nothing */
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks the servers again; resolved when they answered or failed (see `state.error`), never rejected. */
  readonly refresh: (how?: RefreshOptions) => Promise<void>;
  /** Reads data that could not be shown again, by their schemas, which say what is wrong with them. */
  readonly judge?: () => Promise<void>;
  /** The first state in which nothing is being fetched any more. Reading it loads the data, as a subscriber does. */
  readonly ready: Promise<QueryState>;
}

/**
 * Loads data sets and keeps them up to date for all the elements of a page.
 * @since 0.2.0
 */
export interface Client {
  /**
   * Asks for data; nothing is loaded until somebody listens. An address or a format that cannot be is an error of the
   * state (`config`), as a failure of the network is: it never throws.
   */
  readonly query: (request: QueryRequest) => Query;
  /**
   * Reads a file that goes with a data set, through the same cache: the kept copy when there is one, else the network.
   * @throws EssError when there is neither; what `parse` throws for an answer that cannot be used
   */
  readonly file: ReadFile;
  /** Number of live queries: 0 when nobody listens. */
  readonly size: number;
}
