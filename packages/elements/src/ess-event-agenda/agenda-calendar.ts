/** The agenda as a calendar file. Loaded when a visitor asks for one. */
import type { AgendaItem } from '@ess-widgets/core/chart';
import { eventHours, type IcsEvent, type IcsStatus, toIcs } from '@ess-widgets/core/format/lean';
import { type Dataset, type Event, parsePeriod, resolveText } from '@ess-widgets/core/model';
import type { Localized } from '../messages/messages.ts';

const STATUS: Readonly<Record<Event['status'], IcsStatus>> = {
  held: 'CONFIRMED',
  planned: 'CONFIRMED',
  full: 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
  other: 'TENTATIVE',
};

/**
 * The calendar of lines that a calendar can hold; those known only to the month leave the reader's days free.
 * @param themes labels of the themes, by id
 */
export function agendaCalendar(
  { manifest: { id, updated } }: Dataset,
  items: readonly AgendaItem[],
  themes: ReadonlyMap<string, string>,
  name: string,
  m: Localized,
): string {
  const events = items.flatMap((item) => icsEvent(item, themes, m));
  return toIcs(events, { name, dataset: id, stamp: updated, lang: m.lang });
}

function icsEvent(
  { event, date, group }: AgendaItem,
  themes: ReadonlyMap<string, string>,
  m: Localized,
): readonly IcsEvent[] {
  const days = date ? parsePeriod(date) : null;
  if (!days) return [];
  const rough = days.kind === 'month';
  // What was planned and has passed is not known to have been held.
  const isOpen = rough || group === 'unconfirmed';
  // Those that the agenda says: an hour of another day than the event's is neither here nor there.
  const hours = eventHours(event, days, m.lang);
  return [
    {
      // Each time of an event that comes back is an event of its own in a calendar.
      id: event.recurrence ? `${event.id}-${days.first}` : event.id,
      title: resolveText(event.title, m.lang).text,
      first: days.first,
      last: days.last,
      startsAt: hours && event.startsAt,
      endsAt: hours?.to ? event.endsAt : null,
      status: isOpen && event.status === 'planned' ? 'TENTATIVE' : STATUS[event.status],
      place: event.place,
      url: event.url,
      position: event.position,
      categories: event.themes.map((theme) => themes.get(theme) ?? theme),
      ...(rough ? { free: true, description: m.text('agendaNoDay') } : {}),
    },
  ];
}
