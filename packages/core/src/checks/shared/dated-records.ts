import type { CollectionName } from '../../model/index.ts';
import type { CheckContext } from '../check.ts';

/** A record that happens, whatever its collection. */
export interface DatedRecord {
  readonly collection: CollectionName;
  readonly record: {
    readonly id: string;
    readonly source?: { readonly document: string; readonly section?: string | undefined } | undefined;
  };
  readonly field: 'date' | 'period' | 'start';
  readonly date: string | null | undefined;
  readonly status: string;
}

export function* datedRecords({ index }: CheckContext): Generator<DatedRecord> {
  for (const collection of ['events', 'meetings'] as const) {
    for (const record of index.list(collection))
      yield { collection, record, field: 'date', date: record.date, status: record.status };
  }
  for (const collection of ['projects', 'missions'] as const) {
    for (const record of index.list(collection))
      yield { collection, record, field: 'period', date: record.period, status: record.status };
  }
  for (const collection of ['audiences', 'publications', 'votes', 'prizes'] as const) {
    for (const record of index.list(collection))
      yield { collection, record, field: 'date', date: record.date, status: 'held' };
  }
  // A mandate may well begin after the document that announces it.
  for (const record of index.list('seats'))
    yield { collection: 'seats', record, field: 'period', date: record.period, status: 'ongoing' };
}

/** First and last year that the data set speaks of. */
export interface Bounds {
  readonly first: number;
  readonly last: number;
}

export function bounds({ dataset, index }: CheckContext): Bounds {
  const spans = dataset.manifest.periods.flatMap((each) => index.span(each) ?? []);
  const years = [...spans.flatMap(({ first, last }) => [first, last]), dataset.manifest.updated];
  const numbers = years.map((day) => Number(day.slice(0, 4))).filter((year) => Number.isFinite(year));
  return {
    first: numbers.reduce((least, year) => Math.min(least, year), Number.POSITIVE_INFINITY),
    last: numbers.reduce((most, year) => Math.max(most, year), Number.NEGATIVE_INFINITY),
  };
}

const DAY_OF_ID = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/;

/** Returns the day that the id of a record says, where it is not that of its record: "board/2024-03-12". */
export function dayOfId({ record, date }: DatedRecord): string | undefined {
  const day = DAY_OF_ID.exec(record.id)?.[1];
  return day === date || !/^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? undefined : day;
}
