import type * as z from 'zod/mini';
import {
  type Application,
  type Call,
  type CollectionName,
  type CountParameters,
  type FundingFiling,
  type Meeting,
  type Period,
  type Prize,
  type Project,
  type Publication,
  period,
  periodsComparable,
  type Quantity,
  records,
  type Seat,
} from '../../model/index.ts';
import { byId } from '../by-id.ts';
import {
  type Countable,
  categoryList,
  countBy,
  countSelected,
  groupByCategory,
  isCoverageComplete,
  matchesWhere,
  narrowed,
  type Selection,
  select,
  toParts,
} from '../counting.ts';
import type { Formula, Use } from '../formula.ts';
import type { ComputedParts, IndicatorContext } from '../indicator.ts';
import { memoizeByObject } from '../memoize.ts';
import { missionsHow } from '../missions.ts';
import { ancestorOf, placedContext } from '../territory.ts';

type Parameters = z.infer<typeof CountParameters>;

/**
 * Counts the records of a collection that are dated in the period: exact where the list is complete, "at least" so many
 * elsewhere.
 */
export const count: Formula<Parameters> = {
  value: (context, use) => {
    const { apart, declared, collection } = use.parameters;
    const found = selected(context, use);
    const isWhole = isCoverageComplete(context, collection);
    const computed = found && countSelected(found, use.self.unit, isWhole, readingOf(context, use).weight);
    if (!computed || apart === undefined || context.where[apart] !== undefined) return computed;
    // The records that happen to be listed of several lists are no total.
    return (declared ? isWhole : computed.complete) ? computed : null;
  },
  parts: (context, dimension, use) => {
    const { apart, declared } = use.parameters;
    if (apart === undefined) return partsOfOne(context, dimension, use);
    return declared ? declaredParts(context, dimension, use) : partsApart(context, dimension, use, apart);
  },
};

/** Returns the parts of one list: each is as complete as the whole. */
function partsOfOne(context: IndicatorContext, dimension: string, use: Use<Parameters>): ComputedParts | null {
  const { collection, unknown = false } = use.parameters;
  const list = selected(context, use, dimension);
  if (!list) return null;
  const complete = list.unclear === 0 && isCoverageComplete(context, collection);
  const { categoryOf, weight } = readingOf(context, use, dimension);
  return countBy(list.found, (record) => categoryOf(record, dimension, context), use.self.unit, {
    unknown,
    complete,
    ...(weight ? { weight } : {}),
  });
}

/** Returns the parts that have lists of their own, each as complete as its list. */
function partsApart(
  context: IndicatorContext,
  dimension: string,
  use: Use<Parameters>,
  apart: string,
): ComputedParts | null {
  const { collection } = use.parameters;
  // Over several lists a territory or a result is of nothing in particular.
  if (dimension !== apart && context.where[apart] === undefined && !isCoverageComplete(context, collection))
    return null;
  const list = selected(context, use);
  if (!list) return null;
  const categoriesOf = categoriesIn(context, dimension, use);
  const { weight } = readingOf(context, use, dimension);
  const groups = groupByCategory(list.found, (one) =>
    categoriesOf(one).filter((id) => matchesWhere(context, dimension, id)),
  );
  return toParts(
    [...groups].map(([id, found]) => {
      const isWhole = isCoverageComplete(narrowed(context, dimension, id), collection);
      return [id, countSelected({ found, unclear: list.unclear }, use.self.unit, isWhole, weight)];
    }),
  );
}

/** Returns the parts whose own list is declared complete, with those that it says to be empty. */
function declaredParts(context: IndicatorContext, dimension: string, use: Use<Parameters>): ComputedParts | null {
  const { collection } = use.parameters;
  if (!selected(context, use)) return null;
  const { list, kept = () => true } = readingOf(context, use, dimension);
  const parts = new Map<string, Quantity>();
  for (const id of new Set(list.filter(kept).flatMap(categoriesIn(context, dimension, use)))) {
    const one = narrowed(context, dimension, id);
    const found = matchesWhere(context, dimension, id) ? selected(one, use) : null;
    const { quantity, complete } = found
      ? countSelected(found, use.self.unit, isCoverageComplete(one, collection))
      : NOTHING;
    if (complete && quantity) parts.set(id, quantity);
  }
  return parts;
}

const NOTHING = { quantity: null, complete: false };

const categoriesIn = (context: IndicatorContext, dimension: string, use: Use<Parameters>) => {
  const { categoryOf, categoriesOf } = readingOf(context, use, dimension);
  return (record: unknown): readonly string[] =>
    categoriesOf?.(record, dimension) ?? categoryList(categoryOf(record, dimension, context));
};

/** Returns the records that count; null where nothing can be said of the territory or of the period asked for. */
function selected(context: IndicatorContext, use: Use<Parameters>, split?: string): Selection<unknown> | null {
  const placed = placedContext(context);
  if (!placed || (placed.territory !== undefined && UNPLACED.has(use.parameters.collection))) return null;
  if (use.self.calendar === 'school' && !isSchoolYear(context.period)) return null;
  const reading = readingOf(context, use, split);
  return select(reading.list, placed, reading);
}

/**
 * Collections whose records lie in no territory: the place where a body meets is not the territory that it is about.
 */
const UNPLACED: ReadonlySet<CollectionName> = new Set([
  'publications',
  'filings',
  'meetings',
  'seats',
  'prizes',
] as const);

/** Description of a collection whose records are counted. */
interface Reading<T> extends Countable<T> {
  readonly list: readonly T[];
  /** All categories of a record, where it may have several. */
  readonly categoriesOf?: (record: T, dimension: string) => readonly string[];
  /** Number of things that a record stands for; one where it is not given. */
  readonly weight?: (record: T) => number;
}

const nowhere = (): null => null;

/** @param split the dimension that parts are asked for, which leaves its values in */
function readingOf(context: IndicatorContext, { parameters, self }: Use<Parameters>, split?: string): Reading<unknown> {
  const { dataset, where } = context;
  const { collection, status, programme } = parameters;
  const isAnyStatus = status === undefined || split === 'status' || where['status'] !== undefined;
  const isCounted = (own: string): boolean => isAnyStatus || status.includes(own);
  switch (collection) {
    case 'publications':
      return asAny({ ...publicationsHow, list: records(dataset, collection) });
    case 'filings':
      return asAny({ ...filingsHow, list: records(dataset, collection) });
    case 'meetings':
      return asAny({ ...meetingsHow, kept: (m) => isCounted(m.status), list: records(dataset, collection) });
    case 'projects':
      return asAny({
        ...projectsHow,
        kept: (p) => isCounted(p.status) && isOfCalendar(p, context, self.calendar),
        list: records(dataset, collection),
      });
    case 'applications':
      return asAny({ ...applicationsHow(records(dataset, 'calls')), list: records(dataset, collection) });
    case 'missions':
      return asAny({ ...missionsHow(context, isCounted, programme), list: records(dataset, collection) });
    case 'seats':
      return asAny({ ...seatsHow, list: records(dataset, collection) });
    case 'prizes':
      return asAny({ ...prizesHow, list: records(dataset, collection) });
  }
}

/** Widens the type of a reading: its functions are only called with the records of its own list. */
const asAny = <T>(reading: Reading<T>): Reading<unknown> => reading as unknown as Reading<unknown>;

const publicationsHow: Countable<Publication> = {
  dateOf: (p) => p.date,
  territoriesOf: nowhere,
  categoryOf: (p, dimension) =>
    (dimension === 'theme' ? p.theme : dimension === 'format' ? p.format : null) ?? undefined,
};

/** A file is dated by when it was handed in, not by the year that it is about. */
const filingsHow: Countable<FundingFiling> = {
  dateOf: (f) => f.period,
  territoriesOf: nowhere,
  categoryOf: (f, dimension) => (dimension === 'stage' ? f.stage : undefined),
};

/** Returns the themes of a meeting, or its body. */
const valuesOf = (m: Meeting, dimension: string): readonly string[] => (dimension === 'theme' ? m.themes : [m.body]);

const meetingsHow: Countable<Meeting> & Pick<Reading<Meeting>, 'categoriesOf'> = {
  dateOf: (m) => m.date,
  territoriesOf: nowhere,
  categoriesOf: valuesOf,
  categoryOf: (m, dimension, { where }) => {
    const [first = null, ...others] = valuesOf(m, dimension);
    const asked = where[dimension];
    return asked !== undefined && others.includes(asked) ? asked : first;
  },
};

/** Seats last as long as their period says; one line may stand for those of a whole college. */
const seatsHow: Countable<Seat> & Pick<Reading<Seat>, 'weight'> = {
  dateOf: (s) => s.period,
  lasting: true,
  territoriesOf: nowhere,
  // A seat that is given to no college has none: it is not one whose college is unknown.
  categoryOf: (s, dimension) => (dimension === 'body' ? s.body : dimension === 'role' ? s.role : (s.college ?? null)),
  weight: (s) => s.count,
};

const prizesHow: Countable<Prize> = {
  dateOf: (p) => p.date,
  territoriesOf: nowhere,
  categoryOf: () => undefined,
};

const projectsHow: Countable<Project> = {
  dateOf: (p) => p.period,
  territoriesOf: (p) => p.territories,
  categoryOf: (p, dimension, { dataset }) => {
    if (dimension === 'establishment') return p.establishment ?? undefined;
    if (dimension === 'programme') return p.programme;
    return ancestorOf(dataset, p.territories, dimension);
  },
};

const isSchoolYear = (text: Period): boolean => period(text).kind === 'school-year';

/** Projects of a school year are counted in school years: half of two of them is not a civil year. */
const isOfCalendar = (p: Project, context: IndicatorContext, calendar: Use<Parameters>['self']['calendar']): boolean =>
  calendar === 'school' ? isSchoolYear(p.period) : periodsComparable(p.period, context.period);

const applicationsHow = memoizeByObject(
  (calls: readonly Call[]): Countable<Application> & Pick<Reading<Application>, 'categoriesOf'> => {
    const categoriesOf = (a: Application, dimension: string): readonly string[] => {
      if (dimension === 'territory') return a.territories;
      return [dimension === 'call' ? a.call : a.result];
    };
    return {
      // Its own date, or that of its call.
      dateOf: (a) => a.period ?? byId(calls).get(a.call)?.period,
      territoriesOf: (a) => a.territories,
      categoriesOf,
      categoryOf: (a, dimension) => categoriesOf(a, dimension)[0],
    };
  },
);
