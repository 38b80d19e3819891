/** Pairs that a figure is kept to, by dimension. */
export type Pairs = Readonly<Record<string, string | undefined>>;

/** Whether two figures are kept to the same pairs, in whatever order these are written. */
export const samePairs = (a: Pairs, b: Pairs): boolean => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
};
