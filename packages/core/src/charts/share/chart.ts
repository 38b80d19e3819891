import type { Figure, Words } from '../figure.ts';
import { stacksInWords } from '../stack/chart.ts';
import type { PaintedStacks } from '../stack/svg.ts';

/** Returns the one bar of a figure with its words. */
export const marks = (figure: Figure, m: Words): PaintedStacks =>
  stacksInWords(figure, [{ period: figure.measure.period, segments: figure.segments ?? [] }], m);
