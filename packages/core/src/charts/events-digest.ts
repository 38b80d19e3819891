/**
 * Facts about the events of a data set besides their number. The build writes them; they are computed where it did not.
 */
import {
  type AheadEvent,
  type Dataset,
  daysBetween,
  type Event,
  type EventsDigest,
  eventDays,
  lineageIn,
  type ParsedPeriod,
  parsePeriod,
  records,
  type SeriesDigest,
  type SeriesEdition,
  type Text,
  withoutSettledPlans,
} from '../model/index.ts';
import type { AgendaItem, AgendaRequest } from './agenda/agenda.ts';
import { eventsAhead } from './events-ahead.ts';

/** Day from which events are ahead, and the criteria that select them. */
type DigestRequest = Pick<AgendaRequest, 'today' | 'where' | 'within'>;

/** Events ahead that are written out: a counter shows the next one of a series, and years pass before another build. */
const AHEAD = 24;

/**
 * The series of a data set, and what lies ahead.
 * @param request the day of the data by default, and all events
 * @since 0.2.0
 */
export function eventsDigest(dataset: Dataset, request: Partial<DigestRequest> = {}): EventsDigest {
  const { today = dataset.manifest.updated, ...kept } = request;
  const events = withoutSettledPlans(records(dataset, 'events'));
  const ahead = eventsAhead(events, { ...kept, today, lineage: lineageIn(dataset) });
  // Events that recur without end are written out for a year only, so that there are more.
  const isOpen = events.some(({ recurrence }) => recurrence && !recurrence.until && !recurrence.count);
  return {
    series: seriesOf(dataset, events),
    ahead: ahead.slice(0, AHEAD).flatMap(lineOf),
    more: isOpen || ahead.length > AHEAD,
  };
}

/** Returns an event that is ahead as a line; none for one without a date. */
export function lineOf({ event, date }: AgendaItem): readonly AheadEvent[] {
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

interface Edition {
  readonly number: number | null;
  readonly first: string;
  last: string;
  readonly of: Event[];
}

/** Days of an edition that goes over New Year, at most: a school year. The same number a year later is a mistake. */
const LONGEST = 335;

/** By number and year: two gatherings of one year may be two editions, and one edition may go over New Year. */
function editionsOf(events: readonly Event[], territories: ReadonlyMap<string, Text>): readonly SeriesEdition[] {
  const editions: Edition[] = [];
  const open = new Map<string, Edition>();
  for (const { event, days } of inOrder(events)) {
    const { first, last } = days;
    const key = event.edition ? `${event.edition}` : `in ${first.slice(0, 4)}`;
    const begun = open.get(key);
    if (begun && (yearOf(begun) === yearOf(days) || daysBetween(begun.first, last) <= LONGEST)) {
      begun.of.push(event);
      if (last > begun.last) begun.last = last;
    } else {
      const edition = { number: event.edition ?? null, first, last, of: [event] };
      open.set(key, edition);
      editions.push(edition);
    }
  }
  return editions
    .sort((a, b) => Number(yearOf(a)) - Number(yearOf(b)) || (a.number ?? 0) - (b.number ?? 0))
    .map(({ number, first, last, of }) => {
      const place = placeOf(of, territories);
      const days = yearOf({ first }) === yearOf({ first: last }) ? {} : { days: `${first}/${last}` };
      return { year: yearOf({ first }), ...(number === null ? {} : { number }), ...days, ...(place ? { place } : {}) };
    });
}

const yearOf = ({ first }: Pick<ParsedPeriod, 'first'>): string => first.slice(0, 4);

/** No event lasts for ten years: a date that says so is a mistake. */
const TOO_LONG = 3_650;

/** The events that have a date, the earliest first. */
const inOrder = (events: readonly Event[]): readonly { readonly event: Event; readonly days: ParsedPeriod }[] =>
  events
    .flatMap((event) => {
      const days = parsePeriod(eventDays(event) ?? '');
      return days && daysBetween(days.first, days.last) <= TOO_LONG ? [{ event, days }] : [];
    })
    .sort((a, b) => (a.days.first < b.days.first ? -1 : 1));

/** The one territory that all of them name, and name alone. */
function placeOf(events: readonly Event[], territories: ReadonlyMap<string, Text>): Text | undefined {
  const [place, ...others] = new Set(events.flatMap((event) => (event.territories.length ? event.territories : [''])));
  return place && others.length === 0 ? territories.get(place) : undefined;
}
