import { push } from '../../model/index.ts';

/** Returns the members of a list by their key; those without one are left out. */
export function groupByKey<T>(list: Iterable<T>, keyOf: (each: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    if (key !== null) push(groups, key, each);
  }
  return groups;
}

/** Returns the members of a list with their numbers: pages with Prototype have another `entries`. */
export const numbered = <T>(list: readonly T[]): readonly (readonly [n: number, each: T])[] =>
  list.map((each, n) => [n, each]);
