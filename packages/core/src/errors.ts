/**
 * Errors and warnings shared by every part of the core.
 *
 * Two audiences, two texts: `message` is for the page's author (precise, English, in the console); what the visitor
 * reads is chosen by the elements from `code`, in the visitor's language.
 */

/** Code of a fault: one word that a message table can translate. */
export type EssErrorCode =
  /** The source answered with a status that is not a success (404, 500…). */
  | 'http'
  /** No answer: offline, refused. */
  | 'network'
  /** The server answers, and does not let pages of other sites read what it says (CORS). */
  | 'cors'
  /** No answer in time. */
  | 'timeout'
  /** The answer is not JSON (or not what its format promises). */
  | 'syntax'
  /** The answer is an HTML page where data was expected: a login page, an error page, a wrong address. */
  | 'html'
  /** Well-formed, but not of the expected shape. */
  | 'schema'
  /** A format or a major version that this release does not read. */
  | 'format'
  /** An address inside the data leads to a host that the page's author does not list. */
  | 'blocked'
  /** A file is larger than what is read of one. */
  | 'large'
  /** The page's author asked for something that does not exist or left something out. */
  | 'config';

/** A sentence in the languages of visitors. */
export type Remedy = Readonly<Record<string, string> & { fr: string }>;

/** Details that help the page's author. */
export interface EssErrorDetails {
  readonly url?: string;
  readonly status?: number;
  /** Seconds to wait before the next try, from `Retry-After`. */
  readonly retryAfter?: number;
  /** Seconds until a visitor's wish asks again, where one came before. */
  readonly askAgainIn?: number;
  readonly path?: string;
  /** Of a `config` error of a source: what was given that cannot be, and what can: `format="xls" (ess-dataset, csv)`. */
  readonly given?: string;
  /** Of a `blocked` error: the host that the data lead to. */
  readonly host?: string;
  /** Of a `large` error: the limit, in MB. */
  readonly limit?: number;
  /** What makes the address readable: a button to press, a plugin, a snapshot. Visitors read it too. */
  readonly remedy?: Remedy;
  readonly cause?: unknown;
}

/**
 * Returns a text, or an address, without the keys that addresses in it hold: one is written in a page for a service, and is
 * nothing for a message, a store or an export.
 */
export const withoutKey = (text: string): string => text.replace(/([?&#]key=)[^&#\s"']+/gi, '$1…');

/**
 * A failure of a source, of its data or of the configuration. Thrown by sources, held as state by the client.
 * @since 0.1.0
 */
export class EssError extends Error {
  override readonly name = 'EssError';
  readonly code: EssErrorCode;
  readonly details: EssErrorDetails;

  constructor(code: EssErrorCode, message: string, details: EssErrorDetails = {}) {
    super(withoutKey(message), details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.details = details.url === undefined ? details : { ...details, url: withoutKey(details.url) };
  }
}

/**
 * Function that receives warnings. They go to the host page's console by default; a test or an embedding application
 * may listen instead.
 */
export type Warn = (code: string, message: string) => void;

/**
 * Makes a `warn(code, message)` that says each code once, so that forty widgets with one fault write one line. What
 * follows a slash tells two faults of one kind apart (`http/https://…`) and is not printed.
 * @param write receives the finished line
 * @since 0.2.0
 */
export function createWarn(write: (line: string) => void): Warn {
  const said = new Set<string>();
  return (code, message) => {
    if (said.has(code)) return;
    said.add(code);
    write(`[ess-widgets] ${message} (${code.split('/', 1)[0]}; see the guide "Messages")`);
  };
}
