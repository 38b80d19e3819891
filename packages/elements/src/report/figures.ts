import { capitalised } from '@ess-widgets/core/internal/format/capitalised';
import { formatInWords } from '@ess-widgets/core/internal/format/in-words';
import { formatCount, formatQuantity } from '@ess-widgets/core/internal/format/quantity';
import { isFigureHidden } from '@ess-widgets/core/internal/model/audience';
import { parsePeriod } from '@ess-widgets/core/internal/model/period';
import { resolveText } from '@ess-widgets/core/internal/model/text';
import type { StoryFigure } from '@ess-widgets/core/internal/model/story/story-schema';
import type { Dataset, Observation, Quantity } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import { CardController } from '../base/card/card-controller.ts';
import type { Need } from '../base/data-controller.ts';
import type { EssElement } from '../base/element.ts';
import type { MeasureAsked, MeasureController, Measured } from '../base/measure-controller.ts';
import { uniqueSources } from '../base/source-line.ts';
import type { Localized } from '../texts/texts.ts';
import type { FigureRun, FigureView } from './running-text.ts';

/** A figure of an indicator; the other kind is a published figure by its id. */
type IndicatorRun = Extract<FigureRun, { readonly kind: 'figure' }>;

const keyOf = (run: FigureRun): string =>
  run.kind === 'observation' ? `#${run.observation}` : [run.indicator, run.period, run.where].join(' ');

/** Returns a figure of a story as a run of a text: with the word of its unit. */
export const runOf = (figure: StoryFigure): FigureRun =>
  'observation' in figure
    ? { kind: 'observation', observation: figure.observation }
    : {
        kind: 'figure',
        indicator: figure.indicator,
        ...(figure.period === undefined ? {} : { period: figure.period }),
        ...(figure.where === undefined ? {} : { where: figure.where }),
      };

/** Figures in the texts of a report: their values, and the one source card that is open under one of them. */
export class Figures {
  readonly #host: EssElement;
  readonly #measures: MeasureController;
  readonly #card: CardController;
  #found: ReadonlyMap<string, Measured | null> = new Map();
  /** Published figures by the sign and the id that name them; undefined where no text names any. */
  #published: ReadonlyMap<string, Observation> | undefined;
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
    this.#published = runs.some(({ kind }) => kind === 'observation')
      ? new Map((dataset.collections.observations ?? []).map((each) => [`#${each.id}`, each]))
      : undefined;
    const asked = new Map(runs.flatMap((run) => (run.kind === 'figure' ? [[keyOf(run), run] as const] : [])));
    const requests = [...asked.values()].map(({ indicator, period, where }) => ({
      ...scope,
      indicator,
      ...(period === undefined ? {} : { period }),
      ...(where === undefined ? {} : { where }),
    }));
    const found = this.#measures.measure(dataset, requests);
    this.#found = new Map([...asked.keys()].map((key, at) => [key, found[at] ?? null]));
  }

  /** Collections that the figures are read from, besides those of indicators. */
  get needs(): readonly Need[] {
    return this.#published ? ['observations'] : [];
  }

  /**
   * Renders a figure in a text: its value is a button that opens its source under the paragraph. @param at the section it
   * stands in
   */
  view(run: FigureRun, at: string, dataset: Dataset, m: Localized): FigureView {
    const measured = this.measuredAt(` ${keyOf(run)}`);
    const quantity = measured?.measure.quantity;
    const isObservation = run.kind === 'observation';
    // A text that is no period never has a value; any other value may still be missing because its code or data are being
    // loaded.
    const isPeriod = isObservation || run.period === undefined || parsePeriod(run.period) !== null;
    const isUnknown = isObservation
      ? !!dataset.collections.observations && !measured
      : this.#measures.isUnknown(run.indicator);
    if (!isObservation && isFigureHidden(dataset, run))
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
    const value = formatCount(quantity, m.lang);
    const name = m.text('reportFigure', { value, label: resolveText(measured.texts.label, m.lang).text });
    const { measure } = measured;
    return {
      inline: html`<button class="figure" part="figure" type="button" aria-expanded=${shown ? 'true' : 'false'}
        aria-label=${name} data-place=${place} @click=${() => this.#toggle(place)}>${written(run, quantity, m.lang) ?? value}</button>`,
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
    const key = place.slice(place.indexOf(' ') + 1);
    const published = this.#published?.get(key);
    return published ? measuredOf(published) : (this.#found.get(key) ?? undefined);
  }

  /** Opens or closes the card of a figure. Only one is open: that of another figure replaces it. */
  #toggle(place: string): void {
    const isElsewhere = this.#card.shown !== null && place !== this.#place;
    this.#place = place;
    if (isElsewhere) this.#host.requestUpdate();
    else void this.#card.toggle();
  }
}

/** Returns the value of a figure without the word of its unit, in words where its text asks for it; undefined with that word. */
function written({ bare, inWords, isFirst }: FigureRun, quantity: Quantity, lang: string): string | undefined {
  if (!bare) return undefined;
  const words = inWords ? formatInWords(quantity, lang) : formatQuantity(quantity, lang);
  return isFirst ? capitalised(words) : words;
}

/** Returns a published figure as a measure with its texts, which its source card is drawn from. */
function measuredOf({ label, quantity, period, territory, dimensions, source }: Observation): Measured {
  const where = Object.entries(dimensions).map((pair) => pair.join('='));
  return {
    measure: {
      ...({ indicator: '', period, quantity, where: where.join(' '), basis: 'published', sources: [source] } as const),
      ...{ notes: [], population: null, missing: null },
      ...(territory ? { territory } : {}),
    },
    texts: { label, unit: quantity.unit, kind: 'flow', dimensions: [] },
  };
}
