/** Compares names of communes: pure text, no table. */

/** A name without its accents, case and punctuation, abbreviations spelt out; its article stays, in front. */
export function withArticle(name: string): string {
  const folded = name
    .replace(/œ/giu, 'oe')
    .replace(/æ/giu, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bs\/s\b/gu, ' sous ')
    .replace(/\bs\//gu, ' sur ')
    .replace(/\((les|le|la|l)['’]?\s*\)\s*$/u, ' < $1')
    .replace(/[^\p{L}\p{N}<]+/gu, ' ')
    .trim();
  // INSEE's alphabetical lists write "Faouët (Le)".
  const fronted = folded.replace(/^(.*?) ?< ?(les|le|la|l)$/u, '$2 $1');
  return fronted
    .replace(/\bst\b/gu, 'saint')
    .replace(/\bste\b/gu, 'sainte')
    .trim();
}

/**
 * The key under which a name of a commune is looked up: no accent, case, hyphen or apostrophe; `St` and `Ste` spelt
 * out; `s/` as "sur"; no leading article, be it written in front (`Le Faouët`) or behind (`Faouët (Le)`).
 */
export function normaliseName(name: string): string {
  return withArticle(name).replace(/^(?:les|le|la|l) (?=.)/u, '');
}
