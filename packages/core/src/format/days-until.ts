import { formatLanguage } from './language.ts';
import { formatNumber } from './number.ts';
import { unitWord } from './units.ts';

/** One for each language that browsers know. */
const formats = new Map<string, Intl.RelativeTimeFormat>();

function formatOf(lang: string): Intl.RelativeTimeFormat {
  const known = formats.get(lang) ?? new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  formats.set(lang, known);
  return known;
}

/** How far a day is, in words: `aujourd’hui`, `demain`, `après-demain`, `dans 3 jours`. @param days none for today */
export function formatDaysUntil(days: number, lang: string): string {
  const language = formatLanguage(lang);
  const { until } = language;
  // Browsers have no such words of Breton: ours are with the rest of the language.
  if (!until) return formatOf(language.lang).format(days, 'day').replace("'", '’');
  const [today, tomorrow, before] = until;
  if (days < 2) return days < 1 ? today : tomorrow;
  return `${before} ${formatNumber(days, lang)} ${unitWord('days', days, lang)}`;
}
