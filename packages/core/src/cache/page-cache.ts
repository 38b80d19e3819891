import type { Cache } from './cache.ts';
import { createGuardedCache, type GuardedCacheOptions } from './guarded-cache.ts';
import { createIdbCache, type IdbCacheOptions } from './idb-cache.ts';
import { createLazyCache } from './lazy-cache.ts';

/** Options of {@link createPageCache}: those of its storage and of its guard. */
export type PageCacheOptions = Omit<IdbCacheOptions, 'timeout'> & GuardedCacheOptions;

/** The cache of a page: IndexedDB while it answers, else memory, whose code is loaded when it is needed. */
export function createPageCache(options: PageCacheOptions = {}): Cache {
  const { timeout: _ofCalls, openTimeout, ...rest } = options;
  const opening = openTimeout === undefined ? {} : { timeout: openTimeout };
  const memory = createLazyCache(async () => (await import('./memory-cache.ts')).createMemoryCache(options));
  return createGuardedCache(createIdbCache({ ...rest, ...opening }), memory, options);
}
