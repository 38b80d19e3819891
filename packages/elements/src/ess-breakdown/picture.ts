import { type ChartFile, chartFiles } from '@ess-widgets/core/charts';
import type { Drawing, FileColour } from '../base/card/picture.ts';
import type { ShownChart } from './view.ts';

/** Draws the chart of a breakdown for a file, with the same marks, values and shapes as on the page. */
export function drawing({ chart, marks }: ShownChart, colourOf: FileColour): Drawing {
  const { svg, words } = chartFiles[chart] as ChartFile<unknown>;
  const rows = words(marks).map((row) => row.filter(Boolean).join(', '));
  return { draw: svg(marks, colourOf), description: rows.join('\u202f; ') };
}
