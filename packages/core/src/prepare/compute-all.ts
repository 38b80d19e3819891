import { type Indicator, type MeasureRequest, partNames, textsOf } from '../indicators/index.ts';
import { type Dataset, defaultPeriods, type Measure, type MeasuresDocument, parseWhere } from '../model/index.ts';

/** Format of `measures.json`. */
export const MEASURES_FORMAT = 'ess-measures/1';

const hasValue = (m: Measure): boolean =>
  m.quantity !== null || m.parts?.some((part) => part.quantity !== null) === true;

/**
 * Returns every indicator over every period of a data set, whole and by each of its dimensions: what `measures.json`
 * holds. Measures without any value are left out. Pure: the same data set gives the same document.
 * @param others what a report shows besides: figures kept to a part or to a territory, with the split that names the part
 * @param counts what a widget asks for besides, which needs no such name
 * @since 0.1.0
 */
export function computeAll(
  dataset: Dataset,
  indicators: readonly Indicator[],
  others: readonly MeasureRequest[] = [],
  counts: readonly MeasureRequest[] = [],
): MeasuresDocument {
  const { collections } = dataset.manifest;
  const measures = indicators.flatMap((indicator) =>
    periodsOf(dataset, indicator).flatMap((period) => [
      indicator.compute(dataset, { period }),
      ...indicator.dimensions.map((dimension) => indicator.compute(dataset, { period, by: dimension.id })),
    ]),
  );
  const document: MeasuresDocument = {
    format: MEASURES_FORMAT,
    hashes: Object.fromEntries(Object.entries(collections).map(([name, entry]) => [name, entry?.hash ?? ''])),
    indicators: Object.fromEntries(
      indicators.map((indicator) => {
        const own = measures.filter((m) => m.indicator === indicator.id && hasValue(m));
        const isInParts = own.length > 0 && own.every(({ quantity }) => quantity === null);
        return [indicator.id, { ...textsOf(indicator), ...(isInParts ? { whole: false as const } : {}) }];
      }),
    ),
    // First, since what names no period means the last one written.
    measures: [...computeOthers(dataset, indicators, [...others, ...counts]), ...measures].filter(hasValue),
  };
  const naming = computeOthers(
    dataset,
    indicators,
    others.flatMap((asked) => namingOf(asked, document)),
  );
  return { ...document, measures: [...naming.filter(hasValue), ...document.measures] };
}

/**
 * Returns all periods, the one that stands where none is asked for last: what names no period means the last one
 * written.
 */
function periodsOf({ manifest }: Dataset, { calendar }: Indicator): readonly string[] {
  const preferred = [...defaultPeriods(manifest, calendar)].reverse();
  return [...manifest.periods.filter((each) => !preferred.includes(each)), ...preferred];
}

/**
 * Returns a request for each value of `where` that the split of the whole does not name: the split by its dimension,
 * kept to the other values.
 */
function namingOf({ where, ...asked }: MeasureRequest, document: MeasuresDocument): readonly MeasureRequest[] {
  const pairs = Object.entries(parseWhere(where)).map(([by, id]) => ({ by, pair: `${by}=${id}` }));
  // A filter that is no dimension (a network, a programme) has no split to be named in.
  const dimensions = document.indicators[asked.indicator]?.dimensions ?? [];
  return pairs
    .filter(({ by }) => dimensions.some(({ id }) => id === by))
    .filter(({ pair }) => partNames(document, asked.indicator, pair).length === 0)
    .map(({ by, pair }) => ({
      ...asked,
      by,
      where: pairs.flatMap((each) => (each.pair === pair ? [] : each.pair)).join(' '),
    }));
}

/** Computes each of them once, in the order of their first mention. */
function computeOthers(
  dataset: Dataset,
  indicators: readonly Indicator[],
  others: readonly MeasureRequest[],
): readonly Measure[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const unique = new Map(others.map((asked) => [JSON.stringify(asked), asked]));
  return [...unique.values()].flatMap(
    ({ indicator, ...request }) => byId.get(indicator)?.compute(dataset, request) ?? [],
  );
}
