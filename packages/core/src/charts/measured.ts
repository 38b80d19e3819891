import { formatChange, formatFigureDate, periodInWords } from '../format/index.ts';
import {
  type ComparedRequest,
  indicatorOf,
  precomputedVariant,
  type Subject,
  subjectOf,
  writtenFigure,
} from '../indicators/index.ts';
import {
  AUTHOR_FIELDS,
  type Dataset,
  isFigureHidden,
  negated,
  parsePeriod,
  placeNeeds,
  unnarrowed,
  whereProblem,
} from '../model/index.ts';
import type { MeasuredFigure } from './combined.ts';
import { html, joined, type Markup, NOTHING } from './markup.ts';
import { territoryMarkup } from './pieces.ts';
import type { StillContext, StillNeed } from './request.ts';
import { contextTexts } from './value/context.ts';
import type { Words } from './words/words.ts';

/** Returns the words of an attribute that are separated by spaces. */
export const wordsIn = (text = ''): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Returns the fields of a request for measures that attributes set. */
export const scopeOf = (attributes: Readonly<Record<string, string>>): Omit<ComparedRequest, 'indicator'> =>
  Object.fromEntries(
    AUTHOR_FIELDS.flatMap((name) => {
      const value = attributes[name];
      return value ? [[name, value]] : [];
    }),
  );

/** Returns the needs of a still of figures: the measures that a build has written. */
export const measureNeeds = (attributes: Readonly<Record<string, string>>): readonly StillNeed[] => [
  ...wordsIn(attributes['indicator']).map((id): StillNeed => `measures/${id}`),
  ...placeNeeds(attributes),
];

/**
 * Returns the measure that answers a request: the one that a build has written, else computed from the collections where they
 * are there. Null where there is none, and where a filter has a mistake: the widget says it in place of a figure.
 */
export function measured(dataset: Dataset, asked: ComparedRequest): MeasuredFigure | null {
  const { compare, period, indicator: id, where, territory } = asked;
  if (isFigureHidden(dataset, asked)) return null;
  const written = writtenFigure(dataset.measures, asked);
  if (written) return written;
  const other = compare === 'previous' || compare === 'none' ? undefined : compare;
  if ([period, other].some((text) => text !== undefined && !parsePeriod(text))) return null;
  const variant = dataset.measures && precomputedVariant(dataset.measures, asked);
  const known = dataset.measures?.indicators[id];
  if (variant && known) return { measure: variant, texts: known };
  const texts = indicatorOf(dataset, id);
  if (!texts || (asked.by && !texts.dimensions.some((one) => one.id === asked.by))) return null;
  if (!texts.needs.every((name) => dataset.collections[name] || !dataset.manifest.collections[name])) return null;
  const own = asked.ignoresUnknownFilters !== true;
  if (whereProblem(dataset, { indicator: texts, own, where, territory })) return null;
  return { measure: texts.compute(unnarrowed(dataset), asked), texts };
}

/** Writes what a figure is kept to, as far as the data name it. */
export const keptMarkup = (dataset: Dataset, figure: Subject, m: Words): readonly Markup[] =>
  subjectOf(figure, dataset).flatMap(({ name }) => (name ? m.data(name) : []));

/** Returns the dimensions of an indicator, the usual one first. */
export const dimensionsOf = (dataset: Dataset, id: string): MeasuredFigure['texts']['dimensions'] =>
  (dataset.measures?.indicators[id] ?? indicatorOf(dataset, id))?.dimensions ?? [];

/** Writes the place and the date of a figure, then how it changed, if it is known. */
export function aboutFigure(
  { dataset, m }: StillContext,
  { measure, texts }: MeasuredFigure,
  { isMinus = false, place = territoryMarkup(dataset, measure.territory, m) } = {},
): readonly Markup[] {
  const { change, previous, basis } = measure;
  const day = formatFigureDate(measure, texts.kind, m.lang);
  const at = joined([place, html`${day}`], ', ');
  const context = contextTexts({ measure, texts }, dataset, m).map((text) => html`${text}`);
  if (!change || !previous) return [at, ...context];
  const shown = isMinus ? { absolute: negated(change.absolute) } : change;
  const before = m.say('comparedWith', { period: periodInWords(previous.period, m.lang, { against: true }) });
  // If both values are computed, the badge of the live widget says so.
  const mark = previous.basis && basis !== 'computed' ? html` (${m.say('quality_computed')})` : NOTHING;
  return [at, html`<strong>${formatChange(shown, m.lang)}</strong> ${before}${mark}`, ...context];
}
