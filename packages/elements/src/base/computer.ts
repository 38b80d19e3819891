import { type Indicator, indicatorIdsOf, indicatorOf, precomputedVariant } from '@ess-widgets/core/indicators';
import { type Dataset, type DatasetNeed, parsePeriod, unnarrowed } from '@ess-widgets/core/model';
import type * as closestCode from '@ess-widgets/core/model/closest';
import type { Localized } from '../texts/texts.ts';
import { AttributeCheck } from './attribute-check.ts';
import type { EssElement } from './element.ts';
import { Late } from './late.ts';
import type * as latestCode from './latest.ts';
import type { ConfigProblem, MeasureAsked, Measured } from './measure-controller.ts';
import { registered } from './registered.ts';
import { warn } from './warn.ts';

/** Measures with the formulas of the catalogue what no build has written. Loaded by an element that needs it. */
export class Computer {
  readonly #host: EssElement;
  readonly #check: AttributeCheck;
  readonly #unknownIds = new Set<string>();
  readonly #closest: Late<Pick<typeof closestCode, 'closest'>>;
  readonly #latest: Late<typeof latestCode>;
  #needed = new Set<DatasetNeed>();

  constructor(host: EssElement) {
    this.#host = host;
    this.#check = new AttributeCheck(host);
    this.#closest = new Late(host, 'ids like others', loadClosest);
    this.#latest = new Late(host, 'the latest value', () => import('./latest.ts'));
  }

  /**
   * The catalogue and the collections that what was computed since `start` reads, and those that tell whether a territory
   * exists.
   */
  get needs(): readonly DatasetNeed[] {
    const isPlaced = this.#needed.size > 0 && this.#host.requestedScope().territory;
    return [...new Set([...this.#needed, ...(isPlaced ? (['territories'] as const) : [])])];
  }

  /** Forgets the needs of the measures computed before, so that `needs` covers only those computed from now on. */
  start(): void {
    this.#needed = new Set();
  }

  /** Tells whether the catalogue has been asked for an indicator and has none of that id. */
  isUnknown(id: string): boolean {
    return this.#unknownIds.has(id);
  }

  /** Returns the measure, the reason why there cannot be one, or null while the catalogue or its records are being loaded. */
  compute(dataset: Dataset, asked: MeasureAsked): Measured | ConfigProblem | null {
    // A text that is no period has no measure in any build.
    const period = [asked.period, comparedWith(asked)].find((one) => one !== undefined && !parsePeriod(one));
    if (period !== undefined) return { key: 'configPeriod', params: { period } };
    const measure = dataset.measures && precomputedVariant(dataset.measures, asked);
    const texts = dataset.measures?.indicators[asked.indicator];
    if (measure && texts) return { measure, texts };
    if (dataset.manifest.catalogue) this.#needed.add('catalogue');
    if (dataset.manifest.catalogue && !dataset.catalogue) return null;
    const indicator = usableOf(dataset, asked.indicator);
    if (!indicator) return this.#unknown(dataset, asked.indicator);
    this.#unknownIds.delete(asked.indicator);
    for (const name of indicator.needs) this.#needed.add(name);
    if (asked.by && !indicator.dimensions.some((d) => d.id === asked.by)) {
      const known = indicator.dimensions.map((d) => d.id).join(', ');
      return { key: 'configDimension', params: { by: asked.by, known } };
    }
    const isReady = indicator.needs.every((name) => dataset.collections[name] || !dataset.manifest.collections[name]);
    if (!isReady) return null;
    return (
      this.#check.mistake(dataset, asked.ignoresUnknownFilters ? { indicator, own: false } : { indicator }) ?? {
        measure: indicator.compute(unnarrowed(dataset), asked),
        texts: indicator,
        instead: (m) => this.#latestOf(unnarrowed(dataset), indicator, asked, m),
      }
    );
  }

  /** Returns the latest known value in words; an empty text where none is known, or while the code for it is being loaded. */
  #latestOf(dataset: Dataset, indicator: Indicator, asked: MeasureAsked, m: Localized): string {
    const value = this.#latest.ask()?.latest(dataset, indicator, asked, m.lang);
    return value ? m.text('latestKnown', { value }) : '';
  }

  #unknown(dataset: Dataset, id: string): ConfigProblem | null {
    const code = this.#closest.ask();
    if (!code) return null;
    this.#unknownIds.add(id);
    const ids = indicatorIdsOf(dataset, registered.indicators).filter((one) => one !== id);
    const known = code.closest(id, ids).join(', ');
    return known ? { key: 'configIndicatorNear', params: { id, known } } : { key: 'configIndicator', params: { id } };
  }
}

/**
 * Returns an indicator of the catalogue; undefined where it has none, or its definition cannot be used, which the console
 * says.
 */
function usableOf(dataset: Dataset, id: string): Indicator | undefined {
  try {
    return indicatorOf(dataset, id, registered.indicators);
  } catch (error) {
    warn(`catalogue/${id}`, String(error));
    return undefined;
  }
}

/** Loads the code that compares ids; none resembles another if it does not come. */
const loadClosest = (): Promise<Pick<typeof closestCode, 'closest'>> =>
  import('@ess-widgets/core/model/closest').catch(() => ({ closest: () => [] }));

/** Returns the period that a measure is compared with, where one is named. */
const comparedWith = ({ compare }: MeasureAsked): string | undefined =>
  compare === 'previous' || compare === 'none' ? undefined : compare;
