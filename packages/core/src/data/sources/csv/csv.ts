/** A list of members or of events as a spreadsheet exports it: one line each, French or English column names. */
import { MAX_CSV_BYTES } from '../../../reading/index.ts';
import { isNotText } from '../not-text.ts';
import type { Source } from '../source.ts';
import type { ListKind } from '../table/headers.ts';

/**
 * Source of a list. Of members: a complete stock of one network at the date of the file; joins and exits are not known. Of
 * events, which a title and a date make: an agenda.
 * @since 0.1.0
 */
export const csv: Source = {
  id: 'csv',
  title: 'Members or events in a spreadsheet (CSV)',
  detect: (src, head) => {
    const path = src.split(/[?#]/, 1)[0] ?? '';
    if (/\.(csv|tsv)$/i.test(path) || /[?&](format|output)=(csv|tsv)\b/.test(src)) return 0.9;
    // Accept a workbook, which its author takes for a table: the error of the reading tells how to save it.
    return head !== undefined && (isNotText(head) || looksLikeTable(head)) ? 0.6 : 0;
  },
  // A table is read cell by cell.
  maxBytes: MAX_CSV_BYTES,
  load: (request, context) => load(request, context),
};

/** Source of a list whose author says what its lines are, where its columns would not. */
const listOf = (kind: ListKind, title: string): Source => ({
  ...csv,
  id: `csv-${kind}`,
  title,
  detect: () => 0,
  load: (request, context) => load(request, context, kind),
});

export const csvMembers = listOf('members', 'Members in a spreadsheet (CSV)');
export const csvEvents = listOf('events', 'Events in a spreadsheet (CSV)');

async function load(
  ...[request, context, kind]: [...Parameters<Source['load']>, kind?: ListKind]
): ReturnType<Source['load']> {
  const [{ loadCsv }, response] = await Promise.all([
    import('./load.ts'),
    context.fetch(request.src, { signal: context.signal }),
  ]);
  return loadCsv(request, response, context, kind);
}

/** Whether one of the first lines may be a header: a delimiter, and a word for what members or events are called. */
function looksLikeTable(head: string): boolean {
  if (/^\s*(?:[{[<]|BEGIN:VCALENDAR)/i.test(head)) return false;
  const lines = head.split(/\r\n|\r|\n/).slice(0, 10);
  return lines.some(
    (line) =>
      /[;,\t|]/.test(line) &&
      /nom|name|raison sociale|structure|organi[sz]|associat|adh[ée]rent|membe?r|coop|acteur|partenaire|libell|titre|title|[ée]v[ée]nement|event|action|r[ée]union|atelier|subject|sujet|dtstart|commune/i.test(
        line,
      ),
  );
}
