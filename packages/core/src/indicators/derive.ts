import { type Calculation, type Measure, type Operand, pointOf, type Quantity } from '../model/index.ts';
import type { Computed, ComputedParts, Indicator, IndicatorContext, IndicatorRequest } from './indicator.ts';
import { type Observed, observedPart } from './observed.ts';

function requestOf({ period, territory, where }: IndicatorContext): IndicatorRequest {
  const pairs = Object.entries(where).map(([key, value]) => `${key}=${value}`);
  return {
    period,
    compare: 'none',
    ...(territory === undefined ? {} : { territory }),
    ...(pairs.length ? { where: pairs.join(' ') } : {}),
  };
}

/**
 * Returns the measure of another indicator in the same context, without its comparison: what derived indicators start
 * from. A stock of an earlier date is unknown here.
 */
export function measureOf(indicator: Indicator, context: IndicatorContext): Measure {
  const measure = indicator.compute(context.dataset, requestOf(context));
  // Arithmetic throws on units that differ: a figure published in a wrong unit is unknown here, not an exception.
  const isUsable = measure.quantity?.unit === indicator.unit && measure.period === context.period;
  return measure.quantity && !isUsable ? { ...measure, quantity: null } : measure;
}

/** Returns a published value as the measure of its indicator. */
export const publishedMeasure = ({ id }: Indicator, { period }: IndicatorContext, found: Observed): Measure => ({
  indicator: id,
  period,
  quantity: found.quantity,
  basis: 'published',
  population: null,
  missing: null,
  observations: found.observations.map((o) => o.id),
  sources: [],
  notes: [],
});

/**
 * Returns the measure of what is a part of another indicator. A published figure is one only where both are the same
 * indicator, or where it names that whole (`Observation.of`): 15 trained and 26 members need not be of one kind.
 * @param kept pairs that the part is kept to besides the requested ones
 */
export function partMeasure(
  part: Indicator,
  whole: Indicator,
  context: IndicatorContext,
  kept: Readonly<Record<string, string>> = {},
): Measure {
  const own = measureOf(part, { ...context, where: { ...context.where, ...kept } });
  if (part.id === whole.id) return own;
  const found = observedPart(context, part, whole.id, kept);
  if (found?.quantity.unit === part.unit) return publishedMeasure(part, context, found);
  return own.basis === 'published' || own.basis === 'both' ? { ...own, quantity: null, basis: 'listed' } : own;
}

/** Returns the parts of another indicator in the same context that are known in its own unit, by category id. */
export function derivedParts(indicator: Indicator, context: IndicatorContext, dimension: string): ComputedParts {
  const { parts = [] } = indicator.compute(context.dataset, { ...requestOf(context), by: dimension });
  return new Map(
    parts.flatMap(({ id, quantity: q }): readonly (readonly [string, Quantity])[] =>
      q && q.unit === indicator.unit ? [[id, q]] : [],
    ),
  );
}

/**
 * Returns the observations that a value calculated from these measures rests on: the published ones, and through
 * computed measures what these were derived from.
 */
function originsOf(...measures: readonly Measure[]): readonly string[] {
  return [...new Set(measures.flatMap((m) => [...(m.observations ?? []), ...(m.derivedFrom ?? [])]))];
}

/** Returns a computed value derived from other measures; incomplete where one of them is only listed. */
export function derived(quantity: Computed['quantity'], ...measures: readonly Measure[]): Computed {
  return {
    quantity,
    complete: measures.every((m) => m.basis !== 'listed'),
    derivedFrom: originsOf(...measures),
    fields: measures.flatMap(({ fields = [] }) => fields),
  };
}

/** An operand that may be unknown. */
interface Term extends Omit<Operand, 'quantity'> {
  readonly quantity: Quantity | null;
}

/**
 * Returns the value of an indicator as a term of a calculation.
 * @param pairs pairs that it is kept to beyond those of the request
 */
export function termOf(
  { id, label }: Pick<Indicator, 'id' | 'label'>,
  quantity: Quantity | null,
  pairs: Readonly<Record<string, string>> = {},
): Term {
  const where = Object.entries(pairs).map((pair) => pair.join('='));
  return { label, quantity, indicator: id, ...(where.length ? { where: where.join(' ') } : {}) };
}

/** Returns the arithmetic of a value as a part of it; nothing where a term is unknown, as the value then is. */
export function calculated(form: Calculation['form'], ...terms: readonly Term[]): Pick<Computed, 'calculation'> {
  const operands = terms.flatMap(({ quantity, ...term }): readonly Operand[] =>
    quantity ? [{ ...term, quantity }] : [],
  );
  return operands.length === terms.length ? { calculation: { form, operands } } : {};
}

/**
 * Returns the arithmetic of a share, or of what is left of it. A share is kept within 0–100, so of a part larger than its whole
 * there is none to write.
 */
export function calculatedShare(form: 'ratio' | 'rest', part: Term, whole: Term): Pick<Computed, 'calculation'> {
  const isLarger = part.quantity && whole.quantity && pointOf(part.quantity) > pointOf(whole.quantity);
  return isLarger ? {} : calculated(form, part, whole);
}

/** Says that a quantity is known only roughly: what was calculated from a rounded figure. */
export function markApproximate(q: Quantity | null): Quantity | null {
  if (!q) return null;
  return q.op === '=' ? { ...q, op: '~' } : { ...q, approx: true };
}
