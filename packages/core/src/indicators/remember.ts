/**
 * The same function, which works only once for each object that it is given. Data sets and lists of records never change,
 * so that what was found in one stays true; it is forgotten with them.
 */
export function once<K extends object, V extends object>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const found = known.get(of) ?? make(of);
    known.set(of, found);
    return found;
  };
}

/** What was worked out for an object under a key, or what `make` gives, which is kept. */
export type Memory<V> = (of: object, key: string, make: () => V) => V;

/** Makes an empty memory, which keeps at most so many values of one object: beyond that it begins anew. */
export function createMemory<V extends object>(most: number): Memory<V> {
  const known = once((_: object) => new Map<string, V>());
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
