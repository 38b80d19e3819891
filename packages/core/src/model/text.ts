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
  return found ? { text: found, lang: base } : { text: text.fr, lang: 'fr' };
}
