import type { Indicator, IndicatorRequest } from '../indicators/index.ts';
import { type Dataset, type Measure, records } from '../model/index.ts';
import { computeAll } from './compute-all.ts';

/** An indicator that could not be measured, and why. */
export interface Failure {
  readonly indicator: Indicator;
  readonly reason: string;
}

/**
 * Measures everything that a data set publishes: each indicator over each period, and each published figure with its own
 * period, territory and dimensions, so that a published part is compared with the computed part, too.
 * @param unread collections (`events`) and records (`events/salon`) of the data that could not be read: no list that
 * lacks some of them is complete
 */
export function compareAll(
  { manifest, ...data }: Dataset,
  indicators: readonly Indicator[],
  unread: ReadonlySet<string> = new Set(),
): { readonly measures: readonly Measure[]; readonly failures: readonly Failure[] } {
  const lacking = new Set([...unread].map((each) => each.split('/')[0]));
  const entries = Object.entries(manifest.collections).map(([name, entry]) => {
    return [name, entry && lacking.has(name) ? { ...entry, coverage: [] } : entry] as const;
  });
  const dataset: Dataset = { ...data, manifest: { ...manifest, collections: Object.fromEntries(entries) } };
  const failures: Failure[] = [];
  const measures = indicators.flatMap((indicator): readonly Measure[] => {
    try {
      const published = requestsOf(dataset, indicator).map((asked) => indicator.compute(dataset, asked));
      return [...computeAll(dataset, [indicator]).measures, ...published];
    } catch (error) {
      failures.push({ indicator, reason: error instanceof Error ? error.message : String(error) });
      return [];
    }
  });
  return { measures, failures };
}

/** Returns the request that each published figure of an indicator answers. */
function requestsOf(dataset: Dataset, { id }: Indicator): readonly IndicatorRequest[] {
  return records(dataset, 'observations').flatMap(({ indicator, period, territory, dimensions }) => {
    if (indicator !== id) return [];
    const where = Object.entries(dimensions).map(([key, value]) => `${key}=${value}`);
    return {
      period,
      compare: 'none',
      ...(where.length === 0 ? {} : { where: where.join(' ') }),
      ...(territory ? { territory } : {}),
    };
  });
}
