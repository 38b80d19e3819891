/** Names of territories. */

import { resolveText } from '@ess-widgets/core/internal/model/text';
import type { Dataset } from '@ess-widgets/core/model';
import type { Localized } from '../texts/texts.ts';

/**
 * Returns the name of a territory, or its id where the data do not know it; undefined for none. To be had with the collection
 * `territories`.
 */
export function placeName(dataset: Dataset, territory: string | undefined, m: Localized): string | undefined {
  const found = dataset.collections.territories?.find(({ id }) => id === territory);
  return found ? resolveText(found.name, m.lang).text : territory || undefined;
}
