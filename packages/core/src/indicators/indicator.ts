import {
  type Calculation,
  type Calendar,
  type CollectionName,
  changeOf,
  type Dataset,
  type Dimension,
  defaultPeriods,
  type FieldRef,
  type IndicatorTexts,
  isNegative,
  isUnderWay,
  type Measure,
  type MeasurePart,
  type Period,
  parseWhere,
  periodsComparable,
  previousPeriod,
  type Quantity,
  reachesBeyond,
  share,
  type Text,
} from '../model/index.ts';
import { isUnknown, type KnownParts, knownParts, merge, resolveValue } from './known.ts';
import { labelPart, type ValueLabels } from './labels.ts';
import { lastPublished } from './observed.ts';
import { isOnlyListed } from './reconcile.ts';

/** Request to an indicator. Without a period: the latest finished one of its calendar for which it has a value. */
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

/**
 * Input of an indicator's own arithmetic: the request with its period settled and its `where` read.
 * @since 0.2.0
 */
export interface IndicatorContext {
  readonly dataset: Dataset;
  readonly period: Period;
  readonly territory: string | undefined;
  readonly where: Readonly<Record<string, string>>;
  /** Whether the period is not over, and its lists need to be complete only for the days that have passed. */
  readonly soFar?: boolean;
}

/**
 * Result of an indicator's own arithmetic.
 * @since 0.2.0
 */
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
  /** Fields of records that hold the published numbers which it was calculated from. */
  readonly fields?: readonly FieldRef[];
  /** Its arithmetic on other values, with these. */
  readonly calculation?: Calculation;
  /** Whether a document states the value as it is, in one of `fields`. */
  readonly isPublished?: boolean;
  /** Day that the value is of, where it is not of the period. */
  readonly asOf?: Period;
  readonly threshold?: Measure['threshold'];
}

/** The parts of a computed value: by category id. */
export type ComputedParts = ReadonlyMap<string, Quantity>;

/** Definition of an indicator: its texts, and its own arithmetic. */
export interface IndicatorDefinition extends IndicatorTexts {
  /** kebab-case, says the thing: `members-stock`. */
  readonly id: string;
  /** Groups indicators that pages show together: each topic has an excerpt of the measures. */
  readonly topic?: string;
  /** Its name in the seed catalogue: `I.members.stock`. */
  readonly seedId?: string;
  /** Whether what is asked for is announced, not done: the day of the data is no bound of it. */
  readonly looksAhead?: (where: IndicatorContext['where'], dimension?: string) => boolean;
  /** Calendar of its periods, civil by default: a year of the other one never stands where none is asked for. */
  readonly calendar?: Calendar;
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
  /**
   * A stock on the eve of a year, from its value at the end of that year and what happened in between: what stands where
   * nobody publishes nor counts it. The context is that of the year, civil or school.
   */
  readonly atStart?: (context: IndicatorContext, atEnd: Measure) => Computed | null;
}

/**
 * An indicator: a pure function from a data set to a measure, and the texts that explain it.
 * @since 0.2.0
 */
export interface Indicator extends IndicatorDefinition {
  /** @throws TypeError when `by` is not one of its dimensions */
  readonly compute: (dataset: Dataset, request?: IndicatorRequest) => Measure;
}

/** Returns the texts and properties that a reader of measures needs of an indicator, without its arithmetic. */
export function textsOf(texts: IndicatorTexts): IndicatorTexts {
  const { label, short, shorts, rest, definition, kind, unit, dimensions, signed, flow, countryShare } = texts;
  return {
    label,
    ...(short ? { short } : {}),
    ...(shorts ? { shorts } : {}),
    definition,
    kind,
    unit,
    dimensions,
    ...(signed ? { signed } : {}),
    ...(flow ? { flow } : {}),
    ...(countryShare ? { countryShare } : {}),
    ...(rest ? { rest } : {}),
  };
}

/**
 * Makes an indicator from its definition: adds reconciliation with what is published, parts, comparison and sources.
 * @since 0.1.0
 */
export function defineIndicator(definition: IndicatorDefinition): Indicator {
  return { ...definition, compute: (dataset, request = {}) => compute(definition, dataset, request) };
}

function compute(definition: IndicatorDefinition, dataset: Dataset, request: IndicatorRequest): Measure {
  if (request.period) return measureAt(definition, dataset, request, request.period);
  const periods = defaultPeriods(dataset.manifest, definition.calendar);
  for (const period of periods) {
    const measure = measureAt(definition, dataset, request, period);
    if (measure.quantity || measure.parts?.some((part) => part.quantity)) return measure;
  }
  return measureAt(definition, dataset, request, periods[0] ?? dataset.manifest.updated.slice(0, 4));
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
  if (definition.kind === 'stock' && isUnknown(alone.quantity) && isUnderWay(dataset, period)) {
    // The last day of a period that is not over has no value yet: take the day of the data.
    const today = measureAt(definition, dataset, request, dataset.manifest.updated);
    if (!isUnknown(today.quantity)) return today;
  }
  // A stock keeps its last published value of the period, at its own date, until a later one is known.
  const isPublishedBefore = definition.kind === 'stock' && !dimension && isUnknown(alone.quantity);
  const earlier = isPublishedBefore ? lastPublished(context, definition) : undefined;
  if (earlier !== undefined) return measureAt(definition, dataset, request, earlier);
  const measure: Measure = dimension ? { ...alone, ...partsAt(definition, context, dimension, alone) } : alone;
  return withPrevious(definition, context, measure, request.compare ?? 'previous', dimension);
}

function dimensionOf(definition: IndicatorDefinition, by: string | undefined): Dimension | undefined {
  if (by === undefined) return undefined;
  const dimension = definition.dimensions.find((d) => d.id === by);
  if (dimension) return dimension;
  const known = definition.dimensions.map((d) => d.id).join(', ') || 'none';
  throw new TypeError(`${definition.id} has no dimension "${by}" (it has: ${known})`);
}

function valueAt(definition: IndicatorDefinition, context: IndicatorContext, request: IndicatorRequest): Measure {
  return {
    indicator: definition.id,
    period: context.period,
    ...(context.territory === undefined ? {} : { territory: context.territory }),
    ...(request.where === undefined ? {} : { where: request.where }),
    ...resolveValue(definition, context),
  };
}

function partsAt(
  definition: IndicatorDefinition,
  context: IndicatorContext,
  dimension: Dimension,
  alone: Measure,
): Partial<Measure> {
  const known = knownParts(definition, context, dimension.id);
  const { quantity: total } = alone;
  const values = [...known.parts];
  // Parts have no share of a lower bound, nor of a whole that a negative part takes from.
  const isWhole = total?.partial === undefined && !values.some(([, quantity]) => isNegative(quantity));
  const whole = isWhole ? total : null;
  const parts = values.map(([id, quantity]): MeasurePart => {
    const canShare = dimension.exclusive && whole?.unit === quantity.unit && quantity.unit !== 'percent';
    const part = canShare ? share(quantity, whole, `${definition.id}/${context.period}`) : null;
    return {
      id,
      ...labelPart(context.dataset, dimension.id, id, definition.valueLabels),
      quantity,
      ...(part ? { share: part } : {}),
      ...(known.flags.has(id) ? { flags: known.flags.get(id) ?? [] } : {}),
    };
  });
  // The data's own order first (collèges, statuses); a list without one stays as found. By value is the element's affair.
  parts.sort((a, b) => (a.order ?? 1e6) - (b.order ?? 1e6));
  return {
    by: dimension.id,
    parts,
    sources: merge(alone.sources, known.sources),
    // Without a total the parts say where the measure comes from: four published percents are published.
    ...(total === null ? { basis: basisOfParts(parts, known), ...originOfParts(alone, known) } : {}),
  };
}

/** Returns the basis of the parts: the least certain of them decides. */
function basisOfParts(parts: readonly MeasurePart[], { published }: KnownParts): Measure['basis'] {
  if (parts.length === 0 || parts.some((part) => isOnlyListed(part.quantity))) return 'listed';
  return parts.every((part) => published.has(part.id)) ? 'published' : 'computed';
}

/** Returns the observations that parts were rolled back from, and the note on the method, once for all parts. */
function originOfParts({ notes }: Measure, { rolledBack }: KnownParts): Partial<Measure> {
  const all = [...rolledBack.values()];
  const [first] = all;
  if (!first) return {};
  const derivedFrom = [...new Set(all.flatMap((each) => each.derivedFrom ?? []))];
  return { ...(derivedFrom.length ? { derivedFrom } : {}), notes: [...notes, ...first.notes] };
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
  if (!periodsComparable(period, context.period) || isUnfinished(definition, context)) return measure;
  const before: IndicatorContext = { ...context, period };
  const known = resolveValue(definition, before);
  // One census answers for several years, and says nothing of what changed between them.
  if (measure.asOf !== undefined && known.asOf === measure.asOf) return measure;
  // A value of the year before that is only listed gives no comparison.
  const quantity = isOnlyListed(known.quantity) ? null : known.quantity;
  const change = measure.quantity?.unit === quantity?.unit ? changeOf(measure.quantity, quantity) : null;
  const basis = known.basis === 'computed' ? { basis: known.basis } : {};
  return {
    ...measure,
    ...(measure.parts && dimension ? { parts: previousParts(definition, before, measure.parts, dimension) } : {}),
    ...(quantity ? { previous: { period, quantity, ...basis } } : {}),
    ...(change ? { change } : {}),
  };
}

/**
 * Whether a period was not over on the day of the data, so that its value may still grow. A value of a day is final.
 */
function isUnfinished({ kind }: IndicatorDefinition, { dataset, period }: IndicatorContext): boolean {
  return kind !== 'stock' && reachesBeyond(dataset, period);
}

function previousParts(
  definition: IndicatorDefinition,
  before: IndicatorContext,
  parts: readonly MeasurePart[],
  dimension: Dimension,
): readonly MeasurePart[] {
  const known = knownParts(definition, before, dimension.id);
  return parts.map((part) => {
    const previous = known.parts.get(part.id);
    if (!previous || isOnlyListed(previous)) return part;
    return { ...part, previous, ...(known.published.has(part.id) ? {} : { previousBasis: 'computed' as const }) };
  });
}
