/** Keys of the pairs that keep records, `theme` in `theme=egalite`. */
import type { CollectionName } from './collections.ts';
import { recordKeys } from './record-keys.ts';

/** Returns the keys that keep records of a collection: its fields in the singular, and those of every collection. */
export const keysOf = (collection: CollectionName): readonly string[] => recordKeys[collection].split(' ');

/** Names of all collections. */
export const collectionNames = Object.keys(recordKeys) as readonly CollectionName[];

/** Tells whether a word names a collection. */
export const isCollection = (word: string): word is CollectionName => Object.hasOwn(recordKeys, word);
