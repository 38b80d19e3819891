/** Choices of a period and of its comparison. */
import { periodInWords } from '@ess-widgets/core/format';
import { type Dataset, latestPeriod, parsePeriod, periodsComparable, type ScopeState } from '@ess-widgets/core/model';
import type { Localized } from '../texts/texts.ts';

/** A value of the field and its words; an empty value is the data's default. */
export type Option = readonly [value: string, text: string];

/** Returns the periods of a data set and another, latest first. */
const withPeriod = ({ manifest }: Dataset, other: string | undefined): readonly string[] =>
  [...new Set([...(other ? [other] : []), ...manifest.periods])].sort().reverse();

/** Returns the periods that the one shown can be compared with: never a school year with a year. */
export function comparedOf(dataset: Dataset, { period, compare }: Partial<ScopeState>): readonly string[] {
  const shown = period && parsePeriod(period) ? period : latestPeriod(dataset.manifest);
  return withPeriod(dataset, compare).filter(
    (other) => other !== shown && parsePeriod(other) && periodsComparable(other, shown),
  );
}

/** Returns the options of a field. */
export function periodOptions(
  field: 'period' | 'compare',
  dataset: Dataset,
  scope: ScopeState,
  m: Localized,
): readonly Option[] {
  const named = (value: string): Option => [value, parsePeriod(value) ? periodInWords(value, m.lang) : value];
  return field === 'period'
    ? [['', m.text('pickerLatest')], ...withPeriod(dataset, scope.period).map(named)]
    : [['', m.text('pickerPrevious')], ['none', m.text('pickerNothing')], ...comparedOf(dataset, scope).map(named)];
}
