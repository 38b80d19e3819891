/**
 * Keys of the pairs that filter a directory. They have a file of their own for code that only checks words and does not
 * read a directory.
 */
import type { DirectoryLayer } from './directory.ts';

/** Keys of pairs that say something of every layer. */
const KEYS = ['college', 'departement', 'layer'] as const;

/** Keys of pairs that say something of one layer. */
const KEYS_OF: Readonly<Record<DirectoryLayer, readonly string[]>> = {
  members: ['network'],
  events: [],
  projects: ['programme'],
  programmes: ['id'],
};

/** A key by which a directory is filtered, whatever it lists. */
export type DirectoryKey = (typeof KEYS)[number];

/** Names of the layers. */
export const layerNames: readonly string[] = Object.keys(KEYS_OF);

/** Keys of pairs that a directory of these layers understands. */
export const directoryKeys = (layers: readonly DirectoryLayer[]): readonly string[] => [
  ...KEYS,
  ...layers.flatMap((layer) => KEYS_OF[layer]),
];
