import type { Cache } from './cache.ts';

/** A cache that is made on the first call. */
export function createLazyCache(make: () => Promise<Cache>): Cache {
  let made: Promise<Cache> | undefined;
  const cache = (): Promise<Cache> => {
    made ??= make();
    return made;
  };
  return {
    get: async (key) => (await cache()).get(key),
    setAll: async (entries) => (await cache()).setAll(entries),
    touch: async (keys, patch) => (await cache()).touch(keys, patch),
    delete: async (key) => (await cache()).delete(key),
  };
}
