import type { Event } from '../model/index.ts';
import type { AgendaItem } from './agenda/agenda.ts';
import { eventsAhead } from './events-ahead.ts';
import { soonest } from './read-digest.ts';

/**
 * The next event that lies ahead; one that is under way only where none begins before it ends.
 * @param today day as `YYYY-MM-DD`, in the zone of the events
 * @param series keeps the events of one series
 */
export const nextEvent = (events: readonly Event[], today: string, series?: string): AgendaItem | null =>
  soonest(eventsAhead(events, { today, series }), today) ?? null;
