import { type Cache, type CacheEntry, DEFAULT_MAX_BYTES, isWithinQuota, overBudget } from './cache.ts';

/** Options of {@link createMemoryCache}. */
export interface MemoryCacheOptions {
  /** Byte budget; 20 MB when it is not given. */
  readonly maxBytes?: number;
}

/**
 * Creates a cache that lasts as long as the page.
 * @since 0.1.0
 */
export function createMemoryCache({ maxBytes = DEFAULT_MAX_BYTES }: MemoryCacheOptions = {}): Cache {
  const entries = new Map<string, CacheEntry>();
  return {
    get: async (key) => entries.get(key),
    setAll: async (list) => {
      if (!isWithinQuota(list, maxBytes)) return;
      for (const entry of list) entries.set(entry.key, entry);
      for (const key of overBudget([...entries.values()], maxBytes, keysOf(list))) entries.delete(key);
    },
    touch: async (keys, patch) => {
      for (const key of keys) {
        const entry = entries.get(key);
        if (entry) entries.set(key, { ...entry, ...patch });
      }
    },
    delete: async (key) => void entries.delete(key),
  };
}

const keysOf = (list: readonly CacheEntry[]): ReadonlySet<string> => new Set(list.map(({ key }) => key));
