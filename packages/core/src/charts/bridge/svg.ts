import { drawBars, type PaintedBar } from '../bars/svg.ts';
import type { ColourOf, RowsInWords } from '../figure.ts';
import type { Draw } from '../svg.ts';

/** Draws the steps, whose colours are tokens. */
export const svg = (steps: readonly PaintedBar[], colourOf: ColourOf): Draw =>
  drawBars(steps.map((step) => ({ ...step, colour: colourOf(step.colour) })));

export const words = (steps: readonly PaintedBar[]): RowsInWords => steps.map(({ label, value }) => [label, value]);
