import { wallClock } from './date.ts';
import type { DateOptions } from './full.ts';
import { formatLanguage } from './language.ts';
import { NO_BREAK } from './number.ts';

/** Here, and not with the rest of French: only the agenda has hours. */
const french = (hour: string, minute: string): string =>
  `${Number(hour)}${NO_BREAK}h${minute === '00' ? '' : `${NO_BREAK}${minute}`}`;

/**
 * An hour: `18 h 30`, `9 h`; in English `18:30`; empty where the date has no hour.
 * @param date ISO date with its hour, or milliseconds since 1970
 */
export function formatTime(date: string | number, lang: string, { timeZone }: DateOptions = {}): string {
  const [hour, minute = '00'] = wallClock(date, timeZone)?.time.split(':') ?? [];
  return hour ? (formatLanguage(lang).time ?? french)(hour, minute) : '';
}
