import { type ComparedRequest, writtenFigure } from '@ess-widgets/core/indicators';
import { type Dataset, type IndicatorTexts, isFigureHidden, type Measure } from '@ess-widgets/core/model';
import type { ReactiveController } from 'lit';
import type { Localized, MessageKey, Params } from '../texts/texts.ts';
import type { Computer } from './computer.ts';
import type { Need } from './data-controller.ts';
import type { EssElement } from './element.ts';
import { LazyModule } from './lazy-module.ts';

const WHOLE: Need = 'measures';

/** Returns the names of the files with the measures of indicators. The ids are separated by spaces, as in an attribute. */
const measuresOf = (indicators: string): readonly Need[] =>
  indicators
    .split(/\s+/)
    .filter(Boolean)
    .map((id): Need => `measures/${id}`);

/** Request for a measure. */
export interface MeasureAsked extends ComparedRequest {
  /**
   * Whether the element does without it: nothing is said where it cannot exist, and the code that computes it is not loaded
   * for its sake.
   */
  readonly isOptional?: boolean;
}

/** A measure and the texts of its indicator. */
export interface Measured {
  readonly measure: Measure;
  readonly texts: IndicatorTexts;
  /**
   * Returns the latest known value and its period in words, for a measure without a value; an empty text where none is known.
   */
  readonly instead?: (m: Localized) => string;
  /** Whether the value is that of all of the data, because none is known of the territory that the visitor has chosen. */
  readonly isRegional?: true;
}

/** Mistake of the page's author, with the key of the text in the widget that says how to correct it. */
export interface ConfigProblem {
  readonly key: MessageKey;
  readonly params: Params;
  /** Whether the element goes on with the default of the attribute, under what is said. */
  readonly hasDefault?: true;
}

/**
 * Gets measures the cheapest way: from the build's `measures.json` when it answers the request, else with the
 * indicator's own code over the collections that it reads. Neither code nor collections are loaded in the first case.
 */
export class MeasureController implements ReactiveController {
  problem: ConfigProblem | null = null;
  readonly #host: EssElement;
  readonly #computer: LazyModule<Computer>;
  #known = '';

  constructor(host: EssElement) {
    this.#host = host;
    this.#computer = new LazyModule(host, 'a figure', async () => new (await import('./computer.ts')).Computer(host));
    host.addController(this);
  }

  /**
   * Returns the files to load: the build's measures of indicators, and the collections that computed measures read.
   * @param indicators ids of all that will be asked for, separated by spaces; without any, all measures in one file
   */
  needs(indicators = ''): readonly Need[] {
    const named = this.#host.provider.value?.validatesAsOne ? [] : measuresOf(indicators);
    return [...(named.length > 0 ? named : [WHOLE]), ...this.#computed];
  }

  get #computed(): readonly Need[] {
    return this.#computer.code?.needs ?? [];
  }

  /** Returns the requested measures in order, null for those that are not there (yet). Sets `problem` if one cannot exist. */
  measure(dataset: Dataset, asked: readonly MeasureAsked[]): readonly (Measured | null)[] {
    this.problem = null;
    this.#computer.code?.start();
    return asked.map((one) => this.#one(dataset, { ...one, indicator: one.indicator.trim() }));
  }

  /**
   * Returns the same for a territory that the visitor or the provider chose: where nothing is known of it, the measures of all
   * of the data, marked as such. The territory of an element's own attribute is not left.
   */
  measureOrRegional(dataset: Dataset, asked: readonly MeasureAsked[]): readonly (Measured | null)[] {
    const found = this.measure(dataset, asked);
    const territory = this.#host.territory ? undefined : asked[0]?.territory;
    if (!territory || found.some((one) => !one || hasValue(one))) return found;
    const whole = asked.map(({ territory: _, ...others }) => this.#one(dataset, others));
    if (this.problem || !whole.some((one) => !one || hasValue(one))) return found;
    this.#host.provider.tellRegional(territory);
    return whole.map((one) => one && { ...one, isRegional: true });
  }

  /** Tells whether the catalogue has been asked for an indicator and has none of that id. */
  isUnknown(id: string): boolean {
    return this.#computer.code?.isUnknown(id) ?? false;
  }

  /**
   * Requests an update if the needs have changed: the host makes its request in an update, and one during rendering would be
   * lost.
   */
  hostUpdated(): void {
    const needs = this.#computed.join(' ');
    if (needs === this.#known) return;
    this.#known = needs;
    this.#host.requestUpdate();
  }

  #one(dataset: Dataset, asked: MeasureAsked): Measured | null {
    // After a change of the indicator the data are still those of the previous one, until its own are loaded.
    const need = dataset.need ?? [WHOLE];
    if (!need.includes(WHOLE) && !measuresOf(asked.indicator).every((name) => need.includes(name))) return null;
    if (isFigureHidden(dataset, asked)) {
      if (asked.isOptional) return null;
      this.problem = { key: 'configInternal', params: { name: asked.indicator } };
      return null;
    }
    const written = writtenFigure(dataset.measures, asked);
    if (written) return written;
    const computer = this.#computer.code;
    if (!computer && !asked.isOptional) void this.#computer.load(true);
    const computed = computer?.compute(dataset, asked) ?? null;
    if (computed && 'key' in computed) {
      if (!asked.isOptional) this.problem = computed;
      return null;
    }
    return computed;
  }
}

/** Tells whether there is something to show: of a split, its parts. */
const hasValue = ({ measure: { by, quantity, parts } }: Measured): boolean =>
  by === undefined ? quantity !== null : parts?.some((part) => part.quantity) === true;
