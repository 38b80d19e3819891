import { fold } from './text.ts';

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

/** Numbers of several words, as one. */
const COMPOUNDS: readonly (readonly [pattern: RegExp, digits: number])[] = [[/\bquatre vingts?\b/g, 80]];

/** The number that a short text in French says in letters; null where it holds none, or several. */
export function writtenNumber(text: string): number | null {
  if (FRACTION.test(fold(text))) return null;
  const compound = COMPOUNDS.find(([pattern]) => new RegExp(pattern.source).test(fold(text)));
  if (compound) {
    const rest = fold(text)
      .replace(compound[0], ' ')
      .trim()
      .split(' ')
      .filter((word) => word && !AROUND.has(word));
    return rest.some((word) => Object.hasOwn(WORDS, word)) || rest.length > 2 ? null : compound[1];
  }
  const words = fold(text)
    .split(' ')
    .filter((word) => !AROUND.has(word));
  // "Une dizaine" is ten, "une" being its article.
  const numbers = words.flatMap((word, at) => {
    const n = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    const isArticle = (word === 'une' || word === 'un') && Object.hasOwn(WORDS, words[at + 1] ?? '');
    return n === undefined || isArticle ? [] : [n];
  });
  return numbers.length === 1 && words.length <= 3 ? (numbers[0] ?? null) : null;
}
