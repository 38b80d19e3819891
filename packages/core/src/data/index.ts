/**
 * From a source to observable state: loading, keeping (IndexedDB, memory, and the guard that falls from one to the other),
 * refreshing.
 */

export type { Reach } from '../model/dataset.ts';
export type { Author } from '../reading/authority.ts';
export * from '../reading/reading.ts';
export {
  type Cache,
  type CacheEntry,
  type CachePatch,
  type CacheWeight,
  cacheKey,
  DEFAULT_MAX_BYTES,
} from './cache/cache.ts';
export * from './cache/guarded-cache.ts';
export * from './cache/idb-cache.ts';
export * from './cache/memory-cache.ts';
export * from './cache/page-cache.ts';
export { systemTimers, type Timers } from './cache/time-limit.ts';
export { bounded } from './client/bounded.ts';
export { createClient } from './client/client.ts';
export { pickSource } from './client/pick-source.ts';
export { IDLE, sameState } from './client/query-state.ts';
export * from './client/refresher.ts';
export * from './client/system-clock.ts';
export type {
  Client,
  ClientOptions,
  Clock,
  Fetch,
  Locks,
  Query,
  QueryRequest,
  QueryState,
  RefreshOptions,
} from './client/types.ts';
export { csv } from './sources/csv/csv.ts';
export { essDataset } from './sources/ess-dataset/ess-dataset.ts';
export type { Source, SourceContext, SourceRequest, SourceResult, TableRows } from './sources/source.ts';
