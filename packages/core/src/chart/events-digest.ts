/** What is said of the events of a data set besides their number. Written by the build; worked out where it was not. */
import { records } from '../model/coverage.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Event } from '../model/event.ts';
import type { AheadEvent, EventsDigest, SeriesDigest, SeriesEdition } from '../model/events-digest.ts';
import { type ParsedPeriod, parsePeriod } from '../model/period.ts';
import type { Text } from '../model/text.ts';
import type { AgendaItem, AgendaRequest } from './agenda.ts';
import { eventsAhead } from './events-ahead.ts';

/** What lies ahead: on which day, and of which events. */
export type DigestRequest = Pick<AgendaRequest, 'today' | 'where' | 'within'>;

/** Events ahead that are written out: a counter shows the next one of a series, and years pass before another build. */
const AHEAD = 24;

/**
 * The series of a data set, and what lies ahead.
 * @param request the day of the data by default, and all events
 */
export function eventsDigest(dataset: Dataset, request: Partial<DigestRequest> = {}): EventsDigest {
  const { today = dataset.manifest.updated, ...kept } = request;
  const events = records(dataset, 'events');
  const ahead = eventsAhead(events, { ...kept, today });
  // What never ends is written out for a year.
  const isOpen = events.some(({ recurrence }) => recurrence && !recurrence.until && !recurrence.count);
  return {
    series: seriesOf(dataset, events),
    ahead: ahead.slice(0, AHEAD).flatMap(lineOf),
    more: isOpen || ahead.length > AHEAD,
  };
}

function lineOf({ event, date }: AgendaItem): readonly AheadEvent[] {
  const { title, startsAt, place, online, status, series, url } = event;
  if (!date) return [];
  return [
    {
      title,
      date,
      ...(startsAt ? { startsAt } : {}),
      ...(place ? { place } : {}),
      ...(online ? { online } : {}),
      ...(status === 'full' ? { full: true } : {}),
      ...(series ? { series } : {}),
      ...(url ? { url } : {}),
    },
  ];
}

function seriesOf(dataset: Dataset, events: readonly Event[]): readonly SeriesDigest[] {
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    if (!event.series || event.status === 'cancelled') continue;
    const group = groups.get(event.series);
    if (group) group.push(event);
    else groups.set(event.series, [event]);
  }
  const territories = new Map(records(dataset, 'territories').map(({ id, name }) => [id, name]));
  return records(dataset, 'series').map(({ id, name }) => ({
    id,
    name,
    editions: editionsOf(groups.get(id) ?? [], territories),
  }));
}

/** By year and number: two gatherings of one year may be two editions. */
function editionsOf(events: readonly Event[], territories: ReadonlyMap<string, Text>): readonly SeriesEdition[] {
  const groups = new Map<string, { readonly year: string; readonly number: number | null; readonly of: Event[] }>();
  for (const event of events) {
    for (const year of yearsOf(parsePeriod(event.date ?? event.startsAt?.slice(0, 10) ?? ''))) {
      const key = `${year} ${String(event.edition ?? 0).padStart(4, '0')}`;
      const group = groups.get(key);
      if (group) group.of.push(event);
      else groups.set(key, { year, number: event.edition ?? null, of: [event] });
    }
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return sorted.map(({ year, number, of }) => {
    const place = placeOf(of, territories);
    return { year, ...(number === null ? {} : { number }), ...(place ? { place } : {}) };
  });
}

/** No series lasts for centuries: a date that says so is a mistake. */
const LONGEST = 10;

function yearsOf(days: ParsedPeriod | null): readonly string[] {
  const [first, last] = [Number(days?.first.slice(0, 4)), Number(days?.last.slice(0, 4))];
  if (!days || last - first > LONGEST) return [];
  return [...Array(last - first + 1).keys()].map((at) => String(first + at).padStart(4, '0'));
}

/** The one territory that all of them name, and name alone. */
function placeOf(events: readonly Event[], territories: ReadonlyMap<string, Text>): Text | undefined {
  const [place, ...others] = new Set(events.flatMap((event) => (event.territories.length ? event.territories : [''])));
  return place && others.length === 0 ? territories.get(place) : undefined;
}
