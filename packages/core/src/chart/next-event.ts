import type { Event } from '../model/event.ts';
import { type AgendaItem, agendaOf } from './agenda.ts';

/**
 * The next event that lies ahead: planned (booked out or not), dated and not over yet, the earliest first. What was
 * cancelled or postponed is not coming, and a planned event whose date has passed is not next.
 * @param today day as `YYYY-MM-DD`, in the zone of the events
 * @param series keeps the events of one series
 */
export function nextEvent(events: readonly Event[], today: string, series?: string): AgendaItem | null {
  const { upcoming } = agendaOf(events, { today, series });
  return (
    upcoming.find(({ event, date }) => date !== null && (event.status === 'planned' || event.status === 'full')) ?? null
  );
}
