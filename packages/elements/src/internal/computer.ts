import type { Indicator } from '@ess-widgets/core/indicators';
import { indicatorIds, loadIndicator } from '@ess-widgets/core/indicators/catalogue';
import { writtenOtherwise } from '@ess-widgets/core/indicators/written-otherwise';
import { type CollectionName, type Dataset, parsePeriod, wholeOf } from '@ess-widgets/core/model';
import type { Localized } from '../texts/texts.ts';
import { AttributeCheck } from './attribute-check.ts';
import type { EssElement } from './element.ts';
import type * as latestCode from './latest.ts';
import type { ConfigProblem, MeasureAsked, Measured } from './measure-controller.ts';
import { OnDemand } from './on-demand.ts';

/** Has an indicator's code come before anyone asks for its measure; whoever does says what fails. */
export const expect = (id: string): void => void loadIndicator(id).catch(() => undefined);

/** Measures with the indicators' own code what no build has written. Loaded by an element that needs it. */
export class Computer {
  readonly #host: EssElement;
  readonly #check: AttributeCheck;
  readonly #indicators = new Map<string, Indicator | null>();
  /** Ids like those that the catalogue does not have. */
  readonly #near = new Map<string, readonly string[]>();
  readonly #loading = new Map<string, OnDemand<void>>();
  readonly #latest: OnDemand<typeof latestCode>;
  #needed = new Set<string>();

  constructor(host: EssElement) {
    this.#host = host;
    this.#check = new AttributeCheck(host);
    this.#latest = new OnDemand(host, 'the latest value', () => import('./latest.ts'));
  }

  /** Collections that the indicators computed since `start` read, and those that tell whether a territory exists. */
  get needs(): readonly CollectionName[] {
    const read = [...this.#needed].flatMap((id) => this.#indicators.get(id)?.needs ?? []);
    return [...new Set([...read, ...(read.length && this.#host.wishes().territory ? (['territories'] as const) : [])])];
  }

  /** What is measured from now on is what the element needs. */
  start(): void {
    this.#needed = new Set();
  }

  /** Whether the catalogue has been asked for an indicator and has none of that id. */
  isUnknown(id: string): boolean {
    return this.#indicators.get(id) === null;
  }

  /** The measure, why there cannot be one, or null while its code or its records are on their way. */
  compute(dataset: Dataset, asked: MeasureAsked): Measured | ConfigProblem | null {
    // No build writes a measure of what is no period.
    const period = [asked.period, comparedWith(asked)].find((one) => one !== undefined && !parsePeriod(one));
    if (period !== undefined) return { key: 'configPeriod', params: { period } };
    const measure = dataset.measures && writtenOtherwise(dataset.measures, asked);
    const texts = dataset.measures?.indicators[asked.indicator];
    if (measure && texts) return { measure, texts };
    const indicator = this.#indicators.get(asked.indicator);
    if (indicator === undefined) {
      this.#load(asked.indicator);
      return null;
    }
    if (indicator === null) return this.#unknown(asked.indicator);
    this.#needed.add(asked.indicator);
    if (asked.by && !indicator.dimensions.some((d) => d.id === asked.by)) {
      const known = indicator.dimensions.map((d) => d.id).join(', ');
      return { key: 'configDimension', params: { by: asked.by, known } };
    }
    const isReady = indicator.needs.every((name) => dataset.collections[name] || !dataset.manifest.collections[name]);
    if (!isReady) return null;
    return (
      this.#check.mistake(dataset, { indicator, beside: asked.beside }) ?? {
        measure: indicator.compute(wholeOf(dataset), asked),
        texts: indicator,
        instead: (m) => this.#latestOf(wholeOf(dataset), indicator, asked, m),
      }
    );
  }

  /** In words; empty where none is known, or as long as they are on their way. */
  #latestOf(dataset: Dataset, indicator: Indicator, asked: MeasureAsked, m: Localized): string {
    if (!this.#latest.code) void this.#latest.load();
    const value = this.#latest.code?.latest(dataset, indicator, asked, m.lang);
    return value ? m.text('latestKnown', { value }) : '';
  }

  #unknown(id: string): ConfigProblem {
    const near = this.#near.get(id) ?? [];
    return near.length > 0
      ? { key: 'configIndicatorNear', params: { id, known: near.join(', ') } }
      : { key: 'configIndicator', params: { id } };
  }

  #load(id: string): void {
    const load = async (): Promise<void> => {
      const indicator = await loadIndicator(id);
      if (!indicator) this.#near.set(id, await nearest(id));
      this.#indicators.set(id, indicator ?? null);
    };
    const known = this.#loading.get(id) ?? new OnDemand(this.#host, `the indicator "${id}"`, load);
    this.#loading.set(id, known);
    void known.load(true);
  }
}

/** Ids of the catalogue like one that it does not have; none where the code that knows does not come. */
const nearest = (id: string): Promise<readonly string[]> =>
  import('@ess-widgets/core/checks/closest').then(
    ({ closest }) => closest(id, indicatorIds()),
    () => [],
  );

/** The period that a measure is compared with, where one is named. */
const comparedWith = ({ compare }: MeasureAsked): string | undefined =>
  compare === 'previous' || compare === 'none' ? undefined : compare;
