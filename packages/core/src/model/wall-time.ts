/** Local times and instants: the offsets of a time zone, and the instant that a clock of the zone means. */
import { two } from './days.ts';

/**
 * Function that returns how far the clocks of a zone are ahead of universal time, in ms.
 * @param at instant in ms since 1970
 */
export type OffsetAt = (at: number) => number;

const DAY = 86_400_000;

/** Midnights whose offset is kept for one zone: those of more than fifty years. */
const KEPT = 20_000;

const zones = new Map<string, OffsetAt>();

/**
 * Returns the offsets of a zone, from the tables of the platform.
 * @param timeZone name that `Intl` knows: `Europe/Paris`
 * @throws RangeError for another name
 */
export function offsetsOf(timeZone: string): OffsetAt {
  const known = zones.get(timeZone);
  if (known) return known;
  const read = clockReader(timeZone);
  const midnights = new Map<number, number>();
  const atMidnight = (at: number): number => {
    const kept = midnights.get(at);
    if (kept !== undefined) return kept;
    if (midnights.size >= KEPT) midnights.clear();
    const offset = read(at) - at;
    midnights.set(at, offset);
    return offset;
  };
  const offsetAt: OffsetAt = (at) => {
    const midnight = Math.floor(at / DAY) * DAY;
    const offset = atMidnight(midnight);
    // Reading a clock costs a hundred times as much as looking up two midnights, and few days have a change between them.
    return offset === atMidnight(midnight + DAY) ? offset : read(at) - Math.floor(at / 1000) * 1000;
  };
  zones.set(timeZone, offsetAt);
  return offsetAt;
}

/** Whether the platform knows a time zone: data and browsers name others. */
export function isZone(timeZone: string): boolean {
  try {
    return offsetsOf(timeZone) !== undefined;
  } catch {
    return false;
  }
}

/** Returns a function that reads the clock of a zone at an instant, as if the zone were UTC. */
function clockReader(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (
      format.format(at).match(/\d+/g) ?? []
    ).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
}

/**
 * Returns the instant that a clock of a zone shows. Of two such instants, where clocks are put back, it is the first one;
 * a time that clocks skip is counted with the offset before the change, as iCalendar does (RFC 5545, 3.3.5).
 * @param wall date and time of the clock in ms, as if the zone were UTC
 */
export function instantOf(wall: number, offsetAt: OffsetAt): number {
  const before = offsetAt(wall - DAY);
  const after = offsetAt(wall + DAY);
  const isSecond = before !== after && offsetAt(wall - before) !== before && offsetAt(wall - after) === after;
  return wall - (isSecond ? after : before);
}

/** Returns an instant as the clocks of a zone show it, with their offset: `2026-03-30T18:00:00+02:00`. */
export function isoAt(at: number, offsetAt: OffsetAt): string {
  const offset = offsetAt(at);
  const minutes = Math.abs(Math.round(offset / 60_000));
  const sign = offset < 0 ? '-' : '+';
  return `${new Date(at + offset).toISOString().slice(0, 19)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
