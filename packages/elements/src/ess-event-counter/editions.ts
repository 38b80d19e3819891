/** Which edition of a series is shown, and with which it is compared. Loaded where there are several, or one is asked for. */
import { editionBefore, namesOfEditions, yearOfEdition } from '@ess-widgets/core/chart';
import type { SeriesDigest } from '@ess-widgets/core/model';
import type { ConfigProblem } from '../internal/measure-controller.ts';
import type { CounterScope } from './figures.ts';

/**
 * The scope of an edition, or why there is none.
 * @param latest the period that is shown where none is asked for
 */
export function scopeOfEdition(
  series: SeriesDigest,
  edition: string | undefined,
  scope: CounterScope,
  latest: string | undefined,
): CounterScope | ConfigProblem {
  const year = edition ? yearOfEdition(series, edition) : undefined;
  if (year === null) {
    const known = namesOfEditions(series).join(', ') || '–';
    return { key: 'configEdition', params: { edition: edition ?? '', known } };
  }
  const kept: CounterScope = year ? { ...scope, period: year } : scope;
  if (scope.compare && scope.compare !== 'previous') return kept;
  // A series is compared with its edition before, which need not be that of the year before.
  const period = kept.period ?? latest;
  const before = period && editionBefore(series, period);
  return !before || Number(before) === Number(period) - 1 ? kept : { ...kept, compare: before };
}
