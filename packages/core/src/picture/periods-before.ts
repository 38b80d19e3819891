import { type Period, parsePeriod } from '../model/period.ts';
import { comparePeriods, periodsComparable } from '../model/period-relations.ts';

/** The periods of a data set that stand before one of its own on a line: of its kind, the earliest first. */
export function periodsBefore(known: readonly Period[], latest: Period): readonly Period[] {
  const end = parsePeriod(latest);
  return known
    .filter((period) => parsePeriod(period)?.kind === end?.kind && periodsComparable(period, latest))
    .filter((period) => comparePeriods(period, latest) < 0)
    .sort(comparePeriods);
}
