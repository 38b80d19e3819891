/** Everything that a data set holds as the rows of one table: its published figures, those computed from them, its records. */
import {
  badgesOf,
  type CollectionName,
  type Dataset,
  type Doubt,
  foldText,
  isHidden,
  isInSection,
  type Measure,
  type Observation,
  type Period,
  parsePeriod,
  parseWhere,
  printedFraction,
  publishedIn,
  type Quantity,
  quantity as quantityOf,
  type Report,
  recordName,
  resolveText,
  type SourceRef,
  saidDate,
  type Text,
} from '../model/index.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import { NAMED_IN } from './named-in.ts';
import { type AnyRecord, namesOf, recordsOf } from './record-values.ts';

/** Kind of an entry: a published figure, a computed one, or a record of a collection. */
export type EntryKind = CollectionName | 'measures';

/** Fields of the records of a collection, separated by spaces. */
interface Fields {
  /** Fields that say what a record without a name is about, in the order of its words. */
  readonly about?: string;
  /** Fields with its date: the first one that is known is taken. */
  readonly date?: string;
  /** Fields with its number: the first one that is known is taken. */
  readonly value?: string;
  /** Fields that are said besides, each under its name. */
  readonly rest?: string;
}

type RecordKind = Exclude<CollectionName, 'observations'>;

const FIELDS: Readonly<Record<RecordKind, Fields>> = {
  events: {
    ...{ date: 'date', value: 'attendance count' },
    rest: 'status series edition organisers themes online count',
  },
  meetings: { about: 'body', date: 'date', rest: 'status mode themes' },
  votes: { date: 'date', value: 'for', rest: 'body for against abstain eligible threshold' },
  tallies: { about: 'of', value: 'total', rest: 'by' },
  projects: { about: 'programme establishment', date: 'period', rest: 'status programme establishment' },
  programmes: { date: 'period', rest: 'kind' },
  missions: { date: 'period', rest: 'status organisations programme mode lot' },
  jobs: { about: 'programme contract', date: 'period', value: 'jobs', rest: 'lot' },
  calls: { date: 'period', rest: 'owner' },
  applications: { about: 'organisation call', date: 'period', rest: 'call result' },
  participations: { about: 'organisation of', date: 'period', rest: 'role' },
  organisations: { rest: 'activities legalForm' },
  memberships: { about: 'organisation', date: 'start end', rest: 'network college end exitReason' },
  networks: { date: 'since' },
  bodies: { value: 'seats', rest: 'kind seats' },
  seats: { about: 'organisation body', date: 'period', value: 'count', rest: 'role college count' },
  prizes: { date: 'date', value: 'amount', rest: 'laureate edition' },
  publications: { date: 'date', rest: 'theme format' },
  channels: { rest: 'kind' },
  audiences: { about: 'channel', date: 'date', value: 'followers', rest: 'change' },
  filings: { about: 'fund stage', date: 'period', rest: 'stage year' },
  movements: { about: 'direction contract reason', date: 'period', value: 'count' },
  series: {},
  colleges: { rest: 'network' },
  territories: { rest: 'kind' },
  categories: { rest: 'dimension' },
};

/** All kinds of entries, in the order of the rows: figures first, the words that the data are sorted by last. */
export const entryKinds: readonly EntryKind[] = [
  ...(['observations', 'measures'] as const),
  ...(Object.keys(FIELDS) as RecordKind[]),
];

/** Collections whose values of a field are categories, by collection and field. The dimension is not called after the field. */
const DIMENSIONS: Readonly<Record<string, string>> = {
  'programmes.kind': 'programme-kind',
  'projects.establishment': 'establishment',
  'tallies.of': 'event',
};

/** Row of the table: with what it is filtered and searched by. */
export interface Entry extends GridRow {
  readonly kind: EntryKind;
  /** Sections of the report that it stands in, the one that publishes it first: `I.1.a`. */
  readonly sections: readonly string[];
  /** Ids of the territories that it is about. */
  readonly territories: readonly string[];
  /** Its date; null where it has none. */
  readonly date: Period | null;
  /** The rest of what is known of it, in words. */
  readonly note: string;
  /** Figure that it is: it has a source card. */
  readonly figure?: Observation | Measure;
  /** Returns its words as a search compares them, each with a space before it. */
  readonly words: () => string;
}

/** Request for the rows: how its words are written in the language. */
export interface EntriesRequest {
  readonly lang: string;
  /** Report whose sections the entries stand in. */
  readonly report: Pick<Report, 'document'>;
  /** Returns the word for a kind: "Réunions". */
  readonly kindWord: (kind: EntryKind) => string;
  /** Returns the place of an entry in words: "I.1.a, p. 4"; empty where none is known. */
  readonly place: (section: string, page: number | null, document: string | undefined) => string;
  /** Returns the address of a section; undefined for none. */
  readonly href: (section: string) => string | undefined;
  /** Returns the section of a computed figure that has no source of its own. */
  readonly sectionOf: (measure: Measure) => string | undefined;
  /** Returns the name of a value of a dimension: "CDI" of `contract` and `permanent`. */
  readonly part: (dimension: string, id: string) => string;
  /** Returns the word for a value of the model in a field: "prévu"; undefined where it is none. */
  readonly word: (value: string, field: string) => string | undefined;
  /** Returns a value of a field under the name of the field: "Motif : retrait". */
  readonly under: (field: string, value: string) => string;
  /** Returns the words that a document prints for a value: "imprimé « Six »". */
  readonly printed: (words: string) => string;
  readonly amount: (quantity: Quantity) => string;
  readonly day: (period: Period) => string;
}

/** Columns of the table, in order. */
const COLUMNS: Grid['columns'] = [
  { id: 'entry', kind: 'text' },
  { id: 'value', kind: 'number' },
  { id: 'date', kind: 'date' },
  { id: 'territories', kind: 'text' },
  { id: 'kind', kind: 'text' },
  { id: 'source', kind: 'text' },
];

/** Returns the collections that the table reads: all of them. */
export const entriesNeed = (): readonly CollectionName[] => ['observations', ...(Object.keys(FIELDS) as RecordKind[])];

/** Returns the rows: figures in the order of their sections, then records by collection. */
export function entriesOf(
  dataset: Dataset,
  request: EntriesRequest,
): { readonly grid: Grid; readonly rows: readonly Entry[] } {
  const writer = writerOf(dataset, request);
  const doubted = new Set(dataset.measures?.doubted);
  const rows = [
    ...(recordsOf(dataset, 'observations') as unknown as readonly Observation[]).map((one) =>
      figureEntry(one, doubted.has(one.id), writer),
    ),
    ...computedFigures(dataset).map((measure) => measureEntry(measure, writer)),
    ...(Object.keys(FIELDS) as RecordKind[])
      .filter((collection) => !isHidden(dataset, collection))
      .flatMap((collection) => recordsOf(dataset, collection).map((record) => recordEntry(collection, record, writer))),
  ];
  return { grid: { columns: COLUMNS, rows }, rows };
}

interface Writer {
  readonly dataset: Dataset;
  readonly request: EntriesRequest;
  readonly text: (text: Text) => string;
  /** Returns the words for what a field holds; none for what is unknown. */
  readonly named: (kind: RecordKind, field: string, value: unknown) => readonly string[];
  readonly territories: ReadonlyMap<string, Text>;
  /** Names of the dimensions that figures are split by. */
  readonly dimensions: ReadonlyMap<string, readonly string[]>;
}

function writerOf(dataset: Dataset, request: EntriesRequest): Writer {
  const { lang, word, part } = request;
  const text = (each: Text): string => resolveText(each, lang).text;
  const names = new Map(Object.keys(NAMED_IN).map((field) => [field, namesOf(dataset, field)]));
  const named = (kind: RecordKind, field: string, value: unknown): readonly string[] =>
    [value].flat().flatMap((each): readonly string[] => {
      if (each === null || each === undefined || each === '') return [];
      if (typeof each === 'object') return 'fr' in each ? [text(each as Text)] : [];
      const id = String(each);
      const dimension = DIMENSIONS[`${kind}.${field}`];
      if (dimension) return [part(dimension, id)];
      const name = names.get(field)?.get(id);
      return [name ? text(name) : (word(id, field) ?? id)];
    });
  const dimensions = new Map(
    Object.values(dataset.measures?.indicators ?? {})
      .flatMap((each) => each.dimensions)
      .map(({ id, label }) => [id, [text(label)]]),
  );
  return { dataset, request, text, named, territories: names.get('territories') ?? new Map(), dimensions };
}

function figureEntry(one: Observation, isDoubted: boolean, writer: Writer): Entry {
  const { id, label, quantity, period, territory, source, status, printed, dimensions } = one;
  const { request, text, territories } = writer;
  const date = saidDate(one);
  const value = (): string => (date ? request.day(date) : request.amount(quantity));
  const fraction = printedFraction(quantity.value, printed);
  const isSaid = !printed || fraction !== undefined || isReadAs(printed, value());
  const places = [territory ?? '', ...Object.values(dimensions)].filter((each) => territories.has(each));
  return entryOf('observations', writer, {
    id,
    name: text(label),
    quantity: date ? null : quantity,
    ...(fraction === undefined ? {} : { said: fraction }),
    date: date ?? period,
    territories: places,
    source,
    rest: [
      ...(status === 'planned' ? [request.word(status, 'status') ?? status] : []),
      ...(isSaid ? [] : [request.printed(printed)]),
    ],
    words: printed ?? '',
    doubts: isDoubted ? ['check'] : [],
    figure: one,
  });
}

/** Whether printed words are a value in short, with other spaces or less of its unit: `3608` of `3 608 abonnés`. */
function isReadAs(printed: string, value: string): boolean {
  const [short, long] = [printed, value].map((each) => each.replace(/\s/g, '')) as [string, string];
  return long.startsWith(short) && !/^[\d.,]/.test(long.slice(short.length));
}

/** Returns the figures that no document publishes: a ratio of two of them, a count of records. Each one once. */
function computedFigures({ measures }: Dataset): readonly Measure[] {
  const known = new Map(
    (measures?.measures ?? [])
      .filter(({ quantity, observations = [] }) => quantity && observations.length === 0)
      .map((measure) => [keyOf(measure), measure]),
  );
  return [...known.values()];
}

const keyOf = ({ indicator, period, where = '', territory = '' }: Measure): string =>
  [indicator, period, where, territory].join(' ');

function measureEntry(measure: Measure, writer: Writer): Entry {
  const { indicator, period, quantity, where, territory, sources } = measure;
  const { dataset, request, text } = writer;
  const texts = dataset.measures?.indicators[indicator];
  const kept = Object.entries(parseWhere(where)).map(([dimension, id]) => request.part(dimension, id));
  const [source] = sources;
  return entryOf('measures', writer, {
    id: keyOf(measure),
    name: [texts ? text(texts.label) : indicator, ...kept].join(', '),
    quantity,
    date: period,
    territories: territory ? [territory] : [],
    source: source ?? { document: request.report.document ?? '', ...sectionPart(request.sectionOf(measure)) },
    words: texts ? text(texts.definition) : '',
    doubts: badgesOf(measure).doubts.filter((doubt) => doubt === 'check'),
    figure: measure,
  });
}

const sectionPart = (section: string | undefined) => (section === undefined ? {} : { section });

function recordEntry(kind: RecordKind, record: AnyRecord, writer: Writer): Entry {
  const { request, text, named, dataset } = writer;
  const fields = FIELDS[kind];
  const [about, dates, values, rest] = [fields.about, fields.date, fields.value, fields.rest].map(listOf);
  const name = recordName(record);
  const words = about?.flatMap((field) => named(kind, field, record[field])) ?? [];
  const dateField = dates?.find((field) => isDate(record[field]));
  const value = values?.map((field) => amountOf(record[field], field)).find((each) => each !== null);
  const { sections, territories, territory, position, place, printed, aliases, description, town } = record;
  const ids = [territories, territory, (position as { readonly territory?: string } | null)?.territory].flat();
  return entryOf(kind, writer, {
    id: kind === 'categories' ? `${record['dimension']}/${record.id}` : record.id,
    name: (name ? text(name) : [...new Set(words)].join(', ')) || request.kindWord(kind),
    quantity: value ?? null,
    date: dateField ? String(record[dateField]) : kind === 'tallies' ? dateOf(dataset, String(record['of'])) : null,
    territories: kind === 'territories' ? [record.id] : ids.filter((id): id is string => typeof id === 'string'),
    places: [place, town].filter((each): each is string => typeof each === 'string'),
    source: record['source'] as SourceRef | undefined,
    sections: Array.isArray(sections) ? sections.map(String) : [],
    rest: (rest ?? []).filter((field) => field !== dateField).flatMap((field) => restOf(kind, field, record, writer)),
    words: [printed instanceof Object ? Object.values(printed) : [], aliases ?? [], ...named(kind, '', description)]
      .flat()
      .join(' '),
  });
}

const listOf = (fields = ''): readonly string[] => fields.split(' ').filter(Boolean);

const isDate = (value: unknown): value is string => typeof value === 'string' && parsePeriod(value) !== null;

/** Returns the date of what participants were counted at. */
const dateOf = (dataset: Dataset, id: string): string | null => {
  const date = (['events', 'meetings'] as const)
    .map((name) => recordsOf(dataset, name).find((each) => each.id === id)?.['date'])
    .find(isDate);
  return date ?? null;
};

/** Returns a number of a record with its unit; null where the value is none. */
function amountOf(value: unknown, field: string): Quantity | null {
  // A record is one of its kind unless it says otherwise.
  if (field === 'count' && value === 1) return null;
  if (typeof value === 'number') return quantityOf(value, field === 'edition' ? field : 'number');
  return value instanceof Object && 'op' in value ? (value as unknown as Quantity) : null;
}

/** Returns the words of a field that is said besides: those of the model alone, others under the name of the field. */
function restOf(
  kind: RecordKind,
  field: string,
  record: AnyRecord,
  { request, named, dimensions }: Writer,
): readonly string[] {
  const value = record[field];
  // Everything in a report was held unless it says otherwise.
  if (value === null || value === undefined || value === false || (field === 'status' && value === 'held')) return [];
  if (field === 'by') return countsOf(value as Counts, request);
  if (field === 'status') return named(kind, field, value);
  if (field === 'dimension') return dimensions.get(String(value)) ?? [];
  const fraction = printedFraction(
    Number(value),
    (record['printed'] as Readonly<Record<string, string>> | null)?.[field],
  );
  const amount = amountOf(value, field);
  if (field === 'count' && !amount) return [];
  const words = fraction
    ? [fraction]
    : amount
      ? [request.amount(amount)]
      : isDate(value)
        ? [request.day(value)]
        : named(kind, field, value);
  return words.length > 0 ? [request.under(field, [...new Set(words)].join(', '))] : [];
}

type Counts = Readonly<Record<string, Readonly<Record<string, Quantity>>>>;

const countsOf = (counts: Counts, { part, amount }: EntriesRequest): readonly string[] =>
  Object.entries(counts).flatMap(([dimension, parts]) =>
    Object.entries(parts).map(([id, quantity]) => `${part(dimension, id)} (${amount(quantity)})`),
  );

interface Facts {
  readonly id: string;
  readonly name: string;
  readonly quantity: Quantity | null;
  /** Words of the quantity, where they are no number: `4/5`. */
  readonly said?: string;
  readonly date: string | null;
  readonly territories: readonly string[];
  /** Names of places besides those of its territories. */
  readonly places?: readonly string[];
  readonly source: SourceRef | undefined;
  readonly sections?: readonly string[];
  readonly rest?: readonly string[];
  /** Words that it is found by, besides those that are shown. */
  readonly words: string;
  readonly doubts?: readonly Doubt[];
  readonly figure?: Observation | Measure;
}

function entryOf(kind: EntryKind, writer: Writer, facts: Facts): Entry {
  const { lang, kindWord, place, href, report, amount, day } = writer.request;
  const { id, name, quantity, said, date, territories, source, sections = [], rest = [], doubts = [], figure } = facts;
  const text = (words: string, address?: string): GridCell =>
    words === '' ? null : { kind: 'text', text: { text: words, lang }, ...(address ? { href: address } : {}) };
  const ids = [...new Set(territories)];
  const names = ids.map((each) => {
    const known = writer.territories.get(each);
    return known ? writer.text(known) : each;
  });
  const places = [...new Set([...names, ...(facts.places ?? [])])].join(', ');
  const own = source ? publishedIn(report, source) : '';
  const all = [...new Set([own, ...sections])].filter(Boolean);
  const [section = ''] = all;
  const partial = quantity?.partial === undefined ? undefined : writer.request.word('partial', 'value');
  const note = [...rest, ...(partial === undefined ? [] : [partial])].join(' · ');
  let words: string | undefined;
  const made = (): string => {
    const told = [name, note, places, kindWord(kind), facts.words, date ? day(date) : ''];
    const numbers = quantity ? [amount(quantity), quantity.value, quantity.min, quantity.max] : [];
    return ` ${termsOf([...told, ...numbers].join(' ')).join(' ')}`;
  };
  return {
    id: `${kind} ${id}`,
    ...{ kind, sections: all, territories: ids, date, note, doubts },
    ...(figure ? { figure } : {}),
    words: () => (words ??= made()),
    cells: [
      text(name),
      said ? text(said) : quantity ? { kind: 'number', quantity, withUnit: true } : null,
      date === null ? null : { kind: 'date', date },
      text(places),
      text(kindWord(kind)),
      text(
        place(section, own ? (source?.page ?? null) : null, source?.document),
        section === '' ? undefined : href(section),
      ),
    ],
  };
}

/** A section as a reader writes it: `I.4.b`, `ii.4`. */
const SECTION = /^(?:0|[ivx]+)(?:\.\d+)(?:\.[a-z])?\.?$/i;

/**
 * Returns the terms of a text as a search compares them: words without accents and case, each number as one of them, with
 * or without its spaces: "1 500" is `1500`, "96,4" is `96d4`.
 */
const termsOf = (text: string): readonly string[] =>
  foldText(
    text
      .replace(/(?<![\d.,])\d{1,3}(?:[\s\u00a0\u202f]\d{3})+(?!\d)/g, (number) => number.replace(/\s/g, ''))
      .replace(/(?<=\d)[.,](?=\d)/g, 'd'),
  )
    .split(' ')
    .filter(Boolean);

/**
 * Returns the function that says whether an entry has all words of a search. A number is found by its beginning, a word by
 * any part of it, and the number of a section finds everything in it.
 */
export function createEntryFilter(query: string): (entry: Entry) => boolean {
  const written = query.trim().split(/\s+/);
  const sections = written.filter((each) => SECTION.test(each));
  const terms = termsOf(written.filter((each) => !SECTION.test(each)).join(' ')).map((term) =>
    /^\d/.test(term) ? ` ${term}` : term,
  );
  return (entry) =>
    sections.every((asked) => entry.sections.some((section) => isInSection(section, asked))) &&
    (terms.length === 0 || terms.every((term) => entry.words().includes(term)));
}
