import {
  type Dimension,
  isApprox,
  type Measure,
  type MeasurePart,
  pointOf,
  type Quantity,
  type Text,
} from '../../model/index.ts';
import { hasSeveralUnits } from '../bars/marks.ts';
import type { StackSegment } from '../stack/marks.ts';

/** One part of a 100 % bar, with its share where that is known. */
export interface ShareSegment extends StackSegment, Pick<MeasurePart, 'share' | 'checks'> {}

/** Id of what a rate lacks of the whole. */
const REST = 'rest';
/** Place of the empty pattern. */
const EMPTY = 4;

/** As many parts have their labels on one bar. */
const MOST = 3;

/**
 * Returns two or three parts of a whole as the segments of one bar. Null where they are no such parts: one or many of them,
 * several units, an unknown, bounded, approximate or negative amount, parts that do not make the total.
 */
export function shareSegments(
  { parts = [], quantity }: Pick<Measure, 'parts' | 'quantity'>,
  { exclusive, exhaustive }: Pick<Dimension, 'exclusive' | 'exhaustive'>,
): readonly ShareSegment[] | null {
  if (!exclusive || parts.length < 2 || parts.length > MOST || hasSeveralUnits(parts)) return null;
  const known = parts.flatMap((part) =>
    part.quantity?.op === '=' && !isApprox(part.quantity) && pointOf(part.quantity) >= 0
      ? [{ part, quantity: part.quantity, value: pointOf(part.quantity) }]
      : [],
  );
  const sum = known.reduce((total, { value }) => total + value, 0);
  if (known.length < parts.length || sum === 0 || !makesWhole(sum, known, quantity, exhaustive)) return null;
  // Printed percents may lack a little of the whole, which stays empty.
  const whole = known[0]?.quantity.unit === 'percent' ? Math.max(100, sum) : sum;
  let start = 0;
  return known.map(({ part: { id, label, share, checks }, quantity: own, value }, at) => {
    const length = value / whole;
    const segment = { id, label, quantity: own, rank: id === REST ? EMPTY : at + 1, start, length };
    start += length;
    return { ...segment, ...(share ? { share } : {}), ...(checks ? { checks } : {}) };
  });
}

function makesWhole(
  sum: number,
  known: readonly { readonly quantity: Quantity }[],
  total: Quantity | null,
  exhaustive: true | undefined,
): boolean {
  // Each printed percent hides up to half a point.
  if (known[0]?.quantity.unit === 'percent') return Math.abs(sum - 100) <= known.length / 2;
  if (!total) return exhaustive === true;
  return total.op === '=' && !isApprox(total) && Math.abs(pointOf(total) - sum) <= 1e-9 * sum;
}

/**
 * Returns a percent that is known as it is, and what it lacks of the whole, as two parts. Null for any other value.
 * @param rest name of what it lacks
 */
export function rateParts(
  { indicator, quantity }: Pick<Measure, 'indicator' | 'quantity'>,
  label: Text,
  rest: Text,
): readonly MeasurePart[] | null {
  if (quantity?.unit !== 'percent' || quantity.op !== '=' || isApprox(quantity)) return null;
  const value = pointOf(quantity);
  if (value < 0 || value > 100) return null;
  // Half a decimal more or less than the value has would be noise of binary fractions.
  const lacks = { ...quantity, value: Math.round((100 - value) * 1e9) / 1e9 };
  return [
    { id: indicator, label, quantity },
    { id: REST, label: rest, quantity: lacks },
  ];
}
