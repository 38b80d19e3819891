import type * as z from 'zod/mini';
import { scale, share as shareOf } from '../../model/algebra.ts';
import type { Quantity } from '../../model/quantity.ts';
import { matchesWhere } from '../counting.ts';
import { calculatedShare, derived, measureOf, pairParts, partsOf, termOf } from '../derive.ts';
import type { Formula, Use } from '../formula.ts';
import type { ComputedParts, IndicatorContext } from '../indicator.ts';
import type { ShareParameters } from './schemas.ts';

type Parameters = z.infer<typeof ShareParameters>;

/** Takes the share of a part in a whole, in percent, and of their parts by category. */
export const share: Formula<Parameters> = {
  operands: ({ part, whole }) => [part, whole],
  value: (context, use) => {
    const { within, part, whole, where } = use.parameters;
    if (within !== undefined && context.where[within] === undefined) return null;
    const some = partOf(context, use);
    const all = measureOf(use.indicator(whole), context);
    return {
      ...derived(rateOf(use)(some.quantity, all.quantity), some, all),
      ...calculatedShare(
        'ratio',
        termOf(use.indicator(part), some.quantity, where),
        termOf(use.indicator(whole), all.quantity),
      ),
    };
  },
  parts: (context, dimension, use) => {
    const { part, whole, within, alias } = use.parameters;
    if (within !== undefined && dimension !== within && context.where[within] === undefined) return null;
    const [some, all] = [use.indicator(part), partsOf(use.indicator(whole), context, dimension)];
    if (alias === undefined) return pairParts(partsOf(some, kept(context, use), dimension), all, rateOf(use));
    const { [dimension]: _, ...where } = context.where;
    const rates = [alias, dimension].flatMap((each) => [
      ...pairParts(partsOf(some, kept({ ...context, where }, use), each), all, rateOf(use)),
    ]);
    return new Map(rates.filter(([id]) => matchesWhere(context, dimension, id))) satisfies ComputedParts;
  },
};

const kept = (context: IndicatorContext, { parameters }: Use<Parameters>): IndicatorContext => ({
  ...context,
  where: { ...context.where, ...parameters.where },
});

/** Returns the part as it is asked for; failing that, under the other dimension that names it. */
function partOf(context: IndicatorContext, use: Use<Parameters>) {
  const { part, within, alias } = use.parameters;
  const own = measureOf(use.indicator(part), kept(context, use));
  if (within === undefined || alias === undefined || (own.quantity !== null && own.basis !== 'listed')) return own;
  const { [within]: id = '', ...where } = context.where;
  return measureOf(use.indicator(part), kept({ ...context, where: { ...where, [alias]: id } }, use));
}

const rateOf = ({ parameters: { whole, sameThings }, indicator }: Use<Parameters>) => {
  const { unit } = indicator(whole);
  return (some: Quantity | null, all: Quantity | null): Quantity | null =>
    shareOf(sameThings ? scale(some, 1, unit) : some, all, whole);
};
