import { guardFormula } from './formula-guard.ts';

/** Content of a cell; null is an empty cell, never 0. */
export type CsvCell = string | number | null | undefined;

/**
 * Writes rows as a spreadsheet in France opens them: semicolons, decimal comma, CRLF, with a byte-order mark so that
 * accents survive. Every text is quoted, so that no other separator splits it; one that a spreadsheet would run as a
 * formula is written with an apostrophe before it; control characters, which make files that nobody reads, are left out.
 * @since 0.1.0
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(cell).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** Control characters but the tab and line ends, which a quoted cell may hold. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;

function cell(value: CsvCell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = value.replace(CONTROLS, '');
  return `"${guardFormula(text).replaceAll('"', '""')}"`;
}
