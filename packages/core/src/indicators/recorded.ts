import type { Quantity } from '../model/quantity.ts';
import type { Computed, IndicatorContext, IndicatorDefinition } from './indicator.ts';
import { observedParts, observedValue } from './observed.ts';

type Wanted = Pick<IndicatorDefinition, 'id' | 'kind' | 'occasions'>;

/**
 * A figure that a record carries as it was published (the followers of a channel, a vote in percents). It is given only
 * where no observation publishes it: both would come from one statement, and the one must not seem to confirm the other.
 */
export function recorded(context: IndicatorContext, wanted: Wanted, q: Quantity | null | undefined): Computed | null {
  if (!q || observedValue(context, wanted)) return null;
  return { quantity: q, complete: true };
}

/**
 * What remains of a published total once its published parts are taken away: the people of whom nothing is said. Null
 * where the parts add up, where a figure is not exact, or where one is missing.
 */
export function unsaid(context: IndicatorContext, wanted: Wanted, dimension: string): number | null {
  const total = observedValue(context, wanted)?.quantity;
  const parts = [...observedParts(context, wanted, dimension).parts.values()];
  if (!total || parts.length === 0) return null;
  if ([total, ...parts].some((q) => q.op !== '=' || q.value === undefined || q.unit !== total.unit)) return null;
  const rest = parts.reduce((left, q) => left - (q.value ?? 0), total.value ?? 0);
  return rest > 0 ? rest : null;
}
