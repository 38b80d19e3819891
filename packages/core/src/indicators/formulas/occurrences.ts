import type * as z from 'zod/mini';
import {
  type Event,
  eventDays,
  expandEvents,
  type OccurrencesParameters,
  type Quantity,
  quantity,
  records,
  sum,
  withoutSettledPlans,
} from '../../model/index.ts';
import {
  type Countable,
  categoryList,
  countSelected,
  groupByCategory,
  isCoverageComplete,
  narrowed,
  select,
  toParts,
} from '../counting.ts';
import type { Formula } from '../formula.ts';
import type { IndicatorContext } from '../indicator.ts';
import { ancestorOf } from '../territory.ts';

/**
 * Adds the counts of the events held in the period: a group of events published as one line counts for as many as it says,
 * and an event that is in such a count adds nothing to it; one that comes back counts as often as it does in the period. A
 * rounded count makes the sum approximate. Planned events count only where they are asked for, and never as held once
 * their date is past. A list that is not declared complete says "at least"; events without a date or across its bounds are
 * left out and noted.
 */
export const occurrences: Formula<z.infer<typeof OccurrencesParameters>> = {
  value: (context, { self }) => {
    const { found, where } = eventsOf(context);
    const computed = countSelected(found, self.unit, isCoverageComplete({ ...context, where }, 'events'));
    return { ...computed, quantity: total(found.found, self.unit) ?? computed.quantity };
  },
  parts: (context, dimension, { self }) => {
    const { found, where } = eventsOf(context, dimension === 'status');
    const groups = groupByCategory(found.found, (e) => categoryList(how.categoryOf(e, dimension, context)));
    // A list may be complete for one series only.
    const isWhole = (id: string): boolean =>
      found.unclear === 0 && isCoverageComplete(narrowed({ ...context, where }, dimension, id), 'events');
    return toParts([...groups].map(([id, list]) => [id, { quantity: total(list, self.unit), complete: isWhole(id) }]));
  },
};

const how: Countable<Event> = {
  dateOf: eventDays,
  // A milestone is no event.
  kept: (e) => e.count > 0,
  territoriesOf: (e) => (e.online && e.territories.length === 0 ? null : e.territories),
  categoryOf: (e, dimension, { dataset }) => {
    if (dimension === 'series') return e.series ?? null;
    if (dimension === 'status') return e.status;
    return ancestorOf(dataset, e.territories, dimension) ?? (e.online ? null : undefined);
  },
};

const heldOnly: Countable<Event> = { ...how, kept: (e) => e.status === 'held' && e.count > 0 };

/** Events that are announced: one that has no room left is planned too. */
const announced: Countable<Event> = {
  ...how,
  categoryOf: (e, dimension, context) =>
    dimension === 'status' && e.status === 'full' ? 'planned' : how.categoryOf(e, dimension, context),
};

/** More times than one event can have in a period that figures are asked for: once a day for ten years. */
const MOST = 3_700;

/** Returns the events, those that come back once for each time in the period: written once, they took place as often. */
function timesIn({ dataset, period }: IndicatorContext): readonly Event[] {
  const events = withoutSettledPlans(records(dataset, 'events'));
  if (!events.some(({ recurrence }) => recurrence)) return events;
  return expandEvents(events, { today: dataset.manifest.updated, period, most: MOST });
}

/** Returns the events asked for: those held, unless another status is. */
function eventsOf(context: IndicatorContext, anyStatus = false) {
  const events = timesIn(context);
  const { where } = context;
  if (where['status'] === 'planned') return { found: select(events, context, announced), where };
  if (anyStatus || 'status' in where) return { found: select(events, context, how), where };
  return { found: select(events, context, heldOnly), where: { ...where, status: 'held' } };
}

/** Returns those of some events that add to their number: an event in the count of another of them does not. */
function adding(list: readonly Event[]): readonly Event[] {
  const ids = new Set(list.map(({ id }) => id));
  return list.filter(({ partOf }) => !partOf || !ids.has(partOf));
}

/** Adds counts. A rounded one makes the sum a rounded one. */
const total = (list: readonly Event[], unit: string): Quantity | null =>
  sum(adding(list).map(({ count, approx }) => quantity(count, unit, approx ? '~' : '=')));
