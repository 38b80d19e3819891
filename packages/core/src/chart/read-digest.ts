/** What lies ahead, and where a series takes place, as the digest of the events tells. */
import type { AheadEvent, EventsDigest, SeriesDigest } from '../model/events-digest.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import type { Text } from '../model/text.ts';

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
