import { subtract, sum } from '../../model/algebra.ts';
import { records } from '../../model/coverage.ts';
import type { Event } from '../../model/event.ts';
import { eventDays } from '../../model/event-days.ts';
import { type Quantity } from '../../model/quantity.ts';
import { talliesOf } from '../attendances.ts';
import { covers, inside } from '../counting.ts';
import { measureOf } from '../derive.ts';
import { defineIndicator, type IndicatorContext } from '../indicator.ts';
import { once } from '../remember.ts';
import { webinarsCancelled } from './webinars-cancelled.ts';
import { webinarsPlanned } from './webinars-planned.ts';

/** The series that a data set's webinars for local authorities belong to. */
const SERIES = 'webinaires-collectivites';

/**
 * Σ attendance of the webinars for local authorities that were held: the tally of each, or the attendance of its event. The
 * sum is complete when as many webinars are counted as were planned and not cancelled. Who came twice counts twice.
 * Section I.3.a.
 */
export const webinarAttendance = defineIndicator({
  id: 'webinar-attendance',
  kind: 'flow',
  unit: 'people',
  label: { fr: 'Participants aux webinaires', br: 'Tud er webinarioù', en: 'Attendance of the webinars' },
  definition: {
    fr: 'Somme des participants à chaque webinaire destiné aux collectivités.',
    en: 'Sum of those who came to each webinar for local authorities.',
  },
  dimensions: [
    { id: 'webinar', label: { fr: 'webinaire', br: 'webinar', en: 'webinar' }, exclusive: true, exhaustive: true },
  ],
  needs: ['observations', 'events', 'tallies'],
  value: (context) => {
    const counts = attendances(context);
    if (counts.length === 0) return null;
    const known = counts.flatMap(([, q]) => (q?.unit === 'people' ? [q] : []));
    const complete = known.length === counts.length && isWhole(context, counts.length);
    return { quantity: sum(known), complete, population: counts.length, missing: counts.length - known.length };
  },
  parts: (context) =>
    new Map(attendances(context).filter((pair): pair is readonly [string, Quantity] => pair[1] !== null)),
});

const heldIn = once((list: readonly Event[]) => list.filter((e) => e.series === SERIES && e.status === 'held'));

/** The webinars held in the period, and how many came to each. */
function attendances(context: IndicatorContext): readonly (readonly [string, Quantity | null])[] {
  const { dataset, period, territory, where } = context;
  if (territory !== undefined) return [];
  const tallies = talliesOf(records(dataset, 'tallies'));
  const isAsked = (e: Event): boolean => where['webinar'] === undefined || where['webinar'] === e.id;
  return heldIn(records(dataset, 'events'))
    .filter((e) => inside(period, eventDays(e)) === true && isAsked(e))
    .map((e) => [e.id, tallies.get(e.id)?.total ?? e.attendance ?? null]);
}

function isWhole(context: IndicatorContext, count: number): boolean {
  if (context.where['webinar'] !== undefined) return true;
  const [planned, cancelled] = [measureOf(webinarsPlanned, context), measureOf(webinarsCancelled, context)];
  const held = subtract(planned.quantity, cancelled.quantity);
  return (held?.op === '=' && held.value === count) || covers({ ...context, where: { series: SERIES } }, 'events');
}
