/** Names of territories. */

import { type Dataset, resolveText } from '../model/index.ts';

interface InLanguage {
  readonly lang: string;
}

/**
 * Returns the name of a territory, or its id where the data do not know it; undefined for none. To be had with the collection
 * `territories`.
 */
export function placeName(dataset: Dataset, territory: string | undefined, m: InLanguage): string | undefined {
  const found = dataset.collections.territories?.find(({ id }) => id === territory);
  return found ? resolveText(found.name, m.lang).text : territory || undefined;
}

/** Returns the name of the one region of the data; empty where there is none or several. */
export function regionOf(dataset: Dataset, m: InLanguage): string {
  const [region, ...others] = (dataset.collections.territories ?? []).filter(({ kind }) => kind === 'region');
  return region && others.length === 0 ? resolveText(region.name, m.lang).text : '';
}
