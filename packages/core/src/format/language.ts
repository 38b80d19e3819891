/** The languages that have texts of their own. */
export type FormatLang = 'fr' | 'br' | 'en';

/** The language that texts are formatted in: French, Breton or English; anything else is French. */
export function formatLang(lang: string): FormatLang {
  const base = lang.split(/[-_]/, 1)[0]?.toLowerCase();
  return base === 'br' || base === 'en' ? base : 'fr';
}
