/** A closed, open or unbounded interval: what a quantity means. Infinite bounds are `±Infinity`. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
  readonly loStrict: boolean;
  readonly hiStrict: boolean;
}

/** −0 is 0, and 0.1 + 0.2 is 0.3: sums of decimals keep at most nine digits after the point. */
export function clean(i: Interval): Interval {
  const tidy = (n: number) => (Number.isFinite(n) ? Math.round(n * 1e9) / 1e9 + 0 : n);
  return Math.abs(i.lo) < 1e6 || Math.abs(i.hi) < 1e6 ? { ...i, lo: tidy(i.lo), hi: tidy(i.hi) } : i;
}

/** 0 × ∞ is 0 here: no thing, however many times. */
export const times = (n: number, factor: number): number => (factor === 0 || n === 0 ? 0 : n * factor);

/** ∞ / ∞ says nothing about the bound: 0 is its infimum. */
const ratio = (a: number, b: number): number => (!Number.isFinite(a) && !Number.isFinite(b) ? 0 : a / b + 0);

/** Quotient of two bounds. 0 over anything is 0, so only its own strictness counts; nothing reaches 1/∞. */
export function corner(
  a: number,
  aStrict: boolean,
  b: number,
  bStrict: boolean,
): { readonly v: number; readonly strict: boolean } {
  if (a === 0) return { v: 0, strict: aStrict };
  return { v: ratio(a, b), strict: aStrict || bStrict || !Number.isFinite(b) };
}
