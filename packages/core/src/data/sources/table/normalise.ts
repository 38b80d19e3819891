/** Returns a text without accents, case and punctuation: words separated by one space. */
export function normalise(text: string): string {
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
