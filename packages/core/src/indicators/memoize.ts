/**
 * Returns a function that calls `make` once for each object and remembers the result. Data sets and lists of records
 * never change, so a result stays true; it is dropped with its object.
 */
export function memoizeByObject<K extends object, V extends object>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const found = known.get(of) ?? make(of);
    known.set(of, found);
    return found;
  };
}

/** Returns the cached value of `key` for an object; on a miss it calls `make` and caches the result. */
type MemoCache<V> = (of: object, key: string, make: () => V) => V;

/**
 * Creates an empty cache. It keeps at most `most` values of one object, and drops them all when a further one comes.
 */
export function createMemoCache<V extends object>(most: number): MemoCache<V> {
  const known = memoizeByObject((_: object) => new Map<string, V>());
  return (of, key, make) => {
    const values = known(of);
    const found = values.get(key);
    if (found) return found;
    if (values.size >= most) values.clear();
    const value = make();
    values.set(key, value);
    return value;
  };
}
