import { isExact, type Quantity } from '../model/index.ts';
import { capitalised } from './capitalised.ts';
import { formatLang } from './language.ts';
import { formatQuantity } from './quantity.ts';

const FRENCH = 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize';
const ENGLISH = 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';

/** Words of the whole numbers from two to sixteen. French has two words for one, by the gender of what is counted. */
const WORDS: Readonly<Record<string, readonly string[]>> = { fr: FRENCH.split(' '), en: ENGLISH.split(' ') };

/**
 * Returns a quantity without the word of its unit, in words where it is an exact whole number from two to sixteen, in
 * digits as {@link formatQuantity} writes them elsewhere: `deux`, `117`, `env. 12`. Breton is written in digits.
 * @param options `isFirst` where it begins a sentence: `Deux`
 */
export function formatInWords(
  q: Quantity,
  lang: string,
  { isFirst = false }: { readonly isFirst?: boolean } = {},
): string {
  const isCount = isExact(q) && !/^(percent|points|euros|year|edition)$/.test(q.unit);
  const word = isCount ? WORDS[formatLang(lang)]?.[(q.value ?? 0) - 2] : undefined;
  if (word === undefined) return formatQuantity(q, lang);
  return isFirst ? capitalised(word) : word;
}
