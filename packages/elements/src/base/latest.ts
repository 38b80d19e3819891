/** The latest value of an indicator, for one that has none. Loaded where there is none. */

import { figureWords } from '@ess-widgets/core/format';
import type { Indicator } from '@ess-widgets/core/indicators';
import type { Dataset } from '@ess-widgets/core/model';
import type { MeasureAsked } from './measure-controller.ts';

/** The latest value that is known, in words; empty where no period of the data has one. */
export function latest(dataset: Dataset, indicator: Indicator, asked: MeasureAsked, lang: string): string {
  for (const period of [...dataset.manifest.periods].reverse()) {
    const measure = indicator.compute(dataset, { ...asked, period });
    const words = figureWords({ measure, texts: indicator }, lang);
    if (words) return words;
  }
  return '';
}
