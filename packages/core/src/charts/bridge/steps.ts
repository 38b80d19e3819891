import { isExact, type Measure, type Quantity } from '../../model/index.ts';

/** One step of a bridge: a stock is a number alone, a flow a bar from zero. */
export interface BridgeStep {
  readonly kind: 'before' | 'in' | 'out' | 'after';
  /** The amount itself: that of `out` is positive too. */
  readonly quantity: Quantity;
  /** Fraction of the larger flow; 0 for a stock, which has no bar. */
  readonly length: number;
}

/**
 * Returns a stock a year earlier, the amounts that came in and went out, and the stock now: 114 + 9 − 6 = 117. The two flows are
 * on one scale from zero, beside which a stock, many times as large, would leave them no length. Null unless all four are exact, complete numbers of one unit, none of them negative, that agree; and where nothing came
 * in or went out.
 */
export function bridgeSteps(
  stock: Pick<Measure, 'quantity' | 'previous' | 'period'>,
  inflow: Pick<Measure, 'quantity' | 'period'>,
  outflow: Pick<Measure, 'quantity' | 'period'>,
): readonly BridgeStep[] | null {
  const { quantity: after, previous, period } = stock;
  const before = previous?.quantity;
  const [more, less] = [inflow.quantity, outflow.quantity];
  if (!before || !more || !less || !after) return null;
  const isClear = (q: Quantity): boolean => isExact(q) && q.unit === after.unit && (q.value ?? -1) >= 0;
  if (![before, more, less, after].every(isClear)) return null;
  if (inflow.period !== period || outflow.period !== period) return null;
  const [start, gain, loss, end] = [before, more, less, after].map(({ value = 0 }) => value) as [
    number,
    number,
    number,
    number,
  ];
  if (gain + loss === 0 || Math.abs(start + gain - loss - end) > 1e-9 * (start + gain)) return null;
  const longest = Math.max(gain, loss);
  return [
    { kind: 'before', quantity: before, length: 0 },
    { kind: 'in', quantity: more, length: gain / longest },
    { kind: 'out', quantity: less, length: loss / longest },
    { kind: 'after', quantity: after, length: 0 },
  ];
}
