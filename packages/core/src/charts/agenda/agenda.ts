import {
  type Event,
  eventDays,
  keptRecords,
  type Lineage,
  type ParsedPeriod,
  type Period,
  parsePeriod,
  withoutSettledPlans,
} from '../../model/index.ts';
import { daysUntil, isExactPeriod } from '../days-until.ts';
import { type Standing, type StatusTag, standingOf, statusTags } from '../standing.ts';

/** Group of an event in an agenda: it is ahead, its date has passed without news of it, or it is behind. */
export type AgendaGroup = Standing;

/** Tag of an event: a word beside its title. */
type AgendaTag = StatusTag | 'online';

/** An event of an agenda. */
export interface AgendaItem {
  readonly event: Event;
  /** The days it covers, as exactly as is known: its date, else those of its hours; null when neither is known. */
  readonly date: Period | null;
  /** The same date, parsed once, because thousands of events are sorted and laid out by it. */
  readonly days: ParsedPeriod | null;
  readonly group: AgendaGroup;
  readonly tags: readonly AgendaTag[];
  /** Days until it begins, 0 for today and for what is under way; null where that is behind, not known to the day, or off. */
  readonly inDays: number | null;
  /** It began on an earlier day, and is not over. */
  readonly isUnderWay: boolean;
}

/** Events of one month of a period that is over. */
interface AgendaMonth {
  /** The month; for events whose date is longer or vaguer, the year; null for those without a date. */
  readonly period: Period | null;
  /** The earliest first. */
  readonly items: readonly AgendaItem[];
}

/** Criteria that select events from a list. */
export interface AgendaRequest {
  /** Day as `YYYY-MM-DD`, in the zone of the events. */
  readonly today: string;
  /** Keeps the events that lie wholly inside; those that may lie outside are apart, those without a date left out, and counted. */
  readonly period?: Period | undefined;
  readonly series?: string | undefined;
  /** A year (`2024`) or a number of edition (`17`). */
  readonly edition?: number | undefined;
  /** Pairs that events are kept to, as in `keptRecords`: `theme=mer status=planned`. */
  readonly where?: string | undefined;
  /** The territories around one, for the pairs that name a place. */
  readonly lineage?: Lineage | undefined;
  /** Whether territories lie in the one asked for; events that name none are left out, and counted. */
  readonly within?: ((territories: readonly string[]) => boolean) | undefined;
}

/** Whether a visitor has something to choose among: what events are chosen by is not the same for all. */
export function hasChoice(items: readonly AgendaItem[]): boolean {
  const of = ({ event: { place, online, themes, organisers } }: AgendaItem): string =>
    [place, online, themes, organisers].join();
  const first = items[0] && of(items[0]);
  return items.some((item) => of(item) !== first);
}

/** Events by where they stand; each group is in the order to show it. */
export interface Agenda {
  /** Next dates first; what has no date yet comes last. */
  readonly upcoming: readonly AgendaItem[];
  /** Planned, and its date has passed: never counted as held. Latest first. */
  readonly unconfirmed: readonly AgendaItem[];
  /** Latest first; what has no date comes last. */
  readonly past: readonly AgendaItem[];
  /** Their date is too vague for the period asked for, or goes beyond it: no number counts them. Latest first. */
  readonly apart: readonly AgendaItem[];
  /** Events that could not be judged: no date where a period is asked, no territory where one is. */
  readonly undecided: number;
}

/**
 * Sorts events into an agenda. An event is over when the last day it may fall on is over: `2025-10` is ahead until
 * 31 October 2025. A time of day decides nothing: an event of today is ahead until midnight.
 */
export function agendaOf(events: readonly Event[], request: AgendaRequest): Agenda {
  const keeps = judgeOf(request);
  const asked = request.period === undefined ? null : parsePeriod(request.period);
  const items: AgendaItem[] = [];
  const apart: AgendaItem[] = [];
  let undecided = 0;
  for (const event of keptRecords(withoutSettledPlans(events), request.where, request.lineage)) {
    const date = eventDays(event);
    const dated = { event, date, days: date ? parsePeriod(date) : null };
    const kept = keeps(dated);
    if (kept) (goesBeyond(dated.days, asked) ? apart : items).push(itemOf(dated, request.today));
    else if (kept === null) undecided++;
  }
  const of = (group: AgendaGroup): readonly AgendaItem[] => items.filter((item) => item.group === group);
  return {
    upcoming: sorted(of('upcoming'), ascending),
    unconfirmed: sorted(of('unconfirmed'), descending),
    past: sorted(of('past'), descending),
    apart: sorted(apart, descending),
    undecided,
  };
}

/**
 * Groups events by the month that they begin in, the earliest first. Those whose date does not name a month come after the
 * months, by year.
 */
export function monthsOf(items: readonly AgendaItem[]): readonly AgendaMonth[] {
  const groups = new Map<Period | null, AgendaItem[]>();
  for (const item of sorted(items, ascending)) {
    const { days } = item;
    const isMonthKnown = days && (isExactPeriod(days) || days.kind === 'month');
    const period = days && days.first.slice(0, isMonthKnown ? 7 : 4);
    groups.set(period, [...(groups.get(period) ?? []), item]);
  }
  const rank = ({ period }: AgendaMonth): string =>
    period === null ? '~~' : period.length === 4 ? `~${period}` : period;
  const months = [...groups].map(([period, list]) => ({ period, items: list }));
  return months.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

type Dated = Pick<AgendaItem, 'event' | 'date' | 'days'>;

/** Tells whether an event is kept, left out, or null when it cannot be judged. */
function judgeOf({ period, series, edition, within }: AgendaRequest): (dated: Dated) => boolean | null {
  const asked = period === undefined ? null : parsePeriod(period);
  return ({ event, date, days }) => {
    if (series !== undefined && event.series !== series) return false;
    if (edition !== undefined && event.edition !== edition && !(days && isYear(days, edition))) return false;
    if (period !== undefined && date && !overlaps(days, asked)) return false;
    if (within && event.territories.length && !within(event.territories)) return false;
    return (period === undefined || date !== null) && (!within || event.territories.length > 0) ? true : null;
  };
}

const isYear = ({ first }: ParsedPeriod, year: number): boolean => year > 1000 && first.startsWith(`${year}-`);

const overlaps = (x: ParsedPeriod | null, y: ParsedPeriod | null): boolean =>
  x !== null && y !== null && x.first <= y.last && y.first <= x.last;

const goesBeyond = (x: ParsedPeriod | null, y: ParsedPeriod | null): boolean =>
  x !== null && y !== null && (x.first < y.first || x.last > y.last);

function itemOf({ event, date, days }: Dated, today: string): AgendaItem {
  const group = standingOf(event.status, days, today);
  const online: readonly AgendaTag[] = event.online ? ['online'] : [];
  const tags = [...statusTags(event.status, group), ...online];
  const left = tags.includes('planned') ? daysUntil(days, today) : null;
  return { event, date, days, group, tags, inDays: left && Math.max(0, left), isUnderWay: left !== null && left < 0 };
}

/** Ahead, what is known to the day comes before what is only known to fall in the same month or year. */
function ascending({ event, days }: AgendaItem): string {
  if (!days) return '9999-13';
  return isExactPeriod(days) ? `${days.first} ${timeOf(event)}` : `${days.last} ~`;
}

/** Behind, as well: read from the latest back, a month comes after its days, a year after its months. */
function descending({ event, days }: AgendaItem): string {
  if (!days) return '';
  return isExactPeriod(days) ? `${days.last} ${timeOf(event)}` : days.first;
}

const timeOf = ({ startsAt }: Event): string => startsAt?.slice(11, 16) ?? '';

function sorted(items: readonly AgendaItem[], by: typeof ascending | typeof descending): readonly AgendaItem[] {
  const sign = by === ascending ? 1 : -1;
  const keyed = items.map((item) => ({ item, key: by(item) }));
  return keyed.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -sign : sign)).map(({ item }) => item);
}
