import {
  type AttendanceTally,
  type CollectionName,
  type CollectionRecords,
  type Dataset,
  fold,
  type IndicatorTexts,
  intervalOf,
  isApprox,
  type JobTally,
  type Observation,
  type ParsedPeriod,
  parsePeriod,
  push,
  type Quantity,
  type Text,
} from '../../model/index.ts';
import type { CheckOptions } from '../check.ts';
import { isAdditive } from './amounts.ts';
import { groupByKey } from './lists.ts';
import { type Places, placeLookups } from './places.ts';

/** Observations that may be laid side by side: one indicator, period, territory, status and unit (and base of percents). */
interface Cell {
  readonly indicator: string;
  readonly unit: string;
  readonly observations: readonly Observation[];
}

/** Index of a data set that all rules share. Each part is built once, on its first use. */
export interface DatasetIndex {
  /** The records of a collection; none where it was not loaded. */
  readonly list: <N extends CollectionName>(name: N) => readonly CollectionRecords[N][];
  /** The published figures that no later document corrects. */
  readonly standing: () => readonly Observation[];
  readonly byId: <N extends CollectionName>(name: N) => ReadonlyMap<string, CollectionRecords[N]>;
  /** First and last day of a period, each period read once. */
  readonly span: (period: string | null | undefined) => ParsedPeriod | null;
  /** Day on which a record's document was published, or the day of the data set's last change. */
  readonly publishedOn: (record: { readonly source?: { readonly document: string } | undefined }) => string;
  readonly cells: () => readonly Cell[];
  /** Observations of no indicator under one label: "Volunteers", "Volunteers, women". */
  readonly labelled: () => readonly Cell[];
  /** The amount of things that an indicator has on the last day of an observation, all else being as that one says. */
  readonly countLike: (o: Observation, indicator: string, dimensions: string) => Observation | undefined;
  /** Amounts of things whose names begin with these words, all else being as an observation says. */
  readonly countsNamed: (o: Observation, stem: string) => readonly Observation[];
  /** The tallies of an event or a meeting. */
  readonly talliesOf: (of: string) => readonly AttendanceTally[];
  /** The tallies of jobs of the last day of a figure. */
  readonly jobsUntil: (o: Observation) => readonly JobTally[];
  /** Category ids of a dimension, in the order of the data. */
  readonly categories: (dimension: string) => readonly string[];
  readonly kindOf: (indicator: string) => IndicatorTexts['kind'] | undefined;
  /** Whether a figure is that of its last day, as its indicator says or, failing that, as its name does. */
  readonly isStock: (indicator: string) => boolean;
  /** Whether parts of a dimension do not overlap; undefined where nobody says. */
  readonly isExclusive: (indicator: string | null | undefined, dimension: string) => boolean | undefined;
  /** Whether an indicator says that all the parts of a dimension make its total. */
  readonly isWhole: (indicator: string, dimension: string) => boolean;
  /** Returns the name that an indicator gives to a dimension: "genre" for `gender`. */
  readonly dimensionLabel: (dimension: string) => Text | undefined;
  readonly places: () => Places;
}

/** Dimensions that are multiple answers by the convention of the format: their parts may overlap. */
const OVERLAPPING = new Set([
  'field',
  'channel',
  'status',
  'vote',
  'question',
  'public',
  'theme',
  'programme',
  'network',
  'survey',
]);

/** Endings of the names of stocks, for figures without an indicator. */
const STOCK = /-(?:stock|followers|subscribers|headcount|members)$/;

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** Later than any day: that of a document of which nobody says the day. */
export const UNKNOWN_DAY = '9999-12-31';

/** Dimensions as a key, whatever their order; one of them may be left out. */
export function dimensionsKey(dimensions: Readonly<Record<string, string>>, without?: string): string {
  return Object.keys(dimensions)
    .filter((key) => key !== without)
    .sort()
    .map((key) => `${key}=${dimensions[key] ?? ''}`)
    .join('\u0001');
}

/** Returns the key of the cell of an observation; null for one that belongs to no indicator. */
function cellKey(o: Observation, span: DatasetIndex['span'], isStock: (indicator: string) => boolean): string | null {
  const days = span(o.period);
  if (!o.indicator || !days) return null;
  // A stock is that of its last day, be it dated by that day or by the year.
  const first = isStock(o.indicator) ? '' : days.first;
  const school = o.period.includes('-SY') ? 'SY' : '';
  const { unit, base = '' } = o.quantity;
  return [o.indicator, first, days.last, school, o.territory ?? '', o.status, unit, base].join('\u0000');
}

/** Returns the width of a statement, which sorts exact values before "about", and these before ranges. */
const width = (q: Quantity): number => {
  const { lo, hi } = intervalOf(q);
  return hi - lo || (isApprox(q) ? 1e-9 : 0);
};

/** Sorts the narrowest statement first: 76 before "more than 70", exact before about. */
export const narrower = (a: Quantity, b: Quantity): number => (width(a) === width(b) ? 0 : width(a) - width(b));

export const narrowestFirst = (list: readonly Observation[]): readonly Observation[] =>
  [...list].sort((a, b) => narrower(a.quantity, b.quantity));

function cellsOf(observations: readonly Observation[], keyOf: (o: Observation) => string | null): readonly Cell[] {
  return [...groupByKey(observations, keyOf).values()].map((list) => ({
    indicator: list[0]?.indicator ?? '',
    unit: list[0]?.quantity.unit ?? '',
    observations: list,
  }));
}

/** End of a label's stem, from the punctuation before the name of a part: ", women" of "Volunteers, women". */
const STEM_END = / *(?:[,:(–—]| - ).*$/u;

/** Returns a label without the part that it names after a comma, a colon or in brackets, folded. */
export const labelStem = (label: string): string => fold(label.replace(STEM_END, ''));

/**
 * Returns the key of a figure of no indicator: its label, as far as parts share it. A figure without dimensions is a
 * total only where its label names no part.
 */
function labelKey(o: Observation, span: DatasetIndex['span']): string | null {
  const days = span(o.period);
  if (o.indicator || !days) return null;
  const isPart = Object.keys(o.dimensions).length > 0 || Boolean(o.territory);
  const stem = isPart ? labelStem(o.label.fr) : fold(o.label.fr);
  const { unit, base = '' } = o.quantity;
  return [stem, days.first, days.last, o.territory ?? '', o.status, unit, base].join('\u0000');
}

function categoriesOf(dataset: Dataset): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, { readonly id: string; readonly order: number }[]>();
  for (const { dimension, id, order } of dataset.collections.categories ?? []) push(groups, dimension, { id, order });
  const { network } = dataset.manifest;
  for (const college of dataset.collections.colleges ?? []) {
    if (network === undefined || college.network === network) push(groups, 'college', college);
  }
  return new Map(
    [...groups].map(([dimension, list]) => [
      dimension,
      [...list].sort((a, b) => a.order - b.order).map(({ id }) => id),
    ]),
  );
}

/** Reads periods, each one once. */
function spanReader(): DatasetIndex['span'] {
  const spans = new Map<string, ParsedPeriod | null>();
  return (period) => {
    if (!period) return null;
    const known = spans.get(period);
    if (known !== undefined) return known;
    const parsed = parsePeriod(period);
    spans.set(period, parsed);
    return parsed;
  };
}

/** Indexes amounts of things by indicator, last day, territory, status and dimensions. */
function countsOf(observations: readonly Observation[], span: DatasetIndex['span']): DatasetIndex['countLike'] {
  const countKey = (o: Observation, indicator: string, dimensions: string): string =>
    [indicator, span(o.period)?.last ?? '', o.territory ?? '', o.status, dimensions].join('\u0000');
  const found = new Map<string, Observation>();
  for (const o of observations) {
    if (!o.indicator || !isAdditive(o.quantity.unit)) continue;
    const key = countKey(o, o.indicator, dimensionsKey(o.dimensions));
    if (!found.has(key)) found.set(key, o);
  }
  return (o, indicator, dimensions) => found.get(countKey(o, indicator, dimensions));
}

/** Indexes amounts of things by every beginning of their indicator's name: `survey-sent` under `survey`. */
function namedCounts(observations: readonly Observation[], span: DatasetIndex['span']): DatasetIndex['countsNamed'] {
  const stemKey = (o: Observation, stem: string): string =>
    [stem, span(o.period)?.last ?? '', o.territory ?? '', o.status, dimensionsKey(o.dimensions)].join('\u0000');
  const groups = new Map<string, Observation[]>();
  for (const o of observations) {
    if (!o.indicator || !isAdditive(o.quantity.unit)) continue;
    const words = o.indicator.split('-');
    for (let n = 1; n < words.length; n += 1) push(groups, stemKey(o, words.slice(0, n).join('-')), o);
  }
  return (o, stem) => groups.get(stemKey(o, stem)) ?? [];
}

/** Whether every value that a dimension may have is among these. */
export function isExhaustive(index: DatasetIndex, dimension: string, parts: ReadonlyMap<string, unknown>): boolean {
  const known = index.categories(dimension).filter((each) => each !== 'unknown');
  return known.length > 1 && known.every((each) => parts.has(each));
}

/** Whether two figures are one thing at two times: members of last year, members of this year. */
export function isTwiceOne({ span }: DatasetIndex, a: Observation, b: Observation): boolean {
  const isOne = a.indicator
    ? a.indicator === b.indicator
    : !b.indicator && labelStem(a.label.fr) === labelStem(b.label.fr);
  const isAlike = dimensionsKey(a.dimensions) === dimensionsKey(b.dimensions);
  return isOne && isAlike && span(a.period)?.last !== span(b.period)?.last;
}

/** Reads the properties of dimensions from the indicators. */
function dimensionsOf(
  indicators: Readonly<Record<string, Pick<IndicatorTexts, 'dimensions'>>>,
): Pick<DatasetIndex, 'isExclusive' | 'isWhole' | 'dimensionLabel'> {
  const dimensionOf = (indicator: string, dimension: string) =>
    indicators[indicator]?.dimensions.find(({ id }) => id === dimension);
  return {
    isExclusive: (indicator, dimension) =>
      dimensionOf(indicator ?? '', dimension)?.exclusive ?? (OVERLAPPING.has(dimension) ? false : undefined),
    isWhole: (indicator, dimension) => {
      const { exclusive, exhaustive } = dimensionOf(indicator, dimension) ?? {};
      return exclusive === true && exhaustive === true;
    },
    dimensionLabel: (dimension) => {
      const all = Object.values(indicators).flatMap(({ dimensions }) => dimensions);
      return all.find(({ id }) => id === dimension)?.label;
    },
  };
}

/** Makes the index of a data set. */
export function createDatasetIndex(dataset: Dataset, options: CheckOptions): DatasetIndex {
  const list: DatasetIndex['list'] = (name) => dataset.collections[name] ?? [];
  const maps = new Map<CollectionName, ReadonlyMap<string, unknown>>();
  const span = spanReader();
  const indicators = options.indicators ?? dataset.measures?.indicators ?? {};
  const isStock = (indicator: string): boolean =>
    indicators[indicator] ? indicators[indicator].kind === 'stock' : STOCK.test(indicator);
  const standing = once(() => {
    const corrected = new Set(list('observations').flatMap(({ corrects }) => corrects ?? []));
    return list('observations').filter((o) => !corrected.has(o.id));
  });
  const cells = once(() => cellsOf(standing(), (o) => cellKey(o, span, isStock)));
  const labelled = once(() => cellsOf(standing(), (o) => labelKey(o, span)));
  const categories = once(() => categoriesOf(dataset));
  const counts = once(() => countsOf(standing(), span));
  const named = once(() => namedCounts(standing(), span));
  const jobs = once(() => groupByKey(list('jobs'), ({ period }) => span(period)?.last ?? ''));
  const tallies = once(() => groupByKey(list('tallies'), ({ of }) => of));
  return {
    list,
    standing,
    byId: <N extends CollectionName>(name: N) => {
      const known = maps.get(name) ?? new Map(list(name).map((record) => [record.id, record] as const));
      maps.set(name, known);
      return known as ReadonlyMap<string, CollectionRecords[N]>;
    },
    span,
    publishedOn: ({ source }) => {
      const { documents, updated } = dataset.manifest;
      // A document of 2025 may be of its last day; a date that is none says nothing.
      return span(documents[source?.document ?? '']?.date)?.last ?? span(updated.slice(0, 10))?.last ?? UNKNOWN_DAY;
    },
    cells,
    labelled,
    countLike: (...asked) => counts()(...asked),
    countsNamed: (...asked) => named()(...asked),
    talliesOf: (of) => tallies().get(of) ?? [],
    jobsUntil: (o) => jobs().get(span(o.period)?.last ?? '') ?? [],
    categories: (dimension) => categories().get(dimension) ?? [],
    kindOf: (indicator) => indicators[indicator]?.kind,
    isStock,
    ...dimensionsOf(indicators),
    places: once(() => placeLookups(dataset, options)),
  };
}
