import { placeName } from '@ess-widgets/core/charts';
import { keptNames } from '@ess-widgets/core/indicators';
import { type Dataset, type Measure, resolveText } from '@ess-widgets/core/model';
import type { Localized } from '../../texts/texts.ts';

/** Returns the names of the values and of the territory that a measure is limited to, or their ids if the data set has none. */
export function limitsOf(
  dataset: Dataset,
  { indicator, territory, where }: Pick<Measure, 'indicator' | 'territory' | 'where'>,
  m: Localized,
): readonly string[] {
  const place = placeName(dataset, territory, m);
  const kept = keptNames(dataset, { indicator, where }).map(({ id, name }) =>
    name ? resolveText(name, m.lang).text : id,
  );
  return place ? [...kept, place] : kept;
}
