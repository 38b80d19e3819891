import { capitalised, formatMeasured, formatStockDate, periodInWords, unitWord } from '../format/index.ts';
import { type Dataset, resolveText } from '../model/index.ts';
import type { MeasuredFigure } from './combined.ts';
import type { GridColumn } from './grid.ts';
import { gridMarkup, headOf, titleBy, unitAndDate } from './grid-markup.ts';
import { html, joined, type Markup } from './markup.ts';
import { partsGrid } from './measure-grid.ts';
import { keptMarkup } from './measured.ts';
import type { StillContent } from './request.ts';
import type { Words } from './words/words.ts';

/** Returns the table of the parts of figures that are split by one dimension; null where no part is known. */
export function partsTable(dataset: Dataset, figures: readonly MeasuredFigure[], m: Words): StillContent | null {
  const [first] = figures;
  const parts = figures.flatMap(({ measure }) => measure.parts ?? []);
  if (!first || !parts.some(({ quantity }) => quantity)) return null;
  const { measure, texts } = first;
  const dimension = texts.dimensions.find(({ id }) => id === measure.by);
  const by = dimension?.label;
  const name = figures.length > 1 ? m.say('tableFigures') : titleBy(texts.label, by, m);
  const title = joined([...keptMarkup(dataset, measure, m), name], ' · ');
  const at = texts.kind === 'stock' ? formatStockDate(measure.period, m.lang) : formatMeasured(measure, m.lang);
  const unit = unitWord(texts.unit, MANY, m.lang) ?? '';
  const heading = ({ id, label }: GridColumn): Markup => {
    if (label) return m.data(label);
    if (id === 'label' && by) return html`${capitalised(resolveText(by, m.lang).text)}`;
    if (id === 'previous' && measure.previous) return html`${periodInWords(measure.previous.period, m.lang)}`;
    return headOf(id, m);
  };
  return {
    title,
    skin: 'table',
    subtitle: unitAndDate(title, unit, at),
    body: gridMarkup(partsGrid(figures, m.lang), { heading }, m),
    sources: figures.flatMap((figure) => figure.measure.sources),
  };
}

/** Any number that takes the plural. */
const MANY = 100;
