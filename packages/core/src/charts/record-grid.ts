import {
  type Dataset,
  keptRecords,
  lineageIn,
  NAME_FIELDS,
  parsePeriod,
  type Quantity,
  quantity,
  type ResolvedText,
  recordName,
  resolveText,
  type Text,
} from '../model/index.ts';
import type { Grid, GridCell, GridColumn, GridRow } from './grid.ts';
import { namedField } from './named-in.ts';
import { type AnyRecord, namesOf, recordsOf } from './record-values.ts';

/** Columns of each collection, in the order to show them; the first `shown` of them where none is asked for. */
const COLUMNS = {
  publications: 'title theme format date',
  memberships: 'organisation college start end exitReason network',
  meetings: 'date body status mode place themes',
  events: 'date title status place series organisers themes count attendance online territories',
  projects: 'programme title period status place territories',
  calls: 'name owner period',
  applications: 'organisation title call result period territories',
  networks: 'name since',
  organisations: 'name town activities legalForm territories',
  participations: 'organisation of role period territories',
  votes: 'date subject body for against abstain eligible',
  bodies: 'name kind seats',
  seats: 'body organisation role count college period',
  prizes: 'name laureate amount date edition',
  programmes: 'name kind period',
  audiences: 'date channel followers change',
  missions: 'title organisations mode lot programme status period territories',
  channels: 'label kind',
  filings: 'fund stage year period',
  movements: 'direction contract count reason period',
} as const;

/** A collection that can be shown as a table. */
export type TableCollection = keyof typeof COLUMNS;

/** Names of the collections that can be shown as a table. */
export const tableCollections = Object.keys(COLUMNS) as readonly TableCollection[];

/** Whether a word names such a collection. */
export const isTableCollection = (word: string): word is TableCollection => Object.hasOwn(COLUMNS, word);

/** All columns that a collection has. */
export const columnsOf = (collection: TableCollection): readonly string[] => COLUMNS[collection].split(' ');

/** Columns shown where none is asked for. */
const SHOWN = 4;

/** The columns asked for, or the first ones of the collection. */
export const columnsAsked = (collection: TableCollection, asked: string | undefined): readonly string[] => {
  const words = (asked ?? '').split(/\s+/).filter(Boolean);
  return words.length ? words : columnsOf(collection).slice(0, SHOWN);
};

const DATES = new Set(['date', 'start', 'end', 'period', 'since', 'year']);
const NUMBERS = new Set([
  'count',
  'amount',
  'seats',
  'attendance',
  'followers',
  'change',
  'for',
  'against',
  'abstain',
  'eligible',
]);

/** The kind of a column of records. */
export const kindOf = (id: string): GridColumn['kind'] =>
  DATES.has(id) ? 'date' : NUMBERS.has(id) ? 'number' : 'text';

/** The one column in which a word is of the model, and elsewhere what a source wrote. */
const COLUMN_OF: Readonly<Record<string, string>> = { in: 'direction', out: 'direction', application: 'stage' };

/** Whether a word may be one of the model in a column. */
export const isWordOf = (word: string, column: string): boolean =>
  !Object.hasOwn(COLUMN_OF, word) || COLUMN_OF[word] === column;

/** Records of a collection that are to be shown. */
export interface RecordsRequest {
  readonly collection: TableCollection;
  readonly columns: readonly string[];
  /** Pairs to keep: `status=held`. */
  readonly where?: string | undefined;
  /** Keeps what shares a day with it, in collections with dates; what has no date is left out. */
  readonly period?: string | undefined;
  /** Whether territories lie in the one asked for; asked of records that can name some. */
  readonly within?: ((territories: readonly string[]) => boolean) | undefined;
  readonly lang: string;
  /** Translates a word of the model (`held`, `online`) into that language; undefined leaves the word. */
  readonly word: (word: string, column: string) => string | undefined;
}

/** The records of a collection as rows. Ids are read as the names that the data set gives them. */
export function recordGrid(dataset: Dataset, request: RecordsRequest): Grid {
  const { columns } = request;
  const readers = columns.map((id) => readerOf(dataset, id, request));
  const rows = recordsAsked(dataset, request).map(
    (record): GridRow => ({
      id: record.id,
      cells: readers.map((read, at) => linked(read(record), record, columns[at])),
    }),
  );
  return { columns: columns.map((id) => ({ id, kind: kindOf(id) })), rows };
}

/** The records that a request keeps, as they came. */
export const recordsAsked = (dataset: Dataset, request: RecordsRequest): readonly AnyRecord[] =>
  keptRecords(recordsOf(dataset, request.collection), request.where, lineageIn(dataset)).filter((record) =>
    isAsked(record, request),
  );

/** Whether a record falls in the period and in the territory asked for. */
function isAsked(record: AnyRecord, { collection, period, within }: RecordsRequest): boolean {
  const territories = record['territories'];
  if (within && Array.isArray(territories) && !within(territories)) return false;
  const dates = columnsOf(collection).filter((id) => DATES.has(id) && id !== 'since');
  return !period || dates.length === 0 || dates.some((id) => overlaps(record[id], period));
}

function overlaps(value: unknown, asked: string): boolean {
  const [a, b] = [typeof value === 'string' && parsePeriod(value), parsePeriod(asked)];
  return !!a && !!b && a.first <= b.last && b.first <= a.last;
}

type Reader = (record: AnyRecord) => GridCell;

/** Returns the reader of a column: it makes the cell of a record. */
export function readerOf(dataset: Dataset, id: string, { collection, lang, word }: RecordsRequest): Reader {
  const kind = kindOf(id);
  if (kind === 'date') return (record) => dateCell(record[id]);
  if (kind === 'number') return (record) => numberCell(record[id], id);
  if (id === 'fund') return (record) => textCell(record[id] as Text | undefined, lang);
  if (NAME_FIELDS.some((field) => field === id)) return (record) => textCell(recordName(record), lang);
  const names = namesOf(dataset, namedField(collection, id));
  return (record) =>
    wordsCell(record[id], (each) => namedText(each, names, lang) ?? { text: word(each, id) ?? each, lang }, lang);
}

/** A date that is none is shown as it is written. */
function dateCell(value: unknown): GridCell {
  if (typeof value !== 'string' || !value) return null;
  return parsePeriod(value) ? { kind: 'date', date: value } : { kind: 'text', text: { text: value, lang: 'fr' } };
}

function numberCell(value: unknown, id: string): GridCell {
  if (typeof value === 'number')
    return Number.isFinite(value) ? { kind: 'number', quantity: quantity(value, id) } : null;
  return value
    ? { kind: 'number', quantity: value as Quantity, withUnit: id !== 'followers' && id !== 'change' }
    : null;
}

const textCell = (text: Text | undefined, lang: string): GridCell =>
  text ? { kind: 'text', text: resolveText(text, lang) } : null;

const namedText = (id: string, names: ReadonlyMap<string, Text> | null, lang: string): ResolvedText | undefined => {
  const name = names?.get(id);
  return name && resolveText(name, lang);
};

/** One word or several: themes, organisers. */
function wordsCell(value: unknown, name: (word: string) => ResolvedText, lang: string): GridCell {
  const words = [value]
    .flat()
    .filter((each) => (each ?? '') !== '')
    .map((each) => name(String(each)));
  return words.length > 0 ? { kind: 'text', text: namesInCell(words, lang) } : null;
}

/** Names in one line. A name that several have is said once, with their number; their language, where they share it. */
export function namesInCell(names: readonly ResolvedText[], lang: string): ResolvedText {
  const [first] = names;
  const own = first && names.every((each) => each.lang === first.lang) ? first.lang : lang;
  const said = names.map(({ text }) => text);
  const once = [...new Set(said)].map((word) => {
    const times = said.filter((each) => each === word).length;
    return times > 1 ? `${word} (${times})` : word;
  });
  return { text: once.join(', '), lang: own };
}

/** The title or the name of a record leads to its page, where it has one. */
const linked = (cell: GridCell, { url }: AnyRecord, column: string | undefined): GridCell =>
  typeof url === 'string' && cell?.kind === 'text' && /^(title|name)$/.test(column ?? '')
    ? { ...cell, href: url }
    : cell;
