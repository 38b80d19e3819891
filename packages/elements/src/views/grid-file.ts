import { type Grid, type GridRow, gridCsv, type MeasuredFigure } from '@ess-widgets/core/charts';
import { toCsv } from '@ess-widgets/core/format';
import { download } from '../base/download.ts';

/** A table, and the figure that it shows, if any. */
interface GridContent {
  readonly grid: Grid;
  readonly figure?: MeasuredFigure;
}

/** Downloads all rows of a grid as a spreadsheet, in the order in which they are shown. */
export function downloadGrid(name: string, { grid, figure }: GridContent, rows: readonly GridRow[] = grid.rows): void {
  const file = gridCsv(grid, rows, figure?.measure);
  download(`${name}.csv`, toCsv(file.header, file.rows), 'text/csv');
}
