/** How words are compared in every search over a directory. Pure text. */
import { foldWord, wordsOf } from '../model/words.ts';

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

/** Letters with stops between them: "S.C.I.C.", which is "Scic" elsewhere. */
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])/gu;

/** Words that a hyphen or an apostrophe makes one: "éco-lieu", "Ty’Coop". */
const COMPOUND = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-‐‑'’][\p{L}\p{M}\p{N}]+)+/gu;

/** An article or a pronoun in front of a word is none of its letters. */
const ELIDED = /^(?:[cdjlmnst]|qu)['’]/i;

/** The words that are looked for: initials are one, with their stops or without. */
export const askedWords = (text: string): string[] =>
  wordsOf(text.replace(INITIALS, (initials) => initials.replaceAll('.', '')));

/** The words by which a text is found: as many write "écolieu" as "éco-lieu", and both are found by both. */
export function heldWords(text: string): string[] {
  const joined = (text.match(COMPOUND) ?? []).map((compound) => compound.replace(ELIDED, '')).filter(isCompound);
  return [...askedWords(text), ...joined.map((compound) => wordsOf(compound).join(''))];
}

const isCompound = (word: string): boolean => wordsOf(word).length > 1;
