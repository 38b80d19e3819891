/** Parsing of a text into rows with their line numbers. */
import papa, { type ParseResult } from 'papaparse';
import { unguardFormula } from '../../../format/formula-guard.ts';
import { type Headers, mayCallNames, readHeaders } from './headers.ts';

/** A row as parsed: `line` is where it starts in the file, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Delimiter of a header, and of the lines under it, where the two differ. */
interface Mixed {
  readonly header: string;
  readonly rows: string;
}

/** The rows of a file, blank ones left out. */
export interface Table {
  readonly rows: readonly TableRow[];
  /** Line of a quote that is never closed: what follows it was swallowed into one cell. */
  readonly unclosedQuote: number | null;
  /** A header of commas above lines of semicolons, as somebody writes who pastes a list under it. */
  readonly mixed: Mixed | null;
  /** Lines of the cells that were cut, by column. */
  readonly cut: ReadonlyMap<number, readonly number[]>;
}

/** Characters of a cell that are read: no name, place or description is longer, and some patterns slow down on more. */
export const CELL_LENGTH = 2_000;

/** Cuts a text at the limit, never inside a pair that makes one character. */
const cutCell = (text: string): string =>
  text.length > CELL_LENGTH ? text.slice(0, CELL_LENGTH).replace(/[\ud800-\udbff]$/, '') : text;

const DELIMITERS = [';', ',', '\t'] as const;

/** Reads delimited text. */
export function readTable(text: string): Table {
  // Excel's own hint, `sep=;`, on a line before the header.
  const hint = /^sep=(.)\r?\n/i.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const read = (delimiter: string) => tableOf(papa.parse<string[]>(body, { delimiter }), hint ? 2 : 1);
  const header = hint?.[1] ?? delimiterOf(body);
  const table = read(header);
  const head = table.rows[findHeader(table.rows)?.index ?? table.rows.length];
  const rows = head && delimiterUnder(head, table.rows);
  if (!head || !rows) return table;
  const other = read(rows);
  return {
    ...other,
    rows: other.rows.map((row) => (row.line === head.line ? head : row)),
    mixed: { header, rows },
  };
}

function tableOf({ data, errors }: Pick<ParseResult<string[]>, 'data' | 'errors'>, first: number): Table {
  let line = first;
  const lines: number[] = [];
  for (const cells of data) {
    lines.push(line);
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  }
  const cut = new Map<number, number[]>();
  const rows = data.map((cells, index) => {
    const row = lines[index] ?? 0;
    return {
      line: row,
      cells: cells.map((cell, column) => {
        const text = cell.trim();
        if (text.length > CELL_LENGTH) {
          const lines = cut.get(column) ?? [];
          lines.push(row);
          cut.set(column, lines);
        }
        return unguardFormula(cutCell(text));
      }),
    };
  });
  const unclosed = errors.find(({ code }) => code === 'MissingQuotes')?.row;
  return {
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')),
    unclosedQuote: unclosed === undefined ? null : (lines[unclosed] ?? null),
    mixed: null,
    cut,
  };
}

/**
 * Returns the delimiter of the lines under a header whose own leaves each of them whole, and which splits each as the
 * header is.
 */
function delimiterUnder({ line, cells }: TableRow, rows: readonly TableRow[]): string | undefined {
  const under = rows.filter((row) => row.line > line);
  if (cells.length < 2 || under.length === 0 || under.some((row) => row.cells.length > 1)) return undefined;
  return DELIMITERS.find((each) => under.every((row) => row.cells[0]?.split(each).length === cells.length));
}

/**
 * Returns the delimiter with which a line reads as the header: the one that gives the most known columns. Counting
 * delimiters would be led astray by decimal commas and by texts.
 */
function delimiterOf(text: string): string {
  const lines = linesOf(text.slice(0, 20_000));
  const scores = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: Math.max(...lines.map((line) => known(line, delimiter))),
  }));
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

/** Returns the first lines, for a look at what they hold: quoted line ends are not looked for. */
const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/).slice(0, HEADER_LINES);

const unquote = (cell: string): string => cell.trim().replace(/^\ufeff?"|"$/g, '');

/**
 * Counts the known columns of a line that is split by a delimiter, plus a thousandth for each column, which decides
 * between equals.
 */
function known(line: string, delimiter: string): number {
  const cells = line.split(delimiter).map((cell) => unquote(cutCell(cell)));
  return readHeaders(cells).columns.size + cells.length / 1_000;
}

/** Titles and notes above the header are looked over in this many lines. */
export const HEADER_LINES = 10;

/** Whether a row is a header, which has two cells at least: a title such as "Liste des adhérents" is one cell. */
const isHeader = (cells: readonly string[], { columns }: Headers): boolean =>
  cells.filter((cell) => cell !== '').length > 1 && columns.has('name');

/** Position of a table's last header row, and its content. */
export interface FoundHeader {
  readonly index: number;
  readonly headers: Headers;
}

/**
 * Returns the header among the first rows: the one with the most known columns, the first of several. Titles of groups
 * above it ("Structure", "Localisation") read as a header too, of fewer columns.
 */
export function findHeader(rows: readonly TableRow[]): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (const index of rows.slice(0, HEADER_LINES).keys()) {
    const headers = headersAt(rows, index);
    if (headers && headers.columns.size > (best?.headers.columns.size ?? 0)) best = { index, headers };
  }
  if (best) return best;
  // A list of names alone has one column.
  const headers = readHeaders(rows[0]?.cells ?? []);
  return headers.columns.has('name') ? { index: 0, headers } : null;
}

function headersAt(rows: readonly TableRow[], index: number): Headers | null {
  const cells = rows[index]?.cells ?? [];
  const own = readHeaders(cells);
  if (isHeader(cells, own)) return own;
  // Cells merged over two lines have their text in the first: "Organisme" above, "Catégorie" and "Commune" beside it below.
  const above = rows[index - 1]?.cells;
  if (!above || own.columns.size < 2) return null;
  const both = cells.map((cell, column) => cell || (above[column] ?? ''));
  const headers = readHeaders(both);
  return isHeader(both, headers) ? headers : null;
}

/** Whether a row under the header is one itself: what would be its member's name is what such a column is called. */
export function repeatsHeader({ cells }: TableRow, { columns }: Headers): boolean {
  const column = columns.get('name');
  // Most of the time of a long list goes where each of its rows is read as a header.
  if (column === undefined || !mayCallNames(cells[column] ?? '')) return false;
  const own = readHeaders(cells).columns;
  return own.size > 1 && own.get('name') === column;
}
