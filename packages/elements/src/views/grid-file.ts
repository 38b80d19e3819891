/** A table as a spreadsheet. Loaded when a visitor asks for one. */

import { toCsv } from '@ess-widgets/core/internal/format/csv';
import type { MeasuredFigure } from '@ess-widgets/core/internal/picture/combined';
import type { Grid, GridRow } from '@ess-widgets/core/internal/picture/grid';
import { gridCsv } from '@ess-widgets/core/internal/picture/grid-csv';
import { download } from '../base/download.ts';

/** A table, and the figure that it shows, if any. */
interface Given {
  readonly grid: Grid;
  readonly figure?: MeasuredFigure;
}

/** Gives the visitor the rows of a grid, all of them, in the order in which they are shown. */
export function giveGrid(name: string, { grid, figure }: Given, rows: readonly GridRow[] = grid.rows): void {
  const file = gridCsv(grid, rows, figure?.measure);
  download(`${name}.csv`, toCsv(file.header, file.rows), 'text/csv');
}
