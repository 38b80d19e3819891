/** Facets of a directory, and how many entries there are of each. */

import type { DirectoryLayer } from '../model/index.ts';
import type { DirectoryEntry } from './directory.ts';

/**
 * Returns the facets that concern these layers: widgets share their facets, a collège concerns members alone, and a layer that
 * is not listed here was chosen for other widgets.
 */
export function facetsFor(
  layers: readonly DirectoryLayer[],
  facets: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  const { college = [], layer = [] } = facets;
  return {
    ...facets,
    college: layers.includes('members') ? college : [],
    layer: layers.filter((one) => layer.includes(one)),
  };
}

/** Counts the entries of each collège (members) and of each other layer. */
export function countEntries(entries: readonly DirectoryEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { college, layer } of entries) {
    const key = layer === 'members' ? `college:${college ?? ''}` : `layer:${layer}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
