/** Records of a data set as a workbook shows and changes them: as they are written in JSON, by collection and id. */
import { indicatorsOf } from '../indicators/index.ts';
import {
  type CollectionName,
  type CommuneLocator,
  comparePeriods,
  type Dataset,
  type Manifest,
  type ParsedPeriod,
  parsePeriod,
  recordName,
  type Text,
} from '../model/index.ts';
import type { Fields } from '../prepare/index.ts';

export type { Fields };

/** An indicator, as far as a workbook names it. */
interface NamedIndicator {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  readonly dimensions: readonly { readonly id: string; readonly label: Text }[];
}

/** Data that a workbook is made from, and that its rows are read with. */
export interface YearData {
  /** Manifest of last year's data. */
  readonly manifest: Manifest;
  /** Year of the workbook, and the year before it: `2025`, `2024`. */
  readonly year: string;
  readonly before: string;
  readonly indicators: readonly NamedIndicator[];
  /** Finds communes by name; null where no commune table is at hand. */
  readonly locate: CommuneLocator | null;
  readonly list: (name: CollectionName) => readonly Fields[];
  readonly find: (name: CollectionName, id: string) => Fields | undefined;
}

/** Records that can grow: those of last year, then the ones that rows add or change. */
export interface Draft extends YearData {
  /** Adds a record, or puts it in the place of the one that has its id. */
  readonly put: (name: CollectionName, record: Fields) => void;
  /** Number of changes so far, and of records of a collection that got another name, for what is remembered about them. */
  readonly version: () => number;
  readonly renamed: (name: CollectionName) => number;
}

/** Returns the value at a path of a record, `source.page`; undefined where there is none. */
export function fieldAt(record: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined,
      record,
    );
}

/** Returns a record with another value at a path; without it where the value is undefined. */
export function withField(record: Fields, path: string, value: unknown): Fields {
  const [key = '', ...rest] = path.split('.');
  const inner = rest.length === 0 ? value : withField((record[key] ?? {}) as Fields, rest.join('.'), value);
  const isEmpty = inner === undefined || (rest.length > 0 && Object.keys(inner as object).length === 0);
  if (!isEmpty) return { ...record, [key]: inner };
  const { [key]: _, ...others } = record;
  return others;
}

/** Returns a text of a record; an empty one where it has none. */
export const textAt = (record: unknown, path: string): string => {
  const value = fieldAt(record, path);
  return typeof value === 'string' ? value : '';
};

/** Returns the name of a record in French, else its id. */
export const recordTitle = (record: Fields): string => recordName(record)?.fr ?? textAt(record, 'id');

/** Returns the key of a record in its collection: ids of categories are unique within their dimension only. */
const recordKey = (record: Fields): string =>
  typeof record['dimension'] === 'string' ? `${record['dimension']}/${textAt(record, 'id')}` : textAt(record, 'id');

/** Returns the days of a period in a field of a record; null where it is unknown. */
export const spanAt = (record: Fields, path: string): ParsedPeriod | null => parsePeriod(textAt(record, path));

/** Returns the year that a data set ends with: that of its latest civil period, else of its day. */
export function lastYearOf({ periods, updated }: Manifest): string {
  const civil = periods.filter((each) => !each.includes('-SY')).sort(comparePeriods);
  return parsePeriod(civil.at(-1) ?? '')?.last.slice(0, 4) ?? updated.slice(0, 4);
}

/** Returns a text with every year before replaced by the year: titles and ids that name it. */
export const inYear = (text: string, { before, year }: Pick<YearData, 'before' | 'year'>): string =>
  text.replace(new RegExp(`(?<!\\d)${before}(?!\\d)`, 'g'), year);

/** Returns a period as much later as the year is after the one before: `2024-12-31` becomes `2025-12-31`. */
export function shifted(period: string, { before, year }: Pick<YearData, 'before' | 'year'>): string {
  const by = Number(year) - Number(before);
  const later = period.replace(/(?<![\d-])\d{4}(?!\d)/g, (each) => String(Number(each) + by).padStart(4, '0'));
  // A 29 February has no day of its own in most years.
  return parsePeriod(later) ? later : later.replace('-02-29', '-02-28');
}

/**
 * Makes the draft of a year.
 * @param collections records as they are written
 */
export function createDraft(
  { manifest, catalogue }: Pick<Dataset, 'manifest' | 'catalogue'>,
  collections: Iterable<readonly [CollectionName, readonly Fields[]]>,
  year: string,
  locate: CommuneLocator | null,
): Draft {
  const held = new Map<CollectionName, Map<string, Fields>>();
  const lists = new Map<CollectionName, readonly Fields[]>();
  for (const [name, records] of collections)
    held.set(name, new Map(records.map((record) => [recordKey(record), record])));
  const renamed = new Map<CollectionName, number>();
  let changes = 0;
  return {
    manifest,
    year,
    before: lastYearOf(manifest),
    indicators: indicatorsOf(catalogue ? { catalogue } : {}),
    locate,
    list: (name) => {
      const known = lists.get(name);
      if (known) return known;
      const made = [...(held.get(name)?.values() ?? [])];
      lists.set(name, made);
      return made;
    },
    find: (name, id) => held.get(name)?.get(id),
    put: (name, record) => {
      const records = held.get(name) ?? new Map<string, Fields>();
      const key = recordKey(record);
      const former = records.get(key);
      if (former && recordTitle(former) !== recordTitle(record)) renamed.set(name, (renamed.get(name) ?? 0) + 1);
      records.set(key, record);
      held.set(name, records);
      lists.delete(name);
      changes += 1;
    },
    version: () => changes,
    renamed: (name) => renamed.get(name) ?? 0,
  };
}
