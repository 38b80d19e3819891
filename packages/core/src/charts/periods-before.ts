import { comparePeriods, type Period, parsePeriod, periodsComparable } from '../model/index.ts';

/** The periods of a data set that stand before one of its own on a line: of its kind, the earliest first. */
export function periodsBefore(known: readonly Period[], latest: Period): readonly Period[] {
  const end = parsePeriod(latest);
  return known
    .filter((period) => parsePeriod(period)?.kind === end?.kind && periodsComparable(period, latest))
    .filter((period) => comparePeriods(period, latest) < 0)
    .sort(comparePeriods);
}
