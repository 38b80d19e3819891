/** How words are compared in every search over a directory. Pure text. */
import { foldWord } from '../model/words.ts';

/** Words too common in French, Breton and English names to tell records apart. */
const COMMON = new Set('a au aux d de des du en et l la le les of the and ar an al ha hag'.split(' '));
const SPELT = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
]);

/** A word as it is compared: no accent, no case; null for a word that tells nothing. */
export function fold(word: string): string | null {
  const folded = foldWord(word);
  if (folded === '' || COMMON.has(folded)) return null;
  return SPELT.get(folded) ?? folded;
}

/** One wrong letter from five letters on, two from nine: shorter words would match anything, and a code with another figure is another. */
export function forgiven(word: string): number | false {
  if (word.length < 5 || /^\d+$/.test(word)) return false;
  return word.length < 9 ? 1 : 2;
}
