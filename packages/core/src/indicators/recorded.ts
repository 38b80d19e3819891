import { intervalOf, type Quantity, sum, type Text } from '../model/index.ts';
import { calculated, termOf } from './derive.ts';
import type { Use } from './formula.ts';
import type { Computed, IndicatorContext, IndicatorDefinition } from './indicator.ts';
import { observedParts, observedValue } from './observed.ts';

type Wanted = Pick<IndicatorDefinition, 'id' | 'kind' | 'occasions'>;

/**
 * Returns a figure that a record carries as it was published (the followers of a channel, a vote in percents). It is
 * given only where no observation publishes it: both would come from one statement, and the one must not seem to
 * confirm the other.
 */
export function recorded(context: IndicatorContext, wanted: Wanted, q: Quantity | null | undefined): Computed | null {
  if (!q || observedValue(context, wanted)) return null;
  return { quantity: q, complete: true };
}

/** Note on a total that is not published. */
const ADDED: Text = {
  fr: 'somme des parts publiées',
  br: 'sammad al lodennoù embannet',
  en: 'sum of the published parts',
};

/**
 * Returns the sum of the published parts of an exclusive dimension: the total where none is published, its confirmation
 * where one is. Parts that add up to less than a published total say nothing against it: some may not be published.
 * Null for a part of the whole, for a single part, and where units differ.
 */
export function sumOfParts(context: IndicatorContext, self: Use<never>['self'], dimension: string): Computed | null {
  if (Object.keys(context.where).length > 0) return null;
  const { parts, ids } = observedParts(context, self, dimension);
  const list = [...parts.values()];
  if (list.length < 2 || list.some((q) => q.unit !== list[0]?.unit)) return null;
  const total = sum(list);
  const published = observedValue(context, self)?.quantity;
  const short = total && published && intervalOf(total).hi < intervalOf(published).lo;
  if (short) return null;
  const terms = [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, quantity]) => termOf(self, quantity, { [dimension]: id }));
  const notes = published ? [] : [ADDED];
  return { quantity: total, complete: true, derivedFrom: ids, notes, ...calculated('sum', ...terms) };
}

/**
 * Returns the part of a published total that its published parts do not cover: people in no stated category. Null where
 * the parts add up, where a figure is not exact, or where one is missing.
 */
export function unspecifiedRemainder(context: IndicatorContext, wanted: Wanted, dimension: string): number | null {
  const total = observedValue(context, wanted)?.quantity;
  const parts = [...observedParts(context, wanted, dimension).parts.values()];
  if (!total || parts.length === 0) return null;
  if ([total, ...parts].some((q) => q.op !== '=' || q.value === undefined || q.unit !== total.unit)) return null;
  const rest = parts.reduce((left, q) => left - (q.value ?? 0), total.value ?? 0);
  return rest > 0 ? rest : null;
}
