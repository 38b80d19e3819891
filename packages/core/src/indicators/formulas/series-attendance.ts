import type * as z from 'zod/mini';
import {
  eventDays,
  type Quantity,
  records,
  type SeriesAttendanceParameters,
  subtract,
  sum,
} from '../../model/index.ts';
import { attendanceTallies } from '../attendances.ts';
import { isCoverageComplete, isInPeriod } from '../counting.ts';
import { measureOf } from '../derive.ts';
import type { Formula, Use } from '../formula.ts';
import type { IndicatorContext } from '../indicator.ts';

type Parameters = z.infer<typeof SeriesAttendanceParameters>;

/**
 * Adds the attendance of the events of a series that were held: the tally of each, or what its record says. The sum is
 * complete when as many events are counted as were planned and not cancelled. Somebody who came twice counts twice.
 */
export const seriesAttendance: Formula<Parameters> = {
  operands: ({ planned, cancelled }) => [planned, cancelled],
  value: (context, use) => {
    const counts = attendances(context, use.parameters);
    if (counts.length === 0) return null;
    const known = counts.flatMap(([, q]) => (q?.unit === 'people' ? [q] : []));
    const complete = known.length === counts.length && isWhole(context, counts.length, use);
    return { quantity: sum(known), complete, population: counts.length, missing: counts.length - known.length };
  },
  parts: (context, _, { parameters }) =>
    new Map(attendances(context, parameters).filter((pair): pair is readonly [string, Quantity] => pair[1] !== null)),
};

/** Returns the events of the series held in the period, and how many came to each. */
function attendances(
  { dataset, period, territory, where }: IndicatorContext,
  { series, dimension }: Parameters,
): readonly (readonly [string, Quantity | null])[] {
  if (territory !== undefined) return [];
  const tallies = attendanceTallies(records(dataset, 'tallies'));
  const asked = where[dimension];
  return records(dataset, 'events')
    .filter((e) => e.series === series && e.status === 'held' && (asked === undefined || asked === e.id))
    .filter((e) => isInPeriod(period, eventDays(e)) === true)
    .map((e) => [e.id, tallies.get(e.id)?.total ?? e.attendance ?? null]);
}

function isWhole(context: IndicatorContext, count: number, { parameters, indicator }: Use<Parameters>): boolean {
  const { series, dimension, ...ids } = parameters;
  if (context.where[dimension] !== undefined) return true;
  const planned = measureOf(indicator(ids.planned), context);
  const cancelled = measureOf(indicator(ids.cancelled), context);
  const held = subtract(planned.quantity, cancelled.quantity);
  return (held?.op === '=' && held.value === count) || isCoverageComplete({ ...context, where: { series } }, 'events');
}
