/** Periods and dates with all their styles; pages have those that only an agenda needs in modules of their own. */
import type { Period } from '../model/index.ts';
import { dateBlock } from './block.ts';
import type { DateStyle } from './calendar.ts';
import { type DateOptions as BaseOptions, dayOrPeriod } from './date.ts';
import { periodInWords as formatWords, type PeriodOptions as WordsOptions } from './period.ts';
import { weekdayName } from './weekday.ts';

/** Options of {@link formatPeriod}. */
interface PeriodOptions extends Pick<WordsOptions, 'against'> {
  /** In full; with abbreviations (`T4 2024`, `25–30 mars 2024`); or as an agenda's date block on one line. */
  readonly style?: DateStyle | 'block';
}

/** Options of {@link formatDate} and `formatTime`. */
export interface FullDateOptions extends PeriodOptions, Pick<BaseOptions, 'timeZone'> {
  /** Begins with the name of the day: `mercredi 18 juin 2024`. */
  readonly weekday?: boolean;
}

/**
 * Returns a period in words: `2024`, `juin 2024`, `18 juin 2024`, `1er semestre 2024`, `année scolaire 2023-2024`,
 * `18 et 19 octobre 2024`, `du 25 au 30 mars 2024`, `de 2022 à 2024`.
 * @throws TypeError when the text is no period
 * @since 0.1.0
 */
export function formatPeriod(text: Period, lang: string, { style = 'long', ...options }: PeriodOptions = {}): string {
  if (style !== 'block') return formatWords(text, lang, { style, ...options });
  const { day, month, year } = dateBlock(text, lang);
  return [day, month, year].filter((line) => line !== '').join(' ');
}

/**
 * Returns a day in words: `5 mars 2025`.
 * @param date `YYYY-MM-DD`, an ISO date with its hour, any period, or milliseconds since 1970; a text that is none of
 *   these comes back as it is, since it is the publisher's
 * @since 0.1.0
 */
export function formatDate(date: string | number, lang: string, options: FullDateOptions = {}): string {
  const { timeZone, weekday = false, style = 'long' } = options;
  const day = dayOrPeriod(date, timeZone);
  if (day === null) return String(date);
  const text = formatPeriod(day, lang, { style });
  return weekday && day.length === 10 ? `${weekdayName(day, lang)} ${text}` : text;
}
