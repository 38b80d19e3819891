import { capitalised, formatMeasured, formatStockDate, periodInWords, unitWord } from '../format/index.ts';
import { type Dataset, previousPeriod, resolveText } from '../model/index.ts';
import type { MeasuredFigure } from './combined.ts';
import type { ChartCode } from './figure.ts';
import type { GridColumn } from './grid.ts';
import { captionOf, gridMarkup, headOf, titleBy } from './grid-markup.ts';
import { html, joined, type Markup, raw } from './markup.ts';
import { partsGrid } from './measure-grid.ts';
import { dimensionsOf, keptMarkup, measured, measureNeeds, scopeOf } from './measured.ts';
import type { StillContent, StillKind } from './request.ts';
import { chartTrees } from './trees.ts';
import type { Words } from './words/words.ts';
import { write } from './write.ts';

/** The parts of one figure as a table. */
export const breakdown: StillKind = {
  needs: measureNeeds,
  content: ({ dataset, attributes, m }) => {
    const id = attributes['indicator'] ?? '';
    const by = attributes['by'] || dimensionsOf(dataset, id)[0]?.id;
    const figure = by ? measured(dataset, { indicator: id, ...scopeOf(attributes), by }) : null;
    if (!figure) return null;
    const content = partsTable(dataset, [figure], m);
    const own = content && chartOf(figure, attributes['chart'], m);
    return own ? { ...content, form: 'section', body: own } : content;
  },
};

/** Writes a chart that is asked for and has a form of its own in a still; null for the others, which are a table there. */
function chartOf({ measure, texts }: MeasuredFigure, chart: string | undefined, m: Words): Markup | null {
  const code = (chart && Object.hasOwn(chartTrees, chart) ? chartTrees[chart] : undefined) as
    | ChartCode<unknown>
    | undefined;
  const dimension = texts.dimensions.find(({ id }) => id === measure.by);
  if (!code || !dimension) return null;
  const before = previousPeriod(measure.period, texts.kind);
  return raw(write(code.tree(code.marks({ measure, texts, dimension, before }, m), m)));
}

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
  const caption = captionOf(title, unit, at);
  return {
    title,
    form: 'table',
    body: gridMarkup(partsGrid(figures, m.lang), { caption, heading }, m),
    sources: figures.flatMap((figure) => figure.measure.sources),
  };
}

/** Any number that takes the plural. */
const MANY = 100;
