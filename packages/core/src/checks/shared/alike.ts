/**
 * Number of members of a group that are compared with the rest of it: in a large group most are either alike or all
 * apart.
 */
const MOST = 20;

/**
 * Returns the members of a group that are one thing, each such set once, in order: the hours of a group of events may
 * set some of them apart, though not all.
 */
export function alike<T>(
  group: readonly T[],
  isSame: (a: T, b: T) => boolean,
): readonly (readonly [first: T, ...others: T[]])[] {
  const found: (readonly [T, ...T[]])[] = [];
  let left = group;
  for (let n = 0; n < MOST && left.length > 1; n += 1) {
    const [first, ...rest] = left;
    if (first === undefined) break;
    const same = new Set(rest.filter((each) => isSame(first, each)));
    if (same.size > 0) found.push([first, ...same]);
    left = rest.filter((each) => !same.has(each));
  }
  return found;
}
