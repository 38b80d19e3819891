import { formatValue } from '@ess-widgets/core/internal/format/quantity';
import { isFigureHidden } from '@ess-widgets/core/internal/model/audience';
import { parsePeriod } from '@ess-widgets/core/internal/model/period';
import { resolveText } from '@ess-widgets/core/internal/model/text';
import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import { CardController } from '../base/card/card-controller.ts';
import type { EssElement } from '../base/element.ts';
import type { MeasureAsked, MeasureController, Measured } from '../base/measure-controller.ts';
import { uniqueSources } from '../base/source-line.ts';
import type { Localized } from '../texts/texts.ts';
import type { FigureRun, FigureView } from './running-text.ts';

const keyOf = ({ indicator, period, where }: FigureRun): string => [indicator, period, where].join(' ');

/** Figures in the texts of a report: their values, and the one source card that is open under one of them. */
export class Figures {
  readonly #host: EssElement;
  readonly #measures: MeasureController;
  readonly #card: CardController;
  #found: ReadonlyMap<string, Measured | null> = new Map();
  /** Place of the open card: the id of a section, then the key of a figure. */
  #place = '';

  constructor(host: EssElement, measures: MeasureController) {
    this.#host = host;
    this.#measures = measures;
    const buttons = () => [...host.renderRoot.querySelectorAll<HTMLElement>('button.figure')];
    this.#card = new CardController(host, undefined, {
      tag: 'ess-indicator',
      opener: () => buttons().find(({ dataset }) => dataset['place'] === this.#place),
    });
  }

  /** Gets the values of all figures named. @param scope the request of those that say nothing else */
  measure(dataset: Dataset, scope: Partial<MeasureAsked>, runs: readonly FigureRun[]): void {
    const asked = new Map(runs.map((run) => [keyOf(run), run] as const));
    const requests = [...asked.values()].map(({ indicator, period, where }) => ({
      ...scope,
      indicator,
      ...(period === undefined ? {} : { period }),
      ...(where === undefined ? {} : { where }),
    }));
    const found = this.#measures.measure(dataset, requests);
    this.#found = new Map([...asked.keys()].map((key, at) => [key, found[at] ?? null]));
  }

  /**
   * Renders a figure in a text: its value is a button that opens its source under the paragraph. @param at the section it
   * stands in
   */
  view(run: FigureRun, at: string, dataset: Dataset, m: Localized): FigureView {
    const measured = this.#found.get(keyOf(run));
    const quantity = measured?.measure.quantity;
    // A text that is no period never has a value; any other value may still be missing because its code or data are being
    // loaded.
    const isPeriod = run.period === undefined || parsePeriod(run.period) !== null;
    const isUnknown = this.#measures.isUnknown(run.indicator);
    if (isFigureHidden(dataset, run))
      return { inline: html`<span class="missing">${m.content('reportInternal')}</span>`, card: nothing };
    if (!measured && isPeriod && !isUnknown) return { inline: '…', card: nothing };
    if (!isPeriod || isUnknown) {
      // The text is shown even if the code of this warning cannot be loaded.
      import('./figure-error.ts').then(
        ({ warnFigureError }) => warnFigureError(run, at, isPeriod),
        () => undefined,
      );
    }
    if (!measured || !quantity)
      return { inline: html`<span class="missing">${m.content('reportNoValue')}</span>`, card: nothing };
    const place = `${at} ${keyOf(run)}`;
    const shown = place === this.#place ? this.#card.shown : null;
    const { measure } = measured;
    const value = formatValue(quantity, measure, m.lang, { unit: 'long' });
    const name = m.text('reportFigure', { value, label: resolveText(measured.texts.label, m.lang).text });
    return {
      inline: html`<button class="figure" part="figure" type="button" aria-expanded=${shown ? 'true' : 'false'}
        aria-label=${name} data-place=${place} @click=${() => this.#toggle(place)}>${run.bare ? formatValue(quantity, measure, m.lang) : value}</button>`,
      card: shown
        ? shown.sourceCard({
            ...measured,
            measure: { ...measure, sources: uniqueSources(measure.sources) },
            dataset,
            m,
            card: this.#card,
          })
        : nothing,
    };
  }

  /** Returns the measure behind the button of a figure, by the place that it names. */
  measuredAt(place: string): Measured | undefined {
    return this.#found.get(place.slice(place.indexOf(' ') + 1)) ?? undefined;
  }

  /** Opens or closes the card of a figure. Only one is open: that of another figure replaces it. */
  #toggle(place: string): void {
    const isElsewhere = this.#card.shown !== null && place !== this.#place;
    this.#place = place;
    if (isElsewhere) this.#host.requestUpdate();
    else void this.#card.toggle();
  }
}
