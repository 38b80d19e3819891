import type * as z from 'zod/mini';
import {
  type AttendanceParameters,
  isExact,
  pointOf,
  type Quantity,
  subtract,
  sum,
  type Text,
} from '../../model/index.ts';
import {
  type Attended,
  affiliationsOf,
  attendedIn,
  everyoneOf,
  isWhole,
  knownSum,
  parityAmong,
  parityOf,
  tallyFieldRefs,
  womenAndMen,
} from '../attendances.ts';
import { matchesWhere, toParts } from '../counting.ts';
import { calculated, derived, measureOf } from '../derive.ts';
import { type Formula, inAnyUnit, type Use } from '../formula.ts';
import type { Computed, ComputedParts, IndicatorContext } from '../indicator.ts';
import { UNKNOWN } from '../labels.ts';
import { UNSTATED } from '../missing-parts.ts';
import { observedParts } from '../observed.ts';
import { recorded } from '../recorded.ts';

type Parameters = z.infer<typeof AttendanceParameters>;

/**
 * Measures who came to the events and meetings held: how many, the share of women, and how many of each type of
 * organisation. Somebody who came twice counts twice.
 */
export const attendance: Formula<Parameters> = {
  operands: (parameters) => (parameters.of === 'affiliation' ? [parameters.total] : []),
  value: (context, use) => {
    const { of } = use.parameters;
    return of === 'total' ? total(context, use) : of === 'parity' ? parity(context) : byAffiliation(context, use);
  },
  parts: (context, dimension, use) => {
    const { of } = use.parameters;
    if (of === 'total') return recordedIn(context);
    return of === 'parity' ? parityByEvent(context) : affiliationParts(context, dimension, use);
  },
};

/**
 * Adds the people at each event and meeting: published for the event, in its tally, or in its record. "About" and "more
 * than" spread to the sum, which says "at least" unless every event and meeting is listed with its attendance.
 */
function total(context: IndicatorContext, use: Use<Parameters>): Computed | null {
  const event = context.where['event'];
  const attended = attendedIn(context);
  if (event !== undefined) return recorded(context, inAnyUnit(use), attended[0]?.total);
  const { parts, ids } = observedParts(context, inAnyUnit(use), 'event');
  const published = [...parts].filter(([id, q]) => q.unit === 'people' && matchesWhere(context, 'event', id));
  const known = new Map([...recordedIn(context), ...published]);
  const missing = attended.filter(({ id }) => !known.has(id)).length;
  return {
    quantity: knownSum([...known.values()]),
    complete: missing === 0 && attended.length > 0 && isWhole(context),
    population: attended.length,
    missing,
    derivedFrom: ids,
  };
}

/** Returns what the records say of each event. */
const recordedIn = (context: IndicatorContext): ComputedParts =>
  new Map(attendedIn(context).flatMap(({ id, total: people }) => (people ? [[id, people] as const] : [])));

/** Note on a rate over several events. */
const POOLED: Text = {
  fr: 'tous événements réunis, et non moyenne des événements',
  br: 'an holl zarvoudoù a-gevret, ha neket keidenn an darvoudoù',
  en: 'all events taken together, not a mean of the events',
};

/**
 * Takes the share of women at the events and meetings that count women and men. Those of whom nothing is said may be either,
 * and open the share to both sides. Over several events the people are taken together.
 */
function parity(context: IndicatorContext): Computed | null {
  const attended = attendedIn(context);
  const known = attended.filter((a) => parityOf(a) !== null);
  const [first, ...rest] = known;
  if (!first) return null;
  const fields = tallyFieldRefs(known, 'gender');
  // The parity of one event is complete in itself; several events may lack some of those that took place.
  if (context.where['event'] !== undefined)
    return { quantity: parityOf(first), complete: true, fields, ...gendersOf([first]) };
  const computed = {
    quantity: pooled(known),
    fields,
    complete: known.length === attended.length && isWhole(context),
    ...gendersOf(known),
  };
  return rest.length > 0 ? { ...computed, notes: [POOLED, ...(computed.notes ?? [])] } : computed;
}

const parityByEvent = (context: IndicatorContext): ComputedParts =>
  new Map(
    attendedIn(context).flatMap((a): readonly (readonly [string, Quantity])[] => {
      const percent = parityOf(a);
      return percent ? [[a.id, percent]] : [];
    }),
  );

/** Adds up the women, the men and the people of several events. Only counts are added: percents of several events cannot be. */
function pooledCounts(list: readonly Attended[]) {
  const counts = list.flatMap((one) => {
    const found = womenAndMen(one);
    return found?.women.unit === 'people' ? [{ ...found, all: everyoneOf(found, one.total) }] : [];
  });
  const [women, men, both, all] = (['women', 'men', 'both', 'all'] as const).map((key) =>
    sum(counts.map((c) => c[key])),
  );
  return women && men && both && all ? { women, men, both, all } : null;
}

/** Returns the share of women over several events. */
function pooled(list: readonly Attended[]): Quantity | null {
  const counts = pooledCounts(list);
  return counts && parityAmong(counts, counts.all);
}

const WOMEN: Text = { fr: 'femmes', en: 'women' };
const BOTH: Text = { fr: 'femmes et hommes', en: 'women and men' };

/** Whether it is known how many came, and they are not fewer than the women and men among them. */
function isCounted(one: Attended): boolean {
  const both = womenAndMen(one)?.both;
  return !!one.total && !!both && pointOf(one.total) >= pointOf(both);
}

/** Returns the arithmetic where all genders are stated; else how many people came, and of how many it is not. */
function gendersOf(list: readonly Attended[]): Pick<Computed, 'calculation' | 'notes' | 'population' | 'missing'> {
  const counts = pooledCounts(list);
  if (!counts) return {};
  const rest = subtract(counts.all, counts.both);
  const isStated = rest !== null && isExact(rest) && pointOf(rest) === 0;
  return {
    ...(isStated
      ? calculated('ratio', { label: WOMEN, quantity: counts.women }, { label: BOTH, quantity: counts.both })
      : { notes: [UNSTATED] }),
    ...(rest && isExact(rest) && list.every(isCounted)
      ? { population: pointOf(counts.all), missing: pointOf(rest) }
      : {}),
  };
}

/**
 * Adds people by type of organisation: counts, taken together over events (a mean of the shares of each would be another
 * figure). Those of one event whose type is not said are a part of their own.
 */
function byAffiliation(context: IndicatorContext, use: Use<Parameters>): Computed | null {
  const { event, affiliation } = context.where;
  if (event !== undefined && affiliation === undefined) return everyoneAt(context, use);
  const counts = countsOf(context);
  if (event !== undefined) return recorded(context, inAnyUnit(use), counts[0]?.q);
  const all = added(counts, isAllTold(context));
  return all && { ...all, fields: tallyFieldRefs(attendedIn(context), 'affiliation') };
}

function affiliationParts(context: IndicatorContext, dimension: string, use: Use<Parameters>): ComputedParts {
  const isEvent = dimension === 'event';
  const groups = new Map<string, Count[]>();
  for (const count of countsOf(context)) {
    const id = isEvent ? count.event : count.affiliation;
    const group = groups.get(id);
    if (group) group.push(count);
    else groups.set(id, [count]);
  }
  // The counts of one event are complete in themselves; those of several only if the affiliations of all events held
  // are known.
  const isWholePart = isEvent || isAllTold(context);
  const parts = toParts([...groups].map(([id, list]) => [id, added(list, isWholePart)]));
  return isEvent ? parts : withUnknown(parts, context, use);
}

interface Count {
  readonly event: string;
  readonly affiliation: string;
  readonly q: Quantity;
}

const countsOf = (context: IndicatorContext): readonly Count[] =>
  attendedIn(context).flatMap((a) =>
    affiliationsOf(a).flatMap(([affiliation, q]) =>
      matchesWhere(context, 'affiliation', affiliation) ? { event: a.id, affiliation, q } : [],
    ),
  );

const added = (counts: readonly Count[], complete: boolean): Computed | null =>
  counts.length > 0 ? { quantity: knownSum(counts.map((count) => count.q)), complete } : null;

const isAllTold = (context: IndicatorContext): boolean =>
  isWhole(context) && attendedIn(context).every((a) => affiliationsOf(a).length > 0);

/** Returns the attendance of one event, where a count of some affiliation is known for it. */
function everyoneAt(context: IndicatorContext, use: Use<Parameters>): Computed | null {
  const { parameters, indicator } = use;
  if (parameters.of !== 'affiliation') return null;
  const isTold = countsOf(context).length > 0 || publishedTypes(context, use).size > 0;
  const whole = measureOf(indicator(parameters.total), context);
  return isTold && whole.quantity ? derived(whole.quantity, whole) : null;
}

const publishedTypes = (context: IndicatorContext, use: Use<Parameters>): ComputedParts =>
  observedParts(context, inAnyUnit(use), 'affiliation').parts;

/** Adds the people of one event whose affiliation is not stated: its attendance less the stated counts. */
function withUnknown(parts: ComputedParts, context: IndicatorContext, use: Use<Parameters>): ComputedParts {
  const { event, affiliation } = context.where;
  if (event === undefined || affiliation !== undefined) return parts;
  const told = new Map([...parts, ...publishedTypes(context, use)]);
  const everyone = everyoneAt(context, use)?.quantity ?? null;
  const rest = subtract(everyone, told.size > 0 ? sum([...told.values()]) : null);
  return rest && isExact(rest) && pointOf(rest) > 0 ? new Map([...parts, [UNKNOWN, rest]]) : parts;
}
