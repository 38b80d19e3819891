import type { Cache } from './cache.ts';
import { systemTimers, type Timers, withinTime } from './time-limit.ts';

/** Options of {@link createGuardedCache}. */
export interface GuardedCacheOptions {
  /** Time that a call may take, in ms; 1,000 by default, 5,000 for writing, which nobody waits for. */
  readonly timeout?: number;
  /** Additional time for the first call, since it opens the storage, in ms; 1,000 by default. */
  readonly openTimeout?: number;
  /** Called once, with the reason, when the fallback takes over. */
  readonly onFallback?: (reason: unknown) => void;
  readonly timers?: Timers;
}

/** Figures wait for a reading, in ms. */
const READING = 1_000;
/** A busy machine may write slowly; a storage that hangs is given up all the same. */
const WRITING = 5_000;

/**
 * Creates a cache that always answers: when `primary` throws, rejects or hangs, what `fallback` makes, once, takes over
 * that call and every later one, for the rest of the page. Storage that failed once has rarely been seen to recover,
 * and each wait is paid by a visitor.
 */
export function createGuardedCache(
  primary: Cache,
  fallback: () => Promise<Cache>,
  options: GuardedCacheOptions = {},
): Cache {
  const { timeout, openTimeout = 1_000, onFallback, timers = systemTimers } = options;
  let other: Promise<Cache> | undefined;
  let isOpen = false;

  const giveUp = (reason: unknown): Promise<Cache> => {
    if (!other) onFallback?.(reason);
    other ??= fallback();
    return other;
  };
  const guard = async <T>(what: string, call: (cache: Cache) => Promise<T>, patience = READING): Promise<T> => {
    if (other) return call(await other);
    try {
      const limit = (timeout ?? patience) + (isOpen ? 0 : openTimeout);
      const answer = await withinTime(() => call(primary), limit, `storage, ${what}`, timers);
      isOpen = true;
      return answer;
    } catch (error) {
      return call(await giveUp(error));
    }
  };
  return {
    get: (key) => guard('reading', (cache) => cache.get(key)),
    setAll: (entries) => guard('writing', (cache) => cache.setAll(entries), WRITING),
    touch: (keys, patch) => guard('dating', (cache) => cache.touch(keys, patch), WRITING),
    delete: (key) => guard('deleting', (cache) => cache.delete(key), WRITING),
  };
}
