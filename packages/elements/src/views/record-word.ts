/** Words of the model that records hold, in the language of the visitor. */
import type { Localized, MessageKey } from '../texts/texts.ts';

/** The one column of words that elsewhere are what a source wrote. */
const COLUMN_OF: Readonly<Record<string, string>> = { in: 'direction', out: 'direction', application: 'stage' };

/** Returns the text of a word of the model; undefined for ids and for the words of a source. */
export function wordOf(word: string, column: string, m: Localized): string | undefined {
  if (Object.hasOwn(COLUMN_OF, word) && COLUMN_OF[word] !== column) return undefined;
  const key = `word_${word}` as MessageKey;
  const text = m.text(key);
  return text === key ? undefined : text;
}
