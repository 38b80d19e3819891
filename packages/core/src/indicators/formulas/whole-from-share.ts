import type * as z from 'zod/mini';
import { divide, scale } from '../../model/index.ts';
import { calculated, derived, markApproximate, measureOf, termOf } from '../derive.ts';
import type { Formula } from '../formula.ts';
import type { WholeFromShareParameters } from './schemas.ts';

/** Works a whole out from a part and its share, which is printed with few decimals: the result is approximate. */
export const wholeFromShare: Formula<z.infer<typeof WholeFromShareParameters>> = {
  operands: ({ part, share }) => [part, share],
  value: (context, { self, parameters, indicator }) => {
    const part = measureOf(indicator(parameters.part), context);
    const share = measureOf(indicator(parameters.share), context);
    const terms = [
      termOf(indicator(parameters.part), part.quantity),
      termOf(indicator(parameters.share), share.quantity),
    ];
    return {
      ...derived(markApproximate(scale(divide(part.quantity, share.quantity, self.unit), 100)), part, share),
      ...calculated('ratio', ...terms),
    };
  },
};
