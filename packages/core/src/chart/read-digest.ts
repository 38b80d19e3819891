/** Reading what is said of the events of a data set besides their number. */
import type { AheadEvent, EventsDigest, SeriesDigest } from '../model/events-digest.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import type { Text } from '../model/text.ts';

/** A number up to here is that of an edition, beyond it is a year. */
const FIRST_YEAR = 1000;

/** The year of an edition, asked for by its year (`2024`) or its number (`17`); null where there is none. */
export function yearOfEdition({ editions }: SeriesDigest, asked: string): Period | null {
  const isYear = Number(asked) >= FIRST_YEAR;
  return editions.find(({ year, number }) => (isYear ? year : String(number)) === asked)?.year ?? null;
}

/** Years and numbers by which the editions of a series can be asked for. */
export const namesOfEditions = ({ editions }: SeriesDigest): readonly string[] => [
  ...new Set([
    ...editions.map(({ year }) => year),
    ...editions.flatMap(({ number }) => (number ? [String(number)] : [])),
  ]),
];

/** The year of the edition before that of a year; undefined where there is none. */
export function editionBefore({ editions }: SeriesDigest, period: Period): Period | undefined {
  if (parsePeriod(period)?.kind !== 'year') return undefined;
  return editions.filter(({ year }) => year < period).at(-1)?.year;
}

/** The name of the one territory of a series in a period, if there is one. */
export function placeOfSeries({ editions }: SeriesDigest, period: Period): Text | undefined {
  const days = parsePeriod(period);
  if (!days) return undefined;
  const inside = editions.filter(({ year }) => year >= days.first.slice(0, 4) && year <= days.last.slice(0, 4));
  const place = inside[0]?.place;
  return inside.every((edition) => edition.place?.fr === place?.fr) ? place : undefined;
}

/**
 * The next event that lies ahead: planned (booked out or not), dated and not over yet, the earliest first. What was
 * cancelled or postponed is not coming, and a planned event whose date has passed is not next.
 * @param today day as `YYYY-MM-DD`, in the zone of the events
 * @param series keeps the events of one series
 * @returns null where none lies ahead; undefined where the digest cannot tell
 */
export function nextAhead(
  { ahead, more }: EventsDigest,
  today: string,
  series?: string,
): AheadEvent | null | undefined {
  const next = ahead.find((event) => (!series || event.series === series) && lasts(event.date, today));
  return next ?? (more ? undefined : null);
}

const lasts = (date: Period, today: string): boolean => (parsePeriod(date)?.last ?? '') >= today;
