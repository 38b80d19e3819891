import type { Plurals } from './plural.ts';

/** What numbers do to the word that follows. 2 softens (`div gumun`), 3, 4 and 9 spirantise (`teir c’humun`). */
const SOFT: readonly (readonly [string, string])[] = [
  ['gw', 'w'],
  ['g', 'c’h'],
  ['k', 'g'],
  ['t', 'd'],
  ['p', 'b'],
  ['d', 'z'],
  ['b', 'v'],
  ['m', 'v'],
];
const SPIRANT: readonly (readonly [string, string])[] = [
  ['k', 'c’h'],
  ['t', 'z'],
  ['p', 'f'],
];

function mutate(word: string, table: readonly (readonly [string, string])[]): string {
  const found = table.find(([from]) => word.startsWith(from));
  return found ? found[1] + word.slice(found[0].length) : word;
}

/**
 * Days (and ranks up to 31) whose spoken name takes the article "ar"; the others take "an". Names of Breton numbers
 * begin with the unit: 25 is "pemp warn-ugent".
 */
const WITH_AR: ReadonlySet<number> = new Set([1, 4, 5, 6, 7, 14, 15, 16, 17, 24, 25, 26, 27]);
/** Days whose spoken name begins with a vowel. */
const VOWEL: ReadonlySet<number> = new Set([8, 11, 20, 21, 28, 31]);

/** The few rules of Breton grammar that figures and dates need. */
export const breton = {
  /**
   * Forms of a counted word: the singular after any number, mutated after 2, 3, 4 and 9; "a" and the softened plural
   * after millions.
   */
  counted: (singular: string, plural: string): Plurals => ({
    two: mutate(singular, SOFT),
    few: mutate(singular, SPIRANT),
    many: `a ${mutate(plural, SOFT)}`,
    other: singular,
  }),
  /** "The" before a day of the month written in digits: `an 18`, `ar 25`. */
  article: (day: number): string => (WITH_AR.has(day) ? 'ar' : 'an'),
  /** "And" before a word or a number of at most 31: `ha`, `hag`. */
  and: (next: string): string =>
    /^[aeiouâàéèêùüô]/i.test(next) || VOWEL.has(Number.parseInt(next, 10)) ? 'hag' : 'ha',
} as const;
