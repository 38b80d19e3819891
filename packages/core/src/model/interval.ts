import type { Quantity } from './quantity-schema.ts';

/** A closed, open or unbounded interval: what a quantity means. Infinite bounds are `±Infinity`. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
  readonly loStrict: boolean;
  readonly hiStrict: boolean;
}

/** Returns the interval that a quantity stands for. `~n` is the point n; its doubt is carried by `isApprox`. */
export function intervalOf(q: Quantity): Interval {
  const v = q.value ?? Number.NaN;
  switch (q.op) {
    case '=':
    case '~':
      return { lo: v, hi: v, loStrict: false, hiStrict: false };
    case '>':
    case '>=':
      return { lo: v, hi: Infinity, loStrict: q.op === '>', hiStrict: false };
    case '<':
    case '<=':
      return { lo: -Infinity, hi: v, loStrict: false, hiStrict: q.op === '<' };
    case 'range':
      return { lo: q.min ?? Number.NaN, hi: q.max ?? Number.NaN, loStrict: false, hiStrict: false };
  }
}

/** −0 is 0, and 0.1 + 0.2 is 0.3: sums of decimals keep at most nine digits after the point, where a number has room for them. */
const tidy = (n: number): number => (Math.abs(n) < 1e6 ? Math.round(n * 1e9) / 1e9 + 0 : n);

export const clean = (i: Interval): Interval => ({ ...i, lo: tidy(i.lo), hi: tidy(i.hi) });

/** 0 × ∞ is 0 here: no thing, however many times. */
export const times = (n: number, factor: number): number => (factor === 0 ? 0 : n * factor);

/** ∞ / ∞ says nothing about the bound: 0 is its infimum. */
const ratio = (a: number, b: number): number => (!Number.isFinite(a) && !Number.isFinite(b) ? 0 : a / b + 0);

/** Returns the quotient of two intervals; null when the divisor may be 0. */
export function quotient(x: Interval, y: Interval): Interval | null {
  if (y.lo <= 0 && y.hi >= 0) return null;
  const corners = [
    corner(x.lo, x.loStrict, y.lo, y.loStrict),
    corner(x.lo, x.loStrict, y.hi, y.hiStrict),
    corner(x.hi, x.hiStrict, y.lo, y.loStrict),
    corner(x.hi, x.hiStrict, y.hi, y.hiStrict),
  ];
  const lo = Math.min(...corners.map((c) => c.v));
  const hi = Math.max(...corners.map((c) => c.v));
  // A bound is open only if every corner that reaches it is open.
  const strict = (bound: number) => corners.filter((c) => c.v === bound).every((c) => c.strict);
  // 330 / (> 150) is "< 2.2", not "0 to 2.2": that a ratio of amounts is not negative needs no saying.
  const floor = lo === 0 && strict(lo) && y.hi === Infinity ? -Infinity : lo;
  return { lo: floor, hi, loStrict: strict(lo), hiStrict: strict(hi) };
}

/** Returns the quotient of two bounds. 0 over anything is 0, so only its own strictness counts; nothing reaches 1/∞. */
function corner(
  a: number,
  aStrict: boolean,
  b: number,
  bStrict: boolean,
): { readonly v: number; readonly strict: boolean } {
  if (a === 0) return { v: 0, strict: aStrict };
  return { v: ratio(a, b), strict: aStrict || bStrict || !Number.isFinite(b) };
}
