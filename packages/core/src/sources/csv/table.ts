/** From text to rows that know their line. */

/** A row as parsed: `line` is where it starts in the file, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a file, blank ones left out. */
export interface Table {
  readonly rows: readonly TableRow[];
  /** Line of a quote that is never closed: what follows it was swallowed into one cell. */
  readonly unclosedQuote: number | null;
}

const DELIMITERS = [';', ',', '\t'] as const;

/** Reads delimited text. The parser is loaded on demand: most pages read no CSV. */
export async function readTable(text: string): Promise<Table> {
  const { default: papa } = await import('papaparse');
  // Excel's own hint, `sep=;`, on a line before the header.
  const hint = /^sep=(.)\r?\n/i.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const parsed = papa.parse<string[]>(body, { delimiter: hint?.[1] ?? delimiterOf(body) });
  let line = hint ? 2 : 1;
  const lines: number[] = [];
  for (const cells of parsed.data) {
    lines.push(line);
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  }
  const rows = parsed.data.map((cells, index) => ({
    line: lines[index] ?? 0,
    cells: cells.map((cell) => cell.trim()),
  }));
  const unclosed = parsed.errors.find(({ code }) => code === 'MissingQuotes')?.row;
  return {
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')),
    unclosedQuote: unclosed === undefined ? null : (lines[unclosed] ?? null),
  };
}

/**
 * The delimiter that the first lines use most, outside quotes. The lines before the cells with decimal commas and long
 * texts say it best, hence the count on the fullest of the first lines rather than on the whole.
 */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .slice(0, 5);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    return { delimiter, score: Math.max(...counts) };
  });
  // A title line above may hold a comma; the header of a semicolon file holds more semicolons.
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}
