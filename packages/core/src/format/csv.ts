import { guarded } from '../model/formula-guard.ts';

/** What a cell may hold; null is an empty cell, never 0. */
export type CsvCell = string | number | null | undefined;

/**
 * Writes rows as a spreadsheet in France opens them: semicolons, decimal comma, CRLF, with a byte-order mark so that
 * accents survive. Every text is quoted, so that no other separator cuts it. A text that a spreadsheet would run as a
 * formula is written with an apostrophe before it.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(cell).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cell(value: CsvCell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = value.replace(CONTROLS, '');
  return `"${guarded(text).replaceAll('"', '""')}"`;
}

/** Controls that no table holds: all but tab, line feed and carriage return. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;
