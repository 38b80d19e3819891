import type { Figure, Words } from '../figure.ts';
import { segmentsInWords } from '../stack/chart.ts';
import type { PaintedStacks } from '../stack/svg.ts';

/** Returns the one bar of a figure with its words. */
export const shareInWords = (figure: Figure, m: Words): PaintedStacks =>
  segmentsInWords(figure, [{ period: figure.measure.period, segments: figure.segments ?? [] }], m);
