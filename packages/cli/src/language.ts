/** Languages of what a command says: itself in French or English, texts of the data also in Breton. */
import { LANGUAGES, type Language } from '@ess-widgets/core/model';

export type { Language };

/** Whether `--lang` takes a word. */
export const isLanguage = (text: unknown): text is Language => LANGUAGES.some((lang) => lang === text);

/** Returns the language of a terminal, from its locale as POSIX reads it; French where that names none of ours. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const base = locale.split(/[-_.@]/, 1)[0]?.toLowerCase();
  return isLanguage(base) ? base : 'fr';
}

/** A text of the command itself. Where it has no Breton, its readers get French. */
export interface CommandText {
  readonly fr: string;
  readonly en: string;
  readonly br?: string;
}

export const say = (text: CommandText, lang: Language): string => text[lang] ?? text.fr;
