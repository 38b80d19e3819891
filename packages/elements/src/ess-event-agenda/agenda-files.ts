/** The agenda as files: a calendar and a spreadsheet. */
import type { Agenda, AgendaItem } from '@ess-widgets/core/chart';
import { type IcsEvent, type IcsStatus, toCsv, toIcs } from '@ess-widgets/core/format/lean';
import { type Dataset, type Event, parsePeriod, records, resolveText } from '@ess-widgets/core/model';
import type { Localized } from '../messages/messages.ts';

/** The lines of an agenda, in the order in which they are shown. */
export const itemsOf = ({ upcoming, unconfirmed, past }: Agenda): readonly AgendaItem[] => [
  ...upcoming,
  ...unconfirmed,
  ...past,
];

const STATUS: Readonly<Record<Event['status'], IcsStatus>> = {
  held: 'CONFIRMED',
  planned: 'CONFIRMED',
  full: 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
  other: 'TENTATIVE',
};

/**
 * The calendar of the events that a calendar can hold: those known to the day, and those known to the month, which leave
 * the reader's days free. A year or a quarter would only be a stripe over the whole calendar. Null when none is left.
 */
export function agendaCalendar(
  dataset: Dataset,
  items: readonly AgendaItem[],
  name: string,
  m: Localized,
): string | null {
  const themes = themesOf(dataset, m.lang);
  const events = items.flatMap((item) => icsEvent(item, themes, m));
  const { id, updated } = dataset.manifest;
  return events.length ? toIcs(events, { name, dataset: id, stamp: updated, lang: m.lang }) : null;
}

function icsEvent({ event, date }: AgendaItem, themes: ReadonlyMap<string, string>, m: Localized): readonly IcsEvent[] {
  const days = date ? parsePeriod(date) : null;
  if (!days || !['day', 'range', 'month'].includes(days.kind) || (days.kind === 'range' && days.text.length !== 21))
    return [];
  const rough = days.kind === 'month';
  return [
    {
      id: event.id,
      title: resolveText(event.title, m.lang).text,
      first: days.first,
      last: days.last,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      status: rough && event.status === 'planned' ? 'TENTATIVE' : STATUS[event.status],
      place: event.place,
      url: event.url,
      position: event.position,
      categories: event.themes.map((theme) => themes.get(theme) ?? theme),
      ...(rough ? { free: true, description: m.text('agendaNoDay') } : {}),
    },
  ];
}

const COLUMNS = [
  'id',
  'title',
  'date',
  'starts_at',
  'ends_at',
  'status',
  'series',
  'edition',
  'count',
  'place',
  'online',
] as const;
const MORE = [
  'attendance',
  'attendance_operator',
  'attendance_unit',
  'themes',
  'url',
  'document',
  'section',
  'page',
  'as_printed',
] as const;

/** The spreadsheet of all lines, with where each was published. */
export function agendaSheet(dataset: Dataset, items: readonly AgendaItem[], m: Localized): string {
  const themes = themesOf(dataset, m.lang);
  const rows = items.map(({ event: e }) => [
    ...[
      e.id,
      resolveText(e.title, m.lang).text,
      e.date,
      e.startsAt,
      e.endsAt,
      e.status,
      e.series,
      e.edition,
      e.count,
      e.place,
      String(e.online),
    ],
    ...[e.attendance?.value ?? e.attendance?.min, e.attendance?.op, e.attendance?.unit],
    ...[
      e.themes.map((theme) => themes.get(theme) ?? theme).join(', '),
      e.url,
      e.source?.document,
      e.source?.section,
      e.source?.page,
    ],
    Object.entries(e.printed ?? {})
      .map(([field, text]) => `${field} : ${text}`)
      .join(' ; '),
  ]);
  return toCsv([...COLUMNS, ...MORE], rows);
}

function themesOf(dataset: Dataset, lang: string): ReadonlyMap<string, string> {
  const themes = records(dataset, 'categories').filter((category) => category.dimension === 'theme');
  return new Map(themes.map(({ id, label }) => [id, resolveText(label, lang).text]));
}
