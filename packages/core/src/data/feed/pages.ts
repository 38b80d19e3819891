/** Joining of an answer that comes in pages. */
import { EssError } from '../../errors.ts';
import type { Finding } from '../../model/index.ts';
import { isFile } from '../sources/read.ts';
import type { SourceContext } from '../sources/source.ts';
import { objectOf } from '../sources/values.ts';
import { textOf } from './expression.ts';

/** Records that are joined where nobody says otherwise: more are the business of a snapshot. */
export const MAX_RECORDS = 10_000;

/** Pages that one visit reads of an answer. */
export const MAX_PAGES = 50;

/** Records of all pages, and the finding that says that some are missing. */
interface Joined<T> {
  readonly records: readonly T[];
  readonly issues: readonly Finding[];
}

/** One page: its records, and the address of the next one; undefined after the last. */
export interface Page<T> {
  readonly records: readonly T[];
  /** Number of records that there are, where the answer says it. */
  readonly total?: number | undefined;
  readonly next?: string | undefined;
  /** Host of the next page, where it is another one: it is told, and never asked. */
  readonly elsewhere?: string | undefined;
}

/** Settings of a joining. */
interface JoinOptions<T> extends Pick<SourceContext, 'maxRecords'> {
  /** Reads a page by its address. */
  readonly read: (address: string) => Promise<Page<T>>;
  /** Whether the answer was saved, or copied beside a page: it is read alone. */
  readonly isAlone?: boolean;
  /** What tells a record from others; by default all that is in it. */
  readonly keyOf?: (record: T) => unknown;
}

/**
 * Joins the pages of an answer, in their order. A page that fails fails the whole: a part must not be taken for it. An
 * address that was read already ends it, and so does a page that brings no record which is not there: a server that always
 * names a next page would be asked for ever, and a saved answer would be joined to itself.
 * @param src address that the findings name
 * @param at address of the first page
 * @throws what reading a page throws
 */
export async function joinPages<T>(
  src: string,
  at: string,
  first: Page<T>,
  { read, maxRecords, isAlone = isFile(src), keyOf }: JoinOptions<T>,
): Promise<Joined<T>> {
  const most = maxRecords ?? MAX_RECORDS;
  const mostPages = maxRecords === undefined ? MAX_PAGES : Infinity;
  const records = [...first.records];
  const addresses = new Set([at]);
  const known = new Set<unknown>();
  const note = (page: Page<T>): void => {
    for (const record of page.records) known.add(keyOf?.(record) ?? fingerprint(record));
  };
  let [page, total] = [first, first.total ?? 0];
  let end: 'last' | 'repeated' = 'last';
  if (page.next !== undefined && !isAlone) note(first);
  while (page.next !== undefined && !isAlone && records.length < most && addresses.size < mostPages) {
    const { next } = page;
    const isRead = addresses.has(next);
    addresses.add(next);
    page = isRead ? { records: [] } : await read(next);
    total = Math.max(total, page.total ?? 0);
    const before = known.size;
    note(page);
    const isNew = known.size > before;
    // Records that are written twice in a page with others are those of a source that has them twice.
    if (isNew) for (const record of page.records) records.push(record);
    else [page, end] = [{ records: [] }, isRead || page.records.length > 0 ? 'repeated' : 'last'];
  }
  const isMany = records.length > most || (page.next !== undefined && records.length >= most);
  if (isMany) return { records: records.slice(0, most), issues: [tooMany(src, most)] };
  const count = records.length;
  // A total that is reached says that nothing is missing, whatever the server names next.
  const isWhole = total > 0 && total <= count;
  if (page.elsewhere !== undefined && !isAlone && !isWhole) throw elsewhere(src, page.elsewhere);
  if (total > count) return { records, issues: [incomplete(src, count, total)] };
  const isMore = page.next !== undefined || (page.elsewhere !== undefined && !isWhole);
  if (isMore) return { records, issues: [isAlone ? alone(src, count) : cut(src, addresses.size)] };
  return { records, issues: end === 'repeated' && total === 0 ? [repeated(src, count)] : [] };
}

/** Returns what is in a record, or the names of its properties where these lie deeper in each other than can be written. */
function written(record: unknown): string {
  try {
    return JSON.stringify(record);
  } catch {
    return Object.keys(objectOf(record)).join();
  }
}

/** Returns a number of 53 bits for the content of a record (cyrb53): the texts of all records would fill the memory. */
function fingerprint(record: unknown): number {
  let [a, b] = [0xde_ad_be_ef, 0x41_c6_ce_57];
  const text = written(record);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return 2 ** 32 * (b & 0x1f_ff_ff) + (a >>> 0);
}

/** Joined records, one a key, and the one remark on those that were written several times. */
export function onePerKey<T>(
  src: string,
  records: readonly T[],
  keyOf: (record: T) => unknown,
  changedAt: (record: T) => unknown = () => undefined,
): Joined<T> {
  const places = new Map<unknown, number>();
  const kept: T[] = [];
  const twice = new Set<unknown>();
  for (const record of records) {
    const key = keyOf(record);
    const place = places.get(key);
    const other = place === undefined ? undefined : kept[place];
    if (key === undefined || place === undefined || other === undefined) {
      if (key !== undefined) places.set(key, kept.length);
      kept.push(record);
      continue;
    }
    twice.add(key);
    // Where none says when it was changed, the last that was written stands.
    if (textOf(changedAt(record)) >= textOf(changedAt(other))) kept[place] = record;
  }
  return { records: kept, issues: twice.size === 0 ? [] : [severalTimes(src, twice, records.length - kept.length)] };
}

const finding = (
  file: string,
  found: string,
  message: Finding['message'],
  more: Partial<Pick<Finding, 'expected' | 'rule' | 'severity'>> = {},
): Finding => ({
  rule: 'truncated',
  severity: 'warning',
  certainty: 'certain',
  where: { file },
  found,
  message,
  ...more,
});

const tooMany = (file: string, most: number): Finding =>
  finding(file, `> ${most}`, {
    fr: `Plus de ${grouped(most, '\u00a0')} enregistrements\u202f: les suivants ne sont pas lus. Un instantané (commande «\u202fess-widgets snapshot\u202f») en prend davantage`,
    en: `More than ${grouped(most, ',')} records: those that follow are not read. A snapshot (command "ess-widgets snapshot") takes more`,
  });

const grouped = (value: number, sign: string): string => String(value).replace(/\B(?=(\d{3})+$)/g, sign);

const cut = (file: string, pages: number): Finding =>
  finding(file, String(pages), {
    fr: `La réponse a plus de ${pages} pages\u202f: les suivantes ne sont pas lues. Un instantané (commande «\u202fess-widgets snapshot\u202f») les lit`,
    en: `The answer has more than ${pages} pages: those that follow are not read. A snapshot (command "ess-widgets snapshot") reads them`,
  });

const repeated = (file: string, count: number): Finding =>
  finding(file, String(count), {
    fr: `La page suivante répète ce qui est déjà lu\u202f: la lecture s’arrête à ${count} enregistrements, d’autres manquent peut-être`,
    en: `The next page repeats what was read already: reading ends at ${count} records, others may be missing`,
  });

const alone = (file: string, count: number): Finding =>
  finding(file, String(count), {
    fr: `Cette réponse enregistrée est une page parmi d’autres\u202f: elle est lue seule (enregistrements\u202f: ${count})`,
    en: `This saved answer is one page among others: it is read alone (records: ${count})`,
  });

/** Returns the error of an answer that goes on at another host: the author named the one, and a part is not the whole. */
function elsewhere(url: string, host: string): EssError {
  const remedy = {
    fr: `La suite de cette réponse est sur un autre hôte, ${host}, qui n’est pas lu : donnez l’adresse du service sur cet hôte-là.`,
    en: `This answer goes on at another host, ${host}, which is not read: give the address of the service on that host.`,
  };
  return new EssError('blocked', `${url}: ${remedy.en}`, { url, host, remedy });
}

const incomplete = (file: string, count: number, total: number): Finding =>
  finding(
    file,
    String(count),
    {
      fr: `La réponse annonce ${total} enregistrements et en donne ${count}\u202f: les autres manquent ici`,
      en: `The answer announces ${total} records and gives ${count}: the others are missing here`,
    },
    { expected: String(total) },
  );

function severalTimes(file: string, keys: ReadonlySet<unknown>, count: number): Finding {
  const [first = ''] = [...keys].map(String);
  return finding(
    file,
    first,
    {
      fr: `Des enregistrements ont le même identifiant (${first}${keys.size > 1 ? '…' : ''})\u202f: le plus récent de chacun est gardé, ${count} ${count > 1 ? 'sont laissés' : 'est laissé'} de côté`,
      en: `Some records have the same id (${first}${keys.size > 1 ? '…' : ''}): the newest of each is kept, ${count} ${count > 1 ? 'are' : 'is'} left out`,
    },
    { rule: 'duplicate-id', severity: 'info' },
  );
}
