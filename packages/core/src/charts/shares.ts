import { intervalOf, isApprox, type Measure, pointOf, type Quantity, sumKnown } from '../model/index.ts';

/** Half away from zero, as every displayed number is rounded. */
const round = (n: number): number => Math.sign(n) * Math.round(Math.abs(n)) + 0;

/**
 * A share as a chart writes it: in whole percents. What is not nothing never reads "0 %" and what is not the whole never
 * reads "100 %": these become "less than 1 %" and "more than 99 %".
 */
export function wholeShare(share: Quantity): Quantity {
  const { value, op, min, max, ...rest } = share;
  if (op === 'range') return { ...rest, op, min: round(min ?? 0), max: round(max ?? 0) };
  const v = value ?? 0;
  const exact = op === '=' || op === '~';
  if (exact && v > 0 && v < 0.5) return { ...rest, op: '<', value: 1 };
  if (exact && v < 100 && v >= 99.5) return { ...rest, op: '>', value: 99 };
  return { ...rest, op, value: round(v) };
}

/** Way in which written shares add up. */
export type SharesTotal =
  /** They make 100, or there is nothing to add. */
  | 'whole'
  /** They would make 100 if they were not rounded. */
  | 'rounded'
  /** The parts do not cover the whole, or exceed it. */
  | 'other';

const exact = (q: Quantity): boolean => q.op === '=' && !isApprox(q);

/**
 * Whether shares, as they are written, make 100. Shares are never adjusted to do so: a reader who adds them up is told
 * why they do not.
 * @param shares calculated shares (not rounded yet), or published percents of one whole (rounded by their publisher)
 * @param calculated whether they are calculated: only then can a gap that is no rounding be told from one that is
 */
export function sharesTotal(shares: readonly Quantity[], calculated: boolean): SharesTotal {
  if (shares.length === 0 || !shares.every(exact)) return 'whole';
  const sum = shares.reduce((total, q) => total + pointOf(q), 0);
  // Calculated shares keep their decimals; published ones hide up to half a point each.
  const slack = calculated ? 1e-6 * shares.length : shares.length / 2;
  if (Math.abs(sum - 100) > slack) return 'other';
  const written = calculated ? shares.map(wholeShare) : shares;
  // "Less than 1 %" is no number to add.
  if (written.some((q) => q.op !== '=')) return 'whole';
  const total = written.reduce((t, q) => t + intervalOf(q).lo, 0);
  return Math.abs(total - 100) < 1e-6 ? 'whole' : 'rounded';
}

/** Sum of the parts of a measure, or null where they cannot be added. Only for exclusive dimensions. */
export function detailTotal({ parts = [] }: Pick<Measure, 'parts'>): Quantity | null {
  const amounts = parts.map((part) => part.quantity);
  const [first] = amounts.filter((q) => q !== null);
  const additive = first && first.unit !== 'percent' && amounts.every((q) => !q || q.unit === first.unit);
  return additive ? sumKnown(amounts, 'valeurs inconnues') : null;
}
