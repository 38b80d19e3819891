/** A list in a table, whoever read the table: one line a member, or one line an event. */
import { EssError } from '../../../errors.ts';
import { type CommuneLocator, LIST_NETWORK, type Manifest, type Text } from '../../../model/index.ts';
import { createFindings, type FindingList } from '../findings.ts';
import { listDataset, yearsOf } from '../list-dataset.ts';
import type { SourceContext, SourceResult } from '../source.ts';
import { zoneOption } from '../zone-option.ts';
import type { ToldList } from './by-recipe.ts';
import { withoutWords } from './coordinates.ts';
import { readEvents } from './events.ts';
import { fileFindings } from './file-findings.ts';
import {
  type Field,
  type Headers,
  isNamed,
  type ListKind,
  type Mapping,
  NAME_EXAMPLES,
  namesPeople,
} from './headers.ts';
import { readMembers } from './members.ts';
import { personalColumns } from './personal.ts';
import { needsPlacer, townOf } from './place.ts';
import { createReporter, type Repair, type Reporter, type Row, rowOf, type SliceStep } from './report.ts';
import { statusFinding, withoutStatus } from './status.ts';
import { findHeader, HEADER_LINES, type Table } from './table.ts';

/** Facts of a list besides its table. */
export interface ListOptions {
  /** Address of the list, as it may be shown. */
  readonly src: string;
  /** Day of the list, and day on which it was read, both `YYYY-MM-DD`. */
  readonly updated: string;
  readonly today: string;
  /** The kind of list that the page's author says it is; by default its columns tell. */
  readonly kind?: ListKind | undefined;
  /** Whether nobody says that it is a list of members or of events: then it is one only where its columns say so. */
  readonly isUnnamed?: boolean;
  /** Columns that a person has mapped by hand, which win over what their titles say. */
  readonly columns?: Mapping | undefined;
  /** Whether its columns are called as its author calls them, so that a person may say what each is. */
  readonly hasOwnColumns?: boolean;
  /** Title, publisher and licence that a service gives it. */
  readonly title?: string | undefined;
  readonly publisher?: Manifest['publisher'] | undefined;
  readonly licence?: Manifest['licence'] | undefined;
  /** Zone that a service states of all events. */
  readonly zone?: string | undefined;
  /** What the author says in the address: `kind`, `zone`, `past`. */
  readonly options?: Readonly<Record<string, string>> | undefined;
}

/** A list and how it was read. */
export interface ListResult extends SourceResult {
  readonly headers: Headers;
  /** Changes of the table by which findings would go. */
  readonly repairs: readonly Repair[];
  /** Columns that look personal, by their index. */
  readonly personal: readonly number[];
}

/** Reads a list from its table. @throws EssError `schema` when no column holds names */
export async function readList(table: Table, list: ListOptions, context: SourceContext): Promise<ListResult> {
  const { readColumns, ...rest } = context;
  if (!list.hasOwnColumns || !readColumns) return readTable(table, list, context);
  return readColumns(table, (mapped, told) => readTable(mapped, { ...list, ...told }, rest));
}

async function readTable(table: Table, list: ListOptions, context: SourceContext): Promise<ListResult> {
  const { src, columns } = list;
  const findings = createFindings(src);
  const told = await readTold(table, list);
  for (const finding of told?.findings ?? []) findings.add(finding);
  const { headers: written, rows } = splitHeader(table, list, told);
  const isEvents = written.kind === 'events';
  // A person who maps columns has looked at what is in them.
  const isMapped = columns !== undefined || told?.isNamed === true;
  const worded = isMapped ? written : withoutWords(written, rows);
  const { headers, status } = isEvents || isMapped ? { headers: worded, status: null } : withoutStatus(worded, rows);
  const reporter = createReporter(src, headers);
  // First: only a hundred are detailed, and these may explain the others.
  const isTold = list.kind !== undefined || list.options?.['kind'] !== undefined;
  fileFindings(src, { ...table, rows }, headers, findings, reporter.report, isTold);
  if (status) findings.add(statusFinding(src, status));
  const personal = personalColumns(src, headers, rows);
  if (personal.finding) findings.add(personal.finding);
  const read = rows.map((row) => rowOf(row, headers));
  const placer = await placerFor(read, context, src, findings);
  context.signal.throwIfAborted();
  const step: SliceStep = async (done) => {
    await context.pause?.();
    context.signal.throwIfAborted();
    context.onProgress?.(done, read.length);
  };
  const { dataset, lines } = await (isEvents ? eventsOf : membersOf)(read, { headers, placer, reporter, step }, list);
  reporter.finish(findings);
  return {
    dataset,
    issues: findings.list(),
    rows: { lines, columns: columnsOf(headers) },
    headers,
    repairs: reporter.repairs(rows),
    personal: personal.columns,
  };
}

/** Tools with which rows are read. */
interface Reading {
  readonly headers: Headers;
  readonly placer: CommuneLocator | null;
  readonly reporter: Reporter;
  readonly step: SliceStep;
}

/** Returns a stock of the members on one day. */
async function membersOf(
  rows: readonly Row[],
  { headers, placer, reporter: { report }, step }: Reading,
  { src, updated, title, publisher, licence }: ListOptions,
) {
  const read = await readMembers(rows, headers, placer, report, step);
  const { organisations, memberships, territories, colleges, lines } = read;
  // The list is complete for the members on that day. It does not show who came and who left, nor who was one before. A
  // file without a member is one that lost them: their number is unknown, and not 0.
  const coverage = organisations.length > 0 ? [{ where: 'flow=stock', period: updated, complete: true }] : [];
  const dataset = listDataset({
    src,
    updated,
    ...{ title, publisher, licence },
    untitled: 'Adhérents',
    network: LIST_NETWORK,
    collections: {
      organisations,
      memberships,
      networks: [{ id: LIST_NETWORK, name: { fr: 'Adhérents', br: 'Izili', en: 'Members' } }],
      colleges: colleges.list(LIST_NETWORK),
      territories,
    },
    coverage: { organisations: coverage, memberships: coverage },
  });
  return { dataset, lines };
}

/** Returns an agenda: what is in it is known, and not that it is all there was. */
async function eventsOf(
  rows: readonly Row[],
  { headers, placer, reporter: { report }, step }: Reading,
  { today, options = {}, ...facts }: ListOptions,
) {
  const asked = { zone: zoneOption(options, facts.src), pastHeld: options['past'] === 'held', today };
  const { lines, ...collections } = await readEvents(rows, headers, placer, report, asked, step);
  const periods = yearsOf(collections.events, today);
  const { zone = facts.zone } = options;
  return { dataset: listDataset({ ...facts, zone, untitled: 'Agenda', periods, collections }), lines };
}

/** Fields of records that a column gives, as findings name them. */
const COLUMNS: Readonly<Record<ListKind, Readonly<Record<string, readonly Field[]>>>> = {
  members: {
    name: ['name'],
    aliases: ['aliases'],
    siren: ['siren'],
    legalForm: ['legalForm'],
    town: ['town'],
    position: ['lat', 'latlon'],
    college: ['college'],
    start: ['joined'],
    end: ['left'],
  },
  events: {
    title: ['name'],
    date: ['start'],
    startsAt: ['startTime', 'start'],
    endsAt: ['endTime', 'end'],
    place: ['place'],
    position: ['lat', 'latlon'],
    status: ['status'],
  },
};

/** Returns the header of the column that each field is read from. */
const columnsOf = ({ kind, columns, texts }: Headers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(COLUMNS[kind]).flatMap(([field, names]) => {
      const column = names.map((name) => columns.get(name)).find((at) => at !== undefined);
      return column === undefined ? [] : [[field, texts[column] ?? '']];
    }),
  );

interface Split {
  readonly headers: Headers;
  readonly rows: Table['rows'];
}

/** Options that say how the list is read, besides its kind and its zone. */
const TOLD = ['columns', 'header', 'id'] as const;

/** Returns the list as its author says that it is read; null where nobody says it. */
async function readTold({ rows }: Table, { src, options = {}, kind }: ListOptions): Promise<ToldList | null> {
  if (!TOLD.some((name) => options[name] !== undefined)) return null;
  return (await import('./by-recipe.ts')).readBy(rows, options, kind, src);
}

/**
 * Returns the header row and the rows below.
 * @throws EssError `schema` when no column holds names, naming the columns found
 */
function splitHeader(
  table: Table,
  { src: url, columns: mapping, options = {}, ...list }: ListOptions,
  told: ToldList | null,
): Split {
  const { rows } = told ?? table;
  const kind = kindOption(options, url) ?? list.kind;
  const found = told ?? findHeader(rows, kind, mapping);
  if (found?.headers.columns.has('name')) {
    const below = rows.slice(found.index + 1);
    const isTold = told?.isNamed || kind || mapping;
    if (list.isUnnamed && !isTold && !isNamed(found.headers, below)) throw unnamed(found.headers, url);
    return { headers: found.headers, rows: below };
  }
  const columns = (rows[0]?.cells ?? []).filter((cell) => cell !== '').slice(0, 12);
  const people = rows.slice(0, HEADER_LINES).some(({ cells }) => namesPeople(cells)) ? PEOPLE : '';
  const message = `No column of ${url} holds the names of members or events. Expected one of: ${NAME_EXAMPLES}. Found: ${columns.join(', ')}.${people}`;
  throw new EssError('schema', message, { url, path: 'line 1' });
}

const PEOPLE =
  ' A “Nom” beside a “Prénom” is read as the name of a person: call the column of the organisations’ names “Structure”.';

/** Returns the kind that the author states: `#kind=events`. @throws EssError `config` for another word */
function kindOption({ kind }: Readonly<Record<string, string>>, url: string): ListKind | undefined {
  if (kind === undefined || kind === 'members' || kind === 'events') return kind;
  const given = `kind=${kind}`;
  throw new EssError('config', `${url}#${given}: expected kind=members or kind=events.`, { url, given });
}

/** Returns the error of a list of something else, which asks what it is. */
function unnamed({ texts }: Headers, url: string): EssError {
  const columns = texts.filter((text) => text !== '').slice(0, 12);
  const remedy = {
    fr: `Rien ne dit que cette liste est celle de membres ou de rendez-vous (colonnes\u202f: ${columns.join(', ')}). Dites ce que c’est\u202f: ajoutez #kind=members ou #kind=events à la fin de l’adresse.`,
    en: `Nothing says that this list is one of members or of events (columns: ${columns.join(', ')}). Say what it is: add #kind=members or #kind=events at the end of the address.`,
  };
  return new EssError('config', `${url}: ${remedy.en}`, { url, remedy });
}

/** Returns that there is no table where its data failed. Code that did not come is asked for once more, by whoever tries again. */
function dataFailure(error: unknown): null {
  if (error instanceof EssError) return null;
  throw error;
}

/** Returns the place-finder where a row needs it; without one, a single finding says how many are not placed. */
async function placerFor(
  rows: readonly Row[],
  { placer }: SourceContext,
  file: string,
  findings: FindingList,
): Promise<CommuneLocator | null> {
  const needing = rows.filter(needsPlacer);
  if (needing.length === 0) return null;
  // A list without its positions is still a list.
  const loaded = placer ? await placer(needing.map(townOf)).catch(dataFailure) : null;
  if (loaded) return remembering(loaded);
  findings.add({
    rule: 'communes-missing',
    severity: 'info',
    certainty: 'certain',
    where: { file },
    found: String(needing.length),
    message: communesMissing(needing.length),
  });
  return null;
}

/** Returns a place-finder that remembers its answers: a long list names each town on many lines. */
function remembering(placer: CommuneLocator): CommuneLocator {
  const answers = new Map<string, ReturnType<CommuneLocator>>();
  return (town) => {
    const key = JSON.stringify(town);
    const answer = answers.get(key) ?? placer(town);
    answers.set(key, answer);
    return answer;
  };
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
    fr: `Pas de table des communes\u202f: ${fr}. Celle de France est le dossier «\u202freference\u202f» à côté du code des widgets, qui n’a pas pu être lu\u202f; une autre vient des données de référence que nomme «\u202fdata-reference\u202f» dans la balise du chargeur (champ «\u202fcommunes\u202f» de leur manifeste)\u202f; dans un terminal, du jeu de données que nomme «\u202f--communes\u202f». «\u202fess-geo communes\u202f» fait cette table.`,
    br: `Taolenn ar c’humunioù a vank\u202f: ${br}. Hini Frañs a zo en teuliad «\u202freference\u202f» e-kichen kod ar widgetoù, na c’haller ket lenn\u202f; unan all a zeu eus ar roadennoù anvet gant «\u202fdata-reference\u202f» ar bajenn (maezienn «\u202fcommunes\u202f» he manifest)\u202f; en un dermenell, eus ar re anvet gant «\u202f--communes\u202f». «\u202fess-geo communes\u202f» a ra an daolenn-se.`,
    en: `No commune table: ${en}. That of France is the folder "reference" beside the code of the widgets, which could not be read; another comes from the reference data that "data-reference" of the loader’s tag names (the "communes" field of their manifest); in a terminal, from the data set that "--communes" names. "ess-geo communes" makes such a table.`,
  };
}
