/**
 * Arithmetic of quantities: exact, rounded, bounded and partial values keep their meaning through it. Apart from the type,
 * so that a page which only shows quantities loads none of it.
 */
import { mergeExtras, sameUnit, spell, sum } from './addition.ts';
import { clean, type Interval, intervalOf, quotient, times } from './interval.ts';
import { type Change, isApprox, type Quantity, quantity } from './quantity.ts';

export { add, markPartial, sum, sumKnown } from './addition.ts';

/**
 * Returns the difference of two quantities of one unit: `a − (>b)` is `< a−b`; `(>a) − (>b)` is unknown. Percents give
 * points.
 */
export function subtract(a: Quantity | null, b: Quantity | null): Quantity | null {
  if (!a || !b) return null;
  sameUnit(a, b, 'subtract');
  const x = intervalOf(a);
  const y = intervalOf(b);
  const unit = a.unit === 'percent' ? 'points' : a.unit;
  const difference: Interval = {
    lo: x.lo - y.hi,
    hi: x.hi - y.lo,
    loStrict: x.loStrict || y.hiStrict,
    hiStrict: x.hiStrict || y.loStrict,
  };
  return spell(clean(difference), unit, { ...mergeExtras(a, b), base: undefined });
}

/** Returns the product of a quantity and a known number, in the same unit unless another is given. */
export function scale(q: Quantity | null, factor: number, unit?: string): Quantity | null {
  if (!q) return null;
  const i = intervalOf(q);
  const scaled: Interval =
    factor >= 0
      ? { ...i, lo: times(i.lo, factor), hi: times(i.hi, factor) }
      : { lo: times(i.hi, factor), hi: times(i.lo, factor), loStrict: i.hiStrict, hiStrict: i.loStrict };
  return spell(clean(scaled), unit ?? q.unit, { approx: isApprox(q), partial: q.partial, base: q.base });
}

/**
 * Returns the quotient of two quantities, in the given unit (`events/organisation`, `ratio`…). Null when the divisor
 * may be 0 or when either is unknown.
 */
export function divide(a: Quantity | null, b: Quantity | null, unit: string): Quantity | null {
  if (!a || !b) return null;
  const i = quotient(intervalOf(a), intervalOf(b));
  return i && spell(i, unit, { ...mergeExtras(a, b), base: undefined });
}

/**
 * Returns the share of a part in its whole, in percent, kept within 0–100. `base` names the whole. A share that is only
 * bounded stays so (`> 25`, not 25 to 100): the limits of a percent need no saying.
 */
export function share(part: Quantity | null, whole: Quantity | null, base?: string): Quantity | null {
  if (part && whole) sameUnit(part, whole, 'take a share of');
  const q = scale(divide(part, whole, 'percent'), 100);
  if (!q) return null;
  const i = intervalOf(q);
  const clamp = (n: number) => Math.min(100, Math.max(0, n));
  return spell(
    {
      lo: i.lo === -Infinity && i.hi > 0 ? i.lo : clamp(i.lo),
      hi: i.hi === Infinity && i.lo < 100 ? i.hi : clamp(i.hi),
      loStrict: i.loStrict && i.lo >= 0,
      hiStrict: i.hiStrict && i.hi <= 100,
    },
    'percent',
    { approx: isApprox(q), partial: q.partial, base },
  );
}

/** Whether a quantity is, or may be, below zero: beside such a part, none of a whole has a share. */
export function isNegative(q: Quantity | null): boolean {
  if (!q) return false;
  const { lo, hi } = intervalOf(q);
  // "Fewer than 5" names no bound below.
  return hi < 0 || (lo < 0 && lo !== -Infinity);
}

/** Returns the rest of 100 % once a share is taken away. */
export function complement(q: Quantity | null): Quantity | null {
  if (!q) return null;
  if (q.unit !== 'percent') throw new TypeError(`the complement of a percent is asked for, received ${q.unit}`);
  const rest = subtract(quantity(100, 'percent'), q);
  return rest && { ...rest, unit: 'percent', ...(q.base === undefined ? {} : { base: q.base }) };
}

/**
 * Returns the mean of quantities of one unit; percents need one known base. Null where one is unknown or the list is
 * empty.
 */
export function mean(list: readonly (Quantity | null)[]): Quantity | null {
  if (list.includes(null)) return null;
  const percent = list.find((q) => q?.unit === 'percent');
  if (percent && list.some((q) => q?.base === undefined || q.base !== percent.base)) {
    throw new TypeError('percents of different or unknown bases are never averaged');
  }
  return scale(sum(list, { disjoint: true }), 1 / list.length);
}

/**
 * Returns the change from a previous to a current quantity. Percents change in points and never relatively; nor does a
 * debt. Null where one of them covers only a part of what it names: the difference would be that of what is missing.
 */
export function changeOf(current: Quantity | null, previous: Quantity | null): Change | null {
  if ((current?.partial ?? previous?.partial) !== undefined) return null;
  const absolute = subtract(current, previous);
  if (!absolute || !current || !previous) return null;
  if (current.unit === 'percent' || !(intervalOf(previous).lo > 0)) return { absolute };
  const quotient = divide(current, previous, 'ratio');
  const relative = quotient && scale(subtract(quotient, quantity(1, 'ratio')), 100, 'percent');
  return relative ? { absolute, relative } : { absolute };
}

/** Returns half a unit of the last printed digit, which rounding may have hidden. */
function halfLastDigit(n: number): number {
  const decimals = String(Math.abs(n)).split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

function printedInterval(q: Quantity): Interval {
  const i = intervalOf(q);
  const slack = (n: number) => (!Number.isFinite(n) ? 0 : isApprox(q) ? Math.abs(n) * 0.2 : halfLastDigit(n));
  return { ...i, lo: i.lo - slack(i.lo), hi: i.hi + slack(i.hi) };
}

/**
 * Whether a computed value agrees with a published one: their intervals meet, the printed one being widened by half a
 * unit of its last digit (by 20 % for "about n").
 */
export function agrees(computed: Quantity, published: Quantity): boolean {
  sameUnit(computed, published, 'compare');
  const c = isApprox(computed) ? printedInterval(computed) : intervalOf(computed);
  const p = printedInterval(published);
  // Binary fractions: 17.45 − 0.05 is not 17.4 to the last bit.
  const slack = 1e-9 * Math.max(1, ...[c.lo, c.hi, p.lo, p.hi].filter(Number.isFinite).map(Math.abs));
  const below = c.hi + slack < p.lo || (c.hi <= p.lo && (c.hiStrict || p.loStrict));
  const above = c.lo - slack > p.hi || (c.lo >= p.hi && (c.loStrict || p.hiStrict));
  return !below && !above;
}
