/** Words of the model that records hold, in the language of the visitor. */
import { isWordOf } from '@ess-widgets/core/charts';
import type { Localized, MessageKey } from '../texts/texts.ts';

/** Returns the text of a word of the model; undefined for ids and for the words of a source. */
export function wordOf(word: string, column: string, m: Localized): string | undefined {
  if (!isWordOf(word, column)) return undefined;
  const key = `word_${word}` as MessageKey;
  const text = m.text(key);
  return text === key ? undefined : text;
}
