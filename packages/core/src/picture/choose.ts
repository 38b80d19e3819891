/** A chart of the parts of a figure. */
export type Chart = 'bars' | 'share' | 'grouped' | 'stack';

/** Charts that suit the parts of a figure. Bars suit them all. */
export interface Fitting {
  /** Whether they are two or three segments of one bar. */
  readonly share: boolean;
  /** Number of 100 % stacks: none, that of the period, or that of the one before too. */
  readonly stacks: number;
  /** Whether the parts have values of another period. */
  readonly previous: boolean;
}

/**
 * Returns the chart that parts are drawn as: the one that is asked for where it suits them, else the first that does, the ones that
 * say most before the others.
 * @param asked as in the `chart` attribute; anything else than a chart of parts means `auto`
 */
export function chooseChart(asked: string, { share, stacks, previous }: Fitting): Chart {
  if (asked === 'bars' || asked === 'grouped') return asked;
  if (asked === 'stack') return stacks ? 'stack' : previous ? 'grouped' : 'bars';
  if (asked === 'share' && share) return 'share';
  // Two stacks show a change, which one bar does not.
  if (stacks < 2 && share) return 'share';
  return stacks ? 'stack' : 'bars';
}
