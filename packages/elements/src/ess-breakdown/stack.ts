import { type Stack, type StackSegment, valueText } from '@ess-widgets/core/charts';
import { periodInWords, quantityParts } from '@ess-widgets/core/format';
import type { MeasurePart } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { type Breakdown, breakdownTitle, doubtOf } from '../views/breakdown-words.ts';
import { styled } from '../views/styled.ts';
import type { DrawnBreakdown } from './view.ts';

export { stacksInWords as marks } from '@ess-widgets/core/charts';

/** Segments under these fractions of the whole have their value in the legend alone: on narrow widths, and everywhere. */
const SMALL = 0.08;
const TINY = 0.03;

/** 100 % stacks, one a period, and their legend: a small table with all values, zero included. */
export function view(_marks: unknown, { breakdown, stacks }: DrawnBreakdown, m: Localized): TemplateResult {
  if (!stacks) return html``;
  const family = breakdown.dimension.id === 'attendance' ? 'status' : '';
  return html`<div class="stacks" part="stacks" aria-hidden="true">
      ${stacks.map(
        ({ period, segments }) => html`<strong class="period">${periodInWords(period, m.lang)}</strong>
          <div class="segments">${segments.map((each) => segment(each, family, m))}${rest(segments)}</div>`,
      )}
    </div>
    ${legend(breakdown, stacks, family, m)}`;
}

function segment({ quantity, rank, length }: StackSegment, family: string, m: Localized): Content {
  if (length === 0) return nothing;
  const { number, suffix } = quantityParts(quantity, m.lang);
  const small = length < SMALL;
  const text =
    length < TINY
      ? nothing
      : html`<span class="chip">${number}${small ? nothing : html`<span class="sign">${suffix}</span>`}</span>`;
  return html`<span class="segment pattern p${rank} ${family} ${small ? 'small' : ''}" part="segment" ${styled({ '--_length': String(length) })}>${text}</span>`;
}

/** Renders the empty rest of a bar, if the parts are less than the whole. */
function rest(segments: readonly StackSegment[]): Content {
  const end = segments.reduce((sum, { length }) => sum + length, 0);
  return end < 1 - 1e-6 ? html`<span class="rest" ${styled({ '--_length': String(1 - end) })}></span>` : nothing;
}

function legend(breakdown: Breakdown, stacks: readonly Stack[], family: string, m: Localized): TemplateResult {
  const parts = breakdown.measure.parts ?? [];
  const row = (part: MeasurePart, at: number) => html`<tr>
    <th scope="row"><span class="key"><i class="swatch pattern p${at + 1} ${family}"></i><span>${domainText(part.label, m)}${doubtOf(part.checks, m)}</span></span></th>
    <td class="number"><strong>${part.quantity ? valueText(part.quantity, breakdown, m) : m.content('unknown')}</strong></td>
    ${stacks.length > 1 ? html`<td class="number">${part.previous ? valueText(part.previous, breakdown, m) : m.content('unknown')}</td>` : nothing}
  </tr>`;
  return html`<table class="legend">
    <caption class="hidden">${breakdownTitle(breakdown, m)}</caption>
    <thead><tr><td></td>${stacks.map(({ period }) => html`<th scope="col" class="number">${periodInWords(period, m.lang)}</th>`)}</tr></thead>
    <tbody>${parts.map(row)}</tbody>
  </table>`;
}
