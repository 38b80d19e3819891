/** What is known of one period: published, counted, or led back to from the year after. */
import { isUnderWay, records } from '../model/coverage.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Measure } from '../model/measure.ts';
import type { Period } from '../model/period.ts';
import type { Quantity } from '../model/quantity.ts';
import { yearFrom } from '../model/year-from.ts';
import { elapsed } from './counting.ts';
import type { Computed, ComputedParts, IndicatorContext, IndicatorDefinition } from './indicator.ts';
import { observedParts, observedValue } from './observed.ts';
import { isListed, type Reconciled, RUNNING, reconcile, soFar } from './reconcile.ts';
import { createMemory, once } from './remember.ts';

/**
 * What a definition gave for a data set. Comparisons, splits and rates ask for the same values again. Pages ask for few;
 * who goes through thousands of territories keeps only the last ones.
 */
const remembered = once((_: IndicatorDefinition) => ({
  values: createMemory<Reconciled>(1000),
  parts: createMemory<ComputedParts>(20),
}));

const keyOf = ({ period, territory, where }: IndicatorContext): string =>
  JSON.stringify([period, territory ?? null, where]);

/** What is published or counted of a period; failing both, what the year after leads back to. */
export function knownAt(definition: IndicatorDefinition, context: IndicatorContext): Reconciled {
  const own = ownAt(definition, context);
  return (isUnknown(own.quantity) && ledBack(definition, context)) || own;
}

/** Neither published nor counted on a complete list. */
export const isUnknown = (q: Quantity | null): boolean => q === null || isListed(q);

/** The year that leads back to a period; undefined where none does. */
const yearOf = ({ atStart }: IndicatorDefinition, { period }: IndicatorContext): Period | undefined =>
  atStart && yearFrom(period);

/** From the year after to its eve: one step, from what is published or counted there, and never from what was led back. */
function ledBack(definition: IndicatorDefinition, context: IndicatorContext): Reconciled | null {
  const year = yearOf(definition, context);
  if (year === undefined) return null;
  const later = { ...context, period: year };
  const atEnd = ownAt(definition, later);
  // Arithmetic throws on units that differ.
  if (isUnknown(atEnd.quantity) || atEnd.quantity?.unit !== definition.unit) return null;
  const computed = definition.atStart?.(later, { indicator: definition.id, period: year, ...atEnd });
  return computed?.quantity && computed.complete ? withSources(context.dataset, reconcile(null, computed)) : null;
}

const ownAt = (definition: IndicatorDefinition, context: IndicatorContext): Reconciled =>
  remembered(definition).values(context.dataset, keyOf(context), () => {
    const observed = observedValue(context, definition);
    const computed = understands(definition, context) ? valueSoFar(definition, context) : null;
    const known = withSources(context.dataset, reconcile(observed, computed));
    // Of what is unknown too: so far nothing is known.
    return isRunning(definition, context) ? { ...known, until: context.dataset.manifest.updated } : known;
  });

/** Whether what is asked for was still going on: what is counted on a day is not, nor is what was announced. */
function isRunning(
  { kind, looksAhead }: IndicatorDefinition,
  { dataset, period, where }: IndicatorContext,
  dimension?: string,
): boolean {
  return kind !== 'stock' && isUnderWay(dataset, period) && !looksAhead?.(where, dimension);
}

/**
 * The value of a period; where it is not over, of the days that have passed, for which lists may be complete. Records that
 * name no day, only the period itself, are of those days too.
 */
function valueSoFar(definition: IndicatorDefinition, context: IndicatorContext): Computed | null {
  const whole = (): Computed | null => definition.value?.(context) ?? null;
  if (!isRunning(definition, context)) return whole();
  const isKnown = (found: Computed | null | undefined): found is Computed => !!found?.complete && !!found.quantity;
  const passed = [elapsed(context), { ...context, soFar: true }].map((each) => definition.value?.(each)).find(isKnown);
  if (!passed?.quantity) return whole();
  return { ...passed, quantity: soFar(passed.quantity), notes: [...(passed.notes ?? []), RUNNING] };
}

function partsSoFar(definition: IndicatorDefinition, context: IndicatorContext, dimension: string): ComputedParts {
  const partsOf = (each: IndicatorContext): ComputedParts => definition.parts?.(each, dimension) ?? new Map();
  if (!isRunning(definition, context, dimension)) return partsOf(context);
  const passed = new Map([...partsOf({ ...context, soFar: true }), ...partsOf(elapsed(context))]);
  return new Map([...passed].map(([id, q]) => [id, soFar(q)]));
}

/** What is calculated from published figures stands where these stand. */
const withSources = (dataset: Dataset, reconciled: Reconciled): Reconciled =>
  reconciled.sources.length ? reconciled : { ...reconciled, sources: sourcesOf(dataset, reconciled) };

/** Sources, each place once. */
export const merge = (a: Measure['sources'], b: Measure['sources']): Measure['sources'] => {
  const seen = new Set<string>();
  return [...a, ...b].filter((s) => {
    const key = JSON.stringify(s);
    return seen.has(key) ? false : seen.add(key);
  });
};

/** Where observations and the fields of records were published, each place once. */
function sourcesOf(dataset: Dataset, { derivedFrom = [], fields = [] }: Reconciled): Measure['sources'] {
  if (derivedFrom.length + fields.length === 0) return [];
  const wanted = new Set(derivedFrom);
  const found = records(dataset, 'observations').filter((o) => wanted.has(o.id));
  const told = fields.flatMap((field) => records(dataset, field.collection).filter(({ id }) => id === field.id));
  return merge(
    [],
    [...found, ...told].flatMap(({ source }) => source ?? []),
  );
}

/** A pair of `where` that the arithmetic knows nothing of would be ignored by it, and give the value of the whole. */
function understands({ dimensions, filters = [] }: IndicatorDefinition, { where }: IndicatorContext): boolean {
  return Object.keys(where).every((key) => filters.includes(key) || dimensions.some((d) => d.id === key));
}

/** What is known of the values of a dimension, by category id. */
export interface KnownParts {
  readonly parts: ReadonlyMap<string, Quantity>;
  /** Those that are published. */
  readonly published: ReadonlySet<string>;
  /** Those that the year after led back to. */
  readonly ledBack: ReadonlyMap<string, Reconciled>;
  readonly sources: Measure['sources'];
}

/** What is published and what is computed of the values of a dimension. */
export function knownParts(definition: IndicatorDefinition, context: IndicatorContext, dimension: string): KnownParts {
  const own = ownParts(definition, context, dimension);
  const ledBack = partsLedBack(definition, context, dimension, own.parts);
  if (ledBack.size === 0) return { ...own, ledBack };
  const quantities = [...ledBack].flatMap(([id, { quantity }]) => (quantity ? [[id, quantity] as const] : []));
  const sources = merge(
    own.sources,
    [...ledBack.values()].flatMap((each) => each.sources),
  );
  return { ...own, ledBack, parts: new Map([...own.parts, ...quantities]), sources };
}

function ownParts(definition: IndicatorDefinition, context: IndicatorContext, dimension: string) {
  const computed = remembered(definition).parts(context.dataset, `${dimension} ${keyOf(context)}`, () => {
    return understands(definition, context) ? partsSoFar(definition, context, dimension) : new Map<string, Quantity>();
  });
  const observed = observedParts(context, definition, dimension);
  const ids = [...observed.parts.keys()];
  return {
    // In the order of what is published, then of what is computed.
    parts: new Map([...observed.parts, ...computed, ...observed.parts]),
    published: new Set(ids),
    sources: observed.sources,
  };
}

/** Of those that are known at the end of the year after, the ones that are unknown on its eve. */
function partsLedBack(
  definition: IndicatorDefinition,
  context: IndicatorContext,
  dimension: string,
  own: ReadonlyMap<string, Quantity>,
): ReadonlyMap<string, Reconciled> {
  const found = new Map<string, Reconciled>();
  const year = yearOf(definition, context);
  if (year === undefined) return found;
  for (const [id, atEnd] of ownParts(definition, { ...context, period: year }, dimension).parts) {
    if (isListed(atEnd) || !isUnknown(own.get(id) ?? null)) continue;
    const back = ledBack(definition, { ...context, where: { ...context.where, [dimension]: id } });
    if (back) found.set(id, back);
  }
  return found;
}
