/** Keys of the pairs that keep records, `theme` in `theme=egalite`. */
import type { CollectionName } from './collections.ts';
import { recordKeys } from './record-keys.ts';

/** Returns the keys that keep records of a collection: its fields in the singular, and those of every collection. */
export const keysOf = (collection: CollectionName): readonly string[] => recordKeys[collection].split(' ');

/** Names of all collections. */
export const collectionNames = Object.keys(recordKeys) as readonly CollectionName[];

/** Tells whether a word names a collection. */
export const isCollection = (word: string): word is CollectionName => Object.hasOwn(recordKeys, word);

/**
 * Collections whose records are listed as one: a member is an organisation with the fields of its membership. A key
 * keeps them where one of them has it.
 */
export type Listed = readonly CollectionName[];

const has = (listed: Listed, key: string): boolean => listed.some((name) => keysOf(name).includes(key));

/** Returns the keys that keep all of several lists: only those can be honoured where they are shown together. */
export const keysOfAll = ([first = [], ...others]: readonly Listed[]): readonly string[] => [
  ...new Set(first.flatMap(keysOf).filter((key) => others.every((listed) => has(listed, key)))),
];

/**
 * Returns the first list that lacks a key, by its first collection. Null where no collection at all has that key: it is no
 * filter of something else, but a slip.
 */
export function lackingOf(lists: readonly Listed[], key: string): CollectionName | null {
  const lacking = lists.find((listed) => !has(listed, key));
  return (has(collectionNames, key) && lacking?.[0]) || null;
}

/** Returns the keys and lists of a request that checks the pairs of records. */
export const pairsOfLists = (lists: readonly Listed[]): { keys: readonly string[]; lists: readonly Listed[] } => ({
  keys: keysOfAll(lists),
  lists,
});
