import type * as z from 'zod/mini';
import { divide, type Measure, scale } from '../../model/index.ts';
import { calculated, derived, measureOf, partMeasure, publishedMeasure, termOf } from '../derive.ts';
import type { Formula, Use } from '../formula.ts';
import type { IndicatorContext } from '../indicator.ts';
import { observedValue } from '../observed.ts';
import type { QuotientParameters } from './schemas.ts';

type Parameters = z.infer<typeof QuotientParameters>;

/** Divides one indicator by another, in the unit of the quotient: a mean per head, or a percent. */
export const quotient: Formula<Parameters> = {
  operands: ({ top, bottom, asPublished }) => (asPublished ? [top] : [top, bottom]),
  value: (context, use) => {
    const { self, parameters, indicator } = use;
    const isPercent = self.unit === 'percent';
    const [part, whole] = [indicator(parameters.top), indicator(parameters.bottom)];
    // A percent is the share of a part in its whole; a mean per head is of two different things.
    const top = isPercent ? partMeasure(part, whole, context) : measureOf(part, context);
    const below = parameters.asPublished ? published(context, use) : measureOf(whole, context);
    if (!below) return null;
    const ratio = divide(top.quantity, below.quantity, self.unit);
    const terms = [termOf(part, top.quantity), termOf(whole, below.quantity)];
    return { ...derived(isPercent ? scale(ratio, 100) : ratio, top, below), ...calculated('ratio', ...terms) };
  },
};

/** Returns the divisor as it is published, as the measure of it; null where it is not, or in another unit. */
function published(context: IndicatorContext, { parameters, indicator }: Use<Parameters>): Measure | null {
  const whole = indicator(parameters.bottom);
  const found = observedValue(context, { id: whole.id, kind: whole.kind });
  return found?.quantity.unit === whole.unit ? publishedMeasure(whole, context, found) : null;
}
