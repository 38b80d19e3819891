import { parsePeriod } from '../model/index.ts';
import { type WallClock, wallClock } from './date.ts';
import type { FullDateOptions } from './full.ts';
import { formatLanguage } from './language.ts';
import { NO_BREAK } from './number.ts';

/** Here, and not with the rest of French: only the agenda has hours. */
const french = (hour: string, minute: string): string =>
  hour + minute === '0000' ? 'minuit' : `${Number(hour)}${NO_BREAK}h${minute === '00' ? '' : `${NO_BREAK}${minute}`}`;

/** A day, a time and an offset as written. Universal time belongs to no place. */
const OF_A_PLACE = /^(.{10}).(..:..).*?([+-](?!00)..:?..)$/;

/**
 * Returns the local time of a place: the time as written, with its offset where the clocks of who reads show another one.
 * @param reader zone of who reads; where nobody in particular does (a still, paper), that of the data
 */
export function clockOf(
  date: string | number,
  timeZone?: string,
  reader?: string,
): WallClock & { readonly zone?: string } {
  const clock = wallClock(date, timeZone) ?? { date: '', time: '' };
  if (timeZone || !clock.time) return clock;
  const [, day = '', time = '', offset] = OF_A_PLACE.exec(String(date)) ?? [];
  const local = offset ? { date: day, time } : clock;
  // All that has no offset is of the clocks of Paris, which most readers have.
  if (!offset && (!reader || reader === 'Europe/Paris')) return local;
  const isBare = !offset && typeof date === 'string' && !/(?:Z|[+-]\d\d:?\d\d)$/i.test(date.slice(11));
  const at = isBare ? inParis(`${date.slice(0, 10)}T${date.slice(11, 16)}Z`) : date;
  const own = readClock(at, reader);
  if (own?.date === local.date && own.time === local.time) return local;
  return { ...local, zone: ` (UTC${(offset ?? offsetAt(at)).replace('-', '\u2212')})` };
}

/** Returns how far the clocks of Paris are ahead at an instant, in milliseconds. */
function ahead(at: number): number {
  const { date, time } = wallClock(at) ?? { date: '', time: '' };
  return Date.parse(`${date}T${time}Z`) - at;
}

/** Returns the instant of a local time of Europe/Paris, in milliseconds since 1970. */
export function inParis(shown: string): number {
  const asked = Date.parse(shown);
  // The offset of the hour itself: that of the first guess is another one where clocks change in between.
  return asked - ahead(asked - ahead(asked));
}

/** Returns the time that the clocks of a reader show; those of Paris for a zone that the platform does not know. */
function readClock(at: string | number, reader: string | undefined): WallClock | null {
  try {
    return wallClock(at, reader);
  } catch {
    return wallClock(at);
  }
}

/** Returns the offset of the clocks of Paris, which is one of whole hours, at an instant. */
const offsetAt = (at: string | number): string => `+0${Math.round(ahead(new Date(at).getTime()) / 3_600_000)}:00`;

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
  }: FullDateOptions & { readonly during?: string | null | undefined; readonly reader?: string | undefined } = {},
): string {
  const { date: day, time, zone = '' } = clockOf(date, timeZone, reader);
  const [hour, minute = '00'] = time.split(':');
  const days = during && parsePeriod(during);
  const isElsewhere = days && (day < days.first || day > days.last);
  return hour && !isElsewhere ? (formatLanguage(lang).time ?? french)(hour, minute) + zone : '';
}
