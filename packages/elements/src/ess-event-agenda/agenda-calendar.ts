/** The agenda as a calendar file. Loaded when a visitor asks for one. */

import type { AgendaItem } from '@ess-widgets/core/charts';
import {
  capitalised,
  eventHours,
  type IcsEvent,
  type IcsStatus,
  type IcsTime,
  icsSeries,
  toIcs,
} from '@ess-widgets/core/format';
import { type Dataset, type Event, parsePeriod, records, resolveText } from '@ess-widgets/core/model';
import type { Localized } from '../texts/texts.ts';

const STATUS: Readonly<Record<Event['status'], IcsStatus>> = {
  held: 'CONFIRMED',
  planned: 'CONFIRMED',
  full: 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
  other: 'TENTATIVE',
};

/**
 * Returns the calendar of lines that a calendar can contain. Those known only to the month are marked as free time. A recurring
 * event is one entry with its rule; a line that is downloaded alone is that occurrence alone.
 * @param themes labels of the themes, by id
 */
export function agendaCalendar(
  dataset: Dataset,
  items: readonly AgendaItem[],
  themes: ReadonlyMap<string, string>,
  name: string,
  m: Localized,
): string {
  const { id, updated } = dataset.manifest;
  const rules = new Map(records(dataset, 'events').flatMap((event) => (event.recurrence ? [[event.id, event]] : [])));
  const groups = new Map<string, IcsTime[]>();
  for (const item of items) {
    const time = { day: dayOf(item), isByRule: Boolean(item.event.recurrence) };
    const times = icsEvent(item, themes, m).map((event) => ({ ...time, event }));
    const key = item.event.occurrenceOf?.event ?? item.event.id;
    const group = groups.get(key);
    if (group) group.push(...times);
    else groups.set(key, times);
  }
  const entries = [...groups].flatMap(([key, times]) => {
    const rule = items.length > 1 ? rules.get(key) : undefined;
    return rule ? icsSeries(rule, times) : times.map(({ event }) => event);
  });
  return toIcs(entries, { name, dataset: id, stamp: updated, lang: m.lang });
}

/** Returns the day of an occurrence according to its rule, even if it was moved. */
const dayOf = ({ event, days }: AgendaItem): string => event.occurrenceOf?.date ?? days?.first ?? '';

function icsEvent(
  { event, date, group, tags }: AgendaItem,
  themes: ReadonlyMap<string, string>,
  m: Localized,
): readonly IcsEvent[] {
  const days = date ? parsePeriod(date) : null;
  if (!days) return [];
  const rough = days.kind === 'month';
  // A planned event that has passed is not known to have been held.
  const isOpen = rough || group === 'unconfirmed';
  // The hours are those of the agenda, which leaves out an hour of another day than the event's.
  const hours = eventHours(event, days, m.lang);
  // Most calendars show no status, so the tags of the agenda are written into the description.
  const words = tags.flatMap((tag) => (tag === 'planned' || tag === 'online' ? [] : m.text(`agendaTag_${tag}`)));
  const description = [...words, ...(rough ? [m.text('agendaNoDay')] : [])].join(', ');
  return [
    {
      // In a calendar each occurrence of a recurring event is an event with an id of its own.
      id: event.recurrence ? `${event.id}-${days.first}` : event.id,
      title: resolveText(event.title, m.lang).text,
      first: days.first,
      last: days.last,
      startsAt: hours && event.startsAt,
      endsAt: hours?.to ? event.endsAt : null,
      status: isOpen && event.status === 'planned' ? 'TENTATIVE' : STATUS[event.status],
      place: event.place ?? (event.online ? m.text('agendaTag_online') : null),
      url: event.url,
      position: event.position,
      categories: event.themes.map((theme) => themes.get(theme) ?? theme),
      description: capitalised(description),
      free: rough || event.status === 'cancelled' || event.status === 'postponed',
    },
  ];
}
