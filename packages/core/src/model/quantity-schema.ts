import * as z from 'zod/mini';

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
      ({ op, value, min, max }) =>
        op === 'range' ? min !== undefined && max !== undefined && min <= max : value !== undefined,
      { error: 'a range needs min ≤ max, every other op needs a value' },
    ),
  );

export type Quantity = Readonly<z.infer<typeof Quantity>>;
