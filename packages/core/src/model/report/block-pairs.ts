/** Keys of the pairs (`theme=egalite`) that each type of block, and each layer of a map, honours. */
import { isCollection, type Listed, pairsOfLists } from '../pair-keys.ts';
import type { PairRequest } from '../pair-problems.ts';
import type { Block, BlockType } from './block.ts';
import { MAP_LAYERS, type MapLayer } from './block-words.ts';

/** What a check of pairs has to know: the keys, the lists that all have them, and values that the model defines. */
export type Pairs = Pick<PairRequest, 'keys' | 'lists' | 'values'>;

const listedIn = (layer: MapLayer): Listed => (layer === 'members' ? ['memberships', 'organisations'] : [layer]);

/** Returns the pairs of a map or a list of these layers: those that all of them have, and `layer`. */
export function layerPairs(layers: readonly MapLayer[]): Pairs {
  const { keys, lists } = pairsOfLists(layers.map(listedIn));
  return { keys: [...keys, 'layer'], lists, values: { layer: MAP_LAYERS } };
}

/**
 * Returns the pairs of the records of collections. A list that none of them matches is said to be empty, and may have some
 * tomorrow, so that no value is a mistake.
 */
export const collectionPairs = (collections: readonly string[]): Pairs => ({
  ...pairsOfLists(collections.filter(isCollection).map((name) => [name])),
  values: 'any',
});

/** Returns the pairs of an agenda. */
export const agendaPairs = (): Pairs => pairsOfLists([['events']]);

const isLayer = (word: string): word is MapLayer => MAP_LAYERS.some((layer) => layer === word);

/** The pairs of each type of block; null where they are those of its indicators, or where it has none. */
const PAIRS: { readonly [T in BlockType]: ((block: Extract<Block, { readonly type: T }>) => Pairs) | null } = {
  table: ({ collection = '' }) => collectionPairs([collection]),
  list: ({ collection }) => collectionPairs([collection]),
  timeline: ({ collections }) => collectionPairs(collections),
  map: ({ layers }) => layerPairs(layers.filter(isLayer)),
  agenda: agendaPairs,
  indicators: null,
  breakdown: null,
  stack: null,
  trend: null,
  observations: null,
  checks: null,
  other: null,
};

/** Returns the pairs by which a block keeps its records; null where it shows figures, or has no pairs. */
export function blockPairs(block: Block): Pairs | null {
  const of = PAIRS[block.type] as ((block: Block) => Pairs) | null;
  return block.type === 'table' && block.indicators ? null : (of?.(block) ?? null);
}
