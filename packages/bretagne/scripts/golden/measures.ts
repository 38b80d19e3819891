/** Computes the lines of `golden/measures.jsonl`: everything that may be asked of the indicators, and their answers. */
import { type Indicator, type IndicatorRequest, loadIndicators } from '@ess-widgets/core/indicators';
import type { Dataset, Measure } from '@ess-widgets/core/model';
import { full, listed, recorded } from '../../../core/src/indicators/testing/five-colleges.ts';
import { readDataset } from '../../src/dataset.ts';
import { lineOf } from './lines.ts';

const hasValue = (m: Measure): boolean => m.quantity !== null || m.parts?.some((p) => p.quantity !== null) === true;

/** Periods of the data set, and all others of which a figure of the indicator is published. */
function periodsOf({ manifest, collections }: Dataset, { id }: Indicator): readonly string[] {
  const published = (collections.observations ?? []).filter(({ indicator }) => indicator === id);
  return [...new Set([...manifest.periods, ...published.map(({ period }) => period)])].sort();
}

/** Values that records and figures have under a key, whatever the collection. */
function valuesOf({ collections }: Dataset, key: string): readonly string[] {
  const records: readonly object[] = Object.values(collections).flat();
  const dimensions = (collections.observations ?? []).map((figure) => figure.dimensions ?? {});
  const found = [...records, ...dimensions].map(
    (each): unknown => Object.entries(each).find(([name]) => name === key)?.[1],
  );
  return found.filter((value) => typeof value === 'string');
}

interface Answer {
  readonly asked: IndicatorRequest;
  readonly measure: Measure;
}

/**
 * Returns the measures of an indicator in each period: whole and by each dimension, of everything, of each value of its
 * dimensions and filters, and of each territory. Measures kept to a value or a territory are left out where they have no
 * value; territories that contain no other are not split, because splits by splits would be most of the file.
 */
function answersOf(dataset: Dataset, indicator: Indicator): readonly Answer[] {
  const ids = indicator.dimensions.map(({ id }) => id);
  const keys = [...new Set([...ids, ...(indicator.filters ?? [])])];
  const { territories = [] } = dataset.collections;
  const containers = new Set(territories.flatMap(({ parents }) => parents));
  const whole = (asked: IndicatorRequest): Answer => ({ asked, measure: indicator.compute(dataset, asked) });
  const split = (asked: IndicatorRequest): readonly Answer[] => ids.map((by) => whole({ ...asked, by }));
  return periodsOf(dataset, indicator).flatMap((period) => {
    const splits = split({ period });
    const pairs = keys.flatMap((key) => {
      const parts = splits.flatMap(({ asked, measure }) => (asked.by === key ? (measure.parts ?? []) : []));
      return [...new Set([...parts.map(({ id }) => id), ...valuesOf(dataset, key)])].map((value) => `${key}=${value}`);
    });
    const kept = [
      ...pairs.map((where) => whole({ period, where })),
      ...pairs.flatMap((where) => split({ period, where })),
      ...territories.map(({ id }) => whole({ period, territory: id })),
      ...[...containers].flatMap((territory) => split({ period, territory })),
    ];
    return [whole({ period }), ...splits, ...kept.filter(({ measure }) => hasValue(measure))];
  });
}

/** Returns one line a measure: of the data set of Bretagne, then of three variants of the imaginary region. */
export async function measureLines(): Promise<readonly string[]> {
  const indicators = await loadIndicators();
  const datasets = { bretagne: await readDataset(), full, recorded, listed };
  return Object.entries(datasets).flatMap(([data, dataset]) =>
    indicators.flatMap((indicator) =>
      answersOf(dataset, indicator).map(({ asked, measure }) => {
        const { indicator: id, by, where, territory, ...rest } = measure;
        return lineOf({ data, indicator: id, asked: asked.period, by, where, territory }, rest);
      }),
    ),
  );
}
