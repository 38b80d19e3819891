import {
  type Flag,
  intervalOf,
  isApprox,
  isSameKind,
  type Observation,
  type Period,
  period,
  periodContains,
  periodsComparable,
  type Quantity,
  records,
  type SourceRef,
  sum,
  wholesOf,
} from '../model/index.ts';
import { categoryList, groupByCategory } from './counting.ts';
import type { IndicatorContext, IndicatorDefinition } from './indicator.ts';
import { memoizeByObject } from './memoize.ts';

type Wanted = Pick<IndicatorDefinition, 'id' | 'kind' | 'occasions' | 'additive'> &
  Partial<Pick<IndicatorDefinition, 'unit' | 'otherUnits'>>;

/** A published value, all the observations that state it, narrowest first. */
export interface Observed {
  readonly quantity: Quantity;
  readonly observations: readonly Observation[];
  /** Observations that these correct. */
  readonly corrected?: readonly Observation[];
}

const sameDays = (a: Period, b: Period): boolean =>
  periodsComparable(a, b) && periodContains(a, b) && periodContains(b, a);

/** Returns the territory of a figure: it is one cell, whether the territory is given as such or as a dimension. */
const placeOf = (o: Observation): string | undefined => o.territory ?? o.dimensions['territory'];
const cellOf = ({ territory: _, ...others }: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  others;

/** Returns the territory asked for, by either name; null where two are. */
function askedPlace({ territory, where }: IndicatorContext): string | null | undefined {
  const other = where['territory'];
  return territory !== undefined && other !== undefined && territory !== other ? null : (territory ?? other);
}

/** A figure that a later document corrects is no value any more. */
const byIndicator = memoizeByObject((list: readonly Observation[]) => {
  const corrected = new Set(list.flatMap((o) => o.corrects ?? []));
  return groupByCategory(
    list.filter(({ id }) => !corrected.has(id)),
    (o) => categoryList(o.indicator),
  );
});

/** Returns the observations of an indicator for a period: held ones only. A stock is matched by its last day. */
function candidates(
  context: IndicatorContext,
  { id, kind, occasions, unit, otherUnits = [] }: Wanted,
): readonly Observation[] {
  const asked = period(context.period);
  const known = new Map<Period, boolean>();
  const matches = (text: Period): boolean => {
    const answer = known.get(text);
    if (answer !== undefined) return answer;
    const isOccasion = occasions === true && kind !== 'stock' && periodContains(context.period, text);
    const found = kind === 'stock' ? period(text).last === asked.last : isOccasion || sameDays(text, context.period);
    known.set(text, found);
    return found;
  };
  const own = byIndicator(records(context.dataset, 'observations')).get(id) ?? [];
  // Events are no members, whatever the record says of its indicator.
  const isCounted = (o: Observation): boolean =>
    unit === undefined || [unit, ...otherUnits].some((own) => isSameKind(own, o.quantity.unit));
  return own.filter((o) => o.status === 'held' && isCounted(o) && matches(o.period));
}

const length = (o: Observation): number => {
  const { first, last } = period(o.period);
  return Date.parse(last) - Date.parse(first);
};

const width = ({ quantity }: Observation): number => {
  const { lo, hi } = intervalOf(quantity);
  return hi - lo;
};

/**
 * Compares observations, narrowest first: in time, then in value (76 % before "more than 70 %"), exact before about;
 * the id decides between equals.
 */
function narrowest(a: Observation, b: Observation): number {
  // The difference of two values without a bound is no number, and decides nothing.
  const widths = width(a) - width(b);
  const doubt = Number(isApprox(a.quantity)) - Number(isApprox(b.quantity));
  return length(a) - length(b) || widths || doubt || (a.id < b.id ? -1 : 1);
}

const samePairs = (own: Readonly<Record<string, string>>, asked: Readonly<Record<string, string>>): boolean => {
  const keys = Object.keys(own);
  return keys.length === Object.keys(asked).length && keys.every((key) => own[key] === asked[key]);
};

const sameDimensions = (o: Observation, wanted: Readonly<Record<string, string>>): boolean =>
  samePairs(cellOf(o.dimensions), cellOf(wanted));

/**
 * Returns the one value that several statements publish. What is dated as asked comes first; failing that, the
 * occasions inside the period, which are not of one thing: their amounts are added, and rates have no value in common.
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
  const additive =
    wanted.kind === 'flow' &&
    wanted.additive !== false &&
    first.unit !== 'percent' &&
    rest.every((q) => q.unit === first.unit);
  return additive ? sum([first, ...rest]) : null;
}

/** Returns the published value for exactly what was asked, or null. Of several statements the narrowest is taken. */
export function observedValue(context: IndicatorContext, wanted: Wanted): Observed | null {
  const place = askedPlace(context);
  const observations = candidates(context, wanted)
    .filter((o) => placeOf(o) === place && sameDimensions(o, context.where))
    .sort(narrowest);
  const quantity = settle(observations, wanted, context.period);
  const ids = observations.flatMap((o) => o.corrects ?? []);
  const corrected = ids.length ? records(context.dataset, 'observations').filter(({ id }) => ids.includes(id)) : [];
  return quantity && { quantity, observations, corrected };
}

/**
 * Returns the published part of a whole, for what was asked: a figure that names this whole (`of`). Its own pairs are those
 * asked for; failing that, those of one other cell, where the whole alone says what the figure belongs to.
 * @param kept pairs that the part is kept to besides the requested ones
 */
export function observedPart(
  context: IndicatorContext,
  wanted: Wanted,
  whole: string,
  kept: Readonly<Record<string, string>>,
): Observed | null {
  const asked = cellOf(context.where);
  const place = askedPlace(context);
  const isOfWhole = (o: Observation): boolean =>
    wholesOf(o).some(
      ([, each]) =>
        'indicator' in each &&
        each.indicator === whole &&
        (each.where['territory'] ?? undefined) === place &&
        samePairs(cellOf(each.where), asked),
    );
  const found = candidates(context, wanted).filter(isOfWhole).sort(narrowest);
  const own = found.filter((o) => placeOf(o) === place && sameDimensions(o, { ...context.where, ...kept }));
  const isElsewhere = own.length === 0 && Object.keys(asked).length > 0;
  const observations = isElsewhere ? found : own;
  const [first] = observations;
  // Figures of two cells may count the same things: neither is the part.
  if (!first || !observations.every((o) => placeOf(o) === placeOf(first) && sameDimensions(o, first.dimensions)))
    return null;
  const quantity = settle(observations, wanted, context.period);
  return quantity && { quantity, observations };
}

/**
 * Returns the period of the last published value of a stock inside a period, before its end, for exactly this request;
 * undefined without one.
 */
export function lastPublished(context: IndicatorContext, { id }: Pick<Wanted, 'id'>): Period | undefined {
  const place = askedPlace(context);
  const { last } = period(context.period);
  const ends = (byIndicator(records(context.dataset, 'observations')).get(id) ?? [])
    .filter((o) => o.status === 'held' && placeOf(o) === place && sameDimensions(o, context.where))
    .filter((o) => periodContains(context.period, o.period) && period(o.period).last < last)
    .sort((a, b) => (period(a.period).last < period(b.period).last ? 1 : -1));
  return ends[0]?.period;
}

/** Returns what publishers say of figures, each once. */
export const flagsOf = (observations: readonly Observation[]): readonly Flag[] => [
  ...new Set(observations.flatMap(({ flags = [] }) => flags)),
];

/** The published values of a dimension. */
interface ObservedParts {
  readonly parts: ReadonlyMap<string, Quantity>;
  /** What is said of them by their publishers; those of which nothing is said are not in it. */
  readonly flags: ReadonlyMap<string, readonly Flag[]>;
  readonly sources: readonly SourceRef[];
  /** Ids of the observations that state them, in order. */
  readonly ids: readonly string[];
}

/** Returns the published values of each category of a dimension, in the order of the data, and where they stand. */
export function observedParts(context: IndicatorContext, wanted: Wanted, dimension: string): ObservedParts {
  const place = askedPlace(context);
  const isPlace = dimension === 'territory';
  const valueOf = (o: Observation): string | undefined => (isPlace ? placeOf(o) : o.dimensions[dimension]);
  const isAsked = (o: Observation, value: string): boolean =>
    (isPlace ? place === undefined || place === value : placeOf(o) === place) &&
    sameDimensions(o, { [dimension]: value, ...context.where });
  const groups = new Map<string, Observation[]>();
  const found: Observation[] = [];
  for (const o of candidates(context, wanted)) {
    const id = valueOf(o);
    if (id === undefined || !isAsked(o, id)) continue;
    found.push(o);
    const group = groups.get(id);
    if (group) group.push(o);
    else groups.set(id, [o]);
  }
  const parts = new Map<string, Quantity>();
  for (const [id, group] of groups) {
    const quantity = settle(group.sort(narrowest), wanted, context.period);
    if (quantity) parts.set(id, quantity);
  }
  const said = [...groups].map(([id, group]) => [id, flagsOf(group)] as const);
  const flags = new Map(said.filter(([, list]) => list.length > 0));
  return { parts, flags, sources: usualFirst(found.map((o) => o.source)), ids: found.map((o) => o.id).sort() };
}

/** Returns sources with the section that most of them name first: a figure is said to be from there. */
function usualFirst(sources: readonly SourceRef[]): readonly SourceRef[] {
  const keyOf = ({ document, section }: SourceRef): string => `${document}/${section ?? ''}`;
  const counts = new Map<string, number>();
  for (const source of sources) counts.set(keyOf(source), (counts.get(keyOf(source)) ?? 0) + 1);
  return [...sources].sort((a, b) => (counts.get(keyOf(b)) ?? 0) - (counts.get(keyOf(a)) ?? 0));
}
