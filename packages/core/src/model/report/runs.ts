/** How the value of a figure in a text is written; the number with the word of its unit by default. */
export interface RunForm {
  /** True where the text says itself what is counted: the number stands without the word of its unit. */
  readonly bare?: true;
  /** True where the number is written in words, up to sixteen (see `formatInWords`); it is `bare` too. */
  readonly inWords?: true;
  /** True of a number in words that begins a sentence: with a capital letter. */
  readonly isFirst?: true;
  /** True where the words before it say that it is an estimate: the number stands without "about". */
  readonly isEstimate?: true;
}

/** A piece of running text: plain, or a figure in it. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | ({
      readonly kind: 'figure';
      readonly indicator: string;
      readonly period?: string;
      /** Pairs that the figure is kept to: `college=associations`. */
      readonly where?: string;
      /** The territory that it is kept to, which the text gives as a pair: `territory=region-53`. */
      readonly territory?: string;
    } & RunForm)
  /** A published figure by the id of its observation, for those that no indicator holds. */
  | ({ readonly kind: 'observation'; readonly observation: string } & RunForm);

/**
 * `[[members-stock]]`, `[[members-stock@2023]]`, `[[members-stock@2023 college=associations]]`, `[[members-stock|number]]`,
 * `[[#poles-exited|word]]`.
 */
const FIGURE =
  /\[\[(?:#([\w.-]+)|([a-z\d]+(?:-[a-z\d]+)*)(?:@([\w/-]+))?((?: +[\w-]+=[^\s=\]|]+)*)) *(\|(?:number|word))?\]\]/g;

/**
 * Returns the runs of a text: what stands between double brackets is a figure, everything else is text, markup
 * included. An indicator may be followed by `@` and a period, then by pairs as in a `where` attribute; `#` and the id of
 * an observation is a published figure. Both may be followed by `|number` where the value is written without the word of
 * its unit, or by `|word` where it is written in words as well. Brackets that hold anything else are text.
 */
export function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  let end = 0;
  const say = (piece: string): void => {
    if (piece !== '') runs.push({ kind: 'text', text: piece });
  };
  for (const match of text.matchAll(FIGURE)) {
    const [whole, observation, indicator = '', period, pairs = '', form] = match;
    const before = text.slice(0, match.index);
    say(text.slice(end, match.index));
    const place = / territory=(\S+)/.exec(pairs);
    const where = (place ? pairs.replace(place[0], '') : pairs).trim();
    const written: RunForm = {
      ...(form === undefined ? {} : { bare: true }),
      ...(ESTIMATED.test(before.slice(-20)) ? { isEstimate: true } : {}),
      ...(form === '|word' ? { inWords: true, ...(isSentenceStart(before) ? { isFirst: true } : {}) } : {}),
    };
    runs.push(
      observation === undefined
        ? {
            kind: 'figure',
            indicator,
            ...(period === undefined ? {} : { period }),
            ...(where === '' ? {} : { where }),
            ...(place?.[1] === undefined ? {} : { territory: place[1] }),
            ...written,
          }
        : { kind: 'observation', observation, ...written },
    );
    end = match.index + whole.length;
  }
  say(text.slice(end));
  return runs;
}

/** Words after which a number is an estimate, in French and in English. */
const ESTIMATED = /(?:estimée?s? à|estimated at)\s+$/i;

/** Whether a sentence begins after a text. */
const isSentenceStart = (before: string): boolean => /(?:^|[.!?…])[\s»”]*$/.test(before.slice(-4));

/** Returns the paragraphs of a text: a blank line parts them. */
export const paragraphsOf = (text: string): readonly string[] =>
  text.split(/\n\s*\n/).flatMap((paragraph) => (paragraph.trim() === '' ? [] : [paragraph.trim()]));
