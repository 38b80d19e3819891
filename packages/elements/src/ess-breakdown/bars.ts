import { type BarRow, type Bars, barsInWords } from '@ess-widgets/core/charts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { type Breakdown, doubtedIn, doubtOf } from '../views/breakdown-words.ts';
import { styled } from '../views/styled.ts';
import { symbol } from '../views/symbols.ts';
import type { DrawnBreakdown } from './view.ts';

export { barsInWords as marks };

/**
 * Bars from zero, a row each: label, bars, values and shares. Read aloud: "Associations, 59, 50 %", "LinkedIn, 2024, 7 148,
 * 2023, 5 178". Words for screen readers alone are within the text of a value: between boxes they would be a line of their own.
 */
export function view(bars: Bars, { breakdown, marked }: DrawnBreakdown, m: Localized): TemplateResult {
  const { rows } = bars;
  const lengths = rows.flatMap((row) =>
    row.bars.map(({ value, share }) => value.length + share.length + (share ? 1 : 0)),
  );
  // The longest value decides how much of a row is kept for text: a bar never pushes its value out.
  const room = Math.max(0, ...lengths);
  const zero = rows[0]?.zero ?? 0;
  return html`<ul class="bars" role="list" part="bars" ${styled({ '--_room': `${room}ch`, '--_zero': String(zero) })}>
    ${rows.map((each) => row(breakdown, each, bars, m, marked?.size ? marked.has(each.id) : null))}
  </ul>`;
}

function row(
  { dimension, groups }: Breakdown,
  { id, kind, name, tone, bars, checks, unit }: BarRow,
  { series }: Bars,
  m: Localized,
  isMarked: boolean | null,
): TemplateResult {
  const colour =
    isMarked === false
      ? 'tone-ink-2'
      : isMarked
        ? ''
        : tone
          ? `tone${tone.cssVar.replace('--_', '-')}`
          : kind === 'category'
            ? ''
            : 'tone-ink-2';
  const marker: Content =
    dimension.id !== 'college'
      ? nothing
      : tone
        ? symbol(tone.shape, { cssVar: tone.cssVar })
        : html`<i class="symbol"></i>`;
  const tracks = bars.map(({ value, share, isKnown, rank, start, length }, at) => {
    const look = length === 0 ? 'none' : rank ? `pattern p${rank}` : colour;
    return html`<span class="track" ${styled({ '--_length': String(length), '--_start': String(start) })}>
      <span class="bar ${look}" part="bar" aria-hidden="true"></span>
      <span class="amount"><span class="hidden">, ${series.length ? html`${series[at]}, ` : nothing}</span><strong class=${isKnown ? 'known' : 'unknown'} part="value">${value}</strong>${
        share ? html`<span class="hidden">, </span> <span class="share">${share}</span>` : nothing
      }</span>
    </span>`;
  });
  return html`<li class=${isMarked ? 'marked' : nothing}>
    ${unit ? html`<span class="unit-name">${unit}<span class="hidden">, </span></span>` : nothing}<span class="label">${marker}<span>${domainText(name, m)}${doubtOf(checks, m, groups && doubtedIn(groups, id))}</span></span>${series.length ? html`<span class="group">${tracks}</span>` : tracks}
  </li>`;
}
