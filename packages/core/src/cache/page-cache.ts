import type { Cache } from './cache.ts';
import { createGuardedCache, type GuardedCacheOptions } from './guarded-cache.ts';
import { createIdbCache, type IdbCacheOptions } from './idb-cache.ts';
import { createMemoryCache } from './memory-cache.ts';

/** The cache of a page: IndexedDB while it answers, else memory. */
export function createPageCache(options: Omit<IdbCacheOptions, 'timeout'> & GuardedCacheOptions = {}): Cache {
  const { timeout: _callTimeout, ...idb } = options;
  const opening = options.openTimeout === undefined ? {} : { timeout: options.openTimeout };
  return createGuardedCache(createIdbCache({ ...idb, ...opening }), createMemoryCache(options), options);
}
