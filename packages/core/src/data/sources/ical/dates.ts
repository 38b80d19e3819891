/** Dates, times, offsets and durations as calendar files write them. */

/** A date or a time as written. */
interface Time {
  /** Date and time of the clock in ms, as if its zone were UTC. */
  readonly wall: number;
  /** It is a whole day, without a time. */
  readonly isDay: boolean;
  /** Offset of the clock in ms where the text states one: 0 for `Z`. */
  readonly offset: number | null;
}

const FORM = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Returns a date or a time; null for a text that is none, for a day that no calendar has, and for years that no event has. */
export function readTime(text: string): Time | null {
  const [, year = '', month, day, hour, minute, second, zone] = FORM.exec(text.trim()) ?? [];
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isOfCalendar = new Date(midnight).getUTCDate() === Number(day) && Number(month) >= 1 && Number(month) <= 12;
  if (!isOfCalendar || Number(year) < 1000 || Number(year) > 9000) return null;
  if (hour === undefined) return { wall: midnight, isDay: true, offset: null };
  // Midnight at the end of a day is written 24:00 by some, and leap seconds are allowed.
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1000;
  const offset = zone === undefined ? null : /^z$/i.test(zone) ? 0 : readOffset(zone.replace(':', ''));
  return { wall: midnight + time, isDay: false, offset };
}

/** Returns an offset such as `+0200` in ms; null for a text that is none. */
export function readOffset(text: string): number | null {
  const [, sign, hours, minutes, seconds = '0'] = /^([+-])(\d{1,2})(\d{2})(\d{2})?$/.exec(text) ?? [];
  if (Number(hours) > 18 || Number(minutes) > 59 || sign === undefined) return null;
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** A duration: days of the calendar, which may have 23 or 25 hours, and exact time in ms. */
export interface Duration {
  readonly days: number;
  readonly ms: number;
}

/** Longest duration that is read: a hundred years. */
const MAX_DAYS = 36_525;

/** Returns a duration such as `PT1H30M` or `P2D`; null for a text that is none, for less than nothing and for centuries. */
export function readDuration(text: string): Duration | null {
  const form = /^\+?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i;
  const parts = form.exec(text.trim());
  if (!parts) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const duration = { days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 };
  return duration.days + duration.ms / 86_400_000 <= MAX_DAYS ? duration : null;
}
