import type * as z from 'zod/mini';
import { changeOf, period, previousPeriod, type Quantity, subtract } from '../../model/index.ts';
import { calculated, derived, measureOf, termOf } from '../derive.ts';
import type { Formula, Use } from '../formula.ts';
import type { Computed, IndicatorContext } from '../indicator.ts';
import type { GrowthParameters } from './schemas.ts';

type Parameters = z.infer<typeof GrowthParameters>;

/** Relates the change of a stock to what it was at the start of the period, in percent. */
export const growth: Formula<Parameters> = {
  operands: ({ of, change }) => [of, change],
  value: (context, use) => (context.where[use.parameters.by] === undefined ? null : growthOf(context, use)),
  parts: (context, _, use) => {
    const { dataset, period, where } = context;
    const { of, by } = use.parameters;
    const stock = use.indicator(of).compute(dataset, { period, by, compare: 'none' });
    const parts = new Map<string, Quantity>();
    for (const { id } of stock.parts ?? []) {
      const isAsked = where[by] === undefined || where[by] === id;
      const percent = isAsked ? growthOf({ ...context, where: { [by]: id } }, use).quantity : null;
      if (percent) parts.set(id, percent);
    }
    return parts;
  },
};

function growthOf(context: IndicatorContext, { parameters, indicator }: Use<Parameters>): Computed {
  const stock = measureOf(indicator(parameters.of), context);
  const change = measureOf(indicator(parameters.change), context);
  const before = subtract(stock.quantity, change.quantity);
  const eve = previousPeriod(period(context.period).first, 'flow');
  const term = (quantity: Quantity | null) => termOf(indicator(parameters.of), quantity);
  return {
    ...derived(changeOf(stock.quantity, before)?.relative ?? null, stock, change),
    ...calculated('growth', term(stock.quantity), { ...term(before), period: eve }),
  };
}
