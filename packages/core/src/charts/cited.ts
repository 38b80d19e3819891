/** Figures that a text of a report cites: what they measure, and how the text writes them. */
import { formatInWords, formatValue } from '../format/index.ts';
import { type Dataset, type Measure, type Observation, type Quantity, type RunForm } from '../model/index.ts';
import type { MeasuredFigure } from './combined.ts';

/** Returns a published figure as what is measured, with the texts of its indicator where it has one. */
export function publishedFigure(observation: Observation, { measures }: Dataset): MeasuredFigure {
  const { id, indicator, label, period, territory, quantity, printed, source } = observation;
  const texts = indicator ? measures?.indicators[indicator] : undefined;
  return {
    texts: { definition: label, kind: 'flow', unit: quantity.unit, dimensions: [], ...texts, label },
    measure: {
      indicator: indicator ?? '',
      period,
      quantity,
      basis: 'published',
      observations: [id],
      population: null,
      missing: null,
      sources: [source],
      notes: [],
      ...(territory ? { territory } : {}),
      ...(printed ? { printed } : {}),
      ...(measures?.doubted?.includes(id) ? { added: ['check'] as const } : {}),
    },
  };
}

/** Returns a value as the text that it stands in asks for it: in words, as a number alone, or with the word of its unit. */
export const figureText = (
  { inWords, isFirst, bare, isEstimate }: RunForm,
  given: Quantity,
  measure: Measure,
  lang: string,
): string => {
  const quantity: Quantity = isEstimate && given.op === '~' ? { ...given, op: '=' } : given;
  return inWords
    ? formatInWords(quantity, lang, { isFirst: isFirst === true })
    : formatValue(quantity, measure, lang, bare ? {} : { unit: 'long' });
};
