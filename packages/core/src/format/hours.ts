import { type Event, isLong, lastDay, type ParsedPeriod } from '../model/index.ts';
import { clockOf, formatTime } from './time.ts';

/** The hours of an event, in words. */
interface EventHours {
  /** Empty where its start is not known. */
  readonly from: string;
  /** Empty where its end is not known. */
  readonly to: string;
  /** Whether the first is that of its first day, and the second that of its last one. */
  readonly isOverDays: boolean;
}

/**
 * Returns the hours at which an event begins and ends; null where no hour is known, and where it takes whole days. The
 * end is left out where it falls on a day that is not shown.
 * @param days those that are shown of it
 * @param reader zone of who reads, Europe/Paris by default
 */
export function eventHours(
  { date, startsAt, endsAt }: Pick<Event, 'date' | 'startsAt' | 'endsAt'>,
  days: ParsedPeriod | null,
  lang: string,
  reader?: string,
): EventHours | null {
  const from = startsAt ? formatTime(startsAt, lang, { during: date, reader }) : '';
  if (!startsAt && endsAt) return untilHour(endsAt, days, lang, reader);
  if (!startsAt || !from) return null;
  const begun = { from, to: '', isOverDays: false };
  if (!endsAt || !(Date.parse(endsAt) > Date.parse(startsAt))) return begun;
  if (wholeDays(startsAt, endsAt)) return null;
  const [start, end] = [clockOf(startsAt), clockOf(endsAt)];
  const isOverDays = days?.kind === 'range' && start.date === days.first && lastDay(end.date, end.time) === days.last;
  return isOverDays || !isLong(startsAt, endsAt)
    ? { from, to: formatTime(endsAt, lang, { reader }), isOverDays }
    : begun;
}

/**
 * Returns the hour at which an event without a known start ends, if that is on the last of the days that are shown of
 * it.
 */
function untilHour(endsAt: string, days: ParsedPeriod | null, lang: string, reader?: string): EventHours | null {
  const { date, time } = clockOf(endsAt);
  const to = lastDay(date, time) === days?.last ? formatTime(endsAt, lang, { reader }) : '';
  return to ? { from: '', to, isOverDays: false } : null;
}

/**
 * Returns the first and last day of an event that lasts from a midnight to a midnight of its place; null for anything
 * else.
 */
export function wholeDays(startsAt: string, endsAt: string): readonly [first: string, last: string] | null {
  const [start, end] = [clockOf(startsAt), clockOf(endsAt)];
  const last = lastDay(end.date, end.time);
  return start.time === '00:00' && end.time === '00:00' && last >= start.date ? [start.date, last] : null;
}
