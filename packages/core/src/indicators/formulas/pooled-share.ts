import type * as z from 'zod/mini';
import { scale, share, sum } from '../../model/algebra.ts';
import type { Quantity } from '../../model/quantity.ts';
import { isOfProgramme, narrowed } from '../counting.ts';
import { calculatedShare, derived, measureOf, pairParts, partsOf, termOf } from '../derive.ts';
import type { Formula, Use } from '../formula.ts';
import type { ComputedParts, IndicatorContext } from '../indicator.ts';
import type { PooledShareParameters } from './schemas.ts';

type Parameters = z.infer<typeof PooledShareParameters>;

/** Takes the share of the sum of the parts in the sum of the wholes, over the values of a dimension that have both. */
export const pooledShare: Formula<Parameters> = {
  operands: ({ part, whole }) => [part, whole],
  value: (context, use) => {
    const { part, whole, over } = use.parameters;
    const pairs = [...ratesOf(context, use).keys()].map((id) => {
      const one = narrowed(context, over, id);
      return [measureOf(use.indicator(part), one), measureOf(use.indicator(whole), one)] as const;
    });
    if (pairs.length === 0) return null;
    const some = sum(pairs.map(([each]) => each.quantity));
    const all = sum(pairs.map(([, each]) => each.quantity));
    return {
      ...derived(rate(use, some, all), ...pairs.flat()),
      ...calculatedShare('ratio', termOf(use.indicator(part), some), termOf(use.indicator(whole), all)),
    };
  },
  parts: (context, _, use) => ratesOf(context, use),
};

const rate = ({ parameters: { whole }, indicator }: Use<Parameters>, some: Quantity | null, all: Quantity | null) =>
  share(scale(some, 1, indicator(whole).unit), all, whole);

function ratesOf(context: IndicatorContext, use: Use<Parameters>): ComputedParts {
  const { part, whole, over, programme } = use.parameters;
  const some = partsOf(use.indicator(part), context, over);
  const pairs = pairParts(some, partsOf(use.indicator(whole), context, over), (a, b) => rate(use, a, b));
  return new Map([...pairs].filter(([id]) => isOfProgramme(id, programme)));
}
