import type * as z from 'zod/mini';
import { subtract } from '../../model/index.ts';
import { calculated, derived, measureOf, termOf } from '../derive.ts';
import type { Formula } from '../formula.ts';
import type { DifferenceParameters } from './schemas.ts';

/** Subtracts one indicator from another. Unknown as soon as one of the two is. */
export const difference: Formula<z.infer<typeof DifferenceParameters>> = {
  operands: ({ from, less }) => [from, less],
  value: (context, { parameters, indicator }) => {
    const from = measureOf(indicator(parameters.from), context);
    const less = measureOf(indicator(parameters.less), context);
    const subtracted = { ...termOf(indicator(parameters.less), less.quantity), minus: true };
    return {
      ...derived(subtract(from.quantity, less.quantity), from, less),
      ...calculated('sum', termOf(indicator(parameters.from), from.quantity), subtracted),
    };
  },
};
