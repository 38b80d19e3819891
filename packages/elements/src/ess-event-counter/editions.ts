/** Choice of the edition of a series that is shown, and of the one that it is compared with. */
import { editionBefore, lastDays, namesOfEditions, periodOfEdition } from '@ess-widgets/core/internal/picture/editions';
import type { Dataset, Measure, SeriesDigest } from '@ess-widgets/core/model';
import type { ConfigProblem } from '../base/measure-controller.ts';
import { type CounterScope, wholeOf } from './figures.ts';

/** Returns the scope of an edition, or the mistake if there is no such edition. */
export function scopeOfEdition(
  dataset: Dataset,
  series: SeriesDigest,
  edition: string | undefined,
  scope: CounterScope,
): CounterScope | ConfigProblem {
  const asked = edition ? periodOfEdition(series, edition) : undefined;
  if (asked === null) {
    const known = namesOfEditions(series).join(', ') || '–';
    return { key: 'configEdition', params: { edition: edition ?? '', known } };
  }
  const latest = wholeOf(dataset, series.id)?.period ?? dataset.manifest.periods.at(-1);
  const days = asked ?? (scope.period || !latest ? undefined : lastDays(series, latest));
  // A figure published for the year in which an edition began is the figure of that edition.
  const year = days?.slice(0, 4);
  const own = isPublished(wholeOf(dataset, series.id, year)) ? year : days;
  const kept: CounterScope = own ? { ...scope, period: own } : scope;
  if (scope.compare && scope.compare !== 'previous') return kept;
  // A series is compared with its previous edition, which need not be that of the year before.
  const period = kept.period ?? latest;
  const before = period && editionBefore(series, period);
  return !before || Number(before) === Number(period) - 1 ? kept : { ...kept, compare: before };
}

const isPublished = (whole: Measure | undefined): boolean => whole?.basis === 'published' || whole?.basis === 'both';
