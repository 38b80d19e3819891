import type * as z from 'zod/mini';
import { type Measure, type PooledShareParameters, type Quantity, scale, share, sum } from '../../model/index.ts';
import { isOfProgramme, narrowed } from '../counting.ts';
import { calculatedShare, derived, derivedParts, measureOf, partMeasure, termOf } from '../derive.ts';
import type { Formula, Use } from '../formula.ts';
import type { IndicatorContext } from '../indicator.ts';

type Parameters = z.infer<typeof PooledShareParameters>;

/** Takes the share of the sum of the parts in the sum of the wholes, over the values of a dimension that have both. */
export const pooledShare: Formula<Parameters> = {
  operands: ({ part, whole }) => [part, whole],
  value: (context, use) => {
    const { part, whole } = use.parameters;
    const pairs = pairsOf(context, use).map(([, pair]) => pair);
    if (pairs.length === 0) return null;
    const some = sum(pairs.map(([each]) => each.quantity));
    const all = sum(pairs.map(([, each]) => each.quantity));
    return {
      ...derived(rate(use, some, all), ...pairs.flat()),
      ...calculatedShare('ratio', termOf(use.indicator(part), some), termOf(use.indicator(whole), all)),
    };
  },
  parts: (context, _, use) => new Map(pairsOf(context, use).map(([id, , q]) => [id, q] as const)),
};

const rate = ({ parameters: { whole }, indicator }: Use<Parameters>, some: Quantity | null, all: Quantity | null) =>
  share(scale(some, 1, indicator(whole).unit), all, whole);

type Pair = readonly [part: Measure, whole: Measure];

/** Returns the values of the dimension that have both, with the two and their rate. What is only listed makes none. */
function pairsOf(context: IndicatorContext, use: Use<Parameters>): readonly (readonly [string, Pair, Quantity])[] {
  const { over, programme } = use.parameters;
  const [part, whole] = [use.indicator(use.parameters.part), use.indicator(use.parameters.whole)];
  return [...derivedParts(whole, context, over).keys()]
    .filter((id) => isOfProgramme(id, programme))
    .flatMap((id) => {
      const one = narrowed(context, over, id);
      const pair = [partMeasure(part, whole, one), measureOf(whole, one)] as const;
      const q = rate(use, pair[0].quantity, pair[1].quantity);
      return q && pair.every(({ basis }) => basis !== 'listed') ? [[id, pair, q] as const] : [];
    });
}
