/** Where the client keeps what it fetched: IndexedDB, memory, and the guard that falls from one to the other. */
export {
  type Cache,
  type CacheEntry,
  type CachePatch,
  type CacheWeight,
  cacheKey,
  DEFAULT_MAX_BYTES,
} from './cache.ts';
export * from './guarded-cache.ts';
export * from './idb-cache.ts';
export * from './memory-cache.ts';
export * from './page-cache.ts';
export { systemTimers, type Timers } from './time-limit.ts';
