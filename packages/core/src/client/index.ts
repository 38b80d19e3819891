/** From a source to observable state: loading, keeping, refreshing. */

export type { Reach } from '../model/dataset.ts';
export type { Source, SourceContext, SourceRequest, SourceResult, TableRows } from '../sources/source.ts';
export { bounded } from './bounded.ts';
export { createClient } from './client.ts';
export { pickSource } from './pick-source.ts';
export { IDLE, sameState } from './query-state.ts';
export * from './reading.ts';
export * from './refresher.ts';
export * from './system-clock.ts';
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
} from './types.ts';
