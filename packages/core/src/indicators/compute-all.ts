import type { Dataset, IndicatorTexts, MeasuresDocument } from '../model/dataset.ts';
import type { Measure } from '../model/measure.ts';
import type { Indicator } from './indicator.ts';

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

/** What a reader needs to know of an indicator without its code. */
export function textsOf({ label, definition, kind, unit, dimensions }: IndicatorTexts): IndicatorTexts {
  return { label, definition, kind, unit, dimensions };
}

/** The measure of a document that answers a request, or undefined when it was not written for it. */
export function findMeasure(
  document: MeasuresDocument,
  asked: { readonly indicator: string; readonly period?: string; readonly by?: string },
): Measure | undefined {
  const found = document.measures.filter(
    (m) => m.indicator === asked.indicator && m.by === asked.by && (!asked.period || m.period === asked.period),
  );
  return found[found.length - 1];
}
