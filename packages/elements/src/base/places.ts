/** Names of territories. */

import { placeName, regionOf } from '@ess-widgets/core/charts';
import type { Dataset } from '@ess-widgets/core/model';
import type { Localized } from '../texts/texts.ts';
import type { Measured } from './measure-controller.ts';

/**
 * Returns the territory that a measure is of, in words: "Finistère", or "Chiffre régional (Bretagne)" where nothing is known of
 * the territory that was chosen; undefined where none was.
 */
export function measurePlace(dataset: Dataset, { measure, isRegional }: Measured, m: Localized): string | undefined {
  if (!isRegional) return placeName(dataset, measure.territory, m);
  const region = regionOf(dataset, m);
  return m.text(region ? 'regionalOf' : 'regionalAll', { region });
}

/** Renders that figures are regional, before the other words of a subtitle; an empty text where they are not. */
export function regionalNote(dataset: Dataset, figures: readonly Measured[], m: Localized): string {
  const regional = figures.find(({ isRegional }) => isRegional);
  return regional ? `${measurePlace(dataset, regional, m)}. ` : '';
}
