import type { Cache } from './cache.ts';
import { createGuardedCache, type GuardedCacheOptions } from './guarded-cache.ts';
import { createIdbCache, type IdbCacheOptions } from './idb-cache.ts';

/** Options of {@link createPageCache}: those of its storage and of its guard. */
type PageCacheOptions = IdbCacheOptions &
  GuardedCacheOptions & {
    /** Whether nothing is kept yet, so far as is known: storage is not asked before the first writing. */
    readonly isEmpty?: () => boolean | undefined;
    /** Promise that each write waits for, so that the page is drawn first. */
    readonly pause?: () => Promise<unknown>;
    /** Called after each write. */
    readonly onStored?: () => void;
  };

/**
 * Creates the cache of a page: IndexedDB while it answers, else memory.
 * @since 0.1.0
 */
export function createPageCache(options: PageCacheOptions = {}): Cache {
  const { isEmpty, pause, onStored } = options;
  const memory = async () => (await import('./memory-cache.ts')).createMemoryCache(options);
  const cache = createGuardedCache(createIdbCache(options), memory, options);
  let isWritten = false;
  return {
    ...cache,
    get: async (key) => (!isWritten && isEmpty?.() ? undefined : cache.get(key)),
    setAll: async (entries) => {
      await pause?.();
      isWritten = true;
      await cache.setAll(entries);
      onStored?.();
    },
  };
}
