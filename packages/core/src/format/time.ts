import { parsePeriod } from '../model/period.ts';
import { instantOf, isoAt, isZone, offsetsOf } from '../model/wall-time.ts';
import { type WallClock, wallClock } from './date.ts';
import type { DateOptions } from './full.ts';
import { formatLanguage } from './language.ts';
import { NO_BREAK } from './number.ts';

/** Here, and not with the rest of French: only the agenda has hours. */
const french = (hour: string, minute: string): string =>
  hour + minute === '0000' ? 'minuit' : `${Number(hour)}${NO_BREAK}h${minute === '00' ? '' : `${NO_BREAK}${minute}`}`;

/** A day, a time and an offset as written. Universal time belongs to no place. */
const OF_A_PLACE = /^(.{10}).(..:..).*?([+-](?!00)..:?..)$/;

/** Zone by whose clocks all hours without an offset are read. */
const HERE = 'Europe/Paris';

/**
 * Returns the local time of a place: the time as written, with its offset where the clocks of who reads show another one.
 * @param reader zone of who reads; where nobody in particular does (a still, paper), that of the data
 */
export function clockOf(
  date: string | number,
  timeZone?: string,
  reader = HERE,
): WallClock & { readonly zone?: string } {
  const clock = wallClock(date, timeZone) ?? { date: '', time: '' };
  if (timeZone || !clock.time) return clock;
  const [, day = '', time = '', offset] = OF_A_PLACE.exec(String(date)) ?? [];
  const local = offset ? { date: day, time } : clock;
  const read = reader === HERE || isZone(reader) ? reader : HERE;
  // All that has no offset is of these clocks.
  if (!offset && read === HERE) return local;
  const at = offset || typeof date === 'number' || /Z$|[+-]\d\d:?\d\d$/i.test(date.slice(11)) ? date : inParis(date);
  const own = wallClock(at, read);
  if (own?.date === local.date && own.time === local.time) return local;
  return { ...local, zone: ` (UTC${(offset ?? offsetAt(at)).replace('-', '\u2212')})` };
}

/** Returns the instant of an hour without an offset. */
const inParis = (date: string): number =>
  instantOf(Date.parse(`${date.slice(0, 10)}T${date.slice(11, 16)}Z`), offsetsOf(HERE));

const offsetAt = (at: string | number): string => isoAt(new Date(at).getTime(), offsetsOf(HERE)).slice(19);

/**
 * Returns an hour: `18 h 30`, `9 h`, `minuit`; in English `18:30`; empty where the date has no hour. Where the clocks of who
 * reads show another one, it is the hour of the event, and which zone that is: `20 h (UTC−04:00)`.
 * @param date ISO date with its hour, or milliseconds since 1970
 * @param during the day or days of what happens then: empty where the hour is one of another day, since one of the two
 * is
 * wrong and it is by its day that an event is found
 * @param reader zone of who reads, Europe/Paris by default
 */
export function formatTime(
  date: string | number,
  lang: string,
  {
    timeZone,
    during,
    reader,
  }: DateOptions & { readonly during?: string | null | undefined; readonly reader?: string | undefined } = {},
): string {
  const { date: day, time, zone = '' } = clockOf(date, timeZone, reader);
  const [hour, minute = '00'] = time.split(':');
  const days = during && parsePeriod(during);
  const isElsewhere = days && (day < days.first || day > days.last);
  return hour && !isElsewhere ? (formatLanguage(lang).time ?? french)(hour, minute) + zone : '';
}
