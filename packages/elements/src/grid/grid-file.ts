/** A table as a spreadsheet. Loaded when a visitor asks for one. */
import { type Grid, type GridRow, gridCsv, type MeasuredFigure } from '@ess-widgets/core/chart';
import { toCsv } from '@ess-widgets/core/format/lean';
import { download } from '../internal/download.ts';

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
