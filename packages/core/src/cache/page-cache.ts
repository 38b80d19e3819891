import type { Cache } from './cache.ts';
import { createGuardedCache, type GuardedCacheOptions } from './guarded-cache.ts';
import type { IdbCacheOptions } from './idb-cache.ts';
import { createLazyCache } from './lazy-cache.ts';
import { createMemoryCache } from './memory-cache.ts';
import { systemTimers, withinTime } from './time-limit.ts';

/** How long the code of the storage may take to come, in ms: it is fetched, so it is given more than the storage. */
const CODE_TIMEOUT = 5_000;

/** Options of {@link createPageCache}: those of its storage and of its guard. */
export type PageCacheOptions = Omit<IdbCacheOptions, 'timeout'> & GuardedCacheOptions;

/** The cache of a page: IndexedDB while it answers, else memory. The storage's code is loaded on the first call. */
export function createPageCache(options: PageCacheOptions = {}): Cache {
  return createLazyCache(() => open(options));
}

async function open(options: PageCacheOptions): Promise<Cache> {
  const { timeout: _ofCalls, openTimeout, timers = systemTimers, ...rest } = options;
  const memory = createMemoryCache(options);
  try {
    const code = await withinTime(() => import('./idb-store.ts'), CODE_TIMEOUT, 'loading the storage', timers);
    const opening = openTimeout === undefined ? {} : { timeout: openTimeout };
    return createGuardedCache(code.openIdb({ ...rest, timers, ...opening }), memory, options);
  } catch (error) {
    options.onFallback?.(error);
    return memory;
  }
}
