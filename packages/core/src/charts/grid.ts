import {
  type Basis,
  type Change,
  comparePeriods,
  type Doubt,
  type Period,
  pointOf,
  type Quantity,
  type ResolvedText,
  type Text,
} from '../model/index.ts';

/** A number, and what is said of it. */
export interface NumberCell {
  readonly kind: 'number';
  readonly quantity: Quantity;
  readonly shown?: Quantity;
  readonly withUnit?: boolean | undefined;
  /** A change, written with its sign. */
  readonly signed?: boolean | undefined;
  /** Origin of the value, where the values beside it have another origin. */
  readonly basis?: Basis | undefined;
}

/**
 * Content of a cell; null is unknown, never 0. Texts carry their language; `shown` is the number as it is written,
 * rounded.
 */
export type GridCell =
  | { readonly kind: 'text'; readonly text: ResolvedText; readonly href?: string }
  | { readonly kind: 'date'; readonly date: Period }
  | NumberCell
  | { readonly kind: 'change'; readonly change: Change }
  | null;

/** A column: how it is called in a file, and for readers where the data name it; else its heading is the reader's affair. */
export interface GridColumn {
  readonly id: string;
  readonly kind: 'text' | 'date' | 'number' | 'change';
  readonly label?: Text;
}

/** A row; the first cell is its heading. */
export interface GridRow {
  readonly id: string;
  readonly cells: readonly GridCell[];
  /** Rank given by the data (the order of the collèges): decides shape and colour. */
  readonly order?: number;
  /** Doubts about its values. */
  readonly doubts?: readonly Doubt[];
}

/** Rows and columns of anything: parts of a figure, figures, records. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** The whole, where the rows are exclusive parts of one; as many cells as columns. */
  readonly total?: readonly GridCell[];
}

/** By which column rows are sorted, and which way. */
export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

/** Order of two known cells of one column. */
function compare(a: NonNullable<GridCell>, b: NonNullable<GridCell>, words: Intl.Collator): number {
  if (a.kind === 'text' && b.kind === 'text') return words.compare(a.text.text, b.text.text);
  if (a.kind === 'date' && b.kind === 'date') return comparePeriods(a.date, b.date);
  return sizeOf(a) - sizeOf(b);
}

/** Changes are sorted by what is written first: the percentage where there is one. */
function sizeOf(cell: NonNullable<GridCell>): number {
  if (cell.kind === 'number') return pointOf(cell.quantity);
  return cell.kind === 'change' ? pointOf(cell.change.relative ?? cell.change.absolute) : 0;
}

/** Rows by a column. Equal rows stay as they came; what is unknown is last, whichever way. An unknown column sorts nothing. */
export function sortRows(grid: Grid, { column, descending }: GridSort, lang: string): readonly GridRow[] {
  const at = grid.columns.findIndex(({ id }) => id === column);
  if (at < 0) return grid.rows;
  const words = new Intl.Collator(lang, { numeric: true, sensitivity: 'base' });
  const sign = descending ? -1 : 1;
  return [...grid.rows].sort((a, b) => {
    const [x, y] = [a.cells[at] ?? null, b.cells[at] ?? null];
    if (!x || !y) return x ? -1 : y ? 1 : 0;
    return sign * compare(x, y, words);
  });
}
