/** Bars of several periods or territories side by side: loaded where they are asked for. */
import { groupMarks, groupRows, mergedParts } from '@ess-widgets/core/chart';
import { formatCount, formatPeriod, formatQuantity } from '@ess-widgets/core/format/lean';
import { html, type TemplateResult } from 'lit';
import { domainText } from '../internal/quality.ts';
import { styled } from '../internal/styled.ts';
import type { Localized } from '../messages/messages.ts';
import type { lookOf } from './bars-view.ts';
import { groupStyles } from './group.styles.ts';
import { type Breakdown, hasMixedUnits, type LabelledSeries } from './words.ts';

export const styles = [groupStyles];

/** A figure and its previous values, where any is known. */
export function previousSeries({ measure, before }: Breakdown, m: Localized): readonly LabelledSeries[] {
  const { period, parts = [] } = measure;
  const previous = parts.map((part) => ({ ...part, quantity: part.previous ?? null }));
  return [
    { period, label: formatPeriod(period, m.lang), parts },
    ...(previous.some(({ quantity }) => quantity)
      ? [{ period: before, label: formatPeriod(before, m.lang), parts: previous }]
      : []),
  ];
}

/** A breakdown in groups: its parts are those of all its series. */
export function inGroups(breakdown: Breakdown, series: readonly LabelledSeries[], m: Localized): Breakdown {
  const { measure, dimension } = breakdown;
  const all = series.map(({ parts }) => parts);
  const periods = [...new Set(series.map(({ period }) => period))].map((each) => formatPeriod(each, m.lang));
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
      marks: groupMarks(all, { exclusive: dimension.exclusive }),
      rows: () => groupRows(all),
      at: last && periods.length ? m.text('periodsAt', { at: periods.join(', '), before: last }) : undefined,
    },
  };
}

/**
 * Groups of bars, each bar with its value, and what the patterns stand for. Read aloud: "LinkedIn, 2024, 7 148, 2023, 5 178".
 * @param look that of bars: passed on, since a chunk that two others share costs both of them
 */
export function groupView(breakdown: Breakdown, look: typeof lookOf, m: Localized): TemplateResult {
  const { series = [], marks = [] } = breakdown.groups ?? {};
  const write = hasMixedUnits(breakdown) ? formatCount : formatQuantity;
  const rows = marks.map((mark) => ({
    mark,
    values: mark.bars.map(({ quantity }) =>
      quantity ? write(quantity, m.lang) : m.text(mark.kind === 'others' ? 'groupDetail' : 'unknown'),
    ),
  }));
  const room = Math.max(0, ...rows.flatMap(({ values }) => values.map(({ length }) => length)));
  return html`<p class="keys" aria-hidden="true">${series.map(({ label }, at) => html`<span class="key"><i class="swatch pattern p${at + 1}"></i>${label}</span>`)}</p>
    <ul class="bars" role="list" part="bars" ${styled({ '--_room': `${room}ch`, '--_zero': String(marks[0]?.zero ?? 0) })}>
      ${rows.map(
        ({ mark, values }) => html`<li>
          <span class="label">${look(breakdown.dimension, mark).marker}<span>${domainText(mark.label, m)}</span></span>
          <span class="group">${mark.bars.map(
            (
              { quantity, rank, start, length },
              at,
            ) => html`<span class="track" ${styled({ '--_length': String(length), '--_start': String(start) })}>
              <span class="bar ${length === 0 ? 'none' : `pattern p${rank}`}" part="bar" aria-hidden="true"></span>
              <span class="amount"><span class="hidden">, ${series[at]?.label}, </span><strong class=${quantity ? 'known' : 'unknown'} part="value">${values[at]}</strong></span>
            </span>`,
          )}</span></li>`,
      )}
    </ul>`;
}
