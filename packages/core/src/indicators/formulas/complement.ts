import type * as z from 'zod/mini';
import { add, period, previousPeriod, type Quantity, complement as rest, share, subtract } from '../../model/index.ts';
import { calculatedShare, derived, measureOf, termOf } from '../derive.ts';
import type { Formula, Use } from '../formula.ts';
import type { IndicatorContext } from '../indicator.ts';
import type { ComplementParameters } from './schemas.ts';

type Parameters = z.infer<typeof ComplementParameters>;

/**
 * Takes from 100 % the share of what left in the stock on the eve of the period. A stock that is not known then is the one
 * at the end, less what joined, plus what left.
 */
export const complement: Formula<Parameters> = {
  operands: ({ part, stock, joined }) => [part, stock, joined],
  value: (context, use) => {
    const left = measureOf(use.indicator(use.parameters.part), context);
    const { start, eve, measures } = stockAtStart(context, use);
    const { part, stock, base } = use.parameters;
    const before = { ...termOf(use.indicator(stock), start), period: eve };
    return {
      ...derived(rest(share(left.quantity, start, base)), left, ...measures),
      ...calculatedShare('rest', termOf(use.indicator(part), left.quantity), before),
    };
  },
};

function stockAtStart(context: IndicatorContext, { parameters, indicator }: Use<Parameters>) {
  const { part, stock, joined } = parameters;
  const eve = previousPeriod(period(context.period).first, 'flow');
  const known = measureOf(indicator(stock), { ...context, period: eve });
  if (known.quantity && known.basis !== 'listed') return { start: known.quantity, eve, measures: [known] };
  const measures = [stock, joined, part].map((id) => measureOf(indicator(id), context));
  const [end = null, gained = null, lost = null]: readonly (Quantity | null)[] = measures.map((m) => m.quantity);
  return { start: add(subtract(end, gained), lost), eve, measures };
}
