import type * as z from 'zod/mini';
import { add, subtract } from '../../model/algebra.ts';
import { derived, measureOf } from '../derive.ts';
import type { Formula } from '../formula.ts';
import type { RollBackParameters } from './schemas.ts';

/** Works a stock on the eve of a year out backwards: the stock at its end, less what joined, plus what left. */
export const rollBack: Formula<z.infer<typeof RollBackParameters>> = {
  operands: ({ plus, minus }) => [...minus, ...plus],
  atStart: (context, atEnd, { parameters: { plus, minus, note }, indicator }) => {
    const measure = (id: string) => measureOf(indicator(id), context);
    const [gains, losses] = [minus.map(measure), plus.map(measure)];
    const less = gains.reduce((left, { quantity }) => subtract(left, quantity), atEnd.quantity);
    const start = losses.reduce((left, { quantity }) => add(left, quantity), less);
    return { ...derived(start, atEnd, ...gains, ...losses), notes: [note] };
  },
};
