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

/** As {@link once}, for each object and each text. Beyond `most` texts of one object, those are forgotten. */
export function onceEach<K extends object, V>(
  make: (of: K, text: string) => V,
  most = Number.POSITIVE_INFINITY,
): (of: K, text: string) => V {
  const known = once((_: K) => new Map<string, { readonly value: V }>());
  return (of, text) => {
    const values = known(of);
    const found = values.get(text);
    if (found) return found.value;
    if (values.size >= most) values.clear();
    const value = make(of, text);
    values.set(text, { value });
    return value;
  };
}
