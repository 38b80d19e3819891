/** Joining of an answer that comes in pages. */
import type { Finding } from '../../model/finding.ts';

/** Records that are joined: more are the business of a snapshot. */
export const MAX_RECORDS = 10_000;

/** Records of all pages, and the finding that says that there are more. */
export interface Joined<T> {
  readonly records: readonly T[];
  readonly issues: readonly Finding[];
}

/** One page: its records, and what reads the next one; undefined after the last. */
export interface Page<T> {
  readonly records: readonly T[];
  /** Number of records that there are, where the answer says it. */
  readonly total?: number | undefined;
  readonly next?: (() => Promise<Page<T>>) | undefined;
}

/**
 * Joins the pages of an answer, in their order. A page that fails fails the whole: a part must not be taken for it.
 * @param src address that the finding names
 * @param most records that are joined
 * @throws what reading a page throws
 */
export async function joinPages<T>(src: string, first: Page<T>, most = MAX_RECORDS): Promise<Joined<T>> {
  const records = [...first.records];
  let { next } = first;
  // An empty page ends it too: a server that always names a next one would be asked for ever.
  while (next && records.length < most) {
    const page = await next();
    records.push(...page.records);
    next = page.records.length > 0 ? page.next : undefined;
  }
  if (next || records.length > most) return { records: records.slice(0, most), issues: [truncated(src)] };
  const { total = 0 } = first;
  return { records, issues: total > records.length ? [incomplete(src, records.length, total)] : [] };
}

const truncated = (file: string): Finding => ({
  rule: 'truncated',
  severity: 'warning',
  certainty: 'certain',
  where: { file },
  found: `> ${MAX_RECORDS}`,
  message: {
    fr: `Plus de 10\u00a0000 enregistrements\u202f: les suivants ne sont pas lus. Un instantané (commande «\u202fess-widgets snapshot\u202f») les prend tous`,
    en: `More than 10,000 records: those that follow are not read. A snapshot (command "ess-widgets snapshot") takes them all`,
  },
});

const incomplete = (file: string, count: number, total: number): Finding => ({
  rule: 'truncated',
  severity: 'warning',
  certainty: 'certain',
  where: { file },
  found: String(count),
  expected: String(total),
  message: {
    fr: `La réponse annonce ${total} enregistrements et en donne ${count}\u202f: les autres manquent ici`,
    en: `The answer announces ${total} records and gives ${count}: the others are missing here`,
  },
});
