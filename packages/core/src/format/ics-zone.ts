/**
 * Time zones of a calendar file: a recurring event keeps the local hour of its place, which an instant cannot express.
 */
import { wallClock } from './date.ts';
import { inParis } from './time.ts';

/** A zone of a calendar file. */
export interface IcsZone {
  /** `TZID`; empty for universal time, which needs no definition. */
  readonly id: string;
  /** Its `VTIMEZONE`. */
  readonly lines: readonly string[];
  /** Returns the local time of an instant, as `2025-03-04T18:30:00`. */
  readonly shown: (at: number) => string;
  /** Returns the instant of a local time. */
  readonly instant: (shown: string) => number;
}

/** Returns an instant as `2024-06-18T07:00:00`, by clocks that are so far ahead of universal time. */
export const shownIn = (at: number, ahead = 0): string => new Date(at + ahead).toISOString().slice(0, 19);

const defined = (id: string, lines: readonly string[]): readonly string[] => [
  'BEGIN:VTIMEZONE',
  `TZID:${id}`,
  ...lines,
  'END:VTIMEZONE',
];

/** Clocks change at one in universal time on the last Sunday of March and of October, since 1996. */
const PARIS: IcsZone = {
  id: 'Europe/Paris',
  lines: defined('Europe/Paris', [
    ...['BEGIN:DAYLIGHT', 'DTSTART:19810329T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'],
    ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'END:DAYLIGHT'],
    ...['BEGIN:STANDARD', 'DTSTART:19961027T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'],
    ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'END:STANDARD'],
  ]),
  shown: (at) => {
    const { date, time } = wallClock(at) ?? { date: '', time: '' };
    return `${date}T${time}:00`;
  },
  instant: (shown) => inParis(`${shown}Z`),
};

const fixed = (ahead: number, id = '', lines: readonly string[] = []): IcsZone => ({
  id,
  lines,
  shown: (at) => shownIn(at, ahead),
  instant: (shown) => Date.parse(`${shown}Z`) - ahead,
});

export const UTC: IcsZone = fixed(0);

/**
 * Returns the zone of an hour that is written with its offset; that of Europe/Paris without one, and where clocks there
 * show the same.
 */
export function zoneOf(hour: string, at: number): IcsZone {
  const [, sign, hours = '', minutes = ''] = /([+-])(\d{2}):?(\d{2})$/.exec(hour.slice(16)) ?? [];
  if (/Z$/i.test(hour)) return UTC;
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  if (!sign || shownIn(at, ahead).slice(0, 16) === PARIS.shown(at).slice(0, 16)) return PARIS;
  if (ahead === 0) return UTC;
  const offset = sign + hours + minutes;
  // The signs of these names are those of POSIX: `Etc/GMT+4` is four hours behind.
  const id = minutes === '00' ? `Etc/GMT${sign === '-' ? '+' : '-'}${Number(hours)}` : `UTC${offset}`;
  const lines = ['BEGIN:STANDARD', 'DTSTART:19700101T000000', `TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`];
  return fixed(ahead, id, defined(id, [...lines, `TZNAME:UTC${offset}`, 'END:STANDARD']));
}
