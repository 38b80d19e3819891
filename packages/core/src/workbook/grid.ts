/** A workbook as tables of texts: what its files have in common, be they one .xlsx or a folder of CSV. */
import { normalise, slug } from '../data/index.ts';
import { type Cell, plainCell } from './cells.ts';
import type { ListName } from './choices.ts';
import type { FilledRow } from './rows.ts';

/** How a column looks and which list its cells offer. */
export interface ColumnLook {
  readonly width: number;
  readonly list?: ListName;
  /** Whether other values than those of the list are refused, rather than asked about. */
  readonly isStrict?: boolean;
  /** Whether the cells are for the reader alone. */
  readonly isShown?: boolean;
}

/** A sheet to be written. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly ColumnLook[];
  /** Rows above the first one to fill in, which stay in sight: the box and the headings. */
  readonly head: number;
  /** Whether rows are added under those that there are. */
  readonly isOpen?: boolean;
  /** Single cells that offer a list, as row and column from 0. */
  readonly boxes?: readonly { readonly row: number; readonly column: number; readonly list: ListName }[];
}

/** A sheet as it was read: its rows with their lines, blank ones left out. */
export interface ReadGrid {
  readonly name: string;
  readonly rows: readonly { readonly line: number; readonly cells: readonly Cell[] }[];
}

/** Words in front of the box of a sheet. */
export const BOX = 'Liste complète\u202f?';

/** Rows over which the headings are looked for. */
const HEADER_ROWS = 15;

const fold = (text: string): string => normalise(plainCell(text));

/** The rows under the headings of a sheet, and the answer in its box. */
interface Filled {
  readonly rows: readonly FilledRow[];
  readonly isComplete: string;
  /** Headings that the sheet lacks. */
  readonly missing: readonly string[];
  /** Letters of the columns that are read, by heading. */
  readonly letters: ReadonlyMap<string, string>;
  /** Columns that nobody reads and that have a heading or cells; their cells above the headings too. */
  readonly strange: readonly StrangeColumn[];
}

/** A column that is not read. */
interface StrangeColumn {
  readonly heading: string;
  readonly letter: string;
  /** Lines of its cells with something in them. */
  readonly lines: readonly number[];
}

/** A cell beyond the end of its row, which some programs leave out. */
const EMPTY: Cell = { text: '' };

/** Reads a sheet by its headings, wherever they are among the first rows and in whichever order. */
export function filledRows(grid: ReadGrid, headings: readonly string[]): Filled {
  const wanted = new Map(headings.map((heading) => [fold(heading), heading]));
  const found = grid.rows
    .slice(0, HEADER_ROWS)
    .map(({ cells }) => cells.filter(({ text }) => wanted.has(fold(text))).length);
  const most = Math.max(0, ...found);
  const at = most > 0 ? found.indexOf(most) : -1;
  const head = grid.rows[at]?.cells ?? [];
  // The first column of a heading is read: a second one may say something else.
  const named = head.map(({ text }) => wanted.get(fold(text)));
  const names = named.map((name, column) => (named.indexOf(name) === column ? name : undefined));
  const box = grid.rows.slice(0, Math.max(0, at)).find(({ cells }) => fold(cells[0]?.text ?? '') === fold(BOX));
  return {
    rows: grid.rows.slice(at + 1).map(({ line, cells }) => ({
      line,
      cells: new Map(names.flatMap((name, column) => (name ? [[name, cells[column] ?? EMPTY] as const] : []))),
    })),
    isComplete: plainCell(box?.cells[1]?.text ?? ''),
    missing: headings.filter((heading) => !names.includes(heading)),
    letters: new Map(names.flatMap((name, column) => (name ? [[name, columnLetters(column)] as const] : []))),
    strange: strangeColumns(grid.rows, at, names, box),
  };
}

function strangeColumns(
  rows: ReadGrid['rows'],
  at: number,
  names: readonly (string | undefined)[],
  box: ReadGrid['rows'][number] | undefined,
): readonly StrangeColumn[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const columns = Array.from({ length: width }, (_, column): StrangeColumn => {
    const lines = rows.flatMap((row, index) => {
      const isRead = index === at || (index > at && names[column] !== undefined) || (row === box && column < 2);
      return isRead || plainCell(row.cells[column]?.text ?? '') === '' ? [] : [row.line];
    });
    const heading = names[column] ?? plainCell(rows[at]?.cells[column]?.text ?? '');
    return { heading, letter: columnLetters(column), lines };
  });
  return columns.filter(({ heading, lines }, column) => lines.length > 0 || (!names[column] && heading !== ''));
}

/** Returns the letters that a spreadsheet calls a column by, from 0: `A`, `Z`, `AA`. */
export const columnLetters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${columnLetters(Math.floor(at / 26) - 1)}${columnLetters(at % 26)}`;

/** Returns the name of the CSV file of a sheet. */
export const csvName = (sheet: string): string => `${slug(sheet)}.csv`;
