import { withoutKey } from '../../errors.ts';

/** The stored answer for one resource: its body, and the validators needed to ask whether it has changed. */
export interface CacheEntry {
  /** Made by {@link cacheKey}: schema version and absolute address. */
  readonly key: string;
  /** Address of the final answer, after redirections; absent from entries that an earlier release stored. */
  readonly url?: string;
  /** Text as received, or its bytes where it is not UTF-8 (a spreadsheet saved as Windows-1252). */
  readonly body: string | ArrayBuffer;
  readonly contentType: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Time at which our copy was fetched or last confirmed by the server, in ms. */
  readonly fetchedAt: number;
  /** Time until which the server declared it fresh, in ms; absent when its headers say nothing. */
  readonly expiresAt?: number;
  /** Whether its server declares that it never changes: then it is never requested again. */
  readonly immutable?: boolean;
  /** Bytes that it counts for in the budget. */
  readonly size: number;
  /** Time at which it was last read for a page, in ms: the least recently used entry is dropped first. */
  readonly usedAt: number;
}

/** Fields of an entry that can change while its stored body stays as it is. */
export type CachePatch = Partial<Omit<CacheEntry, 'key' | 'body' | 'size'>>;

/** Store of bodies between two visits. It has no clock of its own: callers pass the times. */
export interface Cache {
  readonly get: (key: string) => Promise<CacheEntry | undefined>;
  /** All or nothing, replacing what had the same keys. Beyond the budget the least recently used entries go. */
  readonly setAll: (entries: readonly CacheEntry[]) => Promise<void>;
  /** Changes the fields beside the bodies: dates, validators. Keys that are not there are ignored. */
  readonly touch: (keys: readonly string[], patch: CachePatch) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
}

/** Byte budget when none is given: 20 MB, well under what browsers grant to a third party. */
export const DEFAULT_MAX_BYTES = 20_000_000;

/** Raised when entries change shape: older ones are then never read again and leave by age. */
const SCHEMA = 1;

/** Returns the key of an address, which must be absolute. A fragment is not part of a resource, and no key of a service is kept. */
export function cacheKey(url: string): string {
  return `${SCHEMA} ${withoutKey(url.split('#', 1)[0] ?? '')}`;
}

/** Fields of an entry that the budget is computed from. */
type CacheWeight = Pick<CacheEntry, 'key' | 'size' | 'usedAt'>;

/**
 * Returns the keys to drop, least recently used first, so that what is left fits in `maxBytes`; those of `keep` stay.
 */
export function overBudget(
  entries: readonly CacheWeight[],
  maxBytes: number,
  keep: ReadonlySet<string> = new Set(),
): readonly string[] {
  let total = entries.reduce((sum, entry) => sum + entry.size, 0);
  const dropped: string[] = [];
  for (const entry of entries.filter(({ key }) => !keep.has(key)).sort((a, b) => a.usedAt - b.usedAt)) {
    if (total <= maxBytes) break;
    dropped.push(entry.key);
    total -= entry.size;
  }
  return dropped;
}

/** Whether entries can be kept at all: a data set that does not fit whole is of no use in parts. */
export function isWithinQuota(entries: readonly CacheWeight[], maxBytes: number): boolean {
  return entries.reduce((sum, entry) => sum + entry.size, 0) <= maxBytes;
}
