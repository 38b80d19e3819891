import type * as z from 'zod/mini';
import {
  type JobTally,
  type Period,
  type Prize,
  type Quantity,
  records,
  type StaffMovement,
  type SumParameters,
  sumKnown,
} from '../../model/index.ts';
import {
  categoryList,
  datesIn,
  groupByCategory,
  isCoverageComplete,
  isOfAskedProgramme,
  matchesWhere,
  narrowed,
  toParts,
} from '../counting.ts';
import { type Formula, inAnyUnit, type Use } from '../formula.ts';
import type { Computed, IndicatorContext } from '../indicator.ts';
import { UNKNOWN } from '../labels.ts';
import { UNKNOWN_AMOUNTS } from '../missing-parts.ts';
import { recorded } from '../recorded.ts';
import { liesIn } from '../territory.ts';

type Parameters = z.infer<typeof SumParameters>;

/**
 * Adds the amounts that records carry, in the unit of the indicator, without counting any twice: a record that names no
 * value of a dimension is of all its values, so those of one value are not added to it.
 */
export const sum: Formula<Parameters> = {
  value: (context, use) => {
    const { within } = use.parameters;
    if (within !== undefined && context.where[within] === undefined) return null;
    const list = amountsOf(context, use);
    const known = list.filter(({ amount }) => amount !== null);
    // One record gives its published value; several are added.
    if (known.length !== 1 || (within !== undefined && !isCell(context, use))) return added(list, context, use);
    const one = recorded(context, inAnyUnit(use), known[0]?.amount);
    const isAlone = list.length === 1 && !READINGS[use.parameters.collection].isListed;
    return one && !isAlone ? added(list, context, use) : one;
  },
  parts: (context, dimension, use) => {
    const { within } = use.parameters;
    if (within !== undefined && dimension !== within && context.where[within] === undefined) return null;
    const groups = groupByCategory(amountsOf(context, use, dimension), (one) =>
      categoryList(one.categoryOf(dimension)),
    );
    return toParts([...groups].map(([id, list]) => [id, added(list, narrowed(context, dimension, id), use)]));
  },
};

/** Whether a value of each dimension is asked for. */
const isCell = ({ where }: IndicatorContext, { self }: Use<Parameters>): boolean =>
  self.dimensions.every(({ id }) => where[id] !== undefined);

/** A record, as far as its amount is added. */
interface Amount {
  /** Null where it is not known: the sum is then at least that of the others. */
  readonly amount: Quantity | null;
  readonly period: Period;
  readonly programme?: string | undefined;
  /** Null or absent: it lies in no territory, or names none. */
  readonly territory?: string | null | undefined;
  readonly categoryOf: (dimension: string) => string | null | undefined;
}

interface Reading {
  readonly list: (context: IndicatorContext) => readonly Amount[];
  /** Dimensions whose whole a record may give, in the order in which wholes are preferred to their parts. */
  readonly wholes: readonly string[];
  /** The dimension whose parts are taken before their own total, which they confirm. */
  readonly partsFirst?: string;
  /** Whether a record is one thing of a list, so that one alone is no total where the list may lack others. */
  readonly isListed?: true;
}

const jobsOf = (tally: JobTally): Amount => {
  const { jobs: amount, period, programme, territory, contract, lot, mode } = tally;
  const categories: Readonly<Record<string, string | null | undefined>> = { contract, lot, mode };
  return { amount, period, programme, territory, categoryOf: (dimension) => categories[dimension] };
};

const movementOf = ({ count: amount, period, direction, contract }: StaffMovement): Amount => ({
  amount,
  period,
  categoryOf: (dimension) => (dimension === 'contract' ? (contract ?? UNKNOWN) : direction),
});

const prizeOf = ({ amount = null, date }: Prize): Amount => ({ amount, period: date, categoryOf: () => undefined });

const READINGS: Readonly<Record<Parameters['collection'], Reading>> = {
  jobs: {
    list: ({ dataset }) => records(dataset, 'jobs').map(jobsOf),
    wholes: ['programme', 'territory', 'lot', 'mode'],
    partsFirst: 'contract',
  },
  movements: {
    // A team lies in no territory.
    list: ({ dataset, territory }) => (territory === undefined ? records(dataset, 'movements').map(movementOf) : []),
    wholes: [],
  },
  prizes: {
    // Like a team, a prize lies in no territory.
    list: ({ dataset, territory }) => (territory === undefined ? records(dataset, 'prizes').map(prizeOf) : []),
    wholes: [],
    isListed: true,
  },
};

/** Returns the records whose amounts make what is asked for. `split` is left in its parts. */
function amountsOf(
  context: IndicatorContext,
  { parameters, self }: Use<Parameters>,
  split?: string,
): readonly Amount[] {
  const { dataset, period, territory, where } = context;
  const { collection, programme } = parameters;
  const { list: read, wholes, partsFirst } = READINGS[collection];
  const isIn = datesIn(period);
  let list: readonly Amount[] = read(context).filter(
    (one) =>
      (one.amount === null || one.amount.unit === self.unit) &&
      isIn(one.period) === true &&
      (programme === undefined || isOfAskedProgramme(one.programme ?? '', programme, context)) &&
      (territory === undefined || liesIn(dataset, categoryList(one.territory), territory)) &&
      self.dimensions.every(({ id }) => matchesWhere(context, id, one.categoryOf(id))),
  );
  for (const key of wholes) {
    const asked = key === 'territory' ? territory : where[key];
    if (key !== split && asked === undefined) list = wholesOf(list, key, programme);
  }
  if (partsFirst === undefined) return list;
  const parts = list.filter((one) => one.categoryOf(partsFirst));
  return parts.length > 0 ? parts : list;
}

/** Returns the records of the whole of a key where there are some, and those of its parts where there are none. */
function wholesOf(list: readonly Amount[], key: string, programme: string | undefined): readonly Amount[] {
  const isWhole = (one: Amount): boolean =>
    key === 'programme' ? one.programme === programme : !(key === 'territory' ? one.territory : one.categoryOf(key));
  return list.some(isWhole) ? list.filter(isWhole) : list;
}

function added(list: readonly Amount[], context: IndicatorContext, { parameters }: Use<Parameters>): Computed | null {
  if (list.length === 0) return null;
  const amounts = list.map((one) => one.amount);
  return {
    quantity: sumKnown(amounts, UNKNOWN_AMOUNTS.fr),
    complete: isCoverageComplete(context, parameters.collection),
    ...(amounts.includes(null) ? { notes: [UNKNOWN_AMOUNTS] } : {}),
  };
}
