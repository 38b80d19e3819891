/** From a source to observable state: loading, keeping, refreshing. */
export { createClient } from './client.ts';
export { IDLE } from './query-state.ts';
export * from './refresher.ts';
export * from './system-clock.ts';
export type { Client, ClientOptions, Clock, Fetch, Locks, Query, QueryRequest, QueryState } from './types.ts';
