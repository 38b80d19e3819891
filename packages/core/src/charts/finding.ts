/** What a chart shows at first sight, as data: its words are those of each language. */
import {
  badgesOf,
  type Dimension,
  FEWEST_OF,
  type IndicatorTexts,
  type Interval,
  intervalOf,
  isApprox,
  isExact,
  type Measure,
  type MeasurePart,
  pointOf,
  type Quantity,
  type Text,
} from '../model/index.ts';
import type { BridgeStep } from './bridge/steps.ts';
import type { Ratio } from './dots/ratio.ts';

/** A part as a title names it. */
interface NamedPart {
  readonly part: Text;
  /** Whether it bears a proper name (a town, a channel), which is the same in every language that has none for it. */
  readonly isName?: true;
}

/** A share of a part in a whole, in percent. */
interface PartShare extends NamedPart {
  readonly share: Quantity;
  /** Whether it is the value itself, a percent with its decimals, not a share that was calculated from counts. */
  readonly isPercent?: true;
}

/** A statement about one part of a figure. */
type PartFinding =
  /** It is about half of the whole, and none of the others is. */
  | ({ readonly says: 'half' } & PartShare)
  /** It is more than half of the whole. */
  | ({ readonly says: 'share' } & PartShare)
  /** It is clearly the largest. */
  | ({ readonly says: 'maximum'; readonly quantity: Quantity } & NamedPart)
  /** It rose, or fell, more than any other. */
  | ({ readonly says: 'rise' | 'fall'; readonly from: Quantity; readonly to: Quantity } & NamedPart);

/** A statement that the values of a chart support. */
export type ChartFinding =
  | PartFinding
  /** A stock is larger or smaller than it was. */
  | { readonly says: 'change'; readonly from: Quantity; readonly to: Quantity }
  /** So many of so few things. */
  | { readonly says: 'ratio'; readonly ratio: Ratio; readonly group?: string };

/** Bounds of what is called a half, in percent. */
const HALF = { from: 45, to: 55 };
/** A part that is so many times as large as the next one stands out. */
export const CLEARLY = 1.25;
/** Part of an approximate value by which it may be wrong. */
const ROUGHLY = 0.2;
/** Dimensions whose values bear proper names. */
export const NAMES: ReadonlySet<string> = new Set('channel commune departement epci pole region territory'.split(' '));
/** Id that the indicators give to what a source does not sort. */
const UNKNOWN = 'unknown';

/** Returns the change of a stock that a bridge shows; null where it ends as it began. */
export function bridgeFinding(steps: readonly BridgeStep[]): ChartFinding | null {
  const [from, to] = [steps[0]?.quantity, steps[3]?.quantity];
  return from && to && from.value !== to.value ? { says: 'change', from, to } : null;
}

/** A ratio and the name of its group; a single one needs none. */
export interface NamedRatio extends Ratio {
  readonly group?: string;
}

/**
 * Returns the ratio that dots show, of several the highest; null where the highest ones are equal, and where one is of few things:
 * shares of these are not compared.
 */
export function dotsFinding(ratios: readonly NamedRatio[]): ChartFinding | null {
  const sorted = [...ratios].sort((a, b) => b.filled / b.of - a.filled / a.of);
  const [first, second] = sorted;
  if (second && ratios.some(({ of }) => of < FEWEST_OF)) return null;
  if (!first || (second && first.filled * second.of === second.filled * first.of)) return null;
  return { says: 'ratio', ratio: first, ...(second && first.group ? { group: first.group } : {}) };
}

/**
 * Returns what the parts of a figure show: one that is about half or most of the whole, else the largest. Null where none
 * stands out, or where doubt, a lower bound or an unknown part leaves room for another one.
 */
export function partsFinding(
  measure: Measure,
  { signed }: Pick<IndicatorTexts, 'signed'>,
  { id, exclusive }: Pick<Dimension, 'id' | 'exclusive'>,
): ChartFinding | null {
  const { parts = [] } = measure;
  if (signed || measure.combines || isOpen(measure)) return null;
  const named = parts.filter(({ id }) => id !== UNKNOWN);
  if (named.length < 2 || parts.some((part) => part.checks)) return null;
  const finding = (exclusive ? shareFinding(named) : null) ?? maximumFinding(parts, named);
  return finding && NAMES.has(id) ? { ...finding, isName: true } : finding;
}

/** Returns what a rate says by itself; null where it is not exact, or in doubt. */
export function rateFinding(measure: Measure, { label }: Pick<IndicatorTexts, 'label'>): ChartFinding | null {
  const { quantity } = measure;
  return quantity && isExact(quantity) && !isOpen(measure)
    ? { says: 'share', part: label, share: quantity, isPercent: true }
    : null;
}

/** Whether other values may yet come, or a check contradicts those that are there. */
export const isOpen = (measure: Measure): boolean =>
  measure.until !== undefined || measure.basis === 'listed' || badgesOf(measure).doubts.includes('check');

function shareFinding(parts: readonly MeasurePart[]): PartFinding | null {
  const shares = wholeShares(parts);
  const [first, second] = [...shares].sort((a, b) => pointOf(b.share) - pointOf(a.share));
  if (!first) return null;
  const [most, next] = [pointOf(first.share), second ? pointOf(second.share) : 0];
  if (next >= HALF.from) return null;
  if (most > HALF.to) return { says: 'share', ...first };
  return most >= HALF.from ? { says: 'half', ...first } : null;
}

/** Returns the shares of parts that are exact: those calculated, or percents that make a whole themselves. */
function wholeShares(parts: readonly MeasurePart[]): readonly PartShare[] {
  const calculated = parts.flatMap(({ label, share }) => (share && isExact(share) ? [{ part: label, share }] : []));
  if (calculated.length > 0) return calculated;
  const percents = parts.flatMap(({ label, quantity: q }) =>
    q?.unit === 'percent' && isExact(q) ? [{ part: label, share: q, isPercent: true as const }] : [],
  );
  const sum = percents.reduce((total, { share }) => total + pointOf(share), 0);
  return percents.length === parts.length && Math.abs(sum - 100) <= parts.length / 2 ? percents : [];
}

function maximumFinding(all: readonly MeasurePart[], named: readonly MeasurePart[]): PartFinding | null {
  const known = all.flatMap((part) => (part.quantity ? [{ part, reach: reachOf(part.quantity) }] : []));
  const units = new Set(known.map(({ part }) => part.quantity?.unit));
  if (known.length < all.length || units.size > 1) return null;
  const largest = known.reduce((a, b) => (b.reach.lo > a.reach.lo ? b : a));
  const others = known.filter((one) => one !== largest).map(({ reach }) => reach.hi);
  const { quantity, label } = largest.part;
  const stands = largest.reach.lo > 0 && others.every((hi) => largest.reach.lo >= hi * CLEARLY);
  return quantity && stands && named.includes(largest.part) ? { says: 'maximum', part: label, quantity } : null;
}

/** Returns the interval in which a value surely lies: above what was counted of a part, and about an approximate number. */
export function reachOf(q: Quantity): Interval {
  const { lo, hi, ...strict } = intervalOf(q);
  const slack = isApprox(q) ? ROUGHLY : 0;
  return {
    ...strict,
    lo: lo - Math.abs(lo) * slack,
    hi: q.partial === undefined ? hi + Math.abs(hi) * slack : Infinity,
  };
}
