/** Relations between periods. */
import { type Period, period } from './period.ts';

/** Whether `inner` lies wholly inside `outer`. */
export function periodContains(outer: Period, inner: Period): boolean {
  const [o, i] = [period(outer), period(inner)];
  return o.first <= i.first && i.last <= o.last;
}

/** Whether two periods share at least one day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  const [x, y] = [period(a), period(b)];
  return x.first <= y.last && y.first <= x.last;
}

/** Whether two periods may be compared: a school year (or a range of them) only with school years. */
export function periodsComparable(a: Period, b: Period): boolean {
  return period(a).text.includes('-SY') === period(b).text.includes('-SY');
}

/** Orders periods by first day, then by last day: for lists of events and series of observations. */
export function comparePeriods(a: Period, b: Period): number {
  const [x, y] = [period(a), period(b)];
  return x.first < y.first ? -1 : x.first > y.first ? 1 : x.last < y.last ? -1 : x.last > y.last ? 1 : 0;
}
