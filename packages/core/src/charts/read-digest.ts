/** Reads the digest of the events: which events are ahead, and where a series takes place. */
import {
  type AheadEvent,
  type EventsDigest,
  type Period,
  parsePeriod,
  type SeriesDigest,
  type Text,
} from '../model/index.ts';

/** The name of the one territory of a series in a period, if there is one. */
export function placeOfSeries({ editions }: SeriesDigest, period: Period): Text | undefined {
  const days = parsePeriod(period);
  if (!days) return undefined;
  const inside = editions.filter(
    (one) => (one.days?.slice(11, 15) ?? one.year) >= days.first.slice(0, 4) && one.year <= days.last.slice(0, 4),
  );
  const place = inside[0]?.place;
  return inside.every((edition) => edition.place?.fr === place?.fr) ? place : undefined;
}

/**
 * The next event that lies ahead: planned (booked out or not), dated and not over yet. What was cancelled or postponed is not
 * coming, and a planned event whose date has passed is not next.
 * @param today day as `YYYY-MM-DD`, in the zone of the events
 * @param series keeps the events of one series
 * @returns null where none lies ahead; undefined where the digest cannot tell
 */
export function nextAhead(
  { ahead, more }: EventsDigest,
  today: string,
  series?: string,
): AheadEvent | null | undefined {
  const kept = ahead.filter(({ series: own }) => !series || own === series);
  return soonest(kept, today) ?? (more ? undefined : null);
}

/**
 * Of what is sorted by when it begins, the first that is not over. What is under way gives way to what begins before it ends:
 * a season of months would hide each of its evenings.
 */
export function soonest<T extends { readonly date: Period | null }>(
  sorted: readonly T[],
  today: string,
): T | undefined {
  const left = sorted.flatMap((of) => {
    const days = parsePeriod(of.date ?? '');
    return days && days.last >= today ? { of, ...days } : [];
  });
  const [next] = left;
  return next && (left.find(({ first }) => first >= today && first <= next.last) ?? next).of;
}
