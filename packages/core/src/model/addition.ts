/** Sums of quantities, and how intervals are spelled. Charts need no more; the rest of the arithmetic is in `algebra.ts`. */
import { clean, type Interval, intervalOf } from './interval.ts';
import { type Extras, isApprox, type Quantity } from './quantity.ts';

/** Spells an interval as a quantity, or null when it says nothing (no bound on either side, or not a number). */
export function spell(i: Interval, unit: string, extras: Extras): Quantity | null {
  // Not a number, or beyond the largest one.
  if (!(i.lo < Infinity && i.hi > -Infinity)) return null;
  const rest: Extras = {
    ...(extras.approx ? { approx: true } : {}),
    ...(extras.partial === undefined ? {} : { partial: extras.partial }),
    ...(extras.base === undefined ? {} : { base: extras.base }),
  };
  if (i.lo === -Infinity && i.hi === Infinity) return null;
  if (i.hi === Infinity) return { value: i.lo, op: i.loStrict ? '>' : '>=', unit, ...rest };
  if (i.lo === -Infinity) return { value: i.hi, op: i.hiStrict ? '<' : '<=', unit, ...rest };
  if (i.lo === i.hi) {
    const { approx, ...others } = rest;
    return { value: i.lo, op: approx ? '~' : '=', unit, ...others };
  }
  return { min: i.lo, max: i.hi, op: 'range', unit, ...rest };
}

/** Reasons for being partial, each once. */
function mergePartial(a?: string, b?: string): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return [...new Set([...a.split(' ; '), ...b.split(' ; ')])].join(' ; ');
}

export function mergeExtras(a: Quantity, b: Quantity): Extras {
  return {
    approx: isApprox(a) || isApprox(b),
    partial: mergePartial(a.partial, b.partial),
    base: a.base === b.base ? a.base : undefined,
  };
}

export function sameUnit(a: Quantity, b: Quantity, verb: string): void {
  if (a.unit !== b.unit) throw new TypeError(`cannot ${verb} ${a.unit} and ${b.unit}: the units differ`);
}

/** A partial amount of things counted is at least what was counted: its upper bound is not known. */
function openIfPartial(i: Interval, partial: string | undefined, unit: string): Interval {
  return partial !== undefined && unit !== 'percent' && unit !== 'points' && unit !== 'ratio'
    ? { ...i, hi: Infinity }
    : i;
}

/**
 * Returns the sum of two quantities of one unit. Bounds add up, a strict bound stays strict, `~` and `partial` spread;
 * a partial sum of counts reads "at least".
 * @param disjoint for percents: the two are parts of one whole that do not overlap
 * @throws TypeError when units differ, or for percents that do not share a known base as disjoint parts
 */
export function add(a: Quantity | null, b: Quantity | null, { disjoint = false } = {}): Quantity | null {
  if (!a || !b) return null;
  sameUnit(a, b, 'add');
  if (a.unit === 'percent' && !(disjoint && a.base !== undefined && a.base === b.base)) {
    throw new TypeError('percents are added only as disjoint parts of one known base');
  }
  const x = intervalOf(a);
  const y = intervalOf(b);
  const extras = mergeExtras(a, b);
  const sum: Interval = {
    lo: x.lo + y.lo,
    hi: x.hi + y.hi,
    loStrict: x.loStrict || y.loStrict,
    hiStrict: x.hiStrict || y.hiStrict,
  };
  return spell(openIfPartial(clean(sum), extras.partial, a.unit), a.unit, extras);
}

/** Returns the sum of a list; null when the list is empty or one operand is unknown. Options as {@link add}. */
export function sum(list: readonly (Quantity | null)[], options: { disjoint?: boolean } = {}): Quantity | null {
  const [first, ...rest] = list;
  return first ? rest.reduce<Quantity | null>((total, q) => add(total, q, options), first) : null;
}

/**
 * Returns the sum of the known operands: unknown ones make the result partial instead of unknown. Null when nothing is
 * known.
 */
export function sumKnown(list: readonly (Quantity | null)[], reason: string): Quantity | null {
  const known = list.filter((q) => q !== null);
  const total = sum(known);
  return total && known.length < list.length ? markPartial(total, reason) : total;
}

/**
 * Returns the same amount, said to be partial: for counts it becomes a lower bound; an upper bound alone keeps its
 * spelling.
 */
export function markPartial(q: Quantity, reason: string): Quantity {
  const extras: Extras = { approx: isApprox(q), partial: mergePartial(q.partial, reason), base: q.base };
  return (
    spell(openIfPartial(intervalOf(q), reason, q.unit), q.unit, extras) ?? { ...q, partial: extras.partial ?? reason }
  );
}
