import { badgesOf, type Measure, pointOf } from '../model/index.ts';
import { pointCells } from './csv-rows.ts';
import type { Grid, GridCell, GridColumn, GridRow } from './grid.ts';

/** A cell of a CSV file; null is an empty cell. */
type Cell = string | number | null;

/**
 * A grid as a spreadsheet: names for machines, the same in every language; nothing is rounded.
 * @param measure of a table of figures, several as one: its rows say whether they are to be checked
 */
export function gridCsv(
  grid: Grid,
  rows: readonly GridRow[],
  measure?: Measure,
): { readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] } {
  const columns = grid.columns.map((column, at) => ({
    ...column,
    hasBasis: rows.some(({ cells }) => basisOf(cells[at])),
  }));
  return {
    header: [...columns.flatMap(headerOf), ...(measure ? ['to_check'] : [])],
    rows: rows.map(({ id, cells }) => [
      ...columns.flatMap((column, at) => cellsOf(column, cells[at] ?? null)),
      ...(measure ? [isDoubted(measure, id) ? 'yes' : ''] : []),
    ]),
  };
}

/** Whether a row is to be checked: the figure or the part that it is, or one of the figures that it is a part of. */
function isDoubted(measure: Measure, id: string): boolean {
  const all = measure.combines ?? [measure];
  const own = all.filter(({ indicator }) => indicator === id);
  if (own.length) return own.some((each) => badgesOf(each).doubts.includes('check'));
  return all.some((whole) =>
    whole.parts?.some(
      (part) =>
        part.id === id && part.quantity && (part.checks ?? badgesOf({ ...whole, added: [] }).doubts.includes('check')),
    ),
  );
}

type Column = GridColumn & { readonly hasBasis: boolean };

const basisOf = (cell: GridCell | undefined): string | null => (cell?.kind === 'number' && cell.basis) || null;

/** A number has its operator and its unit beside it, and where it comes from where the column knows. */
const headerOf = ({ id, kind, hasBasis }: Column): readonly string[] =>
  kind === 'number' ? [id, `${id}_operator`, `${id}_unit`, ...(hasBasis ? [`${id}_basis`] : [])] : [id];

function cellsOf({ kind, hasBasis }: Column, cell: GridCell): readonly Cell[] {
  const basis = hasBasis ? [basisOf(cell)] : [];
  if (!cell) return kind === 'number' ? [null, null, null, ...basis] : [null];
  switch (cell.kind) {
    case 'text':
      return [cell.text.text];
    case 'date':
      return [cell.date];
    case 'change':
      return [pointOf(cell.change.absolute)];
    case 'number':
      return [...pointCells(cell.quantity), cell.quantity.unit, ...basis];
  }
}
