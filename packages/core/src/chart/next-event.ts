import type { Event } from '../model/event.ts';
import { expandEvents } from '../model/occurrences.ts';
import { type AgendaItem, type AgendaRequest, agendaOf } from './agenda.ts';

/**
 * What comes: planned (booked out or not), dated and not over yet, the earliest first; each time of what comes back. What
 * was cancelled or postponed is not coming, and a planned event whose date has passed is not ahead.
 * @param request `today` is a day as `YYYY-MM-DD`, in the zone of the events
 */
export function eventsAhead(events: readonly Event[], request: AgendaRequest): readonly AgendaItem[] {
  const { today, period } = request;
  const { upcoming } = agendaOf(expandEvents(events, { today, period }), request);
  return upcoming.filter(({ event, date }) => date !== null && (event.status === 'planned' || event.status === 'full'));
}

/**
 * The next event that lies ahead.
 * @param today day as `YYYY-MM-DD`, in the zone of the events
 * @param series keeps the events of one series
 */
export const nextEvent = (events: readonly Event[], today: string, series?: string): AgendaItem | null =>
  eventsAhead(events, { today, series })[0] ?? null;
