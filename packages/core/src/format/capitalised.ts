/** Returns a text as it begins a sentence or a title: `Mai 2025`. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns a label as it is written within a sentence; an abbreviation stays as it is. */
export const uncapitalised = (text: string): string =>
  text.replace(/^\p{Lu}(?=\p{Ll}|’)/u, (letter) => letter.toLowerCase());
