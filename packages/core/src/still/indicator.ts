import { formatMeasured, formatPeriod, formatStockDate } from '../format/period.ts';
import { formatChange, formatValue } from '../format/quantity.ts';
import { partNames } from '../indicators/precomputed.ts';
import { negated } from '../model/quantity.ts';
import type { MeasuredFigure } from '../picture/combined.ts';
import { html, joined, type Markup } from './markup.ts';
import { measured, measureNeeds, scopeOf } from './measured.ts';
import type { StillContext, StillKind } from './request.ts';
import { placeOf } from './source.ts';

/** One figure: its value and unit, its place and date, and how it changed. */
export const indicator: StillKind = {
  needs: measureNeeds,
  content: (context) => {
    const { dataset, attributes, m } = context;
    const figure = measured(dataset, { indicator: attributes['indicator'] ?? '', ...scopeOf(attributes) });
    const { quantity, sources = [] } = figure?.measure ?? {};
    if (!figure || !quantity) return null;
    const { texts, measure } = figure;
    const isMinus = attributes['sign'] === 'minus';
    const options = { sign: texts.signed === true || !!attributes['sign'], unit: 'long' } as const;
    const value = formatValue(isMinus ? negated(quantity) : quantity, measure, m.lang, options);
    const kept = partNames(dataset.measures, measure.indicator, attributes['where']);
    return {
      title: joined([texts.label, ...kept].map(m.data), ' · '),
      form: 'figure',
      body: html`<p><strong>${value}</strong>, ${about(context, figure, isMinus)}</p>`,
      sources,
    };
  },
};

/** Writes the place, the date and the change of a figure. */
function about({ dataset, m }: StillContext, { measure, texts }: MeasuredFigure, isMinus: boolean): Markup {
  const { change, previous, period, territory } = measure;
  const day = texts.kind === 'stock' ? formatStockDate(period, m.lang) : formatMeasured(measure, m.lang);
  const at = joined([placeOf(dataset, territory, m), html`${day}`], ', ');
  if (!change || !previous) return at;
  const shown = isMinus ? { absolute: negated(change.absolute) } : change;
  const before = m.say('comparedWith', { period: formatPeriod(previous.period, m.lang, { against: true }) });
  return joined([at, html`${formatChange(shown, m.lang)} ${before}`], ', ');
}
