import { pointOf } from '../model/quantity.ts';
import { pointCells } from './csv-rows.ts';
import type { Grid, GridCell, GridColumn, GridRow } from './grid.ts';

/** A cell of a CSV file; null is an empty cell. */
type Cell = string | number | null;

/** A grid as a spreadsheet: names for machines, the same in every language; nothing is rounded. */
export function gridCsv(
  { columns }: Grid,
  rows: readonly GridRow[],
): { readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] } {
  return {
    header: columns.flatMap(headerOf),
    rows: rows.map(({ cells }) => columns.flatMap((column, at) => cellsOf(column, cells[at] ?? null))),
  };
}

/** A number has its operator and its unit beside it. */
const headerOf = ({ id, kind }: GridColumn): readonly string[] =>
  kind === 'number' ? [id, `${id}_operator`, `${id}_unit`] : [id];

function cellsOf({ kind }: GridColumn, cell: GridCell): readonly Cell[] {
  if (!cell) return kind === 'number' ? [null, null, null] : [null];
  switch (cell.kind) {
    case 'text':
      return [cell.text.text];
    case 'date':
      return [cell.date];
    case 'change':
      return [pointOf(cell.change.absolute)];
    case 'number':
      return [...pointCells(cell.quantity), cell.quantity.unit];
  }
}
