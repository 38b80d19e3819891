import type { Indicator, IndicatorRequest } from '@ess-widgets/core/indicators';
import { findMeasure, textsOf } from '@ess-widgets/core/indicators/written';
import { type Dataset, type IndicatorTexts, type Measure, parsePeriod } from '@ess-widgets/core/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MessageKey, Params } from '../messages/messages.ts';
import type { Need } from './data-controller.ts';

/** What an element wants measured. */
export interface MeasureAsked extends IndicatorRequest {
  readonly indicator: string;
}

/** A measure and the texts of its indicator. */
export interface Measured {
  readonly measure: Measure;
  readonly texts: IndicatorTexts;
}

/** A mistake of the page's author: said in the widget, in words they can act on. */
export interface ConfigProblem {
  readonly key: MessageKey;
  readonly params: Params;
}

/**
 * Gets measures the cheapest way: from the build's `measures.json` when it answers the request, else with the
 * indicator's own code over the collections that it reads. Neither code nor collections are loaded in the first case.
 */
export class MeasureController implements ReactiveController {
  problem: ConfigProblem | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #indicators = new Map<string, Indicator | null>();
  readonly #loading = new Set<string>();
  #needed = new Set<string>();
  #known = 'measures';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // A failed chunk is asked for again when the element comes back.
    this.#loading.clear();
  }

  /** Collections to load: the build's measures, and what the indicators that must be computed read. */
  get needs(): readonly Need[] {
    const collections = [...this.#needed].flatMap((id) => this.#indicators.get(id)?.needs ?? []);
    return ['measures', ...new Set(collections)];
  }

  /** The measures asked for, in order; null for those that are not there (yet). Sets `problem` when one cannot be. */
  measure(dataset: Dataset, asked: readonly MeasureAsked[]): readonly (Measured | null)[] {
    this.problem = null;
    this.#needed = new Set();
    return asked.map((one) => this.#one(dataset, one));
  }

  /** Whether the catalogue has been asked for an indicator and has none of that id. */
  isUnknown(id: string): boolean {
    return this.#indicators.get(id) === null;
  }

  /** A new need means a new request, which the host makes when it updates; asked for while it renders it would be lost. */
  hostUpdated(): void {
    const needs = this.needs.join(' ');
    if (needs === this.#known) return;
    this.#known = needs;
    this.#host.requestUpdate();
  }

  #one(dataset: Dataset, asked: MeasureAsked): Measured | null {
    if (asked.period !== undefined && !parsePeriod(asked.period)) {
      this.problem = { key: 'configPeriod', params: { period: asked.period } };
      return null;
    }
    const written = this.#written(dataset, asked);
    return written ?? this.#computed(dataset, asked);
  }

  #written({ measures }: Dataset, asked: MeasureAsked): Measured | null {
    const measure = measures && findMeasure(measures, asked);
    const texts = measures?.indicators[asked.indicator];
    const isCompared = !asked.compare || ['previous', measure?.previous?.period].includes(asked.compare);
    return measure && texts && isCompared ? { measure, texts } : null;
  }

  #computed(dataset: Dataset, asked: MeasureAsked): Measured | null {
    const indicator = this.#indicators.get(asked.indicator);
    if (indicator === undefined) {
      this.#load(asked.indicator);
      return null;
    }
    if (indicator === null) {
      this.problem = { key: 'configIndicator', params: { id: asked.indicator } };
      return null;
    }
    this.#needed.add(asked.indicator);
    if (asked.by && !indicator.dimensions.some((d) => d.id === asked.by)) {
      const known = indicator.dimensions.map((d) => d.id).join(', ');
      this.problem = { key: 'configDimension', params: { by: asked.by, known } };
      return null;
    }
    const ready = indicator.needs.every((name) => dataset.collections[name] || !dataset.manifest.collections[name]);
    return ready ? { measure: indicator.compute(dataset, asked), texts: textsOf(indicator) } : null;
  }

  #load(id: string): void {
    if (this.#loading.has(id)) return;
    this.#loading.add(id);
    void import('@ess-widgets/core/indicators/catalogue')
      .then(({ loadIndicator }) => loadIndicator(id))
      .then((indicator) => {
        this.#indicators.set(id, indicator ?? null);
        this.#host.requestUpdate();
      });
  }
}
