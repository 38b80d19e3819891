import { parsePeriod } from '../model/period.ts';
import { type WallClock, wallClock } from './date.ts';
import type { DateOptions } from './full.ts';
import { formatLanguage } from './language.ts';
import { NO_BREAK } from './number.ts';

/** Here, and not with the rest of French: only the agenda has hours. */
const french = (hour: string, minute: string): string =>
  hour + minute === '0000' ? 'minuit' : `${Number(hour)}${NO_BREAK}h${minute === '00' ? '' : `${NO_BREAK}${minute}`}`;

/** A day, a time and an offset as written. Universal time belongs to no place. */
const OF_A_PLACE = /^(.{10}).(..:..).*?([+-](?!00)..:?..)$/;

/**
 * Returns the local time of a place: the time as written, with its offset where that differs from the local time here.
 */
export function clockOf(date: string | number, timeZone?: string): WallClock & { readonly zone?: string } {
  const clock = wallClock(date, timeZone) ?? { date: '', time: '' };
  const [, day, time, zone] = (!timeZone && OF_A_PLACE.exec(String(date))) || [];
  if (!clock.time || !day || !time || !zone || (day === clock.date && time === clock.time)) return clock;
  return { date: day, time, zone: ` (UTC${zone.replace('-', '\u2212')})` };
}

/**
 * Returns an hour: `18 h 30`, `9 h`, `minuit`; in English `18:30`; empty where the date has no hour. Where the event is
 * in another zone than Europe/Paris, its own hour and which zone that is: `20 h (UTC−04:00)`.
 * @param date ISO date with its hour, or milliseconds since 1970
 * @param during the day or days of what happens then: empty where the hour is one of another day, since one of the two
 * is
 * wrong and it is by its day that an event is found
 */
export function formatTime(
  date: string | number,
  lang: string,
  { timeZone, during }: DateOptions & { readonly during?: string | null | undefined } = {},
): string {
  const { date: day, time, zone = '' } = clockOf(date, timeZone);
  const [hour, minute = '00'] = time.split(':');
  const days = during && parsePeriod(during);
  const isElsewhere = days && (day < days.first || day > days.last);
  return hour && !isElsewhere ? (formatLanguage(lang).time ?? french)(hour, minute) + zone : '';
}
