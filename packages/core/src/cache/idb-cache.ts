import type { Cache } from './cache.ts';
import { createLazyCache } from './lazy-cache.ts';
import type { Timers } from './time-limit.ts';

/** Options of {@link createIdbCache}. */
export interface IdbCacheOptions {
  /** Name of the database; `ess-widgets` when it is not given. */
  readonly name?: string;
  /** Byte budget; 20 MB when it is not given. */
  readonly maxBytes?: number;
  /** How long opening may take, in ms; 1,500 when it is not given. */
  readonly timeout?: number;
  /** The platform's own when it is not given; read on the first call, since reading it may throw. */
  readonly indexedDB?: IDBFactory;
  readonly timers?: Timers;
}

/**
 * A cache in IndexedDB, shared by the tabs of a site; its code is loaded on the first call. Any call may reject (storage
 * denied, full, closed) or never answer: use it behind `createGuardedCache`, or take `createPageCache`.
 */
export function createIdbCache(options: IdbCacheOptions = {}): Cache {
  return createLazyCache(async () => (await import('./idb-store.ts')).openIdb(options));
}
