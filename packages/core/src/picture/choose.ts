/** A chart of one figure: of its parts, or of what its value is made of. */
export type Chart = 'bars' | 'share' | 'bridge' | 'dumbbell' | 'dots' | 'grouped' | 'stack';

/** Charts that suit what is known of a figure. Bars suit everything that has parts. */
export interface Fitting {
  /** Whether a stock, its flows and the stock before agree. */
  readonly bridge: boolean;
  /** Whether three to ten parts have values of two periods, and the page leaves the chart to the data or asks for it. */
  readonly dumbbell: boolean;
  /** Whether it is so many of so few things. */
  readonly dots: boolean;
  /** Whether its parts are two or three segments of one bar. */
  readonly share: boolean;
  /** Number of 100 % stacks: none, that of the period, or that of the one before too. */
  readonly stacks: number;
  /** Whether its parts have values of another period. */
  readonly previous: boolean;
}

/**
 * Returns the chart that a figure is drawn as: the one that is asked for where it suits the figure, else the first that does, the
 * ones that say most before the others.
 * @param asked as in the `chart` attribute; anything else than a chart means `auto`
 */
export function chooseChart(asked: string, fits: Fitting): Chart {
  if (asked === 'bars' || asked === 'grouped') return asked;
  if (asked === 'stack') return fits.stacks ? 'stack' : fits.previous ? 'grouped' : 'bars';
  if ((asked === 'bridge' || asked === 'dumbbell' || asked === 'dots' || asked === 'share') && fits[asked])
    return asked;
  if (fits.bridge) return 'bridge';
  if (fits.dumbbell) return 'dumbbell';
  if (fits.dots) return 'dots';
  // Two stacks show a change, which one bar does not.
  if (fits.share && fits.stacks < 2) return 'share';
  return fits.stacks ? 'stack' : 'bars';
}
