/** Days and hours as people type them in a list of events. Pure functions. */
import type { OffsetAt } from '../../../model/index.ts';
import { readDate, readSerial } from './dates.ts';

/** A day, an hour, or both, as far as a cell states them; hours are those of a wall clock. */
export interface Moment {
  /** A period: mostly a day, `2026-03-30`; a month or a year where no more is said. */
  readonly date: string | null;
  /** `18:00`. */
  readonly time: string | null;
  /** Hour at which it ends, where one cell states both: `18h-20h`. */
  readonly until: string | null;
  /** Last day of `du 12 au 14 mars 2026`. */
  readonly last: string | null;
  /** The instant as ISO 8601, where the cell states its offset. */
  readonly instant: string | null;
}

const NOTHING: Moment = { date: null, time: null, until: null, last: null, instant: null };

/** Longer than any day with its hours. */
const LONGEST = 100;

/** `18h`, `18h30`, `18 h 30`, `18:30`, `18:30:00`. */
const HOUR = String.raw`([01]?\d|2[0-3])\s*(?:h|:)\s*([0-5]\d)?(?::[0-5]\d(?:\.\d+)?)?(?:\s*(?:min|mn))?`;
const HOURS = new RegExp(
  String.raw`(?:^|[\s,àT(])(?:de\s+|à\s+|a\s+|dès\s+|à partir de\s+)?${HOUR}(?:\s*(?:-|–|—|/|à|a|jusqu.à)\s*${HOUR})?\)?\s*$`,
  'i',
);

/**
 * Returns the moment that a cell states; null where it states none.
 * @param offsetAt offsets of the zone whose clocks show an instant that belongs to no place
 */
export function readMoment(text: string, offsetAt: OffsetAt): Moment | null {
  const plain = text.trim();
  if (plain === '' || plain.length > LONGEST) return null;
  const [, local = '', offset] = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d)\S*?(Z|[+-]\d\d:?\d\d)$/i.exec(plain) ?? [];
  if (offset !== undefined) {
    // Safari reads no offset without its colon.
    const instant = plain.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
    const at = Date.parse(instant);
    if (Number.isNaN(at)) return null;
    // An offset that is stated is that of the place; UTC is nobody's.
    const isOfPlace = !/^(Z|[+-]00:?00)$/i.test(offset);
    const shown = isOfPlace ? local : new Date(at + offsetAt(at)).toISOString();
    return { ...NOTHING, date: shown.slice(0, 10), time: shown.slice(11, 16), instant };
  }
  if (/^\d+(?:[.,]\d+)?$/.test(plain) && !/^\d{4}$/.test(plain)) return fromNumber(Number(plain.replace(',', '.')));
  const hours = HOURS.exec(plain);
  const [, hour, minutes, endHour, endMinutes] = hours ?? [];
  const days = (hours ? plain.slice(0, hours.index) : plain).replace(/[\s,à(]+$/, '');
  const times = { time: clockTime(hour, minutes), until: clockTime(endHour, endMinutes) };
  if (days === '') return times.time === null ? null : { ...NOTHING, ...times };
  const range = rangeOf(days);
  return range && { ...NOTHING, ...range, ...times };
}

const clockTime = (hour: string | undefined, minutes: string | undefined): string | null =>
  hour === undefined ? null : `${hour.padStart(2, '0')}:${minutes ?? '00'}`;

function rangeOf(text: string): Pick<Moment, 'date' | 'last'> | null {
  const date = readDate(text);
  if (date !== null) return { date, last: null };
  const [, from = '', to = ''] = /^(?:du )?(.+?) (?:au|-|–) (.+)$/i.exec(text) ?? [];
  const last = to === '' ? null : readDate(to);
  if (last === null) return null;
  // "du 12 au 14 mars 2026": the first day has the month and the year of the last.
  const words = to.split(' ');
  const first =
    readDate(from) ?? [1, 2].map((count) => readDate(`${from} ${words.slice(count).join(' ')}`)).find(Boolean);
  return first && first <= last ? { date: first, last } : null;
}

/** Reads the day of a spreadsheet, counted from 30 December 1899, and the part of a day. */
function fromNumber(value: number): Moment | null {
  const days = Math.floor(value);
  const minutes = Math.round((value - days) * 24 * 60);
  if (days === 0 && minutes === 0) return null;
  if (days === 0) return { ...NOTHING, time: new Date(minutes * 60_000).toISOString().slice(11, 16) };
  const day = readSerial(value);
  return day === null ? null : { ...NOTHING, date: day.slice(0, 10), time: minutes === 0 ? null : day.slice(11) };
}
