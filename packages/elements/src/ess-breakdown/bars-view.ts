import { type BarMark, barMarks, type GroupMark } from '@ess-widgets/core/picture';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../base/frame.ts';
import { domainText } from '../base/quality.ts';
import type { Localized } from '../texts/texts.ts';
import { type Breakdown, doubtedIn, doubtOf, shareText, valueText } from '../views/breakdown-words.ts';
import { styled } from '../views/styled.ts';
import { symbol, toneOf } from '../views/symbols.ts';

/** A row: the one bar of a category, or one of each series. */
type Row = Pick<GroupMark, 'id' | 'kind' | 'label' | 'order' | 'zero'> & {
  readonly checks?: readonly string[];
  readonly bars: readonly (Pick<BarMark, 'quantity' | 'share' | 'start' | 'length'> & { readonly rank?: number })[];
};

/**
 * Bars from zero, a row each: label, bars, values and shares. Read aloud: "Associations, 59, 50 %", "LinkedIn, 2024, 7 148,
 * 2023, 5 178". Words for screen readers alone are within the text of a value: between boxes they would be a line of their own.
 */
export function barsView(breakdown: Breakdown, m: Localized): TemplateResult {
  const rows: readonly Row[] = breakdown.groups?.marks ?? marksOf(breakdown).map((mark) => ({ ...mark, bars: [mark] }));
  const texts = rows.map(({ kind, bars }) =>
    bars.map(({ quantity, share }) => ({
      value: quantity ? valueText(quantity, breakdown, m) : m.text(kind === 'others' ? 'groupDetail' : 'unknown'),
      share: share ? shareText(share, m) : '',
    })),
  );
  // The longest value decides how much of a row is kept for text: a bar never pushes its value out.
  const room = Math.max(0, ...texts.flat().map(({ value, share }) => value.length + share.length + (share ? 1 : 0)));
  const zero = rows[0]?.zero ?? 0;
  return html`<ul class="bars" role="list" part="bars" ${styled({ '--_room': `${room}ch`, '--_zero': String(zero) })}>
    ${rows.map((each, at) => row(breakdown, each, texts[at] ?? [], m))}
  </ul>`;
}

/** Returns the bars of a breakdown. */
export const marksOf = ({ measure, dimension }: Breakdown): readonly BarMark[] =>
  barMarks(measure, { exclusive: dimension.exclusive });

interface BarText {
  readonly value: string;
  readonly share: string;
}

function row(
  { dimension, groups }: Breakdown,
  { id, kind, label, order, bars, checks }: Row,
  texts: readonly BarText[],
  m: Localized,
): TemplateResult {
  // Collèges keep their shape and colour everywhere; elsewhere a colour would say nothing.
  const tone = dimension.id === 'college' && kind === 'category' ? toneOf(order ?? 0) : undefined;
  const colour = tone ? `tone${tone.cssVar.replace('--_', '-')}` : kind === 'category' ? '' : 'tone-ink-2';
  const marker: Content =
    dimension.id !== 'college'
      ? nothing
      : tone
        ? symbol(tone.shape, { cssVar: tone.cssVar })
        : html`<i class="symbol"></i>`;
  const tracks = bars.map(({ quantity, rank, start, length }, at) => {
    const { value, share } = texts[at] ?? { value: '', share: '' };
    const look = length === 0 ? 'none' : rank ? `pattern p${rank}` : colour;
    return html`<span class="track" ${styled({ '--_length': String(length), '--_start': String(start) })}>
      <span class="bar ${look}" part="bar" aria-hidden="true"></span>
      <span class="amount"><span class="hidden">, ${groups ? html`${groups.series[at]?.label}, ` : nothing}</span><strong class=${quantity ? 'known' : 'unknown'} part="value">${value}</strong>${
        share ? html`<span class="hidden">, </span> <span class="share">${share}</span>` : nothing
      }</span>
    </span>`;
  });
  return html`<li>
    <span class="label">${marker}<span>${domainText(label, m)}${doubtOf(checks, m, groups && doubtedIn(groups, id))}</span></span>${groups ? html`<span class="group">${tracks}</span>` : tracks}
  </li>`;
}
