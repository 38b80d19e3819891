import { type DateOptions, dateInWords, dayOrPeriod } from './date.ts';
import { formatLanguage } from './language.ts';

/** Here, and not with the rest of French: only the agenda has weekdays. */
const french = 'dimanche lundi mardi mercredi jeudi vendredi samedi';

/** Returns the name of the weekday of a day `YYYY-MM-DD`. */
export const weekdayName = (day: string, lang: string): string =>
  (formatLanguage(lang).days ?? french).split(' ')[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? '';

/**
 * Returns a date that begins with the name of its day: `mercredi 18 juin 2024`; what has no day is as in `formatDate`.
 */
export function formatWeekday(date: string | number, lang: string, options: DateOptions = {}): string {
  const day = dayOrPeriod(date, options.timeZone) ?? '';
  return `${day.length === 10 ? `${weekdayName(day, lang)} ` : ''}${dateInWords(date, lang, options)}`;
}
