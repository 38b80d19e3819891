import type * as z from 'zod/mini';
import { add } from '../../model/index.ts';
import { calculated, derived, measureOf, termOf } from '../derive.ts';
import type { Formula } from '../formula.ts';
import type { SumOfSharesParameters } from './schemas.ts';

/** Adds the shares of some values of a dimension, where they are percents of one base. */
export const sumOfShares: Formula<z.infer<typeof SumOfSharesParameters>> = {
  operands: ({ of }) => [of],
  value: (context, { parameters: { of, dimension, values }, indicator }) => {
    const measures = values.map((value) =>
      measureOf(indicator(of), { ...context, where: { ...context.where, [dimension]: value } }),
    );
    const [first = null, ...others] = measures.map(({ quantity }) => quantity);
    const isOneBase = first?.base !== undefined && others.every((each) => each?.base === first.base);
    const addAll = () => others.reduce((left, right) => add(left, right, { disjoint: true }), first);
    const terms = values.map((value, at) =>
      termOf(indicator(of), measures[at]?.quantity ?? null, { [dimension]: value }),
    );
    return { ...derived(isOneBase ? addAll() : null, ...measures), ...calculated('sum', ...terms) };
  },
};
