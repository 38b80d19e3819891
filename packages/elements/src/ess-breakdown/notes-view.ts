import {
  barsOf,
  detailTotal,
  type FigureChart,
  lacksShares,
  type SharesTotal,
  sharesTotal,
} from '@ess-widgets/core/charts';
import { formatQuantity } from '@ess-widgets/core/format';
import { html, nothing } from 'lit';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import type { Breakdown } from '../views/breakdown-words.ts';

/** Form in which a breakdown is drawn. */
type BreakdownView = FigureChart | 'table';

/** Renders the notes for a reader who adds up parts: multiple answers, rounding, parts that miss the whole, merged values. */
export function notesView(breakdown: Breakdown, drawn: BreakdownView, m: Localized): Content {
  const { dimension } = breakdown;
  const sums = sumsOf(breakdown, drawn);
  const group =
    drawn === 'bars' || drawn === 'grouped' ? barsOf(breakdown).find(({ kind }) => kind === 'others') : undefined;
  const notes: readonly Content[] = [
    ...(dimension.exclusive ? [] : [m.content('multipleAnswers')]),
    ...(dimension.exclusive && !breakdown.groups && lacksShares(breakdown.measure)
      ? [m.content('sharesNegative')]
      : []),
    ...(sums === 'rounded' ? [m.content('sharesRounded')] : []),
    ...(sums === 'other' ? detailNote(breakdown, m) : []),
    ...(group ? [m.content('groupNote', { n: group.count })] : []),
  ];
  return notes.length
    ? html`<p class="note" part="note">${notes.map((note, at) => html`${at ? ' ' : nothing}${note}`)}</p>`
    : nothing;
}

/** Returns how the shares add up, as they are written: merged ones are rounded once. Groups have values alone. */
function sumsOf(breakdown: Breakdown, drawn: BreakdownView): SharesTotal {
  if (breakdown.groups) return 'whole';
  const parts = breakdown.measure.parts ?? [];
  const rows = drawn === 'bars' ? barsOf(breakdown) : parts;
  const shares = rows.flatMap(({ share }) => share ?? []);
  if (shares.length || breakdown.texts.unit !== 'percent' || !breakdown.dimension.exclusive)
    return sharesTotal(shares, true);
  const percents = parts.flatMap(({ quantity }) => quantity ?? []);
  // Percents of several wholes (the growth of each channel) were never meant to make 100.
  const sums = sharesTotal(percents, false);
  return sums === 'rounded' ? sums : 'whole';
}

function detailNote({ measure }: Breakdown, m: Localized): readonly Content[] {
  const sum = detailTotal(measure);
  if (!sum || !measure.quantity) return [];
  const total = formatQuantity(measure.quantity, m.lang);
  return [m.content('detailOther', { sum: formatQuantity(sum, m.lang), total })];
}
