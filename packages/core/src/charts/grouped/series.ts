/** Series that stand side by side in every category. */

import { periodInWords } from '../../format/index.ts';
import { type Figure, type LabelledSeries } from '../figure.ts';
import type { TitleWords } from '../finding-words.ts';
import { groupMarks, groupRows, mergedParts } from './groups.ts';

/** Returns the series of a figure, and that of its previous values if any is known. */
export function previousSeries(figure: Figure, m: TitleWords): readonly LabelledSeries[] {
  const { measure, before } = figure;
  const { period, parts = [] } = measure;
  // The findings of the checks are about the current values, not the previous ones.
  const previous = parts.map(({ checks: _, ...part }) => ({ ...part, quantity: part.previous ?? null }));
  return [
    { period, label: periodInWords(period, m.lang), parts },
    ...(previous.some(({ quantity }) => quantity)
      ? [{ period: before, label: periodInWords(before, m.lang), parts: previous }]
      : []),
  ];
}

/**
 * Returns a figure in groups, whose parts are those of all its series.
 * @param max most categories that have a row of their own, if not those of bars
 */
export function inGroups<T extends Figure>(
  figure: T,
  series: readonly LabelledSeries[],
  m: TitleWords,
  max?: number,
): T {
  const { measure, dimension } = figure;
  const all = series.map(({ parts }) => parts);
  const periods = [...new Set(series.map(({ period }) => period))].map((each) => periodInWords(each, m.lang));
  const last = periods.pop();
  return {
    ...figure,
    measure: {
      ...measure,
      parts: mergedParts(all),
      sources: [...measure.sources, ...series.flatMap((each) => each.measure?.sources ?? [])],
    },
    groups: {
      series,
      marks: groupMarks(all, { exclusive: dimension.exclusive, ...(max === undefined ? {} : { max }) }),
      rows: () => groupRows(all),
      at: last && periods.length ? m.text('periodsAt', { at: periods.join(', '), before: last }) : undefined,
    },
  };
}
