import type * as z from 'zod/mini';
import { quantity, type RemainderParameters } from '../../model/index.ts';
import type { Formula } from '../formula.ts';
import { UNKNOWN } from '../labels.ts';
import { unspecifiedRemainder } from '../recorded.ts';

/**
 * Adds to the published parts what is missing up to the published total, as a part "not specified": 12 men and 11 women of
 * 33 leave 10 unknown, and are no share out of 23.
 */
export const remainder: Formula<z.infer<typeof RemainderParameters>> = {
  parts: (context, dimension, { self }) => {
    const rest = unspecifiedRemainder(context, self, dimension);
    return rest === null ? null : new Map([[UNKNOWN, quantity(rest, self.unit)]]);
  },
};
