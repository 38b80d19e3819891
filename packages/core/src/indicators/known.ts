/** Value of an indicator for one period: published, computed, or rolled back from the following year. */
import {
  type Dataset,
  type Flag,
  isUnderWay,
  type Measure,
  type Period,
  type Quantity,
  records,
  type SourceRef,
  yearFrom,
} from '../model/index.ts';
import { byId } from './by-id.ts';
import { elapsed } from './counting.ts';
import type { Computed, ComputedParts, IndicatorContext, IndicatorDefinition } from './indicator.ts';
import { createMemoCache, memoizeByObject } from './memoize.ts';
import { observedParts, observedValue } from './observed.ts';
import { isOnlyListed, type Reconciled, RUNNING, reconcile, soFar } from './reconcile.ts';

/**
 * Results of a definition for a data set, because comparisons, splits and rates ask for the same values again. A page
 * asks for few of them; a program that goes through thousands of territories keeps only the last ones.
 */
const remembered = memoizeByObject((_: IndicatorDefinition) => ({
  values: createMemoCache<Reconciled>(1000),
  parts: createMemoCache<ComputedParts>(20),
}));

const contextKey = ({ period, territory, where }: IndicatorContext): string =>
  JSON.stringify([period, territory ?? null, where]);

/** Returns the published or computed value of a period; without one, the value rolled back from the following year. */
export function resolveValue(definition: IndicatorDefinition, context: IndicatorContext): Reconciled {
  const own = ownAt(definition, context);
  return (isUnknown(own.quantity) && rolledBack(definition, context)) || own;
}

/** Whether a value is neither published nor counted on a complete list. */
export const isUnknown = (q: Quantity | null): boolean => q === null || isOnlyListed(q);

/**
 * Returns the following year, from whose end a value at its start can be calculated; undefined for other periods and
 * definitions.
 */
const yearOf = ({ atStart }: IndicatorDefinition, { period }: IndicatorContext): Period | undefined =>
  atStart && yearFrom(period);

/**
 * Calculates the value at the start of the following year from the one at its end. It takes one step only, from a
 * published or computed value, never from one that was itself rolled back.
 */
function rolledBack(definition: IndicatorDefinition, context: IndicatorContext): Reconciled | null {
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
  remembered(definition).values(context.dataset, contextKey(context), () => {
    const observed = observedValue(context, definition);
    const computed = understands(definition, context) ? valueSoFar(definition, context) : null;
    const known = withSources(context.dataset, reconcile(observed, computed));
    // This holds for an unknown value too: nothing is known so far.
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
 * Returns the value of a period; where it is not over, of the days that have passed, for which lists may be complete.
 * Records that name no day, only the period itself, are of those days too.
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

/** Adds the sources of the published figures from which a value without its own sources was calculated. */
const withSources = (dataset: Dataset, reconciled: Reconciled): Reconciled =>
  reconciled.sources.length ? reconciled : { ...reconciled, sources: sourcesOf(dataset, reconciled) };

/** Merges sources, each place once. */
export const merge = (a: Measure['sources'], b: Measure['sources']): Measure['sources'] => {
  const seen = new Set<string>();
  return [...a, ...b].filter((s) => {
    const key = JSON.stringify(s);
    return seen.has(key) ? false : seen.add(key);
  });
};

/** Returns the sources of observations and of fields of records, each place once. */
function sourcesOf(dataset: Dataset, { derivedFrom = [], fields = [] }: Reconciled): Measure['sources'] {
  if (derivedFrom.length + fields.length === 0) return [];
  const wanted = new Set(derivedFrom);
  const found = records(dataset, 'observations').filter((o) => wanted.has(o.id));
  const told = fields.flatMap(({ collection, id }): readonly (SourceRef | undefined)[] => {
    if (collection !== 'territories')
      return [
        byId<{ readonly id: string; readonly source?: SourceRef | undefined }>(records(dataset, collection)).get(id)
          ?.source,
      ];
    const document = byId(records(dataset, collection)).get(id)?.population?.document;
    return [document === undefined ? undefined : { document }];
  });
  return merge(
    [],
    [...found.map(({ source }) => source), ...told].flatMap((source) => source ?? []),
  );
}

/** Whether the arithmetic knows all pairs of `where`: it would ignore another one, and give the value of the whole. */
function understands({ dimensions, filters = [] }: IndicatorDefinition, { where }: IndicatorContext): boolean {
  return Object.keys(where).every((key) => filters.includes(key) || dimensions.some((d) => d.id === key));
}

/** Known values of a dimension, by category id. */
export interface KnownParts {
  readonly parts: ReadonlyMap<string, Quantity>;
  readonly flags: ReadonlyMap<string, readonly Flag[]>;
  /** Ids of the published ones. */
  readonly published: ReadonlySet<string>;
  /** Values rolled back from the following year, by id. */
  readonly rolledBack: ReadonlyMap<string, Reconciled>;
  readonly sources: Measure['sources'];
}

/** Returns the values of a dimension: published, computed, or rolled back from the following year. */
export function knownParts(definition: IndicatorDefinition, context: IndicatorContext, dimension: string): KnownParts {
  const own = ownParts(definition, context, dimension);
  const rolledBack = rolledBackParts(definition, context, dimension, own.parts);
  if (rolledBack.size === 0) return { ...own, rolledBack };
  const quantities = [...rolledBack].flatMap(([id, { quantity }]) => (quantity ? [[id, quantity] as const] : []));
  const sources = merge(
    own.sources,
    [...rolledBack.values()].flatMap((each) => each.sources),
  );
  return { ...own, rolledBack, parts: new Map([...own.parts, ...quantities]), sources };
}

function ownParts(definition: IndicatorDefinition, context: IndicatorContext, dimension: string) {
  const computed = remembered(definition).parts(context.dataset, `${dimension} ${contextKey(context)}`, () => {
    return understands(definition, context) ? partsSoFar(definition, context, dimension) : new Map<string, Quantity>();
  });
  const observed = observedParts(context, definition, dimension);
  const ids = [...observed.parts.keys()];
  return {
    // In the order of what is published, then of what is computed.
    parts: new Map([...observed.parts, ...computed, ...observed.parts]),
    published: new Set(ids),
    flags: observed.flags,
    sources: observed.sources,
  };
}

/** Returns the parts that are known at the end of the following year but not at its start; these can be rolled back. */
function rolledBackParts(
  definition: IndicatorDefinition,
  context: IndicatorContext,
  dimension: string,
  own: ReadonlyMap<string, Quantity>,
): ReadonlyMap<string, Reconciled> {
  const found = new Map<string, Reconciled>();
  const year = yearOf(definition, context);
  if (year === undefined) return found;
  for (const [id, atEnd] of ownParts(definition, { ...context, period: year }, dimension).parts) {
    if (isOnlyListed(atEnd) || !isUnknown(own.get(id) ?? null)) continue;
    const back = rolledBack(definition, { ...context, where: { ...context.where, [dimension]: id } });
    if (back) found.set(id, back);
  }
  return found;
}
