import type { Measure } from '../model/measure.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Computed, Indicator, IndicatorContext } from './indicator.ts';

/** The measure of another indicator in the same context, without its comparison: what derived indicators start from. */
export function measureOf(indicator: Indicator, { dataset, period, territory, where }: IndicatorContext): Measure {
  const pairs = Object.entries(where).map(([key, value]) => `${key}=${value}`);
  const measure = indicator.compute(dataset, {
    period,
    compare: 'none',
    ...(territory === undefined ? {} : { territory }),
    ...(pairs.length ? { where: pairs.join(' ') } : {}),
  });
  // Arithmetic throws on units that differ: a figure published in a wrong unit is unknown here, not an exception.
  return measure.quantity && measure.quantity.unit !== indicator.unit ? { ...measure, quantity: null } : measure;
}

/**
 * The observations that a value calculated from these measures rests on: the published ones, and through computed
 * measures what these were derived from.
 */
export function originsOf(...measures: readonly Measure[]): readonly string[] {
  return [...new Set(measures.flatMap((m) => [...(m.observations ?? []), ...(m.derivedFrom ?? [])]))];
}

/** A computed value derived from other measures; incomplete where one of them is only listed. */
export function derived(quantity: Computed['quantity'], ...measures: readonly Measure[]): Computed {
  return { quantity, complete: measures.every((m) => m.basis !== 'listed'), derivedFrom: originsOf(...measures) };
}

/** Says that a quantity is known only roughly: what was calculated from a rounded figure. */
export function roughly(q: Quantity | null): Quantity | null {
  if (!q) return null;
  return q.op === '=' ? { ...q, op: '~' } : { ...q, approx: true };
}
