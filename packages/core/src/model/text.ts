import type { Text } from './text-schema.ts';

export type { Text } from './text-schema.ts';

/** The languages that come with the code. */
export const LANGUAGES = ['fr', 'br', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text resolved for a reader: `lang` differs from what was asked when the text had to fall back to French. */
export interface ResolvedText {
  readonly text: string;
  readonly lang: string;
}

/**
 * Returns the text in the asked language, or in French with `lang: 'fr'` so that it can carry its own `lang` attribute.
 * @since 0.1.0
 */
export function resolveText(text: Text, lang: string): ResolvedText {
  const base = lang.split('-')[0]?.toLowerCase() ?? 'fr';
  const found = text[base];
  if (found) return { text: found, lang: base };
  // Words are in French and English at least: what has no English is a name.
  if (base !== 'fr' && text['en']) noteFallback();
  return { text: text.fr, lang: 'fr' };
}

/** Number of texts that fell back to French. */
let fallbacks = 0;

/** Notes that a text had to fall back to French: the part that it stands in is of two languages. */
export const noteFallback = (): void => void fallbacks++;

/** Returns what work makes, and whether every text in it was there in the language that was asked for. */
export function inOneLanguage<T>(work: () => T): { readonly made: T; readonly isWhole: boolean } {
  const before = fallbacks;
  const made = work();
  return { made, isWhole: fallbacks === before };
}

/** Returns what work makes, which is a part of its own: its texts may be of another language than those around it. */
export function apart<T>(work: () => T): T {
  const before = fallbacks;
  const made = work();
  fallbacks = before;
  return made;
}
