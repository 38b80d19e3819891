import { type BarMark, barMarks } from '@ess-widgets/core/chart';
import { formatCount, formatQuantity } from '@ess-widgets/core/format/lean';
import type { Dimension } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../internal/frame.ts';
import { domainText } from '../internal/quality.ts';
import { styled } from '../internal/styled.ts';
import { symbol, type Tone, toneOf } from '../internal/symbols.ts';
import type { Localized } from '../messages/messages.ts';
import { type Breakdown, hasMixedUnits, shareText } from './words.ts';

/** Bars from zero, a row each: label, bar, value and share. Read aloud: "Associations, 59, 50 %". */
export function barsView(breakdown: Breakdown, m: Localized): TemplateResult {
  const marks = marksOf(breakdown);
  const write = hasMixedUnits(breakdown) ? formatCount : formatQuantity;
  const rows = marks.map((mark) => ({
    mark,
    value: mark.quantity ? write(mark.quantity, m.lang) : m.text(mark.kind === 'others' ? 'groupDetail' : 'unknown'),
    share: mark.share ? shareText(mark.share, m) : '',
  }));
  // The longest value decides how much of a row is kept for text: a bar never pushes its value out.
  const room = Math.max(...rows.map(({ value, share }) => value.length + share.length + (share ? 1 : 0)));
  const zero = marks[0]?.zero ?? 0;
  return html`<ul class="bars" role="list" part="bars" ${styled({ '--_room': `${room}ch`, '--_zero': String(zero) })}>
    ${rows.map(({ mark, value, share }) => row(breakdown, mark, value, share, m))}
  </ul>`;
}

/** The bars of a breakdown. */
export const marksOf = ({ measure, dimension }: Breakdown): readonly BarMark[] =>
  barMarks(measure, { exclusive: dimension.exclusive });

/** Shape and colour of a row: collèges keep theirs everywhere; elsewhere a colour would say nothing. */
export function lookOf(
  dimension: Dimension,
  { kind, order }: Pick<BarMark, 'kind' | 'order'>,
): { readonly tone: Tone | undefined; readonly marker: Content } {
  const tone = dimension.id === 'college' && kind === 'category' ? toneOf(order ?? 0) : undefined;
  if (dimension.id !== 'college') return { tone, marker: nothing };
  return { tone, marker: tone ? symbol(tone.shape, { cssVar: tone.cssVar }) : html`<i class="symbol"></i>` };
}

function row({ dimension }: Breakdown, mark: BarMark, value: string, share: string, m: Localized): TemplateResult {
  const { tone, marker } = lookOf(dimension, mark);
  const colour = tone ? `tone${tone.cssVar.replace('--_', '-')}` : mark.kind === 'category' ? '' : 'tone-ink-2';
  const sizes = { '--_length': String(mark.length), '--_start': String(mark.start) };
  return html`<li>
    <span class="label">${marker}<span>${domainText(mark.label, m)}</span></span><span class="hidden">, </span>
    <span class="track" ${styled(sizes)}>
      <span class="bar ${colour} ${mark.length === 0 ? 'none' : ''}" part="bar" aria-hidden="true"></span>
      <span class="amount"><strong class=${mark.quantity ? 'known' : 'unknown'} part="value">${value}</strong>${
        share ? html`<span class="hidden">, </span> <span class="share">${share}</span>` : nothing
      }</span>
    </span>
  </li>`;
}
