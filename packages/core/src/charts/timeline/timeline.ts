import {
  type Dataset,
  type Event,
  eventDays,
  keptRecords,
  lineageIn,
  type Membership,
  misprint,
  type ParsedPeriod,
  type Period,
  parsePeriod,
  type Quantity,
  recordName,
  type SourceRef,
  settledPlans,
  type Text,
} from '../../model/index.ts';
import { isExactPeriod } from '../days-until.ts';
import { type AnyRecord, namesOf, recordsOf } from '../record-values.ts';
import { type StatusTag, standingOf, statusTags } from '../standing.ts';
import { ABOUT, DATED, ROW, TITLE, type TimelineCollection } from './collections.ts';

/** One dated step. */
export interface TimelineItem {
  readonly id: string;
  readonly collection: TimelineCollection;
  /** As exactly as is known; null when it is not. */
  readonly date: Period | null;
  /** Null where the record has no name. */
  readonly title: Text | null;
  /** Name of the thing it belongs to: the body of a vote, the network that was joined. */
  readonly about: Text | null;
  /** Name of the body that met, or of the series of an event. */
  readonly row: Text | null;
  readonly place: string | null;
  /** The misprint of its place, where the document has one and the record is typed right. */
  readonly printed?: string;
  /** Votes in favour. */
  readonly inFavour: Quantity | null;
  /** A membership that ends. */
  readonly isEnd: boolean;
  readonly tags: readonly StatusTag[];
  readonly href: string | null;
  readonly source: SourceRef | null;
}

/** Steps of one month or of one year; `period` is null for those without a date. */
export interface TimelineGroup {
  readonly period: Period | null;
  readonly items: readonly TimelineItem[];
}

/** Criteria that select the records of a timeline. */
interface TimelineRequest {
  readonly collections: readonly TimelineCollection[];
  /** Day as `YYYY-MM-DD`, in the zone of the records. */
  readonly today: string;
  /** Pairs that the records are kept to, as in `keptRecords`: `body=bureau`. */
  readonly where?: string | undefined;
  readonly series?: string | undefined;
  /** The events, each time of those that come back; by default as the data have them. */
  readonly events?: readonly Event[] | undefined;
  /** Keeps what shares a day with it; what has no date is left out, and counted. */
  readonly period?: Period | undefined;
  /** Whether territories lie in the one asked for; asked of records that can name some. */
  readonly within?: ((territories: readonly string[]) => boolean) | undefined;
  /** Whether items name the row of a strip that they stand in: what the names are of is loaded then. */
  readonly hasRows?: boolean;
}

/** Dated steps in order, by month where they span two years at most, else by year. */
export interface Timeline {
  readonly groups: readonly TimelineGroup[];
  readonly count: number;
  /** Without a date, where a period was asked for. */
  readonly undated: number;
}

/** Puts dated records on a line, the earliest first. Planned and held are never mixed: tags say which is which. */
export function timelineOf(dataset: Dataset, request: TimelineRequest): Timeline {
  const all = request.collections.flatMap((name) => itemsOf(dataset, name, request));
  const asked = request.period === undefined ? null : parsePeriod(request.period);
  const kept = asked ? all.filter(({ days }) => days && days.first <= asked.last && asked.first <= days.last) : all;
  // `sort` is stable: what falls on one day stays as the data have it.
  const sorted = [...kept].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const years = sorted.flatMap(({ days }) => (days ? Number(days.first.slice(0, 4)) : []));
  const byMonth = years.length > 0 && (years[years.length - 1] ?? 0) - (years[0] ?? 0) < 2;
  return {
    groups: grouped(sorted, byMonth),
    count: kept.length,
    undated: asked ? all.filter(({ days }) => !days).length : 0,
  };
}

interface Dated {
  readonly item: TimelineItem;
  readonly days: ParsedPeriod | null;
  readonly key: string;
}

/**
 * Returns a sort key: a date known to the day comes before one that is only known to fall in the same month, and this
 * before one that is only known to fall in the same year.
 */
function keyOf(days: ParsedPeriod | null): string {
  if (!days) return '9999-13';
  return isExactPeriod(days) ? days.first : `${days.last} ~${days.kind === 'month' ? 0 : 1}`;
}

function itemsOf(dataset: Dataset, collection: TimelineCollection, request: TimelineRequest): readonly Dated[] {
  const [titles, abouts, rows] = [TITLE[collection], ABOUT[collection], request.hasRows ? ROW[collection] : ''].map(
    (field) => field && namesOf(dataset, field),
  );
  const events = collection === 'events' ? request.events : undefined;
  const all: readonly AnyRecord[] = events ?? recordsOf(dataset, collection);
  const settled = settledPlans(all as readonly { readonly plan?: string | null }[]);
  const standing = settled.size === 0 ? all : all.filter(({ id }) => !settled.has(id));
  const list = keptRecords<AnyRecord>(standing, request.where, lineageIn(dataset));
  return list
    .filter((record) => !request.series || collection !== 'events' || record['series'] === request.series)
    .filter((record) => liesThere(record, request))
    .flatMap((record) =>
      datesOf(collection, record).map((field) => {
        const date = textAt(record, field) ?? eventDays(record as Pick<Event, 'startsAt' | 'endsAt'>);
        const days = date ? parsePeriod(date) : null;
        const named = (names: ReadonlyMap<string, Text> | null | undefined | '', at = ''): Text | null => {
          const id = textAt(record, at);
          return id && names ? (names.get(id) ?? { fr: id }) : null;
        };
        const title = recordName(record) ?? named(titles, TITLE[collection]);
        const about = named(abouts, ABOUT[collection]);
        const row = named(rows, ROW[collection]);
        return {
          item: itemOf(collection, record, field, { days, title, about, row, today: request.today }),
          days,
          key: keyOf(days),
        };
      }),
    );
}

const liesThere = ({ territories }: AnyRecord, { within }: TimelineRequest): boolean =>
  !within || !Array.isArray(territories) || within(territories);

/** A membership that nobody left has no end to show, and one whose start is unknown none to place. */
function datesOf(collection: TimelineCollection, record: AnyRecord): readonly string[] {
  const fields: readonly string[] = DATED[collection];
  return collection === 'memberships' ? fields.filter((field) => record[field]) : fields;
}

const textAt = (record: AnyRecord, field: string): string | undefined => {
  const value = record[field];
  return typeof value === 'string' && value ? value : undefined;
};

interface Read {
  readonly days: ParsedPeriod | null;
  readonly title: Text | null;
  readonly about: Text | null;
  readonly row: Text | null;
  readonly today: string;
}

function itemOf(collection: TimelineCollection, record: AnyRecord, field: string, read: Read): TimelineItem {
  const { days, title, about, row, today } = read;
  const status = textAt(record, 'status') as Event['status'] | undefined;
  const { source } = record as Pick<Membership, 'source'>;
  return {
    id: `${collection}/${record.id}/${(record['recurrence'] && days?.text) || field}`,
    collection,
    date: days?.text ?? null,
    title,
    // A project without a title is called by its programme already.
    about: about?.fr === title?.fr ? null : about,
    row,
    place: textAt(record, 'place') ?? null,
    ...misprint(record as Parameters<typeof misprint>[0]),
    inFavour: collection === 'votes' ? ((record['for'] as Quantity | null | undefined) ?? null) : null,
    isEnd: field === 'end',
    tags: status ? statusTags(status, standingOf(status, days, today)) : [],
    href: textAt(record, 'url') ?? null,
    source: source ?? null,
  };
}

/** Groups of what is sorted already. What is not known to the month closes its year. */
function grouped(sorted: readonly Dated[], byMonth: boolean): readonly TimelineGroup[] {
  const groups = new Map<Period | null, TimelineItem[]>();
  for (const { item, days } of sorted) {
    const period = days ? groupPeriod(days, byMonth) : null;
    const items = groups.get(period);
    if (items) items.push(item);
    else groups.set(period, [item]);
  }
  return [...groups].map(([period, items]) => ({ period, items }));
}

function groupPeriod(days: ParsedPeriod, byMonth: boolean): Period {
  const inMonth = isExactPeriod(days) || days.first.slice(0, 7) === days.last.slice(0, 7);
  return days.first.slice(0, byMonth && inMonth ? 7 : 4);
}
