import type { Quantity, QuantityOp } from './quantity-schema.ts';

export type { Quantity, QuantityOp } from './quantity-schema.ts';

/** Change between two quantities; `relative` (in percent) is absent for percents and where the previous value may be 0 or less. */
export interface Change {
  readonly absolute: Quantity;
  readonly relative?: Quantity;
}

/** Fields that arithmetic carries along: doubts, and the whole of a percent. */
export type Extras = Pick<Quantity, 'approx' | 'partial' | 'base'>;

/** Makes a quantity: `quantity(117, 'members')`, `quantity(900, 'organisations', '>')`. */
export function quantity(
  value: number,
  unit: string,
  op: Exclude<QuantityOp, 'range'> = '=',
  extras: Extras = {},
): Quantity {
  if (!Number.isFinite(value)) throw new TypeError(`a quantity needs a finite number, received ${value}`);
  return { value, op, unit, ...extras };
}

/** Makes a quantity between two bounds, both included. */
export function quantityRange(min: number, max: number, unit: string, extras: Extras = {}): Quantity {
  if (!(min <= max) || !Number.isFinite(max - min))
    throw new TypeError(`a range needs finite min ≤ max, received ${min} and ${max}`);
  return { min, max, op: 'range', unit, ...extras };
}

/** Whether a quantity is known only roughly. */
export const isApprox = (q: Quantity): boolean => q.op === '~' || q.approx === true;

/** Whether a quantity is a plain, complete number. */
export const isExact = (q: Quantity): boolean => q.op === '=' && q.approx !== true && q.partial === undefined;

/**
 * Returns the number to draw or to sort by: the value, the bound of a bounded quantity, the middle of a range. Never
 * used for arithmetic.
 */
export function pointOf(q: Quantity): number {
  return q.op === 'range' ? ((q.min ?? 0) + (q.max ?? 0)) / 2 : (q.value ?? 0);
}

/** Returns a quantity with its sign changed, for numbers of leavers. It subtracts from zero, so that 0 does not become -0. */
export const negated = ({ value, min = 0, max = 0, ...q }: Quantity): Quantity =>
  value === undefined ? { ...q, min: 0 - max, max: 0 - min } : { ...q, value: 0 - value };

/** Returns a fraction as its document writes it: "4/5" of 0.8 and "4/5ème"; undefined where it writes none, or another one. */
export function printedFraction(value: number | undefined, printed: string | null | undefined): string | undefined {
  const [, part = '', whole = ''] = printed?.match(/^(\d+)\s?\/\s?(\d+)/) ?? [];
  return part && Number(part) / Number(whole) === value ? `${part}/${whole}` : undefined;
}
