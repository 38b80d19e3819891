/** The figures of a counter of events: what it counts, of which edition, and the figures beside. */

import { type ComparedRequest, findMeasure } from '../../indicators/index.ts';
import { type AuthorField, type Dataset, type Measure, parseWhere, type SeriesDigest } from '../../model/index.ts';
import type { MeasuredFigure } from '../combined.ts';
import { editionBefore, editionPeriod, lastDays, namesOfEditions, periodOfEdition } from '../editions.ts';

/** Figure beside the count, and the key of the words under it. */
interface Side {
  readonly indicator: string;
  readonly label: 'counterOrganisers' | 'counterMembers' | 'counterAttendance';
}

/** Indicators of one series: the number of events, its share, the total of the country, at most three figures beside. */
interface SeriesFigures {
  readonly count: string;
  readonly share: string;
  readonly total: string;
  readonly sides: readonly Side[];
}

/** Series with published figures of their own. Any other series is counted in the list of events. */
const figuresOf: Readonly<Record<string, SeriesFigures>> = {
  'mois-de-l-ess': {
    count: 'month-events',
    share: 'month-national-share',
    total: 'month-national-events',
    sides: [
      { indicator: 'month-organisers', label: 'counterOrganisers' },
      { indicator: 'month-member-organisers', label: 'counterMembers' },
      { indicator: 'month-attendance', label: 'counterAttendance' },
    ],
  },
};

/** Plan of a counter: the measures to ask for. */
export interface CounterPlan {
  /** Indicators of the series' own figures; null where only the list of events can be counted. */
  readonly figures: SeriesFigures | null;
  /** Whether the list is counted too, because the series' own figures are missing, or may be. */
  readonly isListed: boolean;
  readonly asked: readonly ComparedRequest[];
}

/** Fields of the request that all figures share. */
export type CounterScope = Pick<ComparedRequest, AuthorField>;

/** The count of the events that a data set lists. */
const LIST = 'events-held';

/**
 * Chooses the indicators of a counter. Where the build has written the series' own figures the list is not needed, and its
 * code not loaded.
 */
export function planOf(dataset: Dataset, series: string | undefined, scope: CounterScope): CounterPlan {
  const known = ownFigures(series);
  const own = known && isDefined(dataset, known.count) ? known : undefined;
  const pairs = [...(scope.where ? [scope.where] : []), ...(series ? [`series=${series}`] : [])];
  const where = pairs.length ? { where: pairs.join(' ') } : {};
  const list = [
    { indicator: LIST, ...scope, ...where },
    ...byPlace({ indicator: LIST, ...scope, ...where }, 'departement'),
  ];
  if (!own) return { figures: null, isListed: true, asked: list };
  const { measures } = dataset;
  const isPlain = !scope.territory && !scope.where;
  const written = measures && isPlain ? findMeasure(measures, { indicator: own.count, ...at(scope) }) : undefined;
  if (measures && isPlain && !written) return { figures: null, isListed: true, asked: list };
  // A build writes the figures by place with the count. Without a written count all are computed, also those by place.
  const isSplit =
    !written || (measures && findMeasure(measures, { indicator: own.count, by: 'territory', ...at(scope) }));
  const figures: readonly ComparedRequest[] = [
    ...indicatorsOf(own).map((indicator) => ({ indicator, ...scope, ignoresUnknownFilters: true })),
    ...(isSplit ? byPlace({ indicator: own.count, ...scope, ignoresUnknownFilters: true }, 'territory') : []),
  ];
  return { figures: own, isListed: !written, asked: written ? figures : [...figures, ...list] };
}

/** Tells whether a data set has figures of an indicator or defines it itself, or may do so while that is being loaded. */
const isDefined = ({ manifest, catalogue, collections, measures }: Dataset, id: string): boolean =>
  measures?.indicators[id] !== undefined ||
  (catalogue ? catalogue.indicators.some((each) => each.id === id) : manifest.catalogue !== undefined) ||
  (collections.observations?.some(({ indicator }) => indicator === id) ??
    manifest.collections['observations'] !== undefined);

const indicatorsOf = ({ count, share, total, sides }: SeriesFigures): readonly string[] => [
  count,
  share,
  total,
  ...sides.map(({ indicator }) => indicator),
];

/** Returns the ids of all indicators that a counter may ask for, separated by spaces. */
export function idsOf(series: string | undefined): string {
  const own = ownFigures(series);
  return [LIST, ...(own ? indicatorsOf(own) : [])].join(' ');
}

const at = ({ period }: CounterScope): { readonly period?: string } => (period ? { period } : {});

const ownFigures = (series: string | undefined): SeriesFigures | undefined =>
  series !== undefined && Object.hasOwn(figuresOf, series) ? figuresOf[series] : undefined;

/** Returns the same request by place; none for a territory that is smaller than a region. */
const byPlace = (asked: ComparedRequest, by: string): readonly ComparedRequest[] =>
  asked.territory && !asked.territory.startsWith('region-') ? [] : [{ ...asked, by }];

/** Figures beside a count. */
interface Beside {
  /** Share and total of the country, and the figures beside, all of the same period as the count. */
  readonly share: Measure | undefined;
  readonly total: Measure | undefined;
  readonly sides: readonly { readonly label: Side['label']; readonly measure: Measure }[];
  readonly places: Measure | undefined;
}

/** Content of a counter. */
export type Counted<T extends MeasuredFigure = MeasuredFigure> = T & Beside;

/** Returns the count to show: the series' own figure if there is one, else that of the list. Null while one is being loaded. */
export function countOf<T extends MeasuredFigure>(
  { figures, isListed }: CounterPlan,
  measured: readonly (T | null)[],
): Counted<T> | null {
  const find = (indicator: string, by?: string): T | undefined =>
    measured.find((one) => one?.measure.indicator === indicator && one.measure.by === by) ?? undefined;
  const [own, list] = [figures ? find(figures.count) : undefined, isListed ? find(LIST) : undefined];
  if ((figures && !own) || (isListed && !list && !own?.measure.quantity)) return null;
  const count = own?.measure.quantity ? own : (list ?? own);
  if (!count) return null;
  // Each figure is of the latest period with a value, which need not be that of the count.
  const beside = (id: string | undefined): Measure | undefined => {
    const found = id === undefined || count !== own ? undefined : find(id)?.measure;
    return found?.quantity && found.period === count.measure.period ? found : undefined;
  };
  return {
    ...count,
    share: beside(figures?.share),
    total: beside(figures?.total),
    sides: (figures?.sides ?? []).flatMap(({ indicator, label }) => {
      const measure = beside(indicator);
      return measure ? [{ label, measure }] : [];
    }),
    places: find(count.measure.indicator, count === own ? 'territory' : 'departement')?.measure,
  };
}

/**
 * Whether a counter counts what the agenda does, from today: nobody declares the periods of its data, so that none of them is
 * one to begin with, and the page names none either.
 */
export const countsFromToday = (
  { manifest }: Dataset,
  { period, where }: CounterScope,
  edition: string | undefined,
): boolean => manifest.periodsInferred === true && !period && !edition && !('status' in parseWhere(where));

/** Returns the figure of the whole that the build has written: of a period, else the latest. */
export function seriesMeasure({ measures }: Dataset, series: string | undefined, period?: string): Measure | undefined {
  const own = ownFigures(series);
  const where = series && !own ? { where: `series=${series}` } : {};
  return measures && findMeasure(measures, { indicator: own?.count ?? LIST, ...(period ? { period } : {}), ...where });
}

/**
 * Returns the scope of an edition of a series, by default of the last one; the names of its editions where it has not the one
 * asked for.
 */
export function scopeOfEdition(
  dataset: Dataset,
  series: SeriesDigest | undefined,
  edition: string | undefined,
  scope: CounterScope,
): CounterScope | { readonly known: readonly string[] } {
  if (!series || !(edition || series.editions[1] || series.editions[0]?.days)) return scope;
  const asked = edition ? periodOfEdition(series, edition) : undefined;
  if (asked === null) return { known: namesOfEditions(series) };
  const latest = seriesMeasure(dataset, series.id)?.period ?? dataset.manifest.periods.at(-1);
  const days = asked ?? (scope.period || !latest ? undefined : lastDays(series, latest));
  // A figure published for the year in which an edition began is the figure of that edition.
  const year = days?.slice(0, 4);
  const own = isPublished(seriesMeasure(dataset, series.id, year)) ? year : days;
  const kept: CounterScope = own ? { ...scope, period: own } : scope;
  if (scope.compare && scope.compare !== 'previous') return kept;
  // A series is compared with its previous edition, which need not be that of the year before.
  const period = kept.period ?? latest;
  const before = period && editionBefore(series, period);
  return !before || Number(before) === Number(period) - 1 ? kept : { ...kept, compare: before };
}

const isPublished = (whole: Measure | undefined): boolean => whole?.basis === 'published' || whole?.basis === 'both';

/**
 * Returns the request for the announced events: of the last edition, if the page names no period. Null if the page asks for
 * a status of its own.
 */
export function announcedOf(scope: CounterScope, series: SeriesDigest | undefined): ComparedRequest | null {
  if ('status' in parseWhere(scope.where)) return null;
  const last = series?.editions.at(-1);
  const period = scope.period ?? (last && editionPeriod(last));
  const pairs = [...(scope.where ? [scope.where] : []), ...(series ? [`series=${series.id}`] : []), 'status=planned'];
  return { indicator: LIST, ...scope, compare: 'none', where: pairs.join(' '), ...(period ? { period } : {}) };
}
