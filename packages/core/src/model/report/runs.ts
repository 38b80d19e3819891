/** A piece of running text: plain, or a figure in it. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'figure';
      readonly indicator: string;
      readonly period?: string;
      /** Pairs that the figure is kept to: `college=associations`. */
      readonly where?: string;
      /** True where the text says itself what is counted: the number stands without the word of its unit. */
      readonly bare?: true;
    };

/** `[[members-stock]]`, `[[members-stock@2023]]`, `[[members-stock@2023 college=associations]]`, `[[members-stock|number]]`. */
const FIGURE = /\[\[([a-z\d]+(?:-[a-z\d]+)*)(?:@([\w/-]+))?((?: +[\w-]+=[^\s=\]|]+)*) *(\|number)?\]\]/g;

/**
 * Returns the runs of a text: what stands between double brackets is a figure, everything else is text, markup
 * included. An indicator may be followed by `@` and a period, then by pairs as in a `where` attribute, and by `|number`
 * where its value is written without the word of its unit. Brackets that hold anything else are text.
 */
export function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  let end = 0;
  const say = (piece: string): void => {
    if (piece !== '') runs.push({ kind: 'text', text: piece });
  };
  for (const match of text.matchAll(FIGURE)) {
    const [whole, indicator = '', period, pairs = '', bare] = match;
    say(text.slice(end, match.index));
    const where = pairs.trim();
    runs.push({
      kind: 'figure',
      indicator,
      ...(period === undefined ? {} : { period }),
      ...(where === '' ? {} : { where }),
      ...(bare === undefined ? {} : { bare: true }),
    });
    end = match.index + whole.length;
  }
  say(text.slice(end));
  return runs;
}

/** Returns the paragraphs of a text: a blank line parts them. */
export const paragraphsOf = (text: string): readonly string[] =>
  text.split(/\n\s*\n/).flatMap((paragraph) => (paragraph.trim() === '' ? [] : [paragraph.trim()]));
