import * as z from 'zod/mini';

/**
 * A list of values that may grow: a value of a later release is kept as `other`, with a finding, instead of costing the
 * whole record. Only for words that a reader can do without; what decides a meaning (the operator of a quantity) is closed.
 */
export const openEnum = <const V extends readonly string[]>(values: V) => z.enum([...values, 'other']);
