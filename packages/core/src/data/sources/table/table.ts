/** A table as any reader hands it over, and the search for its header. */
import { type Headers, type ListKind, type Mapping, mayCallNames, readHeaders, withColumns } from './headers.ts';

/** A row as parsed: `line` is where it starts in the file, from 1. */
export interface ParsedRow {
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
  readonly rows: readonly ParsedRow[];
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
export const cutCell = (text: string): string =>
  text.length > CELL_LENGTH ? text.slice(0, CELL_LENGTH).replace(/[\ud800-\udbff]$/, '') : text;

/** Cells that a spreadsheet could not compute, in English and French, and those of LibreOffice. */
const ERROR_CELL =
  /^(?:#(?:REF|DIV\/0|VALUE|VALEUR|NUM|NOMBRE|NULL|NUL|SPILL|PROPAGATION|CALC|CALCUL)!|#N\/A|#(?:NAME|NOM)\?|Err:5\d\d)$/;

/** Whether a cell holds the error of a formula: it states nothing. */
export const isErrorCell = (text: string): boolean =>
  (text.startsWith('#') || text.startsWith('Err:')) && ERROR_CELL.test(text);

/** Returns the letter of a column, counted from 0, as a spreadsheet shows it: `A`, `Z`, `AA`. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

function cutAt(cut: Map<number, number[]>, column: number, line: number): void {
  const lines = cut.get(column);
  if (lines) lines.push(line);
  else cut.set(column, [line]);
}

/**
 * Makes a table of rows: cells are trimmed and cut at the limit, blank rows left out.
 * @param clean makes the text of a cell that its format wraps
 */
export function cleanTable(read: readonly ParsedRow[], clean = (text: string): string => text): Table {
  const cut = new Map<number, number[]>();
  const rows = read.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, column) => {
      const text = cell.trim();
      if (text.length > CELL_LENGTH) cutAt(cut, column, line);
      return clean(cutCell(text));
    }),
  }));
  return {
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')),
    unclosedQuote: null,
    mixed: null,
    cut,
  };
}

/** Titles and notes above the header are looked over in this many lines. */
export const HEADER_LINES = 10;

const filledIn = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

/** Whether a row is a header, which has two cells at least: a title such as "Liste des adhérents" is one cell. */
const isHeader = (cells: readonly string[], { columns }: Headers): boolean =>
  filledIn(cells) > 1 && columns.has('name');

/** Position of a table's last header row, and its content. */
interface FoundHeader {
  readonly index: number;
  readonly headers: Headers;
}

/**
 * Returns the header among the first rows: the one with the most known columns, the first of several. Titles of groups
 * above it ("Structure", "Localisation") read as a header too, of fewer columns.
 * @param kind the kind of list that the author says it is; by default its columns tell
 * @param mapping columns that a person has mapped by hand: with it a header is found even where no column is known
 */
export function findHeader(rows: readonly ParsedRow[], kind?: ListKind, mapping?: Mapping): FoundHeader | null {
  const found = knownHeader(rows, kind);
  if (!mapping) return found;
  const { index, headers } = found ?? likelyHeader(rows, kind);
  return { index, headers: withColumns(headers, mapping) };
}

/** Returns the row that most columns are known in, else the one with the most cells: some title above has one. */
function likelyHeader(rows: readonly ParsedRow[], kind: ListKind | undefined): FoundHeader {
  const all = rows.slice(0, HEADER_LINES).map(({ cells }, index) => {
    const headers = readHeaders(cells, kind);
    // One may be a value by chance: "x" is a longitude.
    const known = headers.columns.size > 1 ? headers.columns.size * 1_000 : 0;
    return { index, headers, score: known + filledIn(cells) };
  });
  const first = { index: 0, headers: readHeaders([], kind), score: 0 };
  return all.reduce((best, each) => (each.score > best.score ? each : best), first);
}

function knownHeader(rows: readonly ParsedRow[], kind: ListKind | undefined): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (const index of rows.slice(0, HEADER_LINES).keys()) {
    const headers = headersAt(rows, index, kind);
    if (headers && headers.columns.size > (best?.headers.columns.size ?? 0)) best = { index, headers };
  }
  if (best) return best;
  // A list of names alone has one column.
  const headers = readHeaders(rows[0]?.cells ?? [], kind);
  return headers.columns.has('name') ? { index: 0, headers } : null;
}

function headersAt(rows: readonly ParsedRow[], index: number, kind: ListKind | undefined): Headers | null {
  const cells = rows[index]?.cells ?? [];
  const own = readHeaders(cells, kind);
  // Under a row as long, one cell that may call names is a value: « Coopératives » is a collège too.
  const isValue = own.columns.size === 1 && rows.slice(0, index).some((row) => filledIn(row.cells) >= filledIn(cells));
  if (isHeader(cells, own) && !isValue) return own;
  // Cells merged over two lines have their text in the first: "Organisme" above, "Catégorie" and "Commune" beside it below.
  const above = rows[index - 1]?.cells;
  if (!above || own.columns.size < 2) return null;
  const both = cells.map((cell, column) => cell || (above[column] ?? ''));
  const headers = readHeaders(both, kind);
  return isHeader(both, headers) ? headers : null;
}

/** Whether a row under the header is one itself: what would be its name is what such a column is called. */
export function repeatsHeader({ cells }: ParsedRow, { columns, kind }: Headers): boolean {
  const column = columns.get('name');
  // Most of the time of a long list goes where each of its rows is read as a header.
  if (column === undefined || !mayCallNames(cells[column] ?? '', kind)) return false;
  const own = readHeaders(cells, kind).columns;
  return own.size > 1 && own.get('name') === column;
}
