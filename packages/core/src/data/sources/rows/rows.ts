/** Tables that services keep online: Grist, Baserow, NocoDB, EtherCalc, data.gouv.fr, and lists in JSON. */
import { MAX_CSV_BYTES } from '../../../reading/index.ts';
import type { Source } from '../source.ts';

/** Starts of the answers of these services, as far as no other format has them. */
const ANSWERS = [
  // EtherCalc, and any list of lists.
  /^\s*\[\s*\[/,
  // Grist: the tables of a document, or the records of one.
  /^\s*\{\s*"tables"\s*:\s*\[/,
  /^\s*\{\s*"records"\s*:\s*\[\s*(?:\]|\{\s*"id"\s*:\s*\d+\s*,\s*"fields"\s*:)/,
  // Baserow: the fields of a view, or a page of its rows.
  /^\s*\{\s*"fields"\s*:\s*\[\s*\{\s*"id"\s*:/,
  /^\s*\{\s*"count"\s*:\s*\d+\s*,\s*"next"\s*:/,
  // NocoDB.
  /^\s*\{\s*"list"\s*:\s*\[/,
  /"fk_model_id"\s*:/,
  // Tabular of data.gouv.fr.
  /^\s*\{\s*"data"\s*:\s*\[\s*\{\s*"__id"\s*:/,
];

/**
 * Source of such a table: its lines are members or events, as those of a spreadsheet are.
 * @since 0.2.0
 */
export const rows: Source = {
  id: 'rows',
  title: 'Table of an online service (JSON)',
  detect: (_src, head) => {
    if (head === undefined) return 0;
    // A list of things is one of members where nothing else knows it.
    return ANSWERS.some((start) => start.test(head)) ? 0.7 : /^\s*\[\s*\{/.test(head) ? 0.3 : 0;
  },
  // A table is read cell by cell.
  maxBytes: MAX_CSV_BYTES,
  load: async (request, context) => (await import('./load.ts')).loadRows(request, context),
};
