/** Reading of a list of members. */
import { EssError } from '../../../errors.ts';
import { DATASET_FORMAT, type Dataset } from '../../../model/dataset.ts';
import { LIST_NETWORK } from '../../../model/list-network.ts';
import type { CommuneLocator } from '../../../model/position.ts';
import type { Text } from '../../../model/text.ts';
import { createFindings, type FindingList } from '../findings.ts';
import type { SourceContext, SourceResult } from '../source.ts';
import { refusalOf } from '../unreadable.ts';
import { withoutWords } from './coordinates.ts';
import { decode } from './decode.ts';
import { fileFindings } from './file-findings.ts';
import { type Field, type Headers, NAME_EXAMPLES, namesPeople } from './headers.ts';
import { type Members, readMembers } from './members.ts';
import { slug } from './normalise.ts';
import { needsPlacer } from './place.ts';
import { createReporter, type Row, rowOf } from './report.ts';
import { statusFinding, withoutStatus } from './status.ts';
import { findHeader, HEADER_LINES, readTable, type Table } from './table.ts';

/** Names lines of a table in a sentence, as its reader does. */
export { linesIn } from './report.ts';

/** Reads a list of members from what a server answered. @throws EssError when it is none */
export async function loadCsv(src: string, response: Response, context: SourceContext): Promise<SourceResult> {
  const text = decode(await response.arrayBuffer(), src);
  const refusal = refusalOf(response, text, src);
  if (refusal) throw refusal;
  const findings = createFindings(src);
  const table = readTable(text);
  const { headers: written, rows } = splitHeader(table, src);
  const { headers, status } = withoutStatus(withoutWords(written, rows), rows);
  const { report, finish } = createReporter(src, headers);
  // First: only a hundred are detailed, and these may explain the others.
  fileFindings(src, { ...table, rows }, headers, findings, report);
  if (status) findings.add(statusFinding(src, status));
  const read = rows.map((row) => rowOf(row, headers));
  const placer = await placerFor(read, context, src, findings);
  context.signal.throwIfAborted();
  const members = readMembers(read, headers, placer, report);
  finish(findings);
  const dataset = toDataset(src, members, dayOf(response));
  return { dataset, issues: findings.list(), rows: { lines: members.lines, columns: columnsOf(headers) } };
}

/** Fields of organisations and memberships that a column gives, as findings name them. */
const COLUMNS = {
  name: ['name'],
  aliases: ['aliases'],
  siren: ['siren'],
  legalForm: ['legalForm'],
  town: ['town'],
  position: ['lat', 'latlon'],
  college: ['college'],
  start: ['joined'],
  end: ['left'],
} as const satisfies Readonly<Record<string, readonly Field[]>>;

/** Returns the header of the column that each field is read from. */
const columnsOf = ({ columns, texts }: Headers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(COLUMNS).flatMap(([field, names]) => {
      const column = names.map((name) => columns.get(name)).find((at) => at !== undefined);
      return column === undefined ? [] : [[field, texts[column] ?? '']];
    }),
  );

interface Split {
  readonly headers: Headers;
  readonly rows: Table['rows'];
}

/**
 * Returns the header row and the rows below.
 * @throws EssError `schema` when no column holds names, naming the columns found
 */
function splitHeader({ rows }: Table, url: string): Split {
  const found = findHeader(rows);
  if (found) return { headers: found.headers, rows: rows.slice(found.index + 1) };
  const columns = (rows[0]?.cells ?? []).filter((cell) => cell !== '').slice(0, 12);
  const people = rows.slice(0, HEADER_LINES).some(({ cells }) => namesPeople(cells)) ? PEOPLE : '';
  const message = `No column of ${url} holds the members’ names. Expected one of: ${NAME_EXAMPLES}. Found: ${columns.join(', ')}.${people}`;
  throw new EssError('schema', message, { url, path: 'line 1' });
}

const PEOPLE =
  ' A “Nom” beside a “Prénom” is read as the name of a person: call the column of the organisations’ names “Structure”.';

/** Returns the place-finder where a row needs it; without one, a single finding says how many are not placed. */
async function placerFor(
  rows: readonly Row[],
  { placer }: SourceContext,
  file: string,
  findings: FindingList,
): Promise<CommuneLocator | null> {
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
    message: communesMissing(needing),
  });
  return null;
}

function communesMissing(n: number): Text {
  const [fr, br, en] =
    n === 1
      ? [
          '1 ligne n’est pas rapprochée de sa commune',
          'n’eo ket liammet 1 linenn gant he c’humun',
          '1 line is not matched with its commune',
        ]
      : [
          `${n} lignes ne sont pas rapprochées de leur commune`,
          `n’eo ket liammet ${n} linenn gant o c’humun`,
          `${n} lines are not matched with their commune`,
        ];
  return {
    fr: `Pas de table des communes\u202f: ${fr}. Elle vient du jeu de données que nomme le «\u202fdata-src\u202f» de la page (champ «\u202fcommunes\u202f» de son manifeste)\u202f; dans un terminal, de celui que nomme «\u202f--communes\u202f». «\u202fess-geo communes\u202f» fait cette table.`,
    br: `Taolenn ar c’humunioù a vank\u202f: ${br}. Dont a ra eus ar roadennoù anvet gant «\u202fdata-src\u202f» ar bajenn (maezienn «\u202fcommunes\u202f» he manifest)\u202f; en un dermenell, eus ar re anvet gant «\u202f--communes\u202f». «\u202fess-geo communes\u202f» a ra an daolenn-se.`,
    en: `No commune table: ${en}. It comes from the data set that the page’s "data-src" names (the "communes" field of its manifest); in a terminal, from the one that "--communes" names. "ess-geo communes" makes such a table.`,
  };
}

/** Returns the day of the file (`Last-Modified`), else of our copy of it (`Date`), else of today. */
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
    networks: [{ id: LIST_NETWORK, name: { fr: 'Adhérents', br: 'Izili', en: 'Members' } }],
    colleges: colleges.list(LIST_NETWORK),
    territories,
  };
  const entries = Object.entries(collections).map(([name, list]) => {
    // The list is complete for the members on that day. It does not show who came and who left, nor who was one before.
    const isList = name === 'organisations' || name === 'memberships';
    // A file without a member is one that lost them: their number is unknown, and not 0.
    const coverage = isList && list.length > 0 ? [{ where: 'flow=stock', period: updated, complete: true }] : [];
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
    network: LIST_NETWORK,
    periods: [updated],
    documents: {},
    collections: Object.fromEntries(entries),
  };
  return { manifest, base: src, collections };
}

/** Returns a name by which a reader recognises the source: the file's name, else the host of the site. */
function fileOf(src: string): string {
  const { pathname, hostname } = new URL(src);
  const file = safeDecode(pathname.split('/').pop() ?? '');
  return /\.\w+$/.test(file) ? file : hostname;
}

/** Returns the file's name in words. Addresses of online spreadsheets have none. */
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
