import { type Period, parsePeriod } from '../model/index.ts';
import { type PeriodOptions, periodInWords } from './period.ts';

/** Options of {@link dateInWords}. */
export interface DateOptions extends PeriodOptions {
  /** Zone of the wall clock, Europe/Paris by default: an event in Brittany is at the hour of Brittany, wherever the reader is. */
  readonly timeZone?: string;
}

const MAX_FORMATS = 8;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // British: "18/06/2024, 09:30". Only the numbers are taken from it: the words are ours.
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  if (formats.size >= MAX_FORMATS) formats.clear();
  formats.set(timeZone, made);
  return made;
}

export interface WallClock {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`; empty for a day without its hour. */
  readonly time: string;
}

/** ISO 8601: a day, perhaps its hour, perhaps an offset. Anything else would be read differently by each engine. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(:[0-5]\d(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Returns the date and time of a wall clock, or null for a text that is no date. An hour without an offset is one of
 * the wall clock already.
 */
export function wallClock(date: string | number, timeZone = 'Europe/Paris'): WallClock | null {
  if (typeof date === 'number') return Number.isFinite(date) ? clockAt(date, timeZone) : null;
  const [, day = '', hour, minute = '00', seconds = '', offset] = ISO.exec(date) ?? [];
  if (!parsePeriod(day)) return null;
  if (hour === undefined) return { date: day, time: '' };
  if (offset === undefined) return { date: day, time: `${hour}:${minute}` };
  // Safari reads no offset without its colon.
  const zone = offset.replace(/^(...):?(..)$/, '$1:$2');
  return clockAt(Date.parse(`${day}T${hour}:${minute}${seconds || ':00'}${zone}`), timeZone);
}

function clockAt(at: number, timeZone: string): WallClock {
  const [day, month, year = '', hour, minute] = formatterOf(timeZone).format(at).match(/\d+/g) ?? [];
  return { date: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** Returns the day of a date (or the period that it is), null for a text that is neither. */
export function dayOrPeriod(date: string | number, timeZone?: string): Period | null {
  const found = typeof date === 'string' && parsePeriod(date) ? date : wallClock(date, timeZone)?.date;
  return found !== undefined && parsePeriod(found) ? found : null;
}

/**
 * Returns a day in words: `5 mars 2025`.
 * @param date `YYYY-MM-DD`, an ISO date with its hour, any period, or milliseconds since 1970; a text that is none of
 *   these comes back as it is, since it is the publisher's
 */
export function dateInWords(date: string | number, lang: string, options: DateOptions = {}): string {
  const found = dayOrPeriod(date, options.timeZone);
  return found === null ? String(date) : periodInWords(found, lang, options);
}
