/** The name of the region that data are about. */

import { type Dataset, resolveText } from '@ess-widgets/core/model';
import type { Localized } from '../texts/texts.ts';

/** Returns the name of the one region of the data; empty where there is none or several. */
export function regionOf(dataset: Dataset, m: Pick<Localized, 'lang'>): string {
  const [region, ...others] = (dataset.collections.territories ?? []).filter(({ kind }) => kind === 'region');
  return region && others.length === 0 ? resolveText(region.name, m.lang).text : '';
}
