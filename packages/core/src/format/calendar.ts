import { formatLanguage } from './language.ts';

/** Whether names are written in full. */
export type DateStyle = 'long' | 'short';

/** Returns the name of a month, 1 to 12. */
export const monthName = (month: number, lang: string, style: DateStyle = 'long'): string =>
  formatLanguage(lang).months[style].split(' ')[month - 1] ?? String(month);

/** Returns the day of the month: French and Breton say "1er", "1añ" for the first. */
export const dayNumber = (day: number, lang: string): string => (day === 1 ? formatLanguage(lang).first : String(day));
