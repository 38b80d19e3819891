/** Parsing of a delimited text into rows with their line numbers. */
import papa, { type ParseResult } from 'papaparse';
import { unguardFormula } from '../../../format/index.ts';
import { type ListKind, readHeaders } from '../table/headers.ts';
import { cleanTable, cutCell, findHeader, HEADER_LINES, type ParsedRow, type Table } from '../table/table.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;

/**
 * Reads delimited text.
 * @param kind the kind of list that the author says it is
 */
export function readTable(text: string, kind?: ListKind): Table {
  // Excel's own hint, `sep=;`, on a line before the header.
  const hint = /^sep=(.)(?:\r\n|\r|\n)/i.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const read = (delimiter: string) => {
    const rows = papa.parse<string[]>(withLineFeeds(body, delimiter), { delimiter, newline: '\n' });
    return parsedTable(rows, hint ? 2 : 1);
  };
  const header = hint?.[1] ?? delimiterOf(body);
  const table = read(header);
  const head = table.rows[findHeader(table.rows, kind)?.index ?? table.rows.length];
  const rows = head && delimiterUnder(head, table.rows);
  if (!head || !rows) return table;
  const other = read(rows);
  return {
    ...other,
    rows: other.rows.map((row) => (row.line === head.line ? head : row)),
    mixed: { header, rows },
  };
}

/**
 * Ends each row by a line feed, whichever way it ends: a file that two programs have written has several, and the parser
 * takes one for all. Cells in quotes keep theirs.
 */
function withLineFeeds(text: string, delimiter: string): string {
  if (!text.includes('\r')) return text;
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length; ) {
    // A quote opens a cell at its beginning alone, and closes it unless it is doubled.
    if (text[at] === '"') {
      let end = text.indexOf('"', at + 1);
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      if (end < 0) break;
      at = end + 1;
    }
    while (at < text.length && text[at] !== delimiter && text[at] !== '\r' && text[at] !== '\n') at += 1;
    if (text[at] === '\r') {
      parts.push(text.slice(kept, at), '\n');
      kept = text[at + 1] === '\n' ? at + 2 : at + 1;
      at = kept - 1;
    }
    at += 1;
  }
  return parts.join('') + text.slice(kept);
}

function parsedTable({ data, errors }: Pick<ParseResult<string[]>, 'data' | 'errors'>, first: number): Table {
  let line = first;
  const lines: number[] = [];
  for (const cells of data) {
    lines.push(line);
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  }
  const rows = data.map((cells, index) => ({ line: lines[index] ?? 0, cells }));
  const unclosed = errors.find(({ code }) => code === 'MissingQuotes')?.row;
  return {
    ...cleanTable(rows, unguardFormula),
    unclosedQuote: unclosed === undefined ? null : (lines[unclosed] ?? null),
  };
}

/**
 * Returns the delimiter of the lines under a header whose own leaves each of them whole, and which splits each as the
 * header is.
 */
function delimiterUnder({ line, cells }: ParsedRow, rows: readonly ParsedRow[]): string | undefined {
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

/**
 * Counts the known columns of a line that is split by a delimiter, plus a thousandth for each column, which decides
 * between equals.
 */
function known(line: string, delimiter: string): number {
  const cells = line.split(delimiter).map(cutCell);
  return readHeaders(cells).columns.size + cells.length / 1_000;
}
