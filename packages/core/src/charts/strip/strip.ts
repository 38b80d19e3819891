import { daysIn, type ParsedPeriod, type Period, parsePeriod, type Text } from '../../model/index.ts';
import { isExactPeriod } from '../days-until.ts';
import type { TimelineCollection } from '../timeline/collections.ts';
import type { Timeline, TimelineItem } from '../timeline/timeline.ts';

/** Standing of the dates of a mark: held; planned or to be confirmed; cancelled or postponed. */
export type StripState = 'held' | 'open' | 'off';

/** Dates of one row that fall on the same days, or in the same month of a crowded row, and stand in the same way. */
export interface StripMark {
  /** Its middle, as a share of the width of twelve months of equal width. */
  readonly at: number;
  /** Length of a range, as a share of the same width; 0 for a day or a month. */
  readonly length: number;
  readonly state: StripState;
  /** Whether the day of one of its dates is known; false where only the months are. */
  readonly isExact: boolean;
  /** Number of marks of the row at the same place before it. */
  readonly nth: number;
  readonly items: readonly TimelineItem[];
}

/** Dates of one body, of one series, of a collection, or of the rows that are left. */
export interface StripRow {
  readonly collection: TimelineCollection;
  /** Memberships that end. */
  readonly isEnd: boolean;
  /** Null where the row is that of a collection. */
  readonly name: Text | null;
  /** Whether it has the dates of several smaller rows. */
  readonly isRest: boolean;
  readonly marks: readonly StripMark[];
  /** Number of its dates that have a place: those of its marks. */
  readonly count: number;
  /** Number of its dates whose month is unknown. */
  readonly rough: number;
}

/** Dates of one year, by row and by month. */
export interface Strip {
  readonly year: string;
  /** Rows that have a mark: eight at most, the largest first. */
  readonly rows: readonly StripRow[];
  /** Rows that have dates without a month. */
  readonly rough: readonly StripRow[];
  /** Number of records without a date. */
  readonly undated: number;
}

/** Criteria of a strip. */
export interface StripRequest {
  /** Period that the dates are kept to. */
  readonly period?: Period | undefined;
  /** Whether the author asks for it: then one date is enough. */
  readonly isAsked?: boolean;
}

/** Rows that can be read at once. */
const ROWS = 8;
/** Dates below which a list is as short. */
const LEAST = 6;
/** Share of the year that a mark covers on a screen of usual width: about a week. */
const MARK = 7 / 365;
/** Marks of a row that may touch the one before: more of them cannot be told apart. */
const TOUCHING = 1;
/** Shares of a month where a mark without a day may stand, the best first. */
const INSIDE = [0.5, 0.2, 0.8, 0.35, 0.65];

/**
 * Puts the dates of one year in rows of twelve months. Returns null where they lie in several years, or where those that have a
 * month are fewer than six, or none where the author asks for a strip.
 */
export function stripOf({ groups, undated }: Timeline, { period, isAsked = false }: StripRequest = {}): Strip | null {
  const items = groups.flatMap((group) => group.items);
  const dated = items.flatMap((item) => {
    const days = item.date ? parsePeriod(item.date) : null;
    return days ? [{ item, days }] : [];
  });
  const year = yearOf(dated, period, isAsked);
  if (!year) return null;
  const placed = new Map<string, Dated[]>();
  for (const one of dated) {
    const { collection, isEnd, row } = one.item;
    const key = `${collection}/${isEnd}/${row?.fr ?? ''}`;
    const others = placed.get(key);
    if (others) others.push(one);
    else placed.set(key, [one]);
  }
  const all = [...placed.values()].map((some) => rowOf(some, year));
  const rows = all.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  if (rows.reduce((sum, { count }) => sum + count, 0) < (isAsked ? 1 : LEAST)) return null;
  return {
    year,
    rows: rows.length > ROWS ? [...rows.slice(0, ROWS - 1), restOf(rows.slice(ROWS - 1))] : rows,
    rough: all.filter(({ rough }) => rough > 0),
    undated: undated + items.length - dated.length,
  };
}

interface Dated {
  readonly item: TimelineItem;
  readonly days: ParsedPeriod;
}

/** Returns the year of the period asked for, else the only one that the dates lie in. */
function yearOf(dated: readonly Dated[], period: Period | undefined, isAsked: boolean): string | null {
  const asked = period === undefined ? null : parsePeriod(period);
  // The months of a year that are outside the period would be empty, whatever happened in them.
  if (asked && asked.kind !== 'year' && !isAsked) return null;
  const ends = asked
    ? [asked.first, asked.last]
    : dated.flatMap(({ days }) => (isExactPeriod(days) ? [days.first] : [days.first, days.last]));
  const [year, ...others] = new Set(ends.map((day) => day.slice(0, 4)));
  return others.length === 0 ? (year ?? null) : null;
}

type Placed = Omit<StripMark, 'nth'>;

function rowOf(dated: readonly Dated[], year: string): StripRow {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const isPlaced = ({ days }: Dated): boolean =>
    isExactPeriod(days) ||
    days.kind === 'month' ||
    (days.kind === 'range' &&
      days.first >= first &&
      days.last <= last &&
      !(days.first === first && days.last === last));
  const placed = dated.filter(isPlaced);
  const marks = placed.map(({ item, days }): Placed => {
    const from = days.first < first ? first : days.first;
    const to = days.last > last ? last : days.last;
    return { ...spanOf(days, from, to), state: stateOf(item), isExact: isExactPeriod(days), items: [item] };
  });
  const { collection, isEnd, row } = (dated[0] as Dated).item;
  return {
    ...{ collection, isEnd, name: row, isRest: false },
    marks: apart(merged(marks, ({ state, items }) => `${items[0]?.date}/${state}`)),
    count: placed.length,
    rough: dated.length - placed.length,
  };
}

function stateOf({ tags }: TimelineItem): StripState {
  if (tags.length === 0) return 'held';
  return tags.includes('cancelled') || tags.includes('postponed') ? 'off' : 'open';
}

function spanOf(days: ParsedPeriod, from: string, to: string): Pick<StripMark, 'at' | 'length'> {
  const [start, end] = [placeOf(from, 1), placeOf(to, 0)];
  return { at: (start + end) / 2, length: days.kind === 'range' && from !== to ? end - start : 0 };
}

/** Returns the place of the end of a day, or of its start, in a year whose months have the same width. */
function placeOf(day: string, before: 0 | 1): number {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  return (m - 1 + (d - before) / daysIn(y, m)) / 12;
}

/** Sets marks apart that would cover each other: a month has some room, and a crowded row one mark a month. */
function apart(marks: readonly Placed[]): readonly StripMark[] {
  const exact = marks.filter((mark) => mark.isExact);
  const isFree = (at: number): boolean => exact.every((other) => Math.abs(other.at - at) > other.length / 2 + MARK);
  const free = marks
    .map((mark): Placed => {
      if (mark.isExact || mark.length) return mark;
      const month = Math.floor(mark.at * 12);
      const at = INSIDE.map((share) => (month + share) / 12).find(isFree);
      return at === undefined ? mark : { ...mark, at };
    })
    .sort((a, b) => a.at - b.at);
  const touching = free.filter(({ at }, n) => at - (free[n - 1]?.at ?? -1) < MARK).length;
  const places = new Map<number, number>();
  return (touching > TOUCHING ? byMonth(free) : free).map((mark) => {
    const nth = places.get(mark.at) ?? 0;
    places.set(mark.at, nth + 1);
    return { ...mark, nth };
  });
}

/** Makes one mark of those of a month that stand in the same way. A mark that is alone in its month stays at its day. */
function byMonth(marks: readonly Placed[]): readonly Placed[] {
  const monthly = marks.map((mark) => ({ ...mark, at: (Math.floor(mark.at * 12) + 0.5) / 12, length: 0 }));
  const alone = new Map(marks.map((mark) => [mark.items, mark.length ? undefined : mark]));
  return merged(monthly, ({ at, state }) => `${at}/${state}`).map((mark) => alone.get(mark.items) ?? mark);
}

/** Makes one mark of those that have the same key. */
function merged(marks: readonly Placed[], keyOf: (mark: Placed) => string): readonly Placed[] {
  const all = new Map<string, Placed>();
  for (const mark of marks) {
    const known = all.get(keyOf(mark));
    const both = known && { isExact: known.isExact || mark.isExact, items: [...known.items, ...mark.items] };
    all.set(keyOf(mark), { ...(known ?? mark), ...both });
  }
  return [...all.values()];
}

/** Makes one row of several. */
function restOf(rows: readonly StripRow[]): StripRow {
  const marks = merged(
    rows.flatMap((row) => row.marks),
    ({ at, length, state, isExact: hasDay }) => `${at}/${length}/${state}/${hasDay}`,
  );
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  return { ...(rows[0] as StripRow), name: null, isRest: true, marks: apart(marks), count, rough: 0 };
}
