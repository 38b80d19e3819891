/** A table as a spreadsheet. Loaded when a visitor asks for one. */
import { type Grid, type GridRow, gridCsv } from '@ess-widgets/core/chart';
import { toCsv } from '@ess-widgets/core/format/lean';
import { download } from '../internal/download.ts';

/** Gives the visitor the rows of a grid, all of them, in the order in which they are shown. */
export function giveGrid(name: string, grid: Grid, rows: readonly GridRow[] = grid.rows): void {
  const file = gridCsv(grid, rows);
  download(`${name}.csv`, toCsv(file.header, file.rows), 'text/csv');
}
