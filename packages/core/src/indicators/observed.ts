import { sum } from '../model/algebra.ts';
import { records } from '../model/dataset.ts';
import type { Observation } from '../model/observation.ts';
import { type Period, period, periodContains, periodsComparable } from '../model/period.ts';
import { intervalOf, isApprox, type Quantity } from '../model/quantity.ts';
import type { SourceRef } from '../model/source-ref.ts';
import type { IndicatorContext, IndicatorDefinition } from './indicator.ts';

type Wanted = Pick<IndicatorDefinition, 'id' | 'kind' | 'occasions'>;

/** A published value, all the observations that state it, narrowest first. */
export interface Observed {
  readonly quantity: Quantity;
  readonly observations: readonly Observation[];
}

const sameDays = (a: Period, b: Period): boolean =>
  periodsComparable(a, b) && periodContains(a, b) && periodContains(b, a);

/** The observations of an indicator for a period and a territory: held ones only. A stock is matched by its last day. */
function candidates(context: IndicatorContext, { id, kind, occasions }: Wanted): readonly Observation[] {
  const asked = period(context.period);
  const matches = (text: string): boolean => {
    if (kind === 'stock') return period(text).last === asked.last;
    return sameDays(text, context.period) || (occasions === true && periodContains(context.period, text));
  };
  return records(context.dataset, 'observations').filter(
    (o) =>
      o.indicator === id &&
      o.status === 'held' &&
      (o.territory ?? undefined) === context.territory &&
      matches(o.period),
  );
}

const length = (o: Observation): number => {
  const { first, last } = period(o.period);
  return Date.parse(last) - Date.parse(first);
};

const width = ({ quantity }: Observation): number => {
  const { lo, hi } = intervalOf(quantity);
  return hi - lo;
};

/** Narrowest first: in time, then in value (76 % before "more than 70 %"), exact before about; the id settles the rest. */
function narrowest(a: Observation, b: Observation): number {
  const widths = width(a) === width(b) ? 0 : width(a) - width(b);
  const doubt = Number(isApprox(a.quantity)) - Number(isApprox(b.quantity));
  return length(a) - length(b) || widths || doubt || (a.id < b.id ? -1 : 1);
}

const sameDimensions = (o: Observation, wanted: Readonly<Record<string, string>>): boolean => {
  const keys = Object.keys(o.dimensions);
  return keys.length === Object.keys(wanted).length && keys.every((key) => o.dimensions[key] === wanted[key]);
};

/**
 * The one value that several statements publish. What is dated as asked comes first; failing that, the occasions inside
 * the period, which are not of one thing: their amounts are added, and rates have no value in common.
 */
function settle(sorted: readonly Observation[], wanted: Wanted, asked: Period): Quantity | null {
  const [exact] = sorted.filter((o) => wanted.kind === 'stock' || sameDays(o.period, asked));
  if (exact) return exact.quantity;
  // One occasion dated to the day and again to the month is one: the wider date is left out.
  const occasions = sorted.filter(
    (o, at) => !sorted.some((p, before) => before < at && periodContains(o.period, p.period)),
  );
  const [first, ...rest] = occasions.map((o) => o.quantity);
  if (!first || rest.length === 0) return first ?? null;
  const additive = wanted.kind === 'flow' && first.unit !== 'percent' && rest.every((q) => q.unit === first.unit);
  return additive ? sum([first, ...rest]) : null;
}

/** The published value for exactly what was asked, or null. Of several statements the narrowest is taken. */
export function observedValue(context: IndicatorContext, wanted: Wanted): Observed | null {
  const observations = candidates(context, wanted)
    .filter((o) => sameDimensions(o, context.where))
    .sort(narrowest);
  const quantity = settle(observations, wanted, context.period);
  return quantity && { quantity, observations };
}

/** The published values of a dimension. */
export interface ObservedParts {
  readonly parts: ReadonlyMap<string, Quantity>;
  readonly sources: readonly SourceRef[];
  /** Ids of the observations that state them, in order. */
  readonly ids: readonly string[];
}

/** The published values of each category of a dimension, in the order of the data, and where they stand. */
export function observedParts(context: IndicatorContext, wanted: Wanted, dimension: string): ObservedParts {
  const found = candidates(context, wanted).filter(
    (o) =>
      dimension in o.dimensions && sameDimensions(o, { [dimension]: o.dimensions[dimension] ?? '', ...context.where }),
  );
  const groups = new Map<string, Observation[]>();
  for (const o of found) {
    const id = o.dimensions[dimension] ?? '';
    const group = groups.get(id);
    if (group) group.push(o);
    else groups.set(id, [o]);
  }
  const parts = new Map<string, Quantity>();
  for (const [id, group] of groups) {
    const quantity = settle(group.sort(narrowest), wanted, context.period);
    if (quantity) parts.set(id, quantity);
  }
  return { parts, sources: found.map((o) => o.source), ids: found.map((o) => o.id).sort() };
}
