/** Computes the lines of `golden/measures.jsonl`: everything that may be asked of the indicators, and their answers. */
import { type Indicator, type IndicatorRequest, indicatorsOf } from '@ess-widgets/core/indicators';
import type { Dataset, Measure, Quantity } from '@ess-widgets/core/model';
import { readDataset } from '../../packages/bretagne/src/dataset.ts';
import { full, listed, PERIODS, recorded, stated } from '../../packages/core/src/indicators/testing/five-colleges.ts';
import { makeDataset } from '../../packages/core/src/model/testing.ts';
import { lineOf } from './lines.ts';

const hasValue = (m: Measure): boolean => m.quantity !== null || m.parts?.some((p) => p.quantity !== null) === true;

/** Returns the periods of the data set, and all others of which a figure of the indicator is published. */
function periodsOf({ manifest, collections }: Dataset, { id }: Indicator): readonly string[] {
  const published = (collections.observations ?? []).filter(({ indicator }) => indicator === id);
  return [...new Set([...manifest.periods, ...published.map(({ period }) => period)])].sort();
}

/** Returns the values that records and figures have under a key, whatever the collection. */
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

/** Changes of a computed value that lie on both sides of what still agrees: half a unit, and a fifth of "about n". */
const CHANGES: readonly (readonly [name: string, change: (quantity: Quantity) => Partial<Quantity>])[] = [
  ['more by 0.4', ({ value = 0 }) => ({ value: value + 0.4 })],
  ['more by 1', ({ value = 0 }) => ({ value: value + 1 })],
  ['less by 0.05', ({ value = 0 }) => ({ value: value - 0.05 })],
  ['about a tenth more', ({ value = 0 }) => ({ value: value * 1.1, op: '~' })],
  ['about a quarter more', ({ value = 0 }) => ({ value: value * 1.25, op: '~' })],
  ['at least', ({ value = 0 }) => ({ value: value - 1, op: '>=' })],
];

/** Returns what an indicator makes of a published figure that is near the value that it computes from whole lists. */
function answersBeside(indicator: Indicator): readonly (Answer & { readonly change: string })[] {
  return PERIODS.flatMap((period) => {
    const { basis, quantity, period: measured } = indicator.compute(recorded, { period });
    if (basis !== 'computed' || quantity?.value === undefined) return [];
    return CHANGES.map(([name, change]) => {
      const figure = {
        ...stated(indicator.id, 0, quantity.unit, { period: measured }),
        quantity: { ...quantity, ...change(quantity) },
      };
      const { observations } = makeDataset({ observations: [figure] }).collections;
      const dataset = {
        ...recorded,
        collections: { ...recorded.collections, ...(observations ? { observations } : {}) },
      };
      return { asked: { period }, change: name, measure: indicator.compute(dataset, { period }) };
    });
  });
}

/**
 * Returns one line a measure: of the data set of Bretagne, of three variants of the imaginary region, and of that region
 * where a figure is published beside the value that its lists give.
 */
export async function measureLines(): Promise<readonly string[]> {
  const bretagne = await readDataset();
  const indicators = indicatorsOf(bretagne);
  const datasets = { bretagne, full, recorded, listed };
  const lineFor = (data: string, { asked, measure, ...more }: Answer): string => {
    const { indicator, period, by, where, territory, ...rest } = measure;
    // A stock may be measured on another day than the one asked for.
    const isElsewhere = asked.period !== period;
    return lineOf(
      { data, indicator, ...more, ...(isElsewhere ? { asked: asked.period } : {}), period, by, where, territory },
      rest,
    );
  };
  return [
    ...Object.entries(datasets).flatMap(([data, dataset]) =>
      indicators.flatMap((indicator) => answersOf(dataset, indicator).map((answer) => lineFor(data, answer))),
    ),
    ...indicators.flatMap((indicator) => answersBeside(indicator).map((answer) => lineFor('beside', answer))),
  ];
}
