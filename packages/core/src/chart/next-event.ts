import type { Event } from '../model/event.ts';
import { comparePeriods, period } from '../model/period.ts';

/**
 * The next event that lies ahead: planned (booked out or not) and not over yet, the earliest first. What was cancelled or
 * postponed is not coming, and a planned event whose date has passed is not next.
 * @param today day as `YYYY-MM-DD`, in the zone of the events
 * @param series keeps the events of one series
 */
export function nextEvent(events: readonly Event[], today: string, series?: string): Event | null {
  const dated = events.flatMap((event) => (event.date ? [{ event, date: event.date }] : []));
  const ahead = dated.filter(
    ({ event, date }) =>
      (event.status === 'planned' || event.status === 'full') &&
      (series === undefined || event.series === series) &&
      period(date).last >= today,
  );
  const [next] = ahead.sort((a, b) => comparePeriods(a.date, b.date));
  return next?.event ?? null;
}
