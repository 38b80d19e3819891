/** Notes under the parts of a figure, for a reader who adds them up. */

import { formatQuantity, type MessageParams } from '../format/index.ts';
import { barsOf } from './bars/chart.ts';
import { lacksShares } from './csv-rows.ts';
import type { Figure } from './figure.ts';
import type { FigureChart } from './register.ts';
import { detailTotal, type SharesTotal, sharesTotal } from './shares.ts';
import type { chartsWords } from './words/charts.fr.ts';

/** A note, as the key of its text. */
interface Note {
  readonly key: keyof typeof chartsWords;
  readonly params: MessageParams;
}

const note = (key: Note['key'], params: MessageParams = {}): Note => ({ key, params });

/** Returns the notes: multiple answers, rounding, parts that miss the whole, values that are put together. */
export function notesOf(
  figure: Figure,
  drawn: FigureChart | 'table',
  { lang }: { readonly lang: string },
): readonly Note[] {
  const { dimension, measure, groups } = figure;
  const sums = sumsOf(figure, drawn);
  const rest =
    drawn === 'bars' || drawn === 'grouped' ? barsOf(figure).find(({ kind }) => kind === 'others') : undefined;
  return [
    ...(dimension.answers ? [note('multipleAnswers')] : []),
    ...(dimension.exclusive && !groups && lacksShares(measure) ? [note('sharesNegative')] : []),
    ...(sums === 'rounded' ? [note('sharesRounded')] : []),
    ...(sums === 'other' ? detailNote(figure, lang) : []),
    ...(rest ? [note('groupNote', { n: rest.count })] : []),
  ];
}

/** Returns how the shares add up, as they are written: merged ones are rounded once. Groups have values alone. */
function sumsOf(figure: Figure, drawn: FigureChart | 'table'): SharesTotal {
  if (figure.groups) return 'whole';
  const parts = figure.measure.parts ?? [];
  const rows = drawn === 'bars' ? barsOf(figure) : parts;
  const shares = rows.flatMap(({ share }) => share ?? []);
  if (shares.length || figure.texts.unit !== 'percent' || !figure.dimension.exclusive) return sharesTotal(shares, true);
  const percents = parts.flatMap(({ quantity }) => quantity ?? []);
  // Percents of several wholes (the growth of each channel) were never meant to make 100.
  const sums = sharesTotal(percents, false);
  return sums === 'rounded' ? sums : 'whole';
}

function detailNote({ measure }: Figure, lang: string): readonly Note[] {
  const sum = detailTotal(measure);
  if (!sum || !measure.quantity) return [];
  return [note('detailOther', { sum: formatQuantity(sum, lang), total: formatQuantity(measure.quantity, lang) })];
}
