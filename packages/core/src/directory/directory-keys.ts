/** Which pairs choose among what a directory lists: apart from what reads it, for those who only check words. */
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
