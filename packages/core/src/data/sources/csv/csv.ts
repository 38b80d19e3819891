/** A list of members as a spreadsheet exports it: one line a member, French or English column names. */
import { MAX_CSV_BYTES } from '../../client/reading.ts';
import { isNotText } from '../not-text.ts';
import type { Source } from '../source.ts';

/**
 * Source of a list of members: a complete stock of one network at the date of the file; joins and exits are not known.
 * @since 0.1.0
 */
export const csv: Source = {
  id: 'csv',
  title: 'Members in a spreadsheet (CSV)',
  detect: (src, head) => {
    const path = src.split(/[?#]/, 1)[0] ?? '';
    if (/\.(csv|tsv)$/i.test(path) || /[?&](format|output)=(csv|tsv)\b/.test(src)) return 0.9;
    // Accept a workbook, which its author takes for a table: the error of the reading tells how to save it.
    return head !== undefined && (isNotText(head) || looksLikeTable(head)) ? 0.6 : 0;
  },
  // A table is read cell by cell.
  maxBytes: MAX_CSV_BYTES,
  load: async ({ src }, context) => {
    const [{ loadCsv }, response] = await Promise.all([
      import('./load.ts'),
      context.fetch(src, { signal: context.signal }),
    ]);
    return loadCsv(src, response, context);
  },
};

/** Whether one of the first lines may be a header: a delimiter, and a word for what members are called. */
function looksLikeTable(head: string): boolean {
  if (/^\s*(?:[{[<]|BEGIN:VCALENDAR)/i.test(head)) return false;
  const lines = head.split(/\r\n|\r|\n/).slice(0, 10);
  return lines.some(
    (line) =>
      /[;,\t]/.test(line) &&
      /nom|name|raison sociale|structure|organi[sz]|associat|adh[ée]rent|member|libell/i.test(line),
  );
}
