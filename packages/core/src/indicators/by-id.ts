import { memoizeByObject } from './memoize.ts';

interface Identified {
  readonly id: string;
}

const maps = memoizeByObject((list: readonly Identified[]) => {
  const map = new Map<string, Identified>();
  for (const record of list) if (!map.has(record.id)) map.set(record.id, record);
  return map;
});

/** Returns the records of a collection by their id, sorted once. */
export const byId = <T extends Identified>(list: readonly T[]): ReadonlyMap<string, T> =>
  // The map of a list holds what the list holds.
  maps(list) as ReadonlyMap<string, Identified> as ReadonlyMap<string, T>;
