import { type Interval, intervalOf, isApprox, type Quantity } from '../../model/index.ts';

/** Units of what is no amount of things: never added up, never a part of a total. */
const NOT_COUNTS = new Set(['percent', 'points', 'ratio', 'year', 'years', 'edition', 'number', 'version', 'date']);

/** Whether amounts of a unit may be added up: people, meetings, euros; not percents, years, editions or rates "per". */
export const isAdditive = (unit: string): boolean => !NOT_COUNTS.has(unit) && !/[/]|-per-/.test(unit);

/** Half-width of "about n", as a part of n. */
const ABOUT = 0.2;

/** Returns half a unit of the last printed digit of a number with decimals. A whole number of things is exact. */
function rounding(n: number, unit: string): number {
  const decimals = String(Math.abs(n)).split('.')[1]?.length ?? 0;
  return decimals === 0 && isAdditive(unit) ? 0 : 0.5 * 10 ** -decimals;
}

/**
 * Returns the values that a printed amount may stand for: rounded values extend by half a unit of their last digit,
 * "about n" by 20 %. A partial amount of things is a lower bound, unless `partial` says to take it as it is.
 */
export function toInterval(q: Quantity, partial: 'open' | 'as-is' = 'open'): Interval {
  const i = intervalOf(q);
  const slack = (n: number): number =>
    Number.isFinite(n) ? (isApprox(q) ? Math.abs(n) * ABOUT : rounding(n, q.unit)) : 0;
  const open = partial === 'open' && q.partial !== undefined && isAdditive(q.unit);
  return {
    ...i,
    lo: i.lo - slack(i.lo),
    hi: open ? Infinity : i.hi + slack(i.hi),
    hiStrict: open ? false : i.hiStrict,
  };
}

/** Returns the sum of possible amounts. */
export function intervalSum(list: readonly Interval[]): Interval {
  return list.reduce(
    (a, b) => ({
      lo: a.lo + b.lo,
      hi: a.hi + b.hi,
      loStrict: a.loStrict || b.loStrict,
      hiStrict: a.hiStrict || b.hiStrict,
    }),
    { lo: 0, hi: 0, loStrict: false, hiStrict: false },
  );
}

/** Returns the difference of two possible amounts. */
export function minus(a: Interval, b: Interval): Interval {
  return {
    lo: a.lo - b.hi,
    hi: a.hi - b.lo,
    loStrict: a.loStrict || b.hiStrict,
    hiStrict: a.hiStrict || b.loStrict,
  };
}

/** Returns the tolerance of a comparison, because of binary fractions: 17.45 − 0.05 is not 17.4 to the last bit. */
const slackOf = (a: number, b: number): number =>
  1e-9 * Math.max(1, Number.isFinite(a) ? Math.abs(a) : 0, Number.isFinite(b) ? Math.abs(b) : 0);

/** Whether the least that `a` may be is still more than the most that `b` may be. */
export function exceeds(a: Interval, b: Interval): boolean {
  if (!Number.isFinite(a.lo) || !Number.isFinite(b.hi)) return false;
  const slack = slackOf(a.lo, b.hi);
  return a.lo > b.hi + slack || ((a.loStrict || b.hiStrict) && a.lo >= b.hi - slack);
}

/** Whether two amounts may be the same. */
export const intersects = (a: Interval, b: Interval): boolean => !exceeds(a, b) && !exceeds(b, a);

/** Returns the number in the middle of what an amount may be, or its one bound. */
export const middle = ({ lo, hi }: Interval): number =>
  Number.isFinite(lo) && Number.isFinite(hi) ? (lo + hi) / 2 : Number.isFinite(lo) ? lo : hi;

const tidy = (n: number): string => String(Math.round(n * 1e6) / 1e6).replace('-', '−');

/** Returns an amount as short as findings print it: `33`, `~10`, `> 70 %`, `6–12`. The same in every language. */
export function formatAmount(q: Quantity): string {
  const sign = q.unit === 'percent' ? '\u202f%' : '';
  if (q.op === 'range') return `${tidy(q.min ?? 0)}–${tidy(q.max ?? 0)}${sign}`;
  const op = q.op === '=' ? (q.approx ? '~' : '') : q.op === '~' ? '~' : `${q.op} `;
  return `${op}${tidy(q.value ?? 0)}${sign}`;
}

/** Returns an amount as French writes it, with a decimal comma. */
export const comma = (shown: string): string => shown.replace(/(?<=\d)\.(?=\d)/g, ',');

/** Returns a computed number as findings print it. */
export const formatComputed = (n: number, unit = ''): string => `${tidy(n)}${unit === 'percent' ? '\u202f%' : ''}`;

/** Returns a sum as findings print it: `12 + 11 = 23`; long lists are shortened. */
export function formatSum(list: readonly Quantity[]): string {
  const total = list.reduce((sum, q) => sum + middle(intervalOf(q)), 0);
  const terms = list.slice(0, 12).map(formatAmount);
  return `${[...terms, ...(list.length > 12 ? ['…'] : [])].join(' + ')} = ${formatComputed(total)}`;
}

/** Returns a whole number, exactly printed. */
export const exactInteger = (q: Quantity): number | null =>
  q.op === '=' && !q.approx && Number.isInteger(q.value) ? (q.value ?? null) : null;

/** Whether two numbers of one length differ in one digit, or in two neighbours that were swapped. */
export function nearDigits(a: number, b: number): boolean {
  const [x, y] = [String(a), String(b)];
  if (!/^\d+$/.test(x + y) || x.length !== y.length || x === y) return false;
  const at = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
  const [i = 0, j] = at;
  if (j === undefined) return true;
  return at.length === 2 && j === i + 1 && x[i] === y[j] && x[j] === y[i];
}

/** Whether one digit that is not the last one makes the difference: 11 for 21. A last digit may well be right. */
export function leadingDigitTypo(a: number, b: number): boolean {
  const [x, y] = [String(a), String(b)];
  return nearDigits(a, b) && x.at(-1) === y.at(-1);
}
