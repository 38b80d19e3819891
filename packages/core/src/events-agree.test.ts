import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgendaItem, addMonths, agendaOf, monthOf } from './charts/index.ts';
import { type IcsEvent, icsSeries, toIcs, wallClock } from './format/index.ts';
import { liesIn } from './indicators/index.ts';
import { addDays, type Dataset, daysBetween, daysByRule, Event, expandEvents, iso, records } from './model/index.ts';
import { makeDataset } from './model/testing.ts';
import { named } from './testing/bretagne.ts';

const eventsHeld = named('events-held');

const TODAY = '2025-06-15';
const territories = [
  { id: 'commune-29151', kind: 'commune', name: { fr: 'Morlaix' }, parents: ['departement-29'] },
  { id: 'departement-29', kind: 'departement', name: { fr: 'Finistère' }, parents: [] },
  { id: 'departement-35', kind: 'departement', name: { fr: 'Ille-et-Vilaine' }, parents: [] },
];

const day = fc
  .tuple(fc.integer({ min: 2024, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 30 }))
  .map(([year, month, n]) => addDays(iso(year, month, 1), n));
const when = fc.oneof(
  day.map((date) => ({ date })),
  fc.tuple(day, fc.integer({ min: 1, max: 40 })).map(([from, n]) => ({ date: `${from}/${addDays(from, n)}` })),
  day.map((date) => ({ date: date.slice(0, 7) })),
  day.map((date) => ({ startsAt: `${date}T18:30:00+01:00`, endsAt: `${date}T23:30:00+01:00` })),
  day.map((date) => ({ date, startsAt: `${date}T20:00:00-04:00` })),
  fc.constant({ date: null }),
);
const recurrence = fc.record(
  {
    frequency: fc.constantFrom('daily', 'weekly', 'monthly', 'yearly'),
    interval: fc.integer({ min: 1, max: 3 }),
    count: fc.integer({ min: 1, max: 9 }),
    until: day,
    exceptions: fc.array(day, { maxLength: 2 }),
  },
  { requiredKeys: ['frequency', 'count'] },
);
const one = fc.record({
  when,
  about: fc.record({
    status: fc.constantFrom('held', 'planned', 'cancelled', 'postponed', 'full'),
    series: fc.constantFrom(null, 's', 't'),
    online: fc.boolean(),
    territories: fc.constantFrom([], ['commune-29151'], ['departement-35']),
  }),
  recurrence: fc.option(recurrence),
  // A record of its own for one of its times: which one, when, and how it stands.
  other: fc.option(fc.tuple(fc.nat(3), when, fc.constantFrom('held', 'planned', 'cancelled'))),
});

type One = typeof one extends fc.Arbitrary<infer T> ? T : never;

function eventsOf({ when: days, about, recurrence: rule, other }: One, at: number): readonly Event[] {
  const named = (id: string, more: object) => Event.parse({ id, title: { fr: id }, ...about, ...more });
  const event = named(`e${at}`, { ...days, recurrence: rule });
  const [nth = 0, otherDays, status] = other ?? [];
  const date = daysByRule(event, '2020-01-01', '2060-12-31')[nth];
  if (!other || !date) return [event];
  return [event, named(`o${at}`, { ...otherDays, status, occurrenceOf: { event: event.id, date } })];
}

interface Asked {
  readonly period: string;
  readonly territory?: string;
  readonly series?: string;
}

const datasetOf = (list: readonly One[]): Dataset =>
  makeDataset(
    { events: list.flatMap(eventsOf), territories, series: ['s', 't'].map((id) => ({ id, name: { fr: id } })) },
    // Written after all of its days: what is held later than the data is not counted, and has no line to agree with.
    { updated: '2027-01-01', coverage: { events: [{ complete: true }] } },
  );

/** The lines of an agenda. */
function linesOf(dataset: Dataset, { territory, ...asked }: Asked, today = TODAY): readonly AgendaItem[] {
  const events = expandEvents(records(dataset, 'events'), {
    today,
    updated: dataset.manifest.updated,
    period: asked.period,
  });
  const within = (list: readonly string[]) => liesIn(dataset, list, territory);
  const { upcoming, unconfirmed, past } = agendaOf(events, { today, ...asked, ...(territory ? { within } : {}) });
  return [...upcoming, ...unconfirmed, ...past];
}

const requests = [
  { period: '2024/2025' },
  { period: '2024' },
  { period: '2025-06' },
  { period: '2024', territory: 'departement-29' },
  { period: '2025', series: 's' },
] as const satisfies readonly Asked[];
const whatever = fc.tuple(fc.array(one, { minLength: 1, maxLength: 5 }), fc.constantFrom<Asked>(...requests));

describe('whatever the events are, and whatever is asked', () => {
  it('the count of events is the number of lines of the agenda, for each status', () => {
    fc.assert(
      fc.property(whatever, ([list, asked]) => {
        const dataset = datasetOf(list);
        const lines = linesOf(dataset, asked, dataset.manifest.updated);
        const { series, ...request } = asked;
        for (const status of ['held', 'planned', 'cancelled', 'postponed']) {
          // An event that is full is planned as well.
          const statuses = status === 'planned' ? ['planned', 'full'] : [status];
          const where = [`status=${status}`, ...(series ? [`series=${series}`] : [])].join(' ');
          const { quantity } = eventsHeld.compute(dataset, { ...request, where });
          expect(quantity?.value ?? 0).toBe(lines.filter(({ event }) => statuses.includes(event.status)).length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the months show each line of the agenda that has a day or a month', () => {
    fc.assert(
      fc.property(whatever, ([list, asked]) => {
        const lines = linesOf(datasetOf(list), asked);
        const shown = [...Array(40).keys()].flatMap((n) => {
          const { weeks, rough } = monthOf(lines, addMonths('2023-12', n));
          return [...weeks.flatMap((week) => week.flatMap((cell) => cell?.items ?? [])), ...rough];
        });
        expect(new Set(shown)).toEqual(new Set(lines.filter(({ days }) => days)));
      }),
      { numRuns: 100 },
    );
  });

  it('the calendar file holds each of these lines, on its day', () => {
    fc.assert(
      fc.property(whatever, ([list, asked]) => {
        const dataset = datasetOf(list);
        const lines = linesOf(dataset, asked).filter(({ days }) => days);
        expect(readBack(write(dataset, lines))).toEqual(
          lines.map((line) => `${line.event.id} ${startOf(line)}`).sort(),
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** The day, or the instant, at which a line begins. */
const startOf = ({ days, event: { startsAt } }: AgendaItem): string =>
  startsAt ? new Date(startsAt).toISOString() : (days?.first ?? '');

function write(dataset: Dataset, lines: readonly AgendaItem[]): string {
  const seriesOf = ({ event }: AgendaItem): string => event.occurrenceOf?.event ?? event.id;
  const entries = [...new Set(lines.map(seriesOf))].flatMap((id) => {
    const times = lines
      .filter((line) => seriesOf(line) === id)
      .map((line) => ({
        day: line.event.occurrenceOf?.date ?? line.days?.first ?? '',
        isByRule: Boolean(line.event.recurrence),
        event: icsEventOf(line),
      }));
    const rule = records(dataset, 'events').find((event) => event.id === id && event.recurrence);
    return rule ? icsSeries(rule, times) : times.map(({ event }) => event);
  });
  return toIcs(entries, { name: 'Agenda', dataset: 'test', stamp: TODAY, lang: 'fr' });
}

const icsEventOf = ({ event, days }: AgendaItem): IcsEvent => ({
  ...{ id: `${event.id}-${days?.first}`, title: event.id, first: days?.first ?? '', last: days?.last ?? '' },
  ...{ startsAt: event.startsAt, endsAt: event.endsAt, status: 'CONFIRMED' },
});

type Property = readonly [parameters: string, value: string];

/** Reads a calendar file as RFC 5545 says, day by day: titles with the start of each time, sorted. */
function readBack(text: string): readonly string[] {
  const blocks = text.replace(/\r\n /g, '').split('BEGIN:VEVENT').slice(1);
  const events = blocks.map((block) => {
    const find = (name: string): Property => {
      const [, parameters = '', value = ''] = new RegExp(`\\r\\n${name}(;[^:]*)?:(.*)`).exec(block) ?? [];
      return [parameters, value];
    };
    return { uid: find('UID')[1], title: find('SUMMARY')[1], find };
  });
  const told = new Set(events.map(({ uid, find }) => `${uid} ${find('RECURRENCE-ID')[1].slice(0, 8)}`));
  return events
    .flatMap(({ uid, title, find }) => {
      const [zone, start] = find('DTSTART');
      const [, rule] = find('RRULE');
      if (!rule) return [`${title} ${instantOf([zone, start])}`];
      const left = find('EXDATE')[1]
        .split(',')
        .map((each) => each.slice(0, 8));
      return timesOf(rule, start.slice(0, 8), zone)
        .filter((day) => !left.includes(day) && !told.has(`${uid} ${day}`))
        .map((day) => `${title} ${instantOf([zone, day + start.slice(8)])}`);
    })
    .sort();
}

function instantOf([zone, value]: Property): string {
  const written = value.replace(/^(....)(..)(..)(T(..)(..)(..))?/, (_all, y, m, d, time, h, min, sec) =>
    time ? `${y}-${m}-${d}T${h}:${min}:${sec}` : `${y}-${m}-${d}`,
  );
  if (!zone.includes('TZID') || !written.includes('T')) return written.replace('Z', '.000Z');
  const shown = Date.parse(`${written}Z`);
  // An hour that clocks show twice, as they do in October, is the first of both.
  const offsets = zone.includes('Paris') ? [2, 1] : [aheadIn(zone)];
  const instants = offsets.map((hours) => shown - hours * HOUR);
  const found = instants.find((at) => instants.length === 1 || wallClock(at)?.time === written.slice(11, 16));
  return new Date(found ?? Number.NaN).toISOString();
}

const HOUR = 3_600_000;

/** Hours that the clocks of a zone are ahead: `Etc/GMT+4` is four behind. */
const aheadIn = (zone: string): number => -Number(/GMT([+-]\d+)/.exec(zone)?.[1] ?? 0);

/** The days of a rule, found by looking at each day from the first to the last. */
function timesOf(rule: string, begin: string, zone: string): readonly string[] {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const interval = Number(parts.get('INTERVAL') ?? 1);
  // The end is an instant: the day that it is in the zone.
  const end = Date.parse(instantOf(['', parts.get('UNTIL') ?? ''])) + aheadIn(zone) * HOUR;
  const until = new Date(end).toISOString().slice(0, 10);
  const first = begin.replace(/^(....)(..)/, '$1-$2-');
  const monthsOf = (at: string) => Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7));
  const isDay = (at: string) => Number(at.slice(8)) === Number(parts.get('BYMONTHDAY'));
  const isOf: Record<string, (at: string) => boolean> = {
    DAILY: (at) => daysBetween(first, at) % interval === 0,
    WEEKLY: (at) => daysBetween(first, at) % (7 * interval) === 0,
    MONTHLY: (at) => (monthsOf(at) - monthsOf(first)) % interval === 0 && isDay(at),
    YEARLY: (at) => (monthsOf(at) - monthsOf(first)) % (12 * interval) === 0 && isDay(at),
  };
  const found: string[] = [];
  for (let at = first; at <= until; at = addDays(at, 1))
    if (isOf[parts.get('FREQ') ?? '']?.(at)) found.push(at.replaceAll('-', ''));
  return found;
}
