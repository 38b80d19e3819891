import type * as z from 'zod/mini';
import type { StockParameters } from '../../model/index.ts';
import type { Formula } from '../formula.ts';
import { countMemberships, partsOfMemberships } from '../memberships.ts';

/** Counts the records that have started and not ended on the last day of the period. */
export const stock: Formula<z.infer<typeof StockParameters>> = {
  value: (context) => countMemberships('stock', context),
  parts: (context, dimension) => partsOfMemberships('stock', context, dimension),
};
