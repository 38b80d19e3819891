/** A character that is no letter, figure or sign of ASCII. */
const NOT_ASCII = /[^\0-\x7f]/;

/** Returns a text without accents, case and punctuation: words separated by one space. */
export function normalise(text: string): string {
  // Most cells of a long list: the classes of Unicode cost several times as much.
  if (!NOT_ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z\d]+/g, ' ')
      .trim();
  return text
    .replace(/œ/gi, 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Returns a text as an id: `Kêr Vro & co` becomes `ker-vro-co`. */
export const slug = (text: string): string => normalise(text).replaceAll(' ', '-');
