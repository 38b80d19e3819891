import type * as z from 'zod/mini';
import { add, type Measure, subtract } from '../../model/index.ts';
import { calculated, derived, measureOf, termOf } from '../derive.ts';
import type { Formula } from '../formula.ts';
import type { RollBackParameters } from './schemas.ts';

/** Works a stock on the eve of a year out backwards: the stock at its end, less what joined, plus what left. */
export const rollBack: Formula<z.infer<typeof RollBackParameters>> = {
  operands: ({ plus, minus }) => [...minus, ...plus],
  atStart: (context, atEnd, { self, parameters: { plus, minus, note }, indicator }) => {
    const measure = (id: string) => measureOf(indicator(id), context);
    const [gains, losses] = [minus.map(measure), plus.map(measure)];
    const less = gains.reduce((left, { quantity }) => subtract(left, quantity), atEnd.quantity);
    const start = losses.reduce((left, { quantity }) => add(left, quantity), less);
    // The value is that of the eve: all that it is worked out from belongs to the year after.
    const { period } = context;
    const flow = (of: Measure) => ({ ...termOf(indicator(of.indicator), of.quantity), period });
    return {
      ...derived(start, atEnd, ...gains, ...losses),
      ...calculated(
        'sum',
        { ...termOf(self, atEnd.quantity), period },
        ...gains.map((each) => ({ ...flow(each), minus: true })),
        ...losses.map(flow),
      ),
      notes: [note],
    };
  },
};
