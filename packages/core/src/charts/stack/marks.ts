import { type Measure, type MeasurePart, type Period, pointOf, type Quantity, type Text } from '../../model/index.ts';

/** One segment of a 100 % stack. `start` and `length` are fractions of the whole. */
export interface StackSegment {
  readonly id: string;
  readonly label: Text;
  readonly quantity: Quantity;
  /** Place among the parts, from 1, the same in every stack: decides the pattern. */
  readonly rank: number;
  readonly start: number;
  readonly length: number;
}

/** The parts of a whole at one date. What they lack of 100 stays empty; parts above 100 together are scaled to fit. */
export interface Stack {
  readonly period: Period;
  readonly segments: readonly StackSegment[];
}

/**
 * Percents that make a whole, as 100 % stacks: the period, then the one before where every part has a previous value.
 * Null when they are no whole: other units, an unknown or negative part, a sum that rounding does not bring near 100.
 * Only for exclusive dimensions.
 * @param previousPeriod period of the parts' previous values
 */
export function stackMarks(
  measure: Pick<Measure, 'parts' | 'period'>,
  previousPeriod?: Period,
): readonly Stack[] | null {
  const parts = measure.parts ?? [];
  const current = stack(measure.period, parts, (part) => part.quantity);
  if (!current) return null;
  const before = previousPeriod === undefined ? null : stack(previousPeriod, parts, (part) => part.previous ?? null);
  return before ? [current, before] : [current];
}

function stack(
  period: Period,
  parts: readonly MeasurePart[],
  of: (part: MeasurePart) => Quantity | null,
): Stack | null {
  const quantities = parts.map(of);
  const values = quantities.map((q) => (q?.unit === 'percent' ? pointOf(q) : Number.NaN));
  const sum = values.reduce((total, v) => total + v, 0);
  // Each printed percent hides up to half a point. A NaN anywhere fails here too.
  if (values.length < 2 || values.some((v) => v < 0) || !(Math.abs(sum - 100) <= values.length / 2)) return null;
  const whole = Math.max(100, sum);
  const segments: StackSegment[] = [];
  let start = 0;
  parts.forEach(({ id, label }, at) => {
    const quantity = quantities[at];
    if (!quantity) return;
    const length = (values[at] ?? 0) / whole;
    segments.push({ id, label, quantity, rank: at + 1, start, length });
    start += length;
  });
  return { period, segments };
}
