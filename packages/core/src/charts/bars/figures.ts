/** Several figures as bars on one scale. */
import { type ComparedRequest, subjectOf } from '../../indicators/index.ts';
import {
  type Dataset,
  figureRequest,
  type Measure,
  resolveText,
  shortLabel,
  slotOf,
  type Text,
} from '../../model/index.ts';
import { combined, inEach, type MeasuredFigure } from '../combined.ts';
import type { Figure } from '../figure.ts';

/**
 * Returns the figures that an attribute names, as a text of a report does between its brackets and separated by semicolons:
 * `month-national-share; population-share territory=region-53`. One that is none is left out.
 */
export const figuresAsked = (text: string): readonly ComparedRequest[] =>
  text.split(';').flatMap((each) => {
    const slot = slotOf(each.trim());
    return (slot && figureRequest(slot)) ?? [];
  });

/** Returns figures as the parts of one, each with its own name: a chart of them says nothing of a whole. */
export function figuresAsParts<F extends MeasuredFigure>(
  figures: readonly [F, ...F[]],
  dataset: Pick<Dataset, 'measures' | 'collections'>,
): Figure & F {
  const [first] = figures;
  const all: MeasuredFigure = combined(figures) ?? first;
  const parts = figures.map((figure, rank) => ({
    id: `${rank}-${figure.measure.indicator}`,
    label: labelOf(figure, dataset),
    quantity: figure.measure.quantity,
    ...(figure.measure.checks ? { checks: figure.measure.checks } : {}),
  }));
  const measure: Measure = { ...all.measure, parts };
  const dimension = { id: '', label: all.texts.label, exclusive: true };
  return { ...first, ...all, measure, dimension, before: measure.period };
}

/** Returns the short label of a figure, else its label and what it is kept to, in each language. */
function labelOf({ measure, texts }: MeasuredFigure, dataset: Pick<Dataset, 'measures' | 'collections'>): Text {
  const { where, territory } = measure;
  const whole = territory && shortLabel(texts, { where: `${where ?? ''} territory=${territory}` });
  if (whole) return whole;
  const short = shortLabel(texts, { where });
  const { indicator } = measure;
  const kept = subjectOf(short ? { indicator, territory } : measure, dataset).flatMap(({ name }) => name ?? []);
  const names = [short ?? texts.label, ...kept];
  if (names.length === 1) return short ?? texts.label;
  return inEach((lang) => names.map((name) => resolveText(name, lang).text).join(' · '));
}
