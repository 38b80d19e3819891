import { changeOf, isNegative, share } from '../model/algebra.ts';
import { latestPeriod, records } from '../model/coverage.ts';
import type { CollectionName, Dataset, Dimension, IndicatorTexts } from '../model/dataset.ts';
import { parseWhere } from '../model/dataset.ts';
import type { Measure, MeasurePart } from '../model/measure.ts';
import { type Period, period as parsed } from '../model/period.ts';
import { periodsComparable } from '../model/period-relations.ts';
import { previousPeriod } from '../model/previous-period.ts';
import { type Quantity } from '../model/quantity.ts';
import type { Text } from '../model/text.ts';
import { labelPart, type ValueLabels } from './labels.ts';
import { lastPublished, observedParts, observedValue } from './observed.ts';
import { isListed, reconcile } from './reconcile.ts';
import { createMemory, once } from './remember.ts';

/** What is asked of an indicator. Without a period: the latest one of the data set for which it has a value. */
export interface IndicatorRequest {
  readonly period?: Period;
  /** Territory id; records outside it are left aside. */
  readonly territory?: string;
  /** Dimension to split by. */
  readonly by?: string;
  /** Pairs to keep: `college=associations`. */
  readonly where?: string;
  /** Period to compare with; `previous` by default, `none` to do without. */
  readonly compare?: 'previous' | 'none' | Period;
}

/** What an indicator's own arithmetic is given: the request with its period settled and its `where` read. */
export interface IndicatorContext {
  readonly dataset: Dataset;
  readonly period: Period;
  readonly territory: string | undefined;
  readonly where: Readonly<Record<string, string>>;
}

/** What an indicator's own arithmetic gives back. */
export interface Computed {
  /** Null when the records cannot tell. */
  readonly quantity: Quantity | null;
  /** Whether the records cover all of what was asked; if not, the value is only "so many are listed". */
  readonly complete: boolean;
  readonly population?: number | null;
  readonly missing?: number | null;
  readonly notes?: readonly Text[];
  /** Observations that it was calculated from, where it was calculated from published figures. */
  readonly derivedFrom?: readonly string[];
}

/** The parts of a computed value: by category id. */
export type ComputedParts = ReadonlyMap<string, Quantity>;

/** How an indicator is defined: its texts, and the arithmetic that only it knows. */
export interface IndicatorDefinition extends IndicatorTexts {
  /** kebab-case, says the thing: `members-stock`. */
  readonly id: string;
  /** Its name in the seed catalogue: `I.members.stock`. */
  readonly seedId?: string;
  /** Collections that it reads; `observations` is always among them. */
  readonly needs: readonly CollectionName[];
  /**
   * Whether it measures occasions (a meeting, a vote): a published figure dated inside the period then answers for it.
   * Otherwise only a figure that is about the whole period does.
   */
  readonly occasions?: boolean;
  /** False where figures of several occasions are never added: the same organisation may be in each. */
  readonly additive?: boolean;
  /**
   * Units that its parts may have besides its own, where they count different things (people, organisations). Such parts
   * are never added, so it has no total.
   */
  readonly otherUnits?: readonly string[];
  /** Names of the values of its dimensions that the model itself defines; other values are records or categories. */
  readonly valueLabels?: ValueLabels;
  /** Keys of `where` that its arithmetic understands besides its dimensions: a programme, a network. */
  readonly filters?: readonly string[];
  /** The value from records, or derived from other indicators. Absent where only a published figure exists. */
  readonly value?: (context: IndicatorContext) => Computed | null;
  /** The value split by a dimension. */
  readonly parts?: (context: IndicatorContext, dimension: string) => ComputedParts | null;
  /** The value of the period before, where it is neither published nor computed as the current one is. */
  readonly previous?: (context: IndicatorContext, current: Measure) => { readonly quantity: Quantity } | null;
  /** The same for one part of a split: the followers of one channel a year earlier. */
  readonly previousPart?: (context: IndicatorContext, part: MeasurePart, dimension: string) => Quantity | null;
}

/** An indicator: a pure function from a data set to a measure, and the texts that explain it. */
export interface Indicator extends IndicatorDefinition {
  /** @throws TypeError when `by` is not one of its dimensions */
  readonly compute: (dataset: Dataset, request?: IndicatorRequest) => Measure;
}

/** Makes an indicator from its definition: adds reconciliation with what is published, parts, comparison and sources. */
export function defineIndicator(definition: IndicatorDefinition): Indicator {
  return { ...definition, compute: (dataset, request = {}) => compute(definition, dataset, request) };
}

function compute(definition: IndicatorDefinition, dataset: Dataset, request: IndicatorRequest): Measure {
  if (request.period) return measureAt(definition, dataset, request, request.period);
  // The latest period may be a civil year where the indicator counts school years: take the latest that has a value.
  const periods = [...dataset.manifest.periods].reverse();
  for (const period of periods) {
    const measure = measureAt(definition, dataset, request, period);
    if (measure.quantity || measure.parts?.some((part) => part.quantity)) return measure;
  }
  return measureAt(definition, dataset, request, latestPeriod(dataset.manifest));
}

function measureAt(
  definition: IndicatorDefinition,
  dataset: Dataset,
  request: IndicatorRequest,
  period: Period,
): Measure {
  const where = parseWhere(request.where);
  const context: IndicatorContext = { dataset, period, territory: request.territory, where };
  const alone = valueAt(definition, context, request);
  const dimension = dimensionOf(definition, request.by);
  // A stock keeps its last published value of the period, at its own date, until a later one is known.
  const isUnknown = alone.quantity === null || isListed(alone.quantity);
  const earlier =
    definition.kind === 'stock' && !dimension && isUnknown ? lastPublished(context, definition) : undefined;
  if (earlier !== undefined) return measureAt(definition, dataset, request, earlier);
  const parts = dimension ? partsAt(definition, context, dimension, alone.quantity) : undefined;
  const measure: Measure = {
    ...alone,
    ...(parts ? { by: parts.by, parts: parts.parts, sources: merge(alone.sources, parts.sources) } : {}),
    // Without a total the parts say where the measure comes from: four published percents are published.
    ...(parts && alone.quantity === null ? { basis: parts.basis } : {}),
  };
  return withPrevious(definition, context, measure, request.compare ?? 'previous', dimension);
}

const merge = (a: Measure['sources'], b: Measure['sources']): Measure['sources'] => {
  const seen = new Set<string>();
  return [...a, ...b].filter((s) => {
    const key = JSON.stringify(s);
    return seen.has(key) ? false : seen.add(key);
  });
};

function dimensionOf(definition: IndicatorDefinition, by: string | undefined): Dimension | undefined {
  if (by === undefined) return undefined;
  const dimension = definition.dimensions.find((d) => d.id === by);
  if (dimension) return dimension;
  const known = definition.dimensions.map((d) => d.id).join(', ') || 'none';
  throw new TypeError(`${definition.id} has no dimension "${by}" (it has: ${known})`);
}

/** A pair of `where` that the arithmetic knows nothing of would be ignored by it, and give the value of the whole. */
function understands({ dimensions, filters = [] }: IndicatorDefinition, { where }: IndicatorContext): boolean {
  return Object.keys(where).every((key) => filters.includes(key) || dimensions.some((d) => d.id === key));
}

function valueAt(definition: IndicatorDefinition, context: IndicatorContext, request: IndicatorRequest): Measure {
  return {
    indicator: definition.id,
    period: context.period,
    ...(context.territory === undefined ? {} : { territory: context.territory }),
    ...(request.where === undefined ? {} : { where: request.where }),
    ...remembered(definition).values(context.dataset, keyOf(context), () => reconciledAt(definition, context)),
  };
}

/**
 * What a definition gave for a data set. Comparisons, splits and rates ask for the same values again. Pages ask for few;
 * who goes through thousands of territories keeps only the last ones.
 */
const remembered = once((_: IndicatorDefinition) => ({
  values: createMemory<ReturnType<typeof reconciledAt>>(1000),
  parts: createMemory<ComputedParts>(20),
}));

const keyOf = ({ period, territory, where }: IndicatorContext): string =>
  JSON.stringify([period, territory ?? null, where]);

function reconciledAt(definition: IndicatorDefinition, context: IndicatorContext) {
  const observed = observedValue(context, definition);
  const computed = understands(definition, context) ? (definition.value?.(context) ?? null) : null;
  const reconciled = reconcile(observed, computed);
  // What is calculated from published figures stands where these stand.
  const sources = reconciled.sources.length ? reconciled.sources : sourcesOf(context.dataset, reconciled.derivedFrom);
  return { ...reconciled, sources };
}

/** Where observations were published, each place once. */
function sourcesOf(dataset: Dataset, ids: readonly string[] = []): Measure['sources'] {
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  const found = records(dataset, 'observations').filter((o) => wanted.has(o.id));
  return merge(
    [],
    found.map((o) => o.source),
  );
}

interface Parts {
  readonly by: string;
  readonly parts: readonly MeasurePart[];
  readonly sources: Measure['sources'];
  readonly basis: Measure['basis'];
}

/** What is published and what is computed of the values of a dimension. */
function quantitiesAt(definition: IndicatorDefinition, context: IndicatorContext, { id }: Dimension) {
  const computed = remembered(definition).parts(context.dataset, `${id} ${keyOf(context)}`, () => {
    const known = understands(definition, context) ? definition.parts?.(context, id) : null;
    return known ?? new Map<string, Quantity>();
  });
  return { observed: observedParts(context, definition, id), computed };
}

function partsAt(
  definition: IndicatorDefinition,
  context: IndicatorContext,
  dimension: Dimension,
  total: Quantity | null,
): Parts {
  const { observed, computed } = quantitiesAt(definition, context, dimension);
  const ids = new Set([...observed.parts.keys(), ...computed.keys()]);
  const quantityOf = (id: string): Quantity | null => observed.parts.get(id) ?? computed.get(id) ?? null;
  // A share of a lower bound says nothing: no share of what is only listed. Nor of a whole that a part takes from.
  const isWhole = total?.partial === undefined && ![...ids].some((id) => isNegative(quantityOf(id)));
  const whole = isWhole ? total : null;
  const parts = [...ids].map((id): MeasurePart => {
    const quantity = quantityOf(id);
    const canShare = dimension.exclusive && quantity && whole?.unit === quantity.unit && quantity.unit !== 'percent';
    const part = canShare ? share(quantity, whole, `${definition.id}/${context.period}`) : null;
    return {
      id,
      ...labelPart(context.dataset, dimension.id, id, definition.valueLabels),
      quantity,
      ...(part ? { share: part } : {}),
    };
  });
  // The data's own order first (collèges, statuses); a list without one stays as found. By value is the element's affair.
  const ordered = parts
    .map((part, at) => ({ part, at }))
    .sort((a, b) => (a.part.order ?? 1e6) - (b.part.order ?? 1e6) || a.at - b.at);
  const basis = basisOfParts(parts, observed.parts);
  return { by: dimension.id, parts: ordered.map((o) => o.part), sources: observed.sources, basis };
}

/** The least sure of the parts decides. */
function basisOfParts(parts: readonly MeasurePart[], observed: ReadonlyMap<string, Quantity>): Measure['basis'] {
  if (parts.length === 0 || parts.some((part) => isListed(part.quantity))) return 'listed';
  return parts.every((part) => observed.has(part.id)) ? 'published' : 'computed';
}

function withPrevious(
  definition: IndicatorDefinition,
  context: IndicatorContext,
  measure: Measure,
  compare: 'previous' | 'none' | Period,
  dimension: Dimension | undefined,
): Measure {
  if (compare === 'none') return measure;
  const period = compare === 'previous' ? previousPeriod(context.period, definition.kind) : compare;
  if (!periodsComparable(period, context.period) || isUnderWay(definition, context)) return measure;
  const before: IndicatorContext = { ...context, period };
  const known = valueAt(definition, before, {}).quantity;
  // What happens to be listed of the year before is nothing to compare with.
  const quantity =
    (isListed(known) ? null : known) ??
    (compare === 'previous' ? (definition.previous?.(context, measure)?.quantity ?? null) : null);
  const change = measure.quantity?.unit === quantity?.unit ? changeOf(measure.quantity, quantity) : null;
  return {
    ...measure,
    ...(measure.parts && dimension
      ? { parts: previousParts(definition, context, before, measure.parts, dimension) }
      : {}),
    ...(quantity ? { previous: { period, quantity } } : {}),
    ...(change ? { change } : {}),
  };
}

/** A period that was not over on the day of the data has not yet all that it will have. What is counted on a day has. */
function isUnderWay({ kind }: IndicatorDefinition, { dataset, period }: IndicatorContext): boolean {
  return kind !== 'stock' && parsed(period).last > dataset.manifest.updated.slice(0, 10);
}

function previousParts(
  definition: IndicatorDefinition,
  context: IndicatorContext,
  before: IndicatorContext,
  parts: readonly MeasurePart[],
  dimension: Dimension,
): readonly MeasurePart[] {
  const { observed, computed } = quantitiesAt(definition, before, dimension);
  return parts.map((part) => {
    const known = observed.parts.get(part.id) ?? computed.get(part.id) ?? null;
    const quantity = (isListed(known) ? null : known) ?? definition.previousPart?.(context, part, dimension.id) ?? null;
    return quantity ? { ...part, previous: quantity } : part;
  });
}
