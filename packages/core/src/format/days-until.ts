import { formatLanguage } from './language.ts';
import { formatNumber } from './number.ts';
import { unitWord } from './units.ts';

/**
 * Returns the distance to a day in words: `aujourd’hui`, `demain`, `après-demain`, `dans 3 jours`. @param days 0 for
 * today
 */
export function formatDaysUntil(days: number, lang: string): string {
  const language = formatLanguage(lang);
  const { until } = language;
  // Browsers have no such words of Breton: ours are with the rest of the language. A page says this of a few events.
  if (!until) return new Intl.RelativeTimeFormat(language.lang, { numeric: 'auto' }).format(days, 'day');
  const [today, tomorrow, before] = until;
  if (days < 2) return days < 1 ? today : tomorrow;
  return `${before} ${formatNumber(days, lang)} ${unitWord('days', days, lang)}`;
}
