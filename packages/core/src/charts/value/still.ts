import { formatValue } from '../../format/index.ts';
import { negated } from '../../model/index.ts';
import { html, joined } from '../markup.ts';
import { aboutFigure, keptMarkup, measured, measureNeeds, scopeOf } from '../measured.ts';
import type { StillKind } from '../request.ts';

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
    return {
      title: joined([m.data(texts.label), ...keptMarkup(dataset, measure, m)], ' · '),
      form: 'figure',
      body: html`<strong>${value}</strong>, ${aboutFigure(context, figure, { isMinus })}`,
      sources,
    };
  },
};
