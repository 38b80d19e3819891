/** An answer that the loader has asked for before there is a client: the first request of its address takes it over. */
export interface EarlyAnswer {
  readonly answer: Promise<Response>;
  readonly stop: AbortController;
}

/** Defaults of the page, from the script tag of the loader. */
export interface PageDefaults {
  /** Address of the loader itself. */
  loader?: string;
  /** Address of the data set of elements that name none: `data-src` of the loader. */
  src?: string;
  /** Other hosts that addresses inside data may name, lower case, as `URL.host` writes them: `data-hosts` of the loader. */
  hosts?: readonly string[];
  /** Bytes that one file may have: `data-max-bytes` of the loader. */
  maxBytes?: number;
  /** By address; null for what was asked for otherwise, or has been taken over. There on a first visit only: nothing is kept, so far as the loader saw. */
  early?: Map<string, EarlyAnswer | null>;
}

const DEFAULTS = Symbol.for('ess-widgets');
const page: typeof globalThis & { [DEFAULTS]?: PageDefaults } = globalThis;

/** Kept on the page: the loader writes them before it has any of this code. */
export const pageDefaults: PageDefaults = (page[DEFAULTS] ??= {});
