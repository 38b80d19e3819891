/** What a counter says: the words of its number, and the next event. */
import { formatMeasured, formatTime, formatWeekday } from '../../format/index.ts';
import {
  type AheadEvent,
  type Dataset,
  type Measure,
  parsePeriod,
  parseWhere,
  pointOf,
  type SeriesDigest,
} from '../../model/index.ts';
import { placeOfSeries } from '../read-digest.ts';
import type { SaidTexts, Sentence } from '../said.ts';

/** Words of a number of events. */
interface CounterSaid {
  /** "événements", "événements tenus", "événements annoncés". */
  readonly counted: Sentence;
  /** "Mois de l’ESS 2024, Bretagne", in pieces. No preposition: French has several, and the data do not say which. */
  readonly of: readonly Sentence[];
}

/** Returns the words of a number. @param isHeld whether it is that of events which took place */
export function counterSaid(
  { collections }: Dataset,
  series: SeriesDigest | undefined,
  { quantity, period, until: measured, territory }: Measure,
  { where, isHeld }: { readonly where: string | undefined; readonly isHeld: boolean },
  { lang }: Pick<SaidTexts, 'lang'>,
): CounterSaid {
  const held = series || 'status' in parseWhere(where) ? 'counterEvents' : 'counterHeld';
  // A number of announced events is of the whole period, even of one that is not over.
  const until = isHeld ? measured : undefined;
  const when = formatMeasured({ period, until }, lang);
  const isYear = until === undefined && parsePeriod(period)?.kind === 'year';
  const own = territory || !series ? undefined : placeOfSeries(series, period);
  const place = own ?? (collections.territories?.find(({ id }) => id === territory)?.name || territory);
  return {
    counted: {
      key: isHeld || !quantity ? held : 'counterAnnounced',
      params: { n: quantity ? Math.round(pointOf(quantity)) : 2 },
    },
    of: [
      ...(series ? [series.name, (isYear ? ' ' : ', ') + when] : []),
      ...(series ? [] : isYear ? [{ key: 'inYear', params: { period: when } } as const] : [when]),
      ...(place ? [', ', place] : []),
    ],
  };
}

/** Returns what is said of the next event after its title: its day and hour, its place, and how it stands. @param reader zone of who reads */
export function nextSaid(
  { date, startsAt, place, online, full }: AheadEvent,
  { lang }: Pick<SaidTexts, 'lang'>,
  reader: string | undefined,
): { readonly day: string; readonly hour: Sentence | null; readonly facts: readonly Sentence[] } {
  const hour = startsAt ? formatTime(startsAt, lang, { during: date, reader }) : '';
  return {
    day: formatWeekday(date, lang),
    hour: hour ? { key: 'counterAt', params: { hour } } : null,
    facts: [
      ...(place ? [place] : []),
      ...(online ? [{ key: 'counterOnline' } as const] : []),
      ...(full ? [{ key: 'counterFull' } as const] : []),
    ],
  };
}
