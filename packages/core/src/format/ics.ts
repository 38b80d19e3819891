import { parsePeriod } from '../model/period.ts';
import { wallClock } from './date.ts';
import { wholeDays } from './hours.ts';

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
  /** Leaves the reader's day free: the event only falls somewhere in these days. */
  readonly free?: boolean | undefined;
}

/** What a calendar file says of itself. */
export interface IcsOptions {
  /** Name of the calendar. */
  readonly name: string;
  /** Id of the data set: the second half of every UID. */
  readonly dataset: string;
  /** When the data were written: ISO 8601 date, with or without an hour, or milliseconds since 1970. */
  readonly stamp: string | number;
  /** Language of the texts. */
  readonly lang: string;
}

/**
 * Writes a calendar file (RFC 5545): whole days as dates with an exclusive end, hours in UTC, lines folded at 75 octets.
 * Events whose first day is no day are left out; an end before its start is not written.
 */
export function toIcs(events: readonly IcsEvent[], { name, dataset, stamp, lang }: IcsOptions): string {
  const stamped = utc(stamp) ?? '19700101T000000Z';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//ess-widgets//agenda//${lang.toUpperCase().replace(/[^A-Z-]/g, '')}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, dataset, stamped)),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

function eventLines(event: IcsEvent, dataset: string, stamped: string): readonly string[] {
  const when = timeLines(event);
  if (when.length === 0) return [];
  const { place, url, description, categories = [], position } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(`${event.id}@${dataset}`)}`,
    `DTSTAMP:${stamped}`,
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

function timeLines({ first, last, startsAt, endsAt }: IcsEvent): readonly string[] {
  const [from, to] = [parsePeriod(first), parsePeriod(last)];
  const start = startsAt ? hourOf(startsAt) : null;
  const end = to && from && to.last >= from.first ? to.last : first;
  const whole = startsAt && endsAt ? wholeDays(startsAt, endsAt) : null;
  if (start && !whole) {
    // Of several days of which only the first hour is known, the others are whole.
    const until = endsAt ? hourOf(endsAt) : end > first ? hourOf(`${dayAfter(end)}T00:00`) : null;
    return [`DTSTART:${start}`, ...(until && until > start ? [`DTEND:${until}`] : [])];
  }
  if (!whole && from?.kind !== 'day') return [];
  const [day, lastDay] = whole ?? [first, end];
  return [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(dayAfter(lastDay))}`];
}

const compact = (day: string): string => day.replaceAll('-', '');
/** The last day that a date can be written for has none after it. */
const dayAfter = (day: string): string =>
  day >= '9999-12-31' ? day : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** An hour as an instant, wherever the reader's own clock is; null for a day without its hour, and for what is no date. */
function hourOf(date: string): string | null {
  const time = wallClock(date)?.time;
  if (!time) return null;
  // Safari reads no offset without its colon.
  const [, offset] = /(Z|[+-]\d{2}:?\d{2})$/i.exec(date.slice(16)) ?? [];
  return utc(offset ? date.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : inParis(`${date.slice(0, 10)}T${time}Z`));
}

/** When the clocks of Europe/Paris show an hour, in milliseconds since 1970. */
function inParis(shown: string): number {
  const asked = Date.parse(shown);
  const ahead = (at: number): number => {
    const { date, time } = wallClock(at) ?? { date: '', time: '' };
    return Date.parse(`${date}T${time}Z`) - at;
  };
  // The offset of the hour itself: that of the first guess is another one where clocks change in between.
  return asked - ahead(asked - ahead(asked));
}

/** An instant as `20240618T070000Z`; null for what is no date. */
function utc(date: string | number): string | null {
  const at = typeof date === 'number' ? date : Date.parse(date);
  return Number.isFinite(at) ? new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '') : null;
}

/** Backslash, semicolon, comma and line breaks are written with a backslash; other control characters are dropped. */
function escapeText(text: string): string {
  const escaped = text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n');
  return [...escaped.replaceAll('\t', ' ')].filter((character) => character >= ' ' && character !== '\u007f').join('');
}

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
