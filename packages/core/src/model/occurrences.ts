/** Events that come back, written out: one event for each time. Loaded by pages whose data hold one. */
import { addDays } from './add-days.ts';
import { daysIn, iso } from './days.ts';
import { daysBetween } from './days-between.ts';
import type { Event } from './event.ts';
import { eventDays } from './event-days.ts';
import { type ParsedPeriod, type Period, parsePeriod } from './period.ts';
import type { Frequency } from './recurrence.ts';

/** Request for the times of recurring events. */
export interface ExpandRequest {
  /** Day as `YYYY-MM-DD`, in the zone of the events. */
  readonly today: string;
  /** Day of the data: what they say was held was held until then at the latest. Today by default. */
  readonly updated?: string;
  /** The period asked for; without one, a year on both sides of today for what never ends, all of what does. */
  readonly period?: Period | undefined;
  /** Times of one event at most; by default as many as a page can show. */
  readonly most?: number;
}

/** Times of one event; times of all together, shared out among them. Those nearest to today are kept. */
const MAX_TIMES = 400;
const MAX_ALL = 5000;
/** Steps taken for one event: three thousand years, month by month. */
const MAX_STEPS = 36_600;

/**
 * Returns the events, those that come back once for each time. What has no exact first day, or no known frequency,
 * stays as it is.
 */
export function expandEvents(events: readonly Event[], request: ExpandRequest): readonly Event[] {
  const recurring = events.filter(({ recurrence }) => recurrence).length;
  const room = request.most ?? Math.max(1, Math.min(MAX_TIMES, Math.floor(MAX_ALL / Math.max(1, recurring))));
  const ownRecords = daysByEvent(events);
  return events.flatMap((event) =>
    event.recurrence ? timesOf(event, ownRecords.get(event.id) ?? [], request, room) : [event],
  );
}

/** Returns the days that have a record of their own, by the recurring event that would take place on them. */
function daysByEvent(events: readonly Event[]): ReadonlyMap<string, readonly string[]> {
  const days = new Map<string, string[]>();
  for (const { occurrenceOf } of events) {
    if (!occurrenceOf) continue;
    const known = days.get(occurrenceOf.event);
    if (known) known.push(occurrenceOf.date);
    else days.set(occurrenceOf.event, [occurrenceOf.date]);
  }
  return days;
}

function timesOf(event: Event, told: readonly string[], request: ExpandRequest, room: number): readonly Event[] {
  const base = firstTime(event);
  if (!base || event.recurrence?.frequency === 'other') return [event];
  const skipped = new Set([...(event.recurrence?.exceptions ?? []), ...told]);
  const window = windowOf(event, base, request);
  const starts = startsOf(event, base.first, window, earlier(request.today, window.last), room);
  const days = starts.filter((day) => !skipped.has(day));
  const ahead = days.findIndex((day) => day >= request.today);
  const middle = (ahead < 0 ? days.length : ahead) - Math.floor(room / 2);
  const from = Math.max(0, Math.min(middle, days.length - room));
  return days.slice(from, from + room).map((day) => moved(event, base, day));
}

/** Returns the days on which its rule has an event begin, from one day to another: its exceptions are among them. */
export function daysByRule(event: Event, first: string, last: string): readonly string[] {
  const base = firstTime(event);
  if (!base || !event.recurrence || event.recurrence.frequency === 'other') return [];
  const from = later(first, base.first);
  return startsOf(event, base.first, { first: from, last }, from, MAX_STEPS);
}

/** Returns an event that comes back, as it is on a day on which its rule has it begin. */
export function timeOn(event: Event, day: string): Event {
  const base = firstTime(event);
  return base ? moved(event, base, day) : event;
}

/** Returns the days of the first time: a month or a year is no day that could be moved. */
function firstTime(event: Event): ParsedPeriod | null {
  const found = parsePeriod(eventDays(event) ?? '');
  return found && (found.kind === 'day' || found.text.length === 21) ? found : null;
}

interface Window {
  readonly first: string;
  readonly last: string;
}

/**
 * Returns the window whose times are written out: the requested period; else all days of an event that ends, or a year
 * around today for one that never ends. An event held has no times after the day of the data.
 */
function windowOf(
  { recurrence, status }: Event,
  base: ParsedPeriod,
  { today, updated, period }: ExpandRequest,
): Window {
  const asked = period ? parsePeriod(period) : null;
  const told = earlier(today, updated?.slice(0, 10) ?? today);
  const end = status === 'held' && base.first <= told ? told : '9999-12-31';
  if (asked) return { first: addDays(asked.first, -lengthOf(base)), last: earlier(asked.last, end) };
  const ends = recurrence?.until || recurrence?.count;
  if (ends) return { first: base.first, last: end };
  return { first: addDays(earlier(today, end), -365), last: earlier(end, addDays(today, 365)) };
}

function startsOf({ recurrence }: Event, first: string, asked: Window, near: string, room: number): readonly string[] {
  if (!recurrence) return [first];
  const { frequency } = recurrence;
  const interval = Math.max(1, Math.trunc(recurrence.interval) || 1);
  const limit = recurrence.count ? Math.max(1, Math.trunc(recurrence.count)) : Number.POSITIVE_INFINITY;
  const until = (recurrence.until && parsePeriod(recurrence.until)?.last) || '9999-12-31';
  const regular = frequency === 'daily' || frequency === 'weekly';
  const step = DAYS[frequency] * interval;
  const end = regular ? earlier(until, addDays(first, step * (limit - 1))) : until;
  const window = regular ? around(earlier(near, end), step * room, asked) : asked;
  const last = earlier(end, window.last);
  const days: string[] = [];
  // Months without the day do not count, so months are counted from the first one on; days and weeks need not be.
  const start = regular || limit > MAX_STEPS ? stepsBefore(first, window.first, step) : 0;
  let before = '';
  for (let n = start, counted = regular ? start : 0; n < start + MAX_STEPS && counted < limit; n++) {
    const day = dayOf(first, frequency, n * interval);
    if (day === null) continue;
    // At the last day that can be written, every step leads to the same one.
    if (day > last || day === before) break;
    before = day;
    counted++;
    if (day >= window.first) days.push(day);
  }
  return days;
}

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

/** Returns the part of a window that is not too far from a day. */
const around = (day: string, days: number, { first, last }: Window): Window => ({
  first: later(first, addDays(day, -days)),
  last: earlier(last, addDays(day, days)),
});

/**
 * Returns a day some steps later; null where the month has no such day: those are passed over, as iCalendar does, and
 * so is what no date can be written for.
 */
function dayOf(first: string, frequency: Frequency, steps: number): string | null {
  if (frequency === 'daily') return addDays(first, steps);
  if (frequency === 'weekly') return addDays(first, 7 * steps);
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
  const at = year * 12 + month - 1 + (frequency === 'yearly' ? 12 * steps : steps);
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  return y > 9999 || day > daysIn(y, m) ? null : iso(y, m, day);
}

/** Days in a step, at most. */
const DAYS: Readonly<Record<Frequency, number>> = { daily: 1, weekly: 7, monthly: 31, yearly: 366, other: 1 };

/** Steps that surely end before a day. */
const stepsBefore = (first: string, day: string, step: number): number =>
  Math.max(0, Math.floor(daysBetween(first, day) / step) - 1);

const lengthOf = ({ first, last }: ParsedPeriod): number => daysBetween(first, last);

function moved(event: Event, base: ParsedPeriod, day: string): Event {
  if (day === base.first) return event;
  const by = daysBetween(base.first, day);
  const shift = (hour: string | null | undefined): string | null | undefined => hour && shiftHour(hour, by);
  return {
    ...event,
    date: base.kind === 'day' ? day : `${day}/${addDays(base.last, by)}`,
    startsAt: shift(event.startsAt),
    endsAt: shift(event.endsAt),
  };
}

/**
 * Returns the same hour of the clock on another day: where the zone changes its offset in between, so does the hour's.
 */
function shiftHour(hour: string, by: number): string {
  const [, day, clock, offset] = /^(\d{4}-\d{2}-\d{2})(T[^Z+-]*)(Z|[+-].*)?$/.exec(hour) ?? [];
  if (!day || clock === undefined) return hour;
  const next = addDays(day, by);
  const follows = offset !== undefined && offset === offsetOn(day);
  return `${next}${clock}${follows ? offsetOn(next) : (offset ?? '')}`;
}

const offsets = new Map<string, string>();

/** Returns the offset of Europe/Paris at noon of a day, `+01:00`. */
function offsetOn(day: string): string {
  const known = offsets.get(day);
  if (known !== undefined) return known;
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' });
  const found = `+${String(Number(hour.format(Date.parse(`${day}T12:00:00Z`))) - 12).padStart(2, '0')}:00`;
  if (offsets.size > MAX_ALL) offsets.clear();
  offsets.set(day, found);
  return found;
}
