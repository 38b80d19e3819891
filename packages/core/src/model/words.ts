/** Words as searches compare them. */

/** Returns the words of a text, as written. */
export function textWords(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

/** Returns a word without accents and case. */
export function foldWord(word: string): string {
  return word.toLowerCase().replace(/œ/gu, 'oe').replace(/æ/gu, 'ae').normalize('NFD').replace(/\p{M}/gu, '');
}

/** Returns a text as it is compared: its words without accents and case, one space apart. */
export function foldText(text: string): string {
  // Most names are plain letters: what follows costs ten times as much.
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(text)) return text.toLowerCase();
  return textWords(foldWord(text)).join(' ');
}
