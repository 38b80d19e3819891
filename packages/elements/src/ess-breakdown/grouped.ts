/** Bars of several periods or territories side by side. */

import {
  type Bars,
  barsInWords,
  figurePeriod,
  groupMarks,
  groupRows,
  type LabelledSeries,
  mergedParts,
} from '@ess-widgets/core/charts';
import { periodInWords } from '@ess-widgets/core/format';
import { html, type TemplateResult } from 'lit';
import type { Localized } from '../texts/texts.ts';
import { type Breakdown } from '../views/breakdown-words.ts';
import { view as rowsOf } from './bars.ts';
import type { DrawnBreakdown } from './view.ts';

export { barsInWords as marks };

/** Returns the series of a figure, and that of its previous values if any is known. */
export function previousSeries(breakdown: Breakdown, m: Localized): readonly LabelledSeries[] {
  const { measure, before } = breakdown;
  const { period, parts = [] } = measure;
  // The findings of the checks are about the current values, not the previous ones.
  const previous = parts.map(({ checks: _, ...part }) => ({ ...part, quantity: part.previous ?? null }));
  return [
    { period, label: periodInWords(period, m.lang), parts },
    ...(previous.some(({ quantity }) => quantity)
      ? [{ period: before, label: figurePeriod(before, breakdown, m), parts: previous }]
      : []),
  ];
}

/**
 * Returns a breakdown in groups, whose parts are those of all its series.
 * @param max most categories that have a row of their own, if not those of bars
 */
export function inGroups(
  breakdown: Breakdown,
  series: readonly LabelledSeries[],
  m: Localized,
  max?: number,
): Breakdown {
  const { measure, dimension } = breakdown;
  const all = series.map(({ parts }) => parts);
  const periods = [...new Set(series.map(({ period }) => period))].map((each) => periodInWords(each, m.lang));
  const last = periods.pop();
  return {
    ...breakdown,
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

/**
 * Renders the legend of the patterns, then the groups. It is hidden from screen readers, for which each bar has its name.
 */
export const view = (bars: Bars, parts: DrawnBreakdown, m: Localized): TemplateResult =>
  html`<p class="keys" aria-hidden="true">${bars.series.map((label, at) => html`<span class="key"><i class="swatch pattern p${at + 1}"></i>${label}</span>`)}</p>${rowsOf(bars, parts, m)}`;
