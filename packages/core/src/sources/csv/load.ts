/** The reading of a list of members. Loaded when a page has one. */
import { EssError } from '../../errors.ts';
import { DATASET_FORMAT, type Dataset } from '../../model/dataset.ts';
import type { Finding } from '../../model/finding.ts';
import type { Placer } from '../../model/position.ts';
import type { Text } from '../../model/text.ts';
import { createFindings, type FindingList } from '../findings.ts';
import type { SourceContext, SourceResult } from '../source.ts';
import { refusalOf } from '../unreadable.ts';
import { decode } from './decode.ts';
import { type Headers, NAME_EXAMPLES, readHeaders } from './headers.ts';
import { type Members, NETWORK, readMembers } from './members.ts';
import { slug } from './normalise.ts';
import { hasPlaceColumns, needsPlacer } from './place.ts';
import { createReport, type Row, rowOf } from './report.ts';
import { HEADER_LINES, isHeader, readTable, type Table } from './table.ts';

/** Reads a list of members. @throws EssError when it is none */
export async function loadCsv(src: string, context: SourceContext): Promise<SourceResult> {
  const response = await context.fetch(src, { signal: context.signal });
  const text = decode(await response.arrayBuffer(), src);
  const refusal = refusalOf(response, text, src);
  if (refusal) throw refusal;
  const findings = createFindings(src);
  const table = await readTable(text);
  const { headers, rows } = splitHeader(table, src);
  const report = createReport(src, headers, findings);
  const read = rows.map((row) => rowOf(row, headers));
  const placer = await placerFor(read, context, src, findings);
  context.signal.throwIfAborted();
  const members = readMembers(read, headers, placer, report);
  tellOfFile(src, table, { headers, rows }, findings);
  return { dataset: toDataset(src, members, dayOf(response)), issues: findings.list() };
}

interface Split {
  readonly headers: Headers;
  readonly rows: Table['rows'];
}

/** The header row and the rows below. @throws EssError `schema` when no column holds names, naming the columns found */
function splitHeader({ rows }: Table, url: string): Split {
  const found = rows.slice(0, HEADER_LINES).findIndex(({ cells }) => isHeader(cells));
  // A list of names alone has one column.
  const index = found < 0 && readHeaders(rows[0]?.cells ?? []).columns.has('name') ? 0 : found;
  if (index >= 0) return { headers: readHeaders(rows[index]?.cells ?? []), rows: rows.slice(index + 1) };
  const columns = (rows[0]?.cells ?? [])
    .filter((cell) => cell !== '')
    .slice(0, 12)
    .join(', ');
  const message = `No column of ${url} holds the members’ names. Expected one of: ${NAME_EXAMPLES}. Found: ${columns}.`;
  throw new EssError('schema', message, { url, path: 'line 1' });
}

/** The place-finder where a row needs it; without one, a single finding says how many are not placed. */
async function placerFor(
  rows: readonly Row[],
  { placer }: SourceContext,
  file: string,
  findings: FindingList,
): Promise<Placer | null> {
  const needing = rows.filter(needsPlacer).length;
  if (needing === 0) return null;
  // A list without its positions is still a list.
  const loaded = placer ? await placer().catch(() => null) : null;
  if (loaded) return loaded;
  findings.add({
    rule: 'communes-missing',
    severity: 'info',
    certainty: 'certain',
    where: { file },
    found: String(needing),
    message: {
      fr: `Pas de table des communes\u202f: ${needing} lignes ne sont pas rapprochées de leur commune.`,
      en: `No commune table: ${needing} lines are not matched with their commune.`,
    },
  });
  return null;
}

/** What is said of the whole file rather than of one of its members. */
function tellOfFile(file: string, { unclosedQuote }: Table, { headers, rows }: Split, findings: FindingList): void {
  const tell = (rule: string, severity: Finding['severity'], found: string, message: Text, line?: number): void =>
    findings.add({
      rule,
      severity,
      certainty: 'certain',
      where: { file, ...(line === undefined ? {} : { line }) },
      found,
      message,
    });
  if (unclosedQuote !== null) {
    const fr = `ligne ${unclosedQuote}\u202f: un guillemet n’est jamais refermé, les lignes qui suivent ont pu être avalées`;
    const en = `line ${unclosedQuote}: a quotation mark is never closed, the lines below may have been swallowed`;
    tell('quote', 'error', '"', { fr, en }, unclosedQuote);
  }
  if (rows.length === 0) {
    const fr = 'Le tableau a un en-tête et aucune ligne de données\u202f: rien n’est montré';
    const br = 'Un talbenn zo en daolenn ha linenn roadennoù ebet\u202f: netra n’eo diskouezet';
    const en = 'The table has a header and no line of data: nothing is shown';
    tell('no-rows', 'warning', headers.texts.filter((text) => text !== '').join(', '), { fr, br, en });
  }
  for (const { line, cells } of rows) {
    const extra = cells
      .slice(headers.texts.length)
      .filter((cell) => cell !== '')
      .join(' ');
    if (extra === '') continue;
    const fr = `ligne ${line}\u202f: plus de cellules que de colonnes, les valeurs sont peut-être décalées`;
    tell('cells', 'warning', extra, { fr, en: `line ${line}: more cells than columns, values may be shifted` }, line);
  }
  if (rows.length > 0 && !hasPlaceColumns(headers)) {
    const fr = 'Aucune colonne de commune ni de coordonnées\u202f: les membres sont listés sans position';
    const en = 'No column of communes or coordinates: members are listed without a position';
    tell('place-columns', 'info', '', { fr, en });
  }
  const ignored = headers.ignored.join(', ');
  const message = { fr: `Colonnes non utilisées\u202f: ${ignored}`, en: `Columns not used: ${ignored}` };
  if (ignored !== '') tell('columns', 'info', ignored, message);
}

/** Day of the file (`Last-Modified`), else of our copy of it (`Date`), else of today. */
function dayOf({ headers }: Response): string {
  const dates = [headers.get('last-modified'), headers.get('date')].map((text) => Date.parse(text ?? ''));
  const known = dates.find((date) => !Number.isNaN(date)) ?? Date.now();
  return new Date(known).toISOString().slice(0, 10);
}

function toDataset(src: string, members: Members, updated: string): Dataset {
  const { organisations, memberships, territories, colleges } = members;
  const title = titleOf(src);
  const collections = {
    organisations,
    memberships,
    networks: [{ id: NETWORK, name: { fr: 'Adhérents', br: 'Izili', en: 'Members' } }],
    colleges: colleges.list(NETWORK),
    territories,
  };
  const entries = Object.entries(collections).map(([name, list]) => {
    // A complete list of who is a member on that day. It does not tell who came and who left, nor who was one before.
    const isList = name === 'organisations' || name === 'memberships';
    const coverage = isList ? [{ where: 'flow=stock', period: updated, complete: true }] : [];
    return [name, { href: src, count: list.length, hash: '', coverage }] as const;
  });
  const manifest = {
    format: DATASET_FORMAT,
    id: slug(title) || 'members',
    title: { fr: title },
    publisher: { name: fileOf(src) },
    licence: { name: 'non indiquée' },
    language: 'fr',
    updated,
    network: NETWORK,
    periods: [updated],
    documents: {},
    collections: Object.fromEntries(entries),
  };
  return { manifest, base: src, collections };
}

/** What a reader can recognise the source by: the file's name, else the site that it comes from. */
function fileOf(src: string): string {
  const { pathname, hostname } = new URL(src);
  const file = safeDecode(pathname.split('/').pop() ?? '');
  return /\.\w+$/.test(file) ? file : hostname;
}

/** The file's name in words. Addresses of online spreadsheets have none. */
function titleOf(src: string): string {
  const file = new URL(src).pathname.split('/').pop() ?? '';
  const bare = /^(.+)\.(csv|tsv|txt)$/i.exec(file)?.[1];
  return bare === undefined
    ? 'Adhérents'
    : safeDecode(bare)
        .replace(/[_\s]+/g, ' ')
        .trim();
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
