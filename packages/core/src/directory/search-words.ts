/** Rules by which words are compared in every search over a directory. */
import { foldWord, textWords } from '../model/index.ts';

/** Words too common in French, Breton and English names to tell records apart. */
const COMMON = new Set('a au aux d de des du en et l la le les of the and ar an al ha hag'.split(' '));
const SPELT = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
]);

/** Returns a word without accents and case; null for a word that is too common to tell records apart. */
function fold(word: string): string | null {
  const folded = foldWord(word);
  if (folded === '' || COMMON.has(folded)) return null;
  return SPELT.get(folded) ?? folded;
}

/**
 * Returns how many letters of a word may be wrong: one from five letters on, two from nine, because shorter words would match
 * anything. False for a number, because a code with another figure is another code.
 */
export function maxEditDistance(word: string): number | false {
  if (word.length < 5 || /^\d+$/.test(word)) return false;
  return word.length < 9 ? 1 : 2;
}

/** Letters with stops between them, as in "S.C.I.C.", which others write "Scic". */
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])/gu;

/** Words joined by a hyphen or an apostrophe, as "éco-lieu" and "Ty’Coop" are. */
const COMPOUND = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-‐‑'’][\p{L}\p{M}\p{N}]+)+/gu;

/** Article or pronoun in front of a word, which is no part of it. */
const ELIDED = /^(?:[cdjlmnst]|qu)['’]/i;

/** Returns the words of a text that a visitor types: initials are one word, with their stops or without. */
const queryTerms = (text: string): string[] =>
  textWords(text.replace(INITIALS, (initials) => initials.replaceAll('.', '')));

/** Returns the words by which a text is found. A compound is also one word, because many type "écolieu" for "éco-lieu". */
function indexTerms(text: string): string[] {
  const joined = (text.match(COMPOUND) ?? []).map((compound) => compound.replace(ELIDED, '')).filter(isCompound);
  return [...queryTerms(text), ...joined.map((compound) => textWords(compound).join(''))];
}

const folded = (words: readonly string[]): readonly string[] => words.flatMap((word) => fold(word) ?? []);

/** Returns the words of a text that is looked for, as they are compared. */
export const foldedQueryTerms = (text: string): readonly string[] => folded(queryTerms(text));

/** Returns the words by which a text is found, as they are compared. */
export const foldedIndexTerms = (text: string): readonly string[] => folded(indexTerms(text));

const isCompound = (word: string): boolean => textWords(word).length > 1;
