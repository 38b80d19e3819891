import { indicatorOf } from '../indicators/catalogue.ts';
import { findMeasure, type MeasureRequest } from '../indicators/precomputed.ts';
import { isFigureHidden, wholeOf } from '../model/audience.ts';
import type { Dataset, MeasuresNeed } from '../model/dataset.ts';
import { parsePeriod } from '../model/period.ts';
import type { MeasuredFigure } from '../picture/combined.ts';

/** A request for a measure, with the period that it is compared with. */
export interface MeasureAsked extends MeasureRequest {
  readonly compare?: string;
}

/** Returns the words of an attribute that are separated by spaces. */
export const wordsIn = (text = ''): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Returns the fields of a request for measures that attributes set. */
export const scopeOf = (attributes: Readonly<Record<string, string>>): Omit<MeasureAsked, 'indicator'> =>
  Object.fromEntries(
    ['period', 'compare', 'territory', 'where'].flatMap((name) => {
      const value = attributes[name];
      return value ? [[name, value]] : [];
    }),
  );

/** Returns the needs of a still of figures: the measures that a build has written. */
export const measureNeeds = (
  attributes: Readonly<Record<string, string>>,
): readonly (MeasuresNeed | 'territories')[] => [
  ...wordsIn(attributes['indicator']).map((id): MeasuresNeed => `measures/${id}`),
  ...(attributes['territory'] ? (['territories'] as const) : []),
];

/**
 * Returns the measure that answers a request: the one that a build has written, else computed from the collections where they
 * are there. Null where there is none.
 */
export function measured(dataset: Dataset, asked: MeasureAsked): MeasuredFigure | null {
  const { compare, period, indicator: id } = asked;
  if (isFigureHidden(dataset, asked)) return null;
  const found = dataset.measures && findMeasure(dataset.measures, asked);
  const known = dataset.measures?.indicators[id];
  const isCompared = !compare || ['previous', found?.previous?.period].includes(compare);
  if (found && known && isCompared) return { measure: found, texts: known };
  const other = compare === 'previous' || compare === 'none' ? undefined : compare;
  if ([period, other].some((text) => text !== undefined && !parsePeriod(text))) return null;
  const texts = indicatorOf(dataset, id);
  if (!texts || (asked.by && !texts.dimensions.some((one) => one.id === asked.by))) return null;
  if (!texts.needs.every((name) => dataset.collections[name] || !dataset.manifest.collections[name])) return null;
  return { measure: texts.compute(wholeOf(dataset), asked), texts };
}

/** Returns the dimensions of an indicator, the usual one first. */
export const dimensionsOf = (dataset: Dataset, id: string): MeasuredFigure['texts']['dimensions'] =>
  (dataset.measures?.indicators[id] ?? indicatorOf(dataset, id))?.dimensions ?? [];
