import type { Dataset, MeasuresDocument } from '../model/dataset.ts';
import type { Measure } from '../model/measure.ts';
import type { Indicator } from './indicator.ts';
import { textsOf } from './written.ts';

/** Format of `measures.json`. */
export const MEASURES_FORMAT = 'ess-measures/1';

const hasValue = (m: Measure): boolean =>
  m.quantity !== null || m.parts?.some((part) => part.quantity !== null) === true;

/**
 * Every indicator over every period of a data set, whole and by each of its dimensions: what `measures.json` holds.
 * Measures without any value are left out. Pure: the same data set gives the same document.
 */
export function computeAll(dataset: Dataset, indicators: readonly Indicator[]): MeasuresDocument {
  const { periods, collections } = dataset.manifest;
  const measures = indicators.flatMap((indicator) =>
    periods.flatMap((period) => [
      indicator.compute(dataset, { period }),
      ...indicator.dimensions.map((dimension) => indicator.compute(dataset, { period, by: dimension.id })),
    ]),
  );
  return {
    format: MEASURES_FORMAT,
    hashes: Object.fromEntries(Object.entries(collections).map(([name, entry]) => [name, entry?.hash ?? ''])),
    indicators: Object.fromEntries(indicators.map((indicator) => [indicator.id, textsOf(indicator)])),
    measures: measures.filter(hasValue),
  };
}
