/** A linear axis that holds zero and ends on round numbers. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  /** Round numbers from end to end, zero among them. */
  readonly ticks: readonly number[];
  /** Returns the position of a number, as a fraction of the axis from its low end. */
  readonly at: (n: number) => number;
}

/** Steps between ticks that people count in, as multiples of a power of ten. */
const STEPS = [1, 2, 5, 10] as const;

/**
 * The axis for some numbers: from zero, whichever side of it they lie on. Numbers that are all zero, or none at all, have
 * an axis too.
 * @param count about how many ticks there are beside zero
 */
export function niceScale(numbers: readonly number[], count = 4): Scale {
  const known = numbers.filter((n) => Number.isFinite(n));
  const low = known.reduce((least, n) => Math.min(least, n), 0);
  const high = known.reduce((most, n) => Math.max(most, n), 0);
  const step = niceStep((high - low || 1) / count);
  const [from, to] = [Math.floor(low / step), Math.ceil(high / step) || (low < 0 ? 0 : 1)];
  const [min, max] = [from * step, to * step];
  const ticks: number[] = [];
  // Multiples, not sums: 0.1 + 0.2 is not 0.3.
  for (let n = from; n <= to; n++) ticks.push(Number((n * step).toPrecision(12)) + 0);
  return { min, max, ticks, at: (n) => (n - min) / (max - min) };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = STEPS.find((each) => each * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}
