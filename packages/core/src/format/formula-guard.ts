/**
 * The guard of exported tables: a text that a spreadsheet would run as a formula gets an apostrophe before it, by which a
 * spreadsheet knows a text. So do its parts behind a separator or a line end: where a file is read with another separator
 * than it was written with, quotes do not hold and each of them begins a cell. The reader of tables takes the apostrophes
 * off again, so that every export reads as what was exported.
 */

/** Separators with which tables are read, and line ends. */
const BOUNDARIES = /([;,\t\r\n])/;

/** Quotes, blanks, marks of byte order and of direction, and other unseen signs: spreadsheets pass over some of them. */
const PASSED_OVER = /^["\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}]+/u;

/** Signs that begin a formula, in compatibility form: a full-width `＝` is a `=`. */
const OPENERS: ReadonlySet<string> = new Set(['=', '+', '-', '@', '\u2212']);

/** Text without a sign that begins a formula or is unseen: most texts of a long list need no closer look. */
const PLAIN = /^[\x20-\x2a\x2c.-<>?\x41-\x7e\u00c0-\u024f]*$/;

/** Whether a spreadsheet may run what begins a cell, once the apostrophes that it already begins with are taken off. */
function isRun(text: string): boolean {
  const [first = ''] = text.replace(/^'+/, '').replace(PASSED_OVER, '');
  return OPENERS.has(first.normalize('NFKC'));
}

/** Whether a text begins with a tab or a line end, which some spreadsheets drop together with the quote before it. */
const isIndented = (text: string): boolean => /^'*[\t\r\n]/.test(text);

/** Applies `change` to the parts of a text that may each begin a cell. */
const mapParts = (text: string, change: (part: string) => string): string =>
  text.split(BOUNDARIES).map(change).join('');

/** Makes a text that no spreadsheet runs, whatever separator it reads with. */
export function guardFormula(text: string): string {
  if (PLAIN.test(text)) return text;
  const guarded = mapParts(text, (part) => (isRun(part) ? `'${part}` : part));
  return isIndented(text) ? `'${guarded}` : guarded;
}

/** Gives back the text that was guarded. */
export function unguardFormula(text: string): string {
  if (!text.includes("'")) return text;
  const whole = text.startsWith("'") && isIndented(text) ? text.slice(1) : text;
  return mapParts(whole, (part) => (part.startsWith("'") && isRun(part) ? part.slice(1) : part));
}
