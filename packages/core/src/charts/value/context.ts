/** A number in its context, in words: what stands under it beside its date and its change. */
import { formatCount, formatQuantity, type MessageParams, periodInWords } from '../../format/index.ts';
import { type ContextRow, contextOf } from '../../indicators/index.ts';
import { type Dataset, resolveText } from '../../model/index.ts';
import type { MeasuredFigure } from '../combined.ts';

/** As much of the texts as the rows take. */
interface ContextWords {
  readonly lang: string;
  readonly text: (key: 'contextNamed' | 'contextOf' | 'contextPer', params: MessageParams) => string;
}

/**
 * Returns what a number is seen beside, a text a row.
 * @param isAll whether the period before is said too: under a number its change says it
 */
export const contextTexts = (
  figure: MeasuredFigure,
  dataset: Dataset,
  m: ContextWords,
  isAll = false,
): readonly string[] =>
  contextOf(figure, dataset).flatMap((row) =>
    row.kind === 'before' && figure.measure.change && !isAll ? [] : rowText(row, dataset, m),
  );

function rowText(row: ContextRow, dataset: Dataset, m: ContextWords): string {
  const { lang } = m;
  if (row.kind === 'inhabitants') return m.text('contextPer', { value: formatQuantity(row.quantity, lang) });
  const value = formatCount(row.quantity, lang);
  if (row.kind === 'before') return m.text('contextNamed', { name: periodInWords(row.measure.period, lang), value });
  if (row.kind === 'country') return m.text('contextNamed', { name: resolveText(row.label, lang).text, value });
  const of = m.text('contextOf', { whole: value });
  const place = row.territory === undefined ? '' : placeOfWhole(dataset, row.territory, m);
  return place ? `${of} (${place})` : of;
}

/** Returns the name of what all of the data are about: the region, or the country where the number is of the region itself. */
function placeOfWhole({ collections }: Dataset, territory: string, { lang }: ContextWords): string {
  const list = collections.territories ?? [];
  const isRegion = list.find(({ id }) => id === territory)?.kind === 'region';
  const [whole, ...others] = list.filter(({ kind }) => kind === (isRegion ? 'country' : 'region'));
  return whole && others.length === 0 ? resolveText(whole.name, lang).text : '';
}
