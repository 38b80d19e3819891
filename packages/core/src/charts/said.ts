/** Pieces of sentences that a still and its element say alike, each in its own form. */
import { formatNumber, type MessageParams } from '../format/index.ts';
import type { Text } from '../model/index.ts';
import { html, type Markup } from './markup.ts';
import type { StillKey, Words } from './words/words.ts';

/** A piece of a sentence: words as they are, a text of the data, or a text of the interface. */
export type Sentence = string | Text | { readonly key: StillKey; readonly params?: MessageParams };

/** Texts of a language that sentences are made of. */
export type SaidTexts = Pick<Words, 'lang' | 'text'>;

/** Writes a piece of a sentence in a still. */
export function saidMarkup(said: Sentence, m: Words): Markup {
  if (typeof said === 'string') return html`${said}`;
  return 'key' in said ? m.say(said.key as StillKey, said.params as MessageParams | undefined) : m.data(said);
}

/** Returns the parameters of a number in a text: the value, which chooses the plural form, and the formatted number. */
export const countParams = (n: number, { lang }: Pick<SaidTexts, 'lang'>): MessageParams => ({
  n,
  count: formatNumber(n, lang),
});

/** Returns the parameters "so many of all", for a text without plural forms. */
export const shownOf = (n: number, all: number, { lang }: Pick<SaidTexts, 'lang'>): MessageParams => ({
  n: formatNumber(n, lang),
  all: formatNumber(all, lang),
});
