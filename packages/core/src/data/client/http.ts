/** Freshness of a response, computed from its HTTP headers and our copy. Pure functions. */
import type { CacheEntry } from '../cache/cache.ts';

/** Used when a server says nothing, in ms. */
const DEFAULT_FRESHNESS = 60_000;

/** Storage rules that a response states in its headers. */
interface CachePolicy {
  /** Time until which it may be used without asking, in ms; absent when the headers give none. */
  readonly expiresAt?: number;
  /** `no-store`: not to be kept. */
  readonly noStore: boolean;
  /** `immutable`: never to be asked again. */
  readonly immutable: boolean;
}

/** Reads `Cache-Control` and `Expires`. */
export function parseCachePolicy(headers: Headers, now: number): CachePolicy {
  const directives = (headers.get('cache-control') ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim());
  const expiresAt = expiryOf(directives, headers, now);
  return {
    noStore: directives.includes('no-store'),
    immutable: directives.includes('immutable'),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

function expiryOf(directives: readonly string[], headers: Headers, now: number): number | undefined {
  if (directives.includes('no-cache')) return now;
  const maxAge = directives.find((part) => part.startsWith('max-age='))?.slice('max-age='.length);
  if (maxAge && /^\d+$/.test(maxAge)) return now + Number(maxAge) * 1000 - Number(headers.get('age') ?? 0) * 1000;
  const expires = headers.get('expires');
  if (expires === null) return undefined;
  const at = Date.parse(expires);
  // `Expires: 0` and other texts that are no date mean "already expired".
  return Number.isNaN(at) ? now : at;
}

/**
 * Whether our copy may be used without asking.
 * @param maxAge seconds given by the query, in place of the server's own lifetime
 */
export function isFresh(url: string, entry: CacheEntry, maxAge: number | undefined, now: number): boolean {
  if (isForever(url, entry)) return true;
  // The date lies in the future: the system clock was set back after the copy was stored.
  if (entry.fetchedAt > now) return false;
  if (maxAge !== undefined) return now - entry.fetchedAt < maxAge * 1000;
  return now < (entry.expiresAt ?? entry.fetchedAt + DEFAULT_FRESHNESS);
}

/** Whether our copy will never change. */
export const isForever = (url: string, entry: CacheEntry): boolean => entry.immutable === true || isHashed(url);

/**
 * Whether an address holds a hash of its content (`organisations.3f9a1c0be2d47a55.json`): what it gives never changes. Shorter
 * ones are not trusted: a word with a year (`cafe2024`) or the end of a UUID reads as one, and would never be asked for again.
 */
export function isHashed(url: string): boolean {
  const file = new URL(url).pathname.split('/').pop() ?? '';
  const hash = /[._-]([0-9a-f]{16,64})(?:\.[a-z0-9]+)+$/i.exec(file)?.[1];
  // An instant has as many figures, and no letter.
  return hash !== undefined && /[a-f]/i.test(hash);
}
