import { parsePeriod } from '../model/index.ts';
import { wallClock } from './date.ts';
import { wholeDays } from './hours.ts';
import { type IcsZone, shownIn, UTC, zoneOf } from './ics-zone.ts';
import { inParis } from './time.ts';

/** Whether an event takes place, as a calendar says it. */
export type IcsStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';

/** An event to write in a calendar file. */
export interface IcsEvent {
  /** Stable in its data set: a calendar that reads the file again replaces the event. */
  readonly id: string;
  readonly title: string;
  /** First and last day, both included, as `YYYY-MM-DD`. */
  readonly first: string;
  readonly last: string;
  /**
   * Hours as ISO 8601, those without an offset by the clocks of Europe/Paris. The event lasts whole days without `startsAt`,
   * and where both are midnight in its place.
   */
  readonly startsAt?: string | null | undefined;
  readonly endsAt?: string | null | undefined;
  readonly status: IcsStatus;
  readonly place?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly categories?: readonly string[] | undefined;
  /** WGS 84 degrees. */
  readonly position?: { readonly lon: number; readonly lat: number } | null | undefined;
  /** Leaves the reader's days free: the event only falls somewhere in them, or does not take place then. */
  readonly free?: boolean | undefined;
}

/** An event that comes back, to write as one. */
export interface IcsSeries {
  /** Its first time in the file, by the rule. */
  readonly event: IcsEvent;
  /** Hour of its very first time, which decides the time zone in which it comes back. */
  readonly since: string | null | undefined;
  readonly frequency: 'daily' | 'weekly' | 'monthly' | 'yearly';
  readonly interval: number;
  /** The last day on which the rule has it begin, `YYYY-MM-DD`. */
  readonly until: string;
  /** Days of the rule on which it does not take place. */
  readonly left: readonly string[];
  /** Times that are not as the rule has them, each with the day that it would begin on. */
  readonly others: readonly { readonly day: string; readonly event: IcsEvent }[];
}

/** Properties of a calendar file. */
interface IcsOptions {
  /** Name of the calendar. */
  readonly name: string;
  /** Id of the data set: the second half of every UID. */
  readonly dataset: string;
  /** Date of the data: ISO 8601, with or without an hour, or milliseconds since 1970. */
  readonly stamp: string | number;
  /** Language of the texts. */
  readonly lang: string;
}

/**
 * Writes a calendar file (RFC 5545): whole days as dates with an exclusive end, hours in UTC, those of what comes back by the
 * clocks of its place, lines folded at 75 octets. Events whose first day is no day are left out; an end before its start is
 * not written.
 * @since 0.1.0
 */
export function toIcs(entries: readonly (IcsEvent | IcsSeries)[], { name, dataset, stamp, lang }: IcsOptions): string {
  const at = typeof stamp === 'number' ? stamp : Date.parse(stamp);
  const context = { dataset, stamped: Number.isFinite(at) ? at : 0 };
  const zones = new Map(
    entries.flatMap((entry) => ('event' in entry ? [zoneOfSeries(entry)] : [])).map((z) => [z.id, z]),
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//ess-widgets//agenda//${lang.toUpperCase().replace(/[^A-Z-]/g, '')}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...[...zones.values()].flatMap((zone) => zone.lines),
    ...entries.flatMap((entry) => ('event' in entry ? seriesLines(entry, context) : eventLines(entry, context))),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

interface FileContext {
  readonly dataset: string;
  readonly stamped: number;
}

/** @param when its own times by default */
function eventLines(event: IcsEvent, { dataset, stamped }: FileContext, when = timeLines(event)): readonly string[] {
  if (when.length === 0) return [];
  const { place, url, description, categories = [], position } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(`${event.id}@${dataset}`)}`,
    `DTSTAMP:${utc(stamped)}`,
    `LAST-MODIFIED:${utc(stamped)}`,
    // Calendars that read the file again take a change from a later revision only: minutes count those of the data.
    `SEQUENCE:${Math.max(0, Math.floor(stamped / 60_000))}`,
    ...when,
    `SUMMARY:${escapeText(event.title)}`,
    `STATUS:${event.status}`,
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    ...(position ? [`GEO:${position.lat};${position.lon}`] : []),
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(categories.length ? [`CATEGORIES:${categories.map(escapeText).join(',')}`] : []),
    ...(url && /^https?:\/\/\S+$/i.test(url) ? [`URL:${url}`] : []),
    ...(event.free ? ['TRANSP:TRANSPARENT'] : []),
    'END:VEVENT',
  ];
}

/** Returns the event with its rule, then each time that is another one: same UID, and which time it is. */
function seriesLines(series: IcsSeries, context: FileContext): readonly string[] {
  const { event, frequency, interval, until, left, others } = series;
  const zone = zoneOfSeries(series);
  const start = timedStart(event);
  const clock = start === null ? null : zone.shown(start).slice(10);
  const at = (day: string): number => zone.instant(day + clock);
  const on = (name: string, days: readonly string[]): string => {
    if (clock === null) return `${name};VALUE=DATE:${days.map(compact).join(',')}`;
    return hourLine(name, zone, days.map(at));
  };
  const [, month, dayOfMonth] = event.first.split('-').map(Number);
  const rule = [
    `RRULE:FREQ=${frequency.toUpperCase()}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    // Some readers move the 31st, or 29 February, to the nearest day where it is not said that it is that day.
    ...(frequency === 'yearly' ? [`BYMONTH=${month}`] : []),
    ...(frequency === 'yearly' || frequency === 'monthly' ? [`BYMONTHDAY=${dayOfMonth}`] : []),
    // With a zone, the end is an instant in universal time.
    `UNTIL=${clock === null ? compact(until) : utc(at(until))}`,
  ];
  return [
    ...eventLines(event, context, [
      ...timeLines(event, zone),
      rule.join(';'),
      ...(left.length ? [on('EXDATE', left)] : []),
    ]),
    ...others.flatMap(({ day, event: other }) =>
      eventLines({ ...other, id: event.id }, context, [on('RECURRENCE-ID', [day]), ...timeLines(other, zone)]),
    ),
  ];
}

const zoneOfSeries = ({ event, since }: IcsSeries): IcsZone => {
  const start = timedStart({ ...event, startsAt: event.startsAt && since });
  return start === null ? UTC : zoneOf(since ?? '', start);
};

/** Returns the start of an event that has an hour, and does not take whole days. */
const timedStart = ({ startsAt, endsAt }: IcsEvent): number | null =>
  startsAt && !(endsAt && wholeDays(startsAt, endsAt)) ? instantOf(startsAt) : null;

function timeLines(event: IcsEvent, zone = UTC): readonly string[] {
  const { first, last, startsAt, endsAt } = event;
  const [from, to] = [parsePeriod(first), parsePeriod(last)];
  const start = timedStart(event);
  const end = to && from && to.last >= from.first ? to.last : first;
  const whole = startsAt && endsAt ? wholeDays(startsAt, endsAt) : null;
  if (start !== null) {
    // Only the first hour of several days is known: the event lasts until the end of the last one.
    const until = endsAt ? instantOf(endsAt) : end > first ? instantOf(`${dayAfter(end)}T00:00`) : null;
    return [
      hourLine('DTSTART', zone, [start]),
      ...(until !== null && until > start ? [hourLine('DTEND', zone, [until])] : []),
    ];
  }
  if (!whole && from?.kind !== 'day') return [];
  const [day, lastDay] = whole ?? [first, end];
  return [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(dayAfter(lastDay))}`];
}

/** Hours as the clocks of a zone show them. */
const hourLine = (name: string, { id, shown }: IcsZone, at: readonly number[]): string =>
  `${name}${id && `;TZID=${id}`}:${at.map((one) => compact(shown(one)) + (id ? '' : 'Z')).join(',')}`;

const compact = (date: string): string => date.replace(/[-:]/g, '');
/** The last day that a date can be written for has none after it. */
const dayAfter = (day: string): string =>
  day >= '9999-12-31' ? day : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * Returns an hour as an instant, wherever the reader's own clock is; null for a day without its hour, and for what is
 * no date.
 */
function instantOf(date: string): number | null {
  const time = wallClock(date)?.time;
  if (!time) return null;
  // Safari reads no offset without its colon.
  const [, offset] = /(Z|[+-]\d{2}:?\d{2})$/i.exec(date.slice(16)) ?? [];
  return offset ? Date.parse(date.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : inParis(`${date.slice(0, 10)}T${time}Z`);
}

/** Returns an instant as `20240618T070000Z`. */
const utc = (at: number): string => `${compact(shownIn(at))}Z`;

/** Escapes backslash, semicolon, comma and line breaks with a backslash; other control characters are dropped. */
const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\\n')
    .replaceAll('\t', ' ')
    .replace(/\p{Cc}/gu, '');

const MAX_OCTETS = 75;

/** Folds a line at 75 octets of UTF-8, never inside a character; what follows begins with a space. */
function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (size + octets > MAX_OCTETS) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join('\r\n');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}
