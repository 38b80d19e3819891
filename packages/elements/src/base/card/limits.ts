import { type Subject, subjectOf } from '@ess-widgets/core/indicators';
import { type Dataset, resolveText } from '@ess-widgets/core/model';
import type { Localized } from '../../texts/texts.ts';

/** Returns the names of the values and of the territory that a figure is limited to, or their ids if the data set has none. */
export const limitsOf = (dataset: Dataset, figure: Subject, m: Localized): readonly string[] =>
  subjectOf(figure, dataset).map(({ id, name }) => (name ? resolveText(name, m.lang).text : id));
