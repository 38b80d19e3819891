/** Blanks and what has no width, the byte-order mark included: a spreadsheet may skip them before it reads a sign. */
const UNSEEN = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+/u;

/** A text as a table may hold it: with an apostrophe before it where a spreadsheet may run it as a formula. */
export const guarded = (text: string): string => (opensFormula(text) ? `'${text}` : text);

/** Takes off the apostrophe that {@link guarded} wrote before a text, and no other. */
export const unguarded = (text: string): string => (text.startsWith("'") && opensFormula(text) ? text.slice(1) : text);

/** Whether a spreadsheet may run a text: its first sign counts in its compatibility form, since some read `＝` as `=`. */
function opensFormula(cell: string): boolean {
  // A text that has apostrophes of its own before such a sign gets one more: only so can a reader take ours off.
  const text = cell.replace(/^'+/, '');
  const [first = ''] = text.replace(UNSEEN, '');
  return /^[\t\r\n]/.test(text) || /^[=+\-@\u2212]/.test(first.normalize('NFKC'));
}
