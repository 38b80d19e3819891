/** One event of a calendar file, read on its own: what cannot be read costs no other event. */
import { type Event, eventDays, isoAt, type Position, type Text } from '../../../model/index.ts';
import { normalise } from '../table/normalise.ts';
import { quoted, type ReportRemark } from '../table/report.ts';
import { type Component, type Property, propertiesOf, propertyOf, unescapedLine, unescapedText } from './components.ts';
import { type Duration, readDuration, readTime } from './dates.ts';
import { instantIn, UNIVERSAL, type Zone, type Zones } from './zones.ts';

export const DAY = 86_400_000;

/** Beginning of an event. */
export interface Start {
  /** Whole days, without a time. */
  readonly isDay: boolean;
  /** Date and time of the clock in ms, as if its zone were UTC. */
  readonly wall: number;
  readonly zone: Zone;
}

/** Time that an event takes: days of the calendar and exact time; null where its end is not known. */
type Length = Duration | null;

/** A date that a file adds to those of a rule; a period states its length. */
export interface AddedStart extends Start {
  readonly length?: Length;
}

/** How often an event was changed, and when it was last: of two versions of one event the later stands. */
interface Version {
  /** Null where the file does not say it. */
  readonly sequence: number | null;
  /** In ms since 1970; 0 where the file does not say it. */
  readonly modified: number;
  readonly stamped: number;
}

/** An event as its file states it, before the dates of its rule are written out. */
export interface CalendarEvent {
  readonly line: number;
  /** Empty where the file gives none. */
  readonly uid: string;
  readonly version: Version;
  readonly isPrivate: boolean;
  readonly start: Start;
  readonly length: Length;
  readonly zones: Zones;
  /** The date of a rule that it takes the place of. */
  readonly recurrence: Start | null;
  /** Whether it takes the place of the later dates too (`RANGE=THISANDFUTURE`). */
  readonly isRange: boolean;
  readonly rules: readonly string[];
  readonly added: readonly AddedStart[];
  readonly excluded: readonly Start[];
  readonly themes: readonly string[];
  /** The fields of its record that do not depend on the date. */
  readonly fields: Pick<Event, 'title' | 'place' | 'online' | 'position' | 'url'> & { readonly isCancelled: boolean };
}

const UNTITLED: Text = { fr: 'Sans titre', en: 'Untitled' };

/**
 * Reads an event; null for one that cannot be read, which is reported.
 * @param isCancelled whether its calendar calls off what is in it (`METHOD:CANCEL`)
 */
export function readEvent(
  component: Component,
  zones: Zones,
  isCancelled: boolean,
  report: ReportRemark,
): CalendarEvent | null {
  const { line } = component;
  if (!component.isClosed) {
    leftOut(
      report,
      line,
      'VEVENT',
      'END:VEVENT manque, l’événement est coupé',
      'END:VEVENT is missing, the event is cut',
    );
    return null;
  }
  // Classes that are not known are private (RFC 5545, 3.8.1.3), and of two the one that shows less counts.
  const isPrivate = propertiesOf(component, 'CLASS').some(
    ({ value }) => !['', 'PUBLIC'].includes(unescapedText(value).toUpperCase()),
  );
  if (isPrivate) reportPrivate(report, line);
  const replaced = propertyOf(component, 'RECURRENCE-ID');
  // A date may be called off by its name alone.
  const begin = propertyOf(component, 'DTSTART') ?? (isCancelled ? replaced : undefined);
  const start = begin ? startOf(begin, zones, line) : null;
  if (!start) {
    // Nothing of a private event is shown, not even its faults.
    if (!isPrivate) reportDate(report, line, begin);
    return null;
  }
  const title = unescapedLine(component, 'SUMMARY');
  if (title === '' && !isPrivate) reportUntitled(report, line);
  return {
    line,
    uid: unescapedLine(component, 'UID'),
    version: versionOf(component),
    isPrivate,
    start,
    length: lengthOf(component, start, zones, report),
    zones,
    recurrence: replaced ? startOf(replaced, zones, line) : null,
    isRange: replaced?.params['RANGE']?.trim().toUpperCase() === 'THISANDFUTURE',
    rules: propertiesOf(component, 'RRULE').map(({ value }) => value),
    added: propertiesOf(component, 'RDATE').flatMap((each) => startsOf(each, zones, line, report)),
    excluded: propertiesOf(component, 'EXDATE').flatMap((each) => startsOf(each, zones, line, report)),
    themes: propertiesOf(component, 'CATEGORIES').flatMap(({ value }) =>
      (value.includes('\\') ? (value.match(/(?:\\.|[^\\,])+/g) ?? []) : value.split(','))
        .map((each) => unescapedText(each))
        .filter((each) => each !== ''),
    ),
    fields: {
      title: title === '' ? UNTITLED : { fr: title },
      ...placeOf(component),
      position: positionOf(component, report),
      isCancelled: isCancelled || /^cancell?ed$/i.test(unescapedLine(component, 'STATUS')),
    },
  };
}

function versionOf(component: Component): Version {
  const sequence = unescapedLine(component, 'SEQUENCE');
  const instantAt = (name: string): number => {
    const time = readTime(unescapedLine(component, name));
    return time ? time.wall - (time.offset ?? 0) : 0;
  };
  return {
    sequence: /^\d{1,9}$/.test(sequence) ? Number(sequence) : null,
    modified: instantAt('LAST-MODIFIED'),
    stamped: instantAt('DTSTAMP'),
  };
}

/** Returns a number above 0 where the first of two events is a later version than the second. */
export function compareVersions({ version: a }: CalendarEvent, { version: b }: CalendarEvent): number {
  const bySequence = (a.sequence ?? 0) - (b.sequence ?? 0);
  // One without a change has but the time at which its file was written.
  const byChange = a.modified > 0 && b.modified > 0 ? a.modified - b.modified : 0;
  return bySequence || byChange || a.stamped - b.stamped;
}

function startOf({ value, params }: Property, zones: Zones, line: number): Start | null {
  const time = readTime(value);
  if (!time) return null;
  const { isDay, wall, offset } = time;
  if (isDay) return { isDay, wall, zone: zones.floating };
  if (offset !== null)
    return { isDay, wall, zone: offset === 0 ? UNIVERSAL : { offsetAt: () => offset, isUniversal: false } };
  const tzid = params['TZID']?.trim();
  return { isDay, wall, zone: tzid ? zones.zoneOf(tzid, line) : zones.floating };
}

/**
 * Reads a list of dates, or of periods with their ends. The first that cannot be read stands for the others of its line.
 */
function startsOf(property: Property, zones: Zones, line: number, report: ReportRemark): readonly AddedStart[] {
  const starts: AddedStart[] = [];
  let unread = '';
  for (const text of property.value.split(',')) {
    const [value = '', until] = text.trim().split('/');
    const start = startOf({ ...property, value }, zones, line);
    if (!start) unread ||= value;
    else if (until === undefined) starts.push(start);
    else {
      const end = { ...property, value: until };
      const length = durationOf(end, start) ?? untilEnd(end, start, zones, line);
      starts.push(length ? { ...start, length } : start);
      if (!length) unread ||= until;
    }
  }
  if (unread !== '') reportListed(report, line, property.name, unread);
  return starts;
}

/** Returns the instant of a beginning, in ms since 1970; of whole days, that of their midnight. */
export const startInstant = ({ wall, zone }: Start): number => instantIn(wall, zone);

function lengthOf(component: Component, start: Start, zones: Zones, report: ReportRemark): Length {
  const written = propertyOf(component, 'DTEND') ?? propertyOf(component, 'DURATION');
  if (!written) return null;
  const length =
    written.name === 'DURATION' ? durationOf(written, start) : untilEnd(written, start, zones, component.line);
  if (length === null) reportEnd(report, component.line, written);
  return length;
}

function durationOf({ value }: Property, { isDay }: Start): Length {
  const duration = readDuration(value);
  return duration && isDay ? { days: duration.days + Math.floor(duration.ms / DAY), ms: 0 } : duration;
}

/** Returns the length up to a `DTEND`, which is the first day or moment after the event; null where it is before its start. */
function untilEnd(property: Property, start: Start, zones: Zones, line: number): Length {
  const end = startOf(property, zones, line);
  if (!end) return null;
  // An end that has a time lies on the last day.
  if (start.isDay) return daysOf(Math.ceil((end.wall - start.wall) / DAY));
  const ms = startInstant(end.isDay ? { ...end, zone: start.zone } : end) - startInstant(start);
  return ms < 0 ? null : { days: 0, ms };
}

const daysOf = (days: number): Length => (days < 0 ? null : { days, ms: 0 });

/** Words that a place which is none has: most places have none of them, and to normalise a text costs more. */
const MAYBE_ONLINE = /lig|visio|distan|online|zoom|jitsi|web|teams/i;

/** Places that are none, as `normalise` writes them. */
const ONLINE =
  /^(?:en |par |online )?(?:ligne|visio(?: ?conference)?|distanciel|online|zoom|jitsi|webinaire|(?:reunion )?(?:microsoft )?teams(?: meeting)?)$/;

function placeOf(component: Component): Pick<Event, 'place' | 'online' | 'url'> {
  const place = unescapedLine(component, 'LOCATION', ', ');
  const url = webAddress(unescapedLine(component, 'URL'));
  const meeting = webAddress(place);
  if (meeting !== null) return { place: null, online: true, url: url ?? meeting };
  return {
    place: place === '' ? null : place,
    online: place.length < 60 && MAYBE_ONLINE.test(place) && ONLINE.test(normalise(place)),
    url,
  };
}

/** Returns an address of the web that names no user; null for another text. */
const webAddress = (text: string): string | null =>
  /^https?:\/\/[^\s/?#:@]+(?::\d+)?(?:[/?#]\S*)?$/i.test(text) ? text : null;

/** Returns the position of `GEO`, which is latitude, then longitude; null island is a form that was not filled in. */
function positionOf(component: Component, report: ReportRemark): Position | null {
  const text = propertyOf(component, 'GEO')?.value.trim() ?? '';
  if (text === '') return null;
  const [, a, b] = /^([+-]?\d{1,3}(?:\.\d{1,20})?)\s*\\?[;,]\s*([+-]?\d{1,3}(?:\.\d{1,20})?)$/.exec(text) ?? [];
  const [lat, lon] = [Number(a), Number(b)];
  if (lat === 0 && lon === 0) return null;
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return { lon, lat, precision: 'address' };
  report(component.line, {
    rule: 'position',
    severity: 'warning',
    found: text.slice(0, 80),
    fr: `position ${quoted(text.slice(0, 80))} illisible, non lue (GEO s’écrit latitude;longitude)`,
    en: `position "${text.slice(0, 80)}" cannot be read (GEO is latitude;longitude)`,
  });
  return null;
}

/** Facts about the reading that the records of events depend on. */
export interface CalendarReading {
  /** Time of the answer, in ms since 1970. */
  readonly now: number;
  /** Status of an event that is over: the publisher's word that they took place, or nothing known of it. */
  readonly past: 'held' | 'planned';
  /** Returns the id of a theme. */
  readonly theme: (label: string) => string;
}

/** Returns the day on which an event begins, where its hour is shown: `2026-03-30`. */
export function startDay({ zones }: CalendarEvent, start: Start): string {
  if (start.isDay) return new Date(start.wall).toISOString().slice(0, 10);
  return isoAt(startInstant(start), shownIn(start.zone, zones).offsetAt).slice(0, 10);
}

const shownIn = (zone: Zone, { home }: Zones): Zone => (zone.isUniversal ? home : zone);

/** Returns the record of an event, or of one of its dates. */
export function eventRecord(
  event: CalendarEvent,
  id: string,
  start: Start,
  { now, past, theme }: CalendarReading,
): Event {
  const { fields, zones, themes } = event;
  const { isCancelled, title, place, online, position, url } = fields;
  const when = start.isDay ? wholeDays(event, start) : hours(event, start);
  const end = start.isDay ? instantIn(start.wall + daysLong(event) * DAY, zones.home) : when.end;
  return {
    id,
    title,
    date: when.date,
    startsAt: when.startsAt,
    endsAt: when.endsAt,
    status: isCancelled ? 'cancelled' : end <= now ? past : 'planned',
    count: 1,
    place,
    online,
    territories: [],
    position,
    organisers: [],
    themes: [...new Set(themes.map(theme))],
    url,
    sections: [],
  };
}

const daysLong = ({ length }: CalendarEvent): number => Math.max(1, length?.days ?? 1);

function wholeDays(event: CalendarEvent, start: Start) {
  const first = startDay(event, start);
  const days = daysLong(event);
  const last = startDay(event, { ...start, wall: start.wall + (days - 1) * DAY });
  return { date: days === 1 ? first : `${first}/${last}`, startsAt: null, endsAt: null, end: 0 };
}

function hours({ length, zones }: CalendarEvent, start: Start) {
  const at = startInstant(start);
  const end = length === null ? at : instantIn(start.wall + length.days * DAY, start.zone) + length.ms;
  const { offsetAt } = shownIn(start.zone, zones);
  const startsAt = isoAt(at, offsetAt);
  const endsAt = end > at ? isoAt(end, offsetAt) : null;
  return { date: eventDays({ startsAt, endsAt }), startsAt, endsAt, end };
}

export function reportPrivate(report: ReportRemark, line: number): void {
  report(line, {
    rule: 'private',
    severity: 'info',
    fr: 'événement privé (CLASS), laissé de côté',
    en: 'private event (CLASS), left out',
  });
}

/** Reports an event that is left out. */
function leftOut(report: ReportRemark, line: number, found: string, fr: string, en: string): void {
  report(line, {
    rule: 'event',
    severity: 'error',
    found: found.slice(0, 80),
    fr: `${fr}\u202f; laissé de côté`,
    en: `${en}; left out`,
  });
}

function reportDate(report: ReportRemark, line: number, begin: Property | undefined): void {
  const text = begin?.value.trim().slice(0, 80) ?? '';
  if (text === '')
    leftOut(report, line, 'DTSTART', 'événement sans date de début (DTSTART)', 'event without a start (DTSTART)');
  else
    leftOut(
      report,
      line,
      text,
      `date de début ${quoted(text)} illisible (DTSTART)`,
      `start "${text}" cannot be read (DTSTART)`,
    );
}

function reportUntitled(report: ReportRemark, line: number): void {
  report(line, {
    rule: 'title',
    severity: 'info',
    found: 'SUMMARY',
    fr: 'événement sans titre (SUMMARY)',
    en: 'event without a title (SUMMARY)',
  });
}

function reportListed(report: ReportRemark, line: number, name: string, value: string): void {
  const text = value.slice(0, 40);
  report(line, {
    rule: name === 'EXDATE' ? 'exdate' : 'rule',
    severity: 'warning',
    found: text,
    fr: `date ${quoted(text)} illisible (${name}), non lue`,
    en: `date "${text}" cannot be read (${name})`,
  });
}

function reportEnd(report: ReportRemark, line: number, { name, value }: Property): void {
  const text = value.trim().slice(0, 40);
  report(line, {
    rule: 'end',
    severity: 'warning',
    found: text,
    fr: `fin ${quoted(text)} illisible ou avant le début (${name}), non lue`,
    en: `end "${text}" cannot be read or is before the start (${name})`,
  });
}
