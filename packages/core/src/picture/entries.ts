/** Everything that a data set holds as the rows of one table: its published figures and its records. */
import { isHidden } from '../model/audience.ts';
import type { CollectionName, Dataset } from '../model/dataset.ts';
import type { Observation } from '../model/observation.ts';
import { parsePeriod } from '../model/period.ts';
import type { Quantity } from '../model/quantity.ts';
import { nameOf } from '../model/record-name.ts';
import { saidDate } from '../model/report/shown.ts';
import type { SourceRef } from '../model/source-ref.ts';
import { resolveText } from '../model/text.ts';
import { foldText } from '../model/words.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import { NAMED_IN, namedIn } from './named-in.ts';
import { columnsOf, tableCollections } from './record-grid.ts';
import { type AnyRecord, namesOf, recordsOf } from './record-values.ts';

/** Kind of an entry: a published figure, or a record of a collection. */
export type EntryKind = 'observations' | (typeof tableCollections)[number];

/** All kinds, figures first. */
export const entryKinds: readonly EntryKind[] = ['observations', ...tableCollections];

/** Row of the table: its kind and its section are there once more, to be filtered by. */
export interface Entry extends GridRow {
  readonly kind: EntryKind;
  /** Section of the report that it is published in: `I.1.a`; empty where none is known. */
  readonly section: string;
  /** Its words without accents and case, as a search compares them. */
  readonly words: string;
}

/** Request for the rows. */
export interface EntriesRequest {
  readonly lang: string;
  /** Returns the word for a kind: "Réunions". */
  readonly kindWord: (kind: EntryKind) => string;
  /** Returns the place of an entry in words: "I.1.a, p. 4"; empty where none is known. */
  readonly place: (section: string, page: number | null) => string;
  /** Returns the address of a section; undefined for none. */
  readonly href: (section: string) => string | undefined;
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

/** Fields that say what a record without a name is about, in the order of its words. */
const ABOUT: readonly string[] = [
  ...['organisation', 'body', 'programme', 'of', 'channel', 'call', 'fund', 'organisations', 'laureate', 'stage'],
  ...['role', 'direction', 'contract', 'reason'],
];

const DATES: readonly string[] = ['date', 'start', 'period', 'since', 'year', 'end'];
const COUNTS: readonly string[] = ['attendance', 'followers', 'amount', 'count', 'seats', 'for'];

/** Returns the collections that the table reads, with those that name what records hold. */
export const entriesNeed = (): readonly CollectionName[] => [
  ...new Set<CollectionName>(['observations', ...tableCollections, ...namedIn(Object.keys(NAMED_IN))]),
];

/** Returns the rows: figures in the order of their sections, then records by collection. */
export function entriesOf(
  dataset: Dataset,
  request: EntriesRequest,
): { readonly grid: Grid; readonly rows: readonly Entry[] } {
  const names = new Map(Object.keys(NAMED_IN).map((field) => [field, namesOf(dataset, field)]));
  const named = (field: string, value: unknown): readonly string[] =>
    [value].flat().flatMap((each) => {
      if (each === null || each === undefined || each === '') return [];
      if (typeof each === 'object') return 'fr' in each ? [resolveText(each as never, request.lang).text] : [];
      const name = names.get(field)?.get(String(each));
      return [name ? resolveText(name, request.lang).text : String(each)];
    });
  const figures = recordsOf(dataset, 'observations').map((each) =>
    figureEntry(each as unknown as Observation, named, request),
  );
  const others = tableCollections
    .filter((collection) => !isHidden(dataset, collection))
    .flatMap((collection) =>
      recordsOf(dataset, collection).map((record) => recordEntry(collection, record, named, request)),
    );
  const rows = [...figures, ...others];
  return { grid: { columns: COLUMNS, rows }, rows };
}

type Named = (field: string, value: unknown) => readonly string[];

function figureEntry(one: Observation, named: Named, request: EntriesRequest): Entry {
  const { id, label, quantity, period, territory, source } = one;
  const date = saidDate(one);
  return entryOf('observations', request, {
    id,
    name: resolveText(label, request.lang).text,
    quantity: date ? null : quantity,
    withUnit: true,
    date: date ?? period,
    territories: named('territories', territory ?? null),
    source,
    section: source.section ?? '',
  });
}

function recordEntry(kind: EntryKind, record: AnyRecord, named: Named, request: EntriesRequest): Entry {
  const { id } = record;
  const name = nameOf(record);
  const about = ABOUT.flatMap((field) => named(field, record[field]));
  const words = name ? resolveText(name, request.lang).text : [...new Set(about)].join(', ');
  const columns = kind === 'observations' ? [] : columnsOf(kind);
  const date = DATES.map((field) => record[field]).find((value) => typeof value === 'string' && parsePeriod(value));
  const counted = COUNTS.filter((field) => columns.includes(field)).map((field) => record[field]);
  const value = counted.find((each) => each !== null && each !== undefined);
  const sections = record['sections'];
  const source = record['source'] as SourceRef | undefined;
  return entryOf(kind, request, {
    id,
    name: words || id,
    quantity: value === undefined ? null : typeof value === 'number' ? { value, op: '=', unit: '' } : value,
    withUnit: typeof value === 'object',
    date: typeof date === 'string' ? date : null,
    territories: [...named('territories', record['territories']), ...named('town', record['town'])],
    source,
    section: source?.section ?? (Array.isArray(sections) ? String(sections[0] ?? '') : ''),
  });
}

interface Facts {
  readonly id: string;
  readonly name: string;
  readonly quantity: unknown;
  readonly withUnit: boolean;
  readonly date: string | null;
  readonly territories: readonly string[];
  readonly source: SourceRef | undefined;
  readonly section: string;
}

function entryOf(kind: EntryKind, { lang, kindWord, place, href }: EntriesRequest, facts: Facts): Entry {
  const { id, name, quantity, withUnit, date, territories, source, section } = facts;
  const text = (words: string, address?: string): GridCell =>
    words === '' ? null : { kind: 'text', text: { text: words, lang }, ...(address ? { href: address } : {}) };
  const where = place(section, source?.page ?? null);
  return {
    id: `${kind} ${id}`,
    kind,
    section,
    words: foldText([name, ...territories, kindWord(kind), section].join(' ')),
    cells: [
      text(name),
      quantity ? { kind: 'number', quantity: quantity as Quantity, withUnit } : null,
      date === null ? null : { kind: 'date', date },
      text([...new Set(territories)].join(', ')),
      text(kindWord(kind)),
      text(where, section === '' ? undefined : href(section)),
    ],
  };
}
