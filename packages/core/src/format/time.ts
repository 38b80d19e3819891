import { parsePeriod } from '../model/period.ts';
import { wallClock } from './date.ts';
import type { DateOptions } from './full.ts';
import { formatLanguage } from './language.ts';
import { NO_BREAK } from './number.ts';

/** Here, and not with the rest of French: only the agenda has hours. */
const french = (hour: string, minute: string): string =>
  `${Number(hour)}${NO_BREAK}h${minute === '00' ? '' : `${NO_BREAK}${minute}`}`;

/** A day, a clock and its distance from universal time as they are written. What is told in universal time is told for no place. */
const OF_A_PLACE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::[\d.]+)?([+-](?!00:?00)\d{2}):?(\d{2})$/;

/** What the clocks of a place show: what is written, as long as it is an hour, with the zone where clocks here show another one. */
function clockOf(date: string | number): { readonly day: string; readonly time: string; readonly zone: string } | null {
  const here = wallClock(date);
  if (!here) return null;
  const [, day, time, hours = '', minutes] = (typeof date === 'string' && OF_A_PLACE.exec(date)) || [];
  if (!day || !time || (day === here.date && time === here.time)) return { day: here.date, time: here.time, zone: '' };
  const away = `${Math.abs(Number(hours))}${minutes === '00' ? '' : `:${minutes}`}`;
  return { day, time, zone: ` (UTC${hours.startsWith('-') ? '\u2212' : '+'}${away})` };
}

/**
 * An hour: `18 h 30`, `9 h`; in English `18:30`; empty where the date has no hour. Where the event is in another zone than
 * Europe/Paris, its own hour and which zone that is: `20 h (UTC−4)`.
 * @param date ISO date with its hour, or milliseconds since 1970
 */
export function formatTime(date: string | number, lang: string, { timeZone }: DateOptions = {}): string {
  const clock = timeZone ? wallClock(date, timeZone) : clockOf(date);
  const [hour, minute = '00'] = clock?.time.split(':') ?? [];
  if (!hour) return '';
  return `${(formatLanguage(lang).time ?? french)(hour, minute)}${clock && 'zone' in clock ? clock.zone : ''}`;
}

/**
 * The hour of what happens on a day, or in days: empty where the hour is one of another day, since one of the two is wrong
 * and it is by its day that an event is found.
 */
export function formatHourOf(period: string | null | undefined, date: string, lang: string): string {
  const days = period ? parsePeriod(period) : null;
  const day = clockOf(date)?.day ?? '';
  return days && (day < days.first || day > days.last) ? '' : formatTime(date, lang);
}
