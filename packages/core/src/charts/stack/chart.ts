import { periodInWords } from '../../format/index.ts';
import { type MeasurePart, resolveText } from '../../model/index.ts';
import { type Figure, valueText, type Words } from '../figure.ts';
import { type Stack, stackMarks } from './marks.ts';
import type { PaintedStacks } from './svg.ts';

/** As many patterns can be told apart in black and white. */
const PATTERNS = 4;

/** Returns the stacks of a figure, or null where its parts are no whole that can be drawn as one. */
export function stacksOf({ measure, dimension, before }: Figure): readonly Stack[] | null {
  const few = dimension.exclusive && (measure.parts?.length ?? 0) <= PATTERNS;
  return few ? stackMarks(measure, before) : null;
}

/** Returns the stacks of a figure with their words: one a period, and the values of all parts. */
export const stacksInWords = (figure: Figure, m: Words): PaintedStacks =>
  segmentsInWords(figure, figure.stacks ?? [], m);

/** Returns stacks with their words. */
export function segmentsInWords(
  figure: Figure,
  stacks: readonly Pick<Stack, 'period' | 'segments'>[],
  m: Words,
): PaintedStacks {
  const values = (part: MeasurePart): readonly string[] =>
    [part.quantity, ...(stacks.length > 1 ? [part.previous] : [])].map((quantity) =>
      quantity ? valueText(quantity, figure, m) : m.text('unknown'),
    );
  return {
    stacks: stacks.map(({ period, segments }) => ({ period: periodInWords(period, m.lang), segments })),
    legend: (figure.measure.parts ?? []).map((part) => ({
      ...rankOf(part, stacks),
      label: resolveText(part.label, m.lang).text,
      values: values(part),
    })),
    write: ({ quantity }) => valueText(quantity, figure, m),
    isStatus: figure.dimension.id === 'attendance',
  };
}

/** Returns the pattern that a part has in the first stack. */
function rankOf({ id }: MeasurePart, [first]: readonly Pick<Stack, 'segments'>[]): { readonly rank?: number } {
  const rank = first?.segments.find((segment) => segment.id === id)?.rank;
  return rank === undefined ? {} : { rank };
}
