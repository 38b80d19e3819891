import type * as z from 'zod/mini';
import {
  isExact,
  pointOf,
  type Quantity,
  type ShareParameters,
  scale,
  share as shareOf,
  subtract,
  sum,
} from '../../model/index.ts';
import { narrowed } from '../counting.ts';
import { calculatedShare, derived, derivedParts, measureOf, partMeasure, termOf } from '../derive.ts';
import type { Formula, Use } from '../formula.ts';
import type { Computed, IndicatorContext } from '../indicator.ts';
import { type Missing, UNDECIDED, UNSTATED, withMissing } from '../missing-parts.ts';

type Parameters = z.infer<typeof ShareParameters>;

/** Takes the share of a part in a whole, in percent, and of their parts by category. */
export const share: Formula<Parameters> = {
  operands: ({ part, whole }) => [part, whole],
  value: (context, use) => {
    const { within } = use.parameters;
    return within !== undefined && context.where[within] === undefined ? null : rateAt(context, use);
  },
  parts: (context, dimension, use) => {
    const { within, whole } = use.parameters;
    if (within !== undefined && dimension !== within && context.where[within] === undefined) return null;
    const all = derivedParts(use.indicator(whole), context, dimension);
    const rates = [...all.keys()].flatMap((id) => {
      const rate = rateAt(narrowed(context, dimension, id), use);
      // Values that are only listed make no rate.
      return rate.complete && rate.quantity ? [[id, rate.quantity] as const] : [];
    });
    return new Map(rates);
  },
};

function rateAt(context: IndicatorContext, use: Use<Parameters>): Computed {
  const { where, sameThings } = use.parameters;
  const [part, whole] = [use.indicator(use.parameters.part), use.indicator(use.parameters.whole)];
  const some = partMeasure(part, whole, context, where);
  const all = measureOf(whole, context);
  const missing = some.quantity ? missingFrom(context, use, some.quantity, all.quantity) : [];
  const most = some.quantity && withMissing(some.quantity, missing);
  const quantity = shareOf(sameThings ? scale(most, 1, whole.unit) : most, all.quantity, whole.id);
  return {
    ...derived(quantity, some, all),
    ...(missing.length > 0
      ? { notes: missing.map(([, reason]) => reason) }
      : calculatedShare('ratio', termOf(part, some.quantity, where), termOf(whole, all.quantity))),
  };
}

/** Returns what may still be in the part: the undecided, and what two or more known parts of the whole leave over. */
function missingFrom(context: IndicatorContext, use: Use<Parameters>, some: Quantity, all: Quantity | null): Missing[] {
  const { part, where = {}, undecided } = use.parameters;
  const missing: Missing[] = [];
  const open = undecided && measureOf(use.indicator(part), { ...context, where: { ...context.where, ...undecided } });
  if (open?.quantity && pointOf(open.quantity) > 0) missing.push([open.quantity, UNDECIDED]);
  const [dimension] = use
    .indicator(part)
    .dimensions.filter(({ id, exclusive }) => exclusive && where[id] !== undefined);
  const parts = dimension ? derivedParts(use.indicator(part), context, dimension.id) : new Map<string, Quantity>();
  // Beside one part alone, the rest is simply not in it: 34 of 103 were selected.
  const decided = [...parts.keys()].filter((id) => id !== undecided?.[dimension?.id ?? '']);
  const rest = decided.length > 1 && all?.unit === some.unit ? subtract(all, sum([...parts.values()])) : null;
  if (rest && isExact(rest) && pointOf(rest) > 0) missing.push([rest, UNSTATED]);
  return missing;
}
