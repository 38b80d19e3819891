import { editDistance, fold } from './spelling.ts';

/** Number of proposals that are worth reading. */
const OFFERED = 5;

/**
 * Returns the known words that an unknown one may stand for, the nearest first: words with one or two slips
 * (`membre-map`), a part of the word (`map`), words without their separator (`membermap`). Empty where none is similar.
 */
export function closest(word: string, known: readonly string[]): readonly string[] {
  const asked = joined(word);
  if (!asked) return [];
  const scored = known.flatMap((one) => {
    const score = unlikeness(asked, joined(one)) ?? sharedWords(word, one);
    return score === null ? [] : [{ one, score }];
  });
  return scored
    .toSorted((a, b) => a.score - b.score)
    .slice(0, OFFERED)
    .map(({ one }) => one);
}

const joined = (text: string): string => fold(text).replaceAll(' ', '');

/** Slips between two words, few for their length; what holds the other comes after them. */
function unlikeness(a: string, b: string): number | null {
  const most = Math.ceil(Math.min(a.length, b.length) / 4);
  const slips = editDistance(a, b, most);
  if (slips !== null) return slips;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 2 && long.includes(short) ? most + 1 : null;
}

/** Scores a word by the part of the words that both have: far from each other, the more the fewer they share. */
function sharedWords(a: string, b: string): number | null {
  const of = fold(b).split(' ');
  const words = fold(a)
    .split(' ')
    .filter((word) => word.length > 2);
  const shared = words.filter((word) => of.some((other) => editDistance(word, other, 1) !== null));
  return shared.length === 0 ? null : 100 - (10 * shared.length) / Math.max(words.length, of.length);
}
