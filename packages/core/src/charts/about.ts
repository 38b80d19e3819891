/** Description of a chart, of which every list of charts is made: `npm run sync` writes the register of all folders here. */

import type { Measure } from '../model/index.ts';
import type { BridgeStep } from './bridge/steps.ts';
import type { Ratio } from './dots/ratio.ts';
import type { ShareSegment } from './share/segments.ts';
import type { Stack } from './stack/marks.ts';

/** Block whose `chart` names it; the attribute of the element of that name has the same words. */
export type ChartOf = 'breakdown' | 'table' | 'timeline';

/** Figures that a chart needs besides the parts: a stock's flows, the two numbers behind a percent, the percent itself. */
export type ChartReads = 'flow' | 'rate' | 'ratio';

/** What is known of a figure. */
export interface Facts {
  /** The figure in its parts; null where it has none. */
  readonly measure: Measure | null;
  /** Its parts as segments of one bar. */
  readonly segments: readonly ShareSegment[] | null;
  /** Its parts as 100 % stacks: that of the period, then that of the one before. */
  readonly stacks: readonly Stack[] | null;
  /** A stock, its flows and the stock before, where they agree. */
  readonly steps: readonly BridgeStep[] | null;
  /** The figure, and those beside it, as so many of so few. */
  readonly ratios: readonly Ratio[] | null;
}

/** Words for authors, in one language. */
interface ChartWords {
  /** Name in a list: "Two dates". */
  readonly name: string;
  /** What it shows, as it stands after the name in the description of each block: "three to ten parts at two dates". */
  readonly of: Readonly<Partial<Record<ChartOf, string>>>;
}

/** Description of a chart: what every list of charts says about it. */
export interface About {
  readonly of: readonly [ChartOf, ...ChartOf[]];
  /** Place in lists for authors, the usual charts first. */
  readonly place: number;
  readonly words: Readonly<Record<'fr' | 'en', ChartWords>>;
  /** French word for it in a modèle of SPIP: `deux_dates`. */
  readonly modele: string;
  /** Attributes that show it with the data of the examples. */
  readonly example: Readonly<Record<string, string>>;
}

/** What decides whether a figure is drawn as a chart. Charts of rows and of dates are chosen by their elements. */
export interface Choice {
  /** Place among the charts that are tried where the choice is left to the data, those that say most first. */
  readonly order: number;
  /** Tells whether it suits a figure. @param isAsked whether the author asks for it */
  readonly suits: (facts: Facts, isAsked: boolean) => boolean;
  /** Returns the chart in its place where it is asked for and does not suit; without it, the first that suits. */
  readonly instead?: (facts: Facts) => string;
  /** Whether it is tried where a page asks for no chart too: it shows the parts, as there were before there was a choice. */
  readonly isUsual?: true;
  readonly reads?: ChartReads;
  /** Whether it shows several series in each category: the small categories put together, as bars do, or all of them. */
  readonly series?: 'main' | 'all';
  /** Whether an author may name the periods or territories beside the figure. */
  readonly takesBeside?: true;
  /** Whether it shows no parts: a figure without them suits it too. */
  readonly isWhole?: true;
}

/**
 * Returns the name of the chart that a figure is drawn as: the one that is asked for where it suits the figure, else the first
 * that does. Null where none does.
 * @param asked as in the `chart` attribute; anything else than a chart leaves the choice to the data, nothing to the usual ones
 */
export function chooseChart<N extends string>(
  charts: Readonly<Record<N, Choice>>,
  asked: string | undefined,
  facts: Facts,
): N | null {
  const names = Object.keys(charts) as N[];
  const own = names.find((name) => name === asked);
  if (own && charts[own].suits(facts, true)) return own;
  const instead = own && charts[own].instead?.(facts);
  const known = names.find((name) => name === instead);
  if (known) return known;
  return (
    names
      .filter((name) => (asked || charts[name].isUsual) && charts[name].suits(facts, false))
      .sort((a, b) => charts[a].order - charts[b].order)[0] ?? null
  );
}
