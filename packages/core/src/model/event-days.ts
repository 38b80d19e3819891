import { addDays } from './add-days.ts';
import type { Event } from './event.ts';
import { type Period, parsePeriod } from './period.ts';

const DAY = 86_400_000;

/** Returns the last day of an event that ends at an hour: midnight still belongs to the day before. */
export const lastDay = (day: string, time: string): string => (time === '00:00' ? addDays(day, -1) : day);

/** Whether an event is too long to be an evening that ends after midnight. */
export const isLong = (startsAt: string, endsAt: string): boolean => Date.parse(endsAt) - Date.parse(startsAt) >= DAY;

/**
 * Returns the days of an event, as exactly as is known: its date, else those from its first hour to its last, or of the
 * one of them that is known; null when none is. The wall clock's day is what is written before the `T`: events are
 * announced in the time of their place.
 */
export function eventDays({ date, startsAt, endsAt }: Pick<Event, 'date' | 'startsAt' | 'endsAt'>): Period | null {
  if (date) return date;
  const [first, end] = [dayOf(startsAt), dayOf(endsAt)];
  const last = endsAt && end ? lastDay(end, endsAt.slice(11, 16)) : null;
  if (!startsAt || !first) return last;
  return endsAt && last && last > first && isLong(startsAt, endsAt) ? `${first}/${last}` : first;
}

function dayOf(instant: string | null | undefined): Period | null {
  const day = instant?.slice(0, 10);
  return day && parsePeriod(day)?.kind === 'day' ? day : null;
}
