import * as z from 'zod/mini';
import type { Interval } from './interval.ts';

export type { Interval } from './interval.ts';

/** Spelling of a quantity: exact, about, more than, at least, less than, at most, between. */
export const QuantityOp = z.enum(['=', '~', '>', '>=', '<', '<=', 'range']);
export type QuantityOp = z.infer<typeof QuantityOp>;

/**
 * A published or computed amount: an interval with a flag, spelled by `op`.
 * `value` holds the number for every op but `range`, which has `min` and `max`. `unit` is a word of the units table
 * (`members`, `percent`, `points`, `euros`…). `partial` says why the amount covers only a part of what it names.
 * `base` names the whole of a percent; percents of different or unknown bases are never added nor averaged.
 */
export const Quantity = z
  .object({
    value: z.optional(z.number()),
    min: z.optional(z.number()),
    max: z.optional(z.number()),
    op: QuantityOp,
    unit: z.string(),
    approx: z.optional(z.boolean()),
    partial: z.optional(z.string()),
    base: z.optional(z.string()),
  })
  .check(
    z.refine(
      (q) => (q.op === 'range' ? q.min !== undefined && q.max !== undefined && q.min <= q.max : q.value !== undefined),
      {
        error: 'a range needs min ≤ max, every other op needs a value',
      },
    ),
  );

export type Quantity = Readonly<z.infer<typeof Quantity>>;

/** Change between two quantities; `relative` (in percent) is absent for percents and where the previous value may be 0 or less. */
export interface Change {
  readonly absolute: Quantity;
  readonly relative?: Quantity;
}

/** What arithmetic carries along: doubts, and the whole of a percent. */
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

/** The interval that a quantity stands for. `~n` is the point n; its doubt is carried by {@link isApprox}. */
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

/** Whether a quantity is known only roughly. */
export const isApprox = (q: Quantity): boolean => q.op === '~' || q.approx === true;

/** Whether a quantity is a plain, complete number. */
export const isExact = (q: Quantity): boolean => q.op === '=' && q.approx !== true && q.partial === undefined;

/**
 * The number to draw or to sort by: the value, the bound of a bounded quantity, the middle of a range.
 * Never used for arithmetic.
 */
export function pointOf(q: Quantity): number {
  return q.op === 'range' ? ((q.min ?? 0) + (q.max ?? 0)) / 2 : (q.value ?? 0);
}
