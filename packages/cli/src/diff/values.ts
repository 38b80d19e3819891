import { isDeepStrictEqual } from 'node:util';
import type { Indicator } from '@ess-widgets/core/indicators';
import { type Change, changeOf, type Dataset, type Measure, periodsComparable } from '@ess-widgets/core/model';
import type { DatedValue, IndicatorDiff } from '../contract/diff-report.ts';

/** Periods to take values of; the latest of each data set by default. */
export interface DiffPeriods {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Returns the indicators whose value is not the same in two data sets. */
export function diffIndicators(
  before: Dataset,
  after: Dataset,
  indicators: readonly Indicator[],
  periods: DiffPeriods,
): readonly IndicatorDiff[] {
  return indicators.flatMap((indicator): readonly IndicatorDiff[] => {
    const old = valueOf(indicator.compute(before, requestOf(periods.before)));
    const now = valueOf(indicator.compute(after, requestOf(periods.after)));
    if (isDeepStrictEqual(old.quantity, now.quantity)) return [];
    const change = changeBetween(old, now);
    const { id, label } = indicator;
    return [{ indicator: id, label, before: old, after: now, ...(change ? { change } : {}) }];
  });
}

const requestOf = (period: string | undefined) => ({ compare: 'none', ...(period ? { period } : {}) }) as const;

const valueOf = ({ period, quantity }: Measure): DatedValue => ({ period, quantity });

/**
 * Returns the change between two values; null where they are not of one kind: other units, a school year and a civil
 * year.
 */
function changeBetween(before: DatedValue, after: DatedValue): Change | null {
  if (!before.quantity || !after.quantity || before.quantity.unit !== after.quantity.unit) return null;
  return periodsComparable(before.period, after.period) ? changeOf(after.quantity, before.quantity) : null;
}
