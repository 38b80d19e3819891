import { type Event, expandEvents } from '../model/index.ts';
import { type AgendaItem, type AgendaRequest, agendaOf } from './agenda/agenda.ts';

/**
 * Returns the events to come: planned (booked out or not), dated and not over yet, the earliest first, with each time
 * of a recurring event. Cancelled and postponed events are not coming, and a planned event whose date has passed is not
 * ahead.
 * @param request `today` is a day as `YYYY-MM-DD`, in the zone of the events
 */
export function eventsAhead(events: readonly Event[], request: AgendaRequest): readonly AgendaItem[] {
  const { today, period } = request;
  const { upcoming } = agendaOf(expandEvents(events, { today, period }), request);
  return upcoming.filter(({ event, date }) => date !== null && (event.status === 'planned' || event.status === 'full'));
}
