import { fold } from '../../model/index.ts';

/** French numbers in letters, as reports write them. Longer ones are put together from these. */
const WORDS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  cent: 100,
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
  premier: 1,
  premiere: 1,
  second: 2,
  seconde: 2,
  deuxieme: 2,
  troisieme: 3,
  quatrieme: 4,
  cinquieme: 5,
};

/** Words around a number that do not change it. */
const AROUND = new Set([
  'environ',
  'pres',
  'de',
  'd',
  'plus',
  'moins',
  'au',
  'les',
  'la',
  'le',
  'l',
  'et',
  'a',
  'pas',
  'depuis',
  'annee',
  'ans',
  'fois',
]);

/** Words that make a fraction: "trois quarts" is no three. */
const FRACTION = /\b(?:demie?s?|moitie|tiers|quarts?|cinquiemes?|dixiemes?|pourcent|half|third|quarter)\b/;

/** Words that multiply what stands before them. */
const TIMES: Readonly<Record<string, number>> = {
  cent: 100,
  cents: 100,
  mille: 1000,
  millier: 1000,
  milliers: 1000,
  million: 1e6,
  millions: 1e6,
  ...Object.fromEntries(
    Object.entries(WORDS).flatMap(([word, n]) =>
      /aine$/.test(word) ? [[word, n] as const, [`${word}s`, n] as const] : [],
    ),
  ),
};

const isNumber = (word: string): boolean =>
  Object.hasOwn(WORDS, word) || Object.hasOwn(TIMES, word) || word === 'vingts';

/** A number as its words are read one after the other: "deux cent", then "vingt", then "et un". */
interface Reading {
  /** Thousands and more, read to their end. */
  readonly done: number;
  readonly current: number;
  readonly last: string;
}

/** Returns the number with one more word; null where the word begins another number: "deux trois". */
function withWord({ done, current, last }: Reading, word: string): Reading | null {
  const times = TIMES[word];
  if (times !== undefined) {
    // "Dizaines" without a number before it is any number of them.
    if (current === 0 && /s$/.test(word)) return null;
    const product = (current || 1) * times;
    return times >= 1000 ? { done: done + product, current: 0, last: word } : { done, current: product, last: word };
  }
  // "Quatre-vingts" is four times twenty.
  if (/^vingts?$/.test(word) && last === 'quatre') return { done, current: current + 76, last: word };
  const n = WORDS[word] ?? 20;
  const room = n < 10 ? current % 10 === 0 : current % 100 === 0 || (n < 20 && [60, 80].includes(current % 100));
  return room ? { done, current: current + n, last: word } : null;
}

const NOTHING: Reading = { done: 0, current: 0, last: '' };

/** Returns every number that a text says in letters. */
export function writtenNumbers(text: string): readonly number[] {
  const found: number[] = [];
  let reading: Reading | null = null;
  const end = (): void => {
    if (reading) found.push(reading.done + reading.current);
    reading = null;
  };
  for (const word of fold(text).split(' ')) {
    if (reading && word === 'et') continue;
    const next: Reading | null = isNumber(word) ? withWord(reading ?? NOTHING, word) : null;
    if (!next) end();
    reading = next ?? (isNumber(word) ? withWord(NOTHING, word) : null);
  }
  end();
  return found;
}

/** Returns the number that a short text in French says in letters; null where it holds none, or several. */
export function writtenNumber(text: string): number | null {
  const folded = fold(text);
  if (FRACTION.test(folded)) return null;
  const words = folded.split(' ').filter((word) => !AROUND.has(word));
  const numbers = words.filter(isNumber);
  if (numbers.length === 0 || words.length - numbers.length > 2) return null;
  const reading = numbers.reduce<Reading | null>((read, word) => read && withWord(read, word), NOTHING);
  const first = words.findIndex(isNumber);
  // Words in between set two numbers apart: "deux réunions, trois ateliers".
  const isOne = words.slice(first, first + numbers.length).every(isNumber);
  return reading && isOne ? reading.done + reading.current : null;
}
