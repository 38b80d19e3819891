import { figureText, publishedFigure } from '@ess-widgets/core/charts';
import { formatValue } from '@ess-widgets/core/format';
import {
  type Dataset,
  isFigureHidden,
  parsePeriod,
  type Quantity,
  resolveText,
  uniqueSources,
} from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import { CardController } from '../base/card/card-controller.ts';
import type { EssElement } from '../base/element.ts';
import type { MeasureAsked, MeasureController, Measured } from '../base/measure-controller.ts';
import { type Localized, textsIn } from '../texts/texts.ts';
import type { FigureRun, FigureView } from './running-text.ts';

const figureKey = (run: FigureRun): string =>
  run.kind === 'observation' ? `#${run.observation}` : [run.indicator, run.period, run.where, run.territory].join(' ');

/** A value as a text cites it, and in which language. */
interface Cited {
  readonly place: string;
  readonly quantity: Quantity;
  readonly shownAs: string;
  readonly lang?: string;
  /** Whether a sentence says what the value is of: then its name is what stands there. */
  readonly isInText?: boolean;
}

/** Where a figure stands: the section, and the language of the text. */
interface FigurePlace {
  readonly at: string;
  readonly lang: string;
}

interface Found extends Pick<Cited, 'quantity' | 'shownAs'> {
  readonly measured: Measured;
}

/** Words in the place of a figure without a value, which may yet come. */
interface Unfound {
  readonly said: string;
  readonly isComing: boolean;
}

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
    const asked = new Map(runs.flatMap((run) => (run.kind === 'figure' ? [[figureKey(run), run] as const] : [])));
    const published = new Set(runs.flatMap((run) => (run.kind === 'observation' ? [run.observation] : [])));
    const requests = [...asked.values()].map(({ indicator, period, where, territory }) => ({
      ...scope,
      indicator,
      ...(period === undefined ? {} : { period }),
      ...(where === undefined ? {} : { where }),
      ...(territory === undefined ? {} : { territory }),
    }));
    const found = this.#measures.measure(dataset, requests);
    const observations = (dataset.collections.observations ?? []).filter(({ id }) => published.has(id));
    this.#found = new Map([
      ...[...asked.keys()].map((key, at) => [key, found[at] ?? null] as const),
      ...observations.map((each) => [`#${each.id}`, publishedFigure(each, dataset)] as const),
    ]);
  }

  /**
   * Renders a figure in a text: its value is a button that opens its source under the paragraph.
   * @param at the section it stands in
   * @param lang the language of the text
   */
  view(run: FigureRun, place: FigurePlace, dataset: Dataset, m: Localized): FigureView {
    const read = this.#read(run, place, dataset, m);
    if ('shownAs' in read) {
      const { measured, ...cited } = read;
      return this.cite(
        measured,
        { ...cited, place: `${place.at} ${figureKey(run)}`, lang: place.lang, isInText: true },
        dataset,
        m,
      );
    }
    const { said, isComing } = read;
    return { inline: isComing ? said : html`<span class="missing">${said}</span>`, card: nothing };
  }

  /** Returns the words of a figure, as {@link view} renders them: a title has no buttons in it. */
  text(run: FigureRun, place: FigurePlace, dataset: Dataset, m: Localized): string {
    const read = this.#read(run, place, dataset, m);
    return 'shownAs' in read ? read.shownAs : read.said;
  }

  /** Returns the value of a figure, or the words in its place while it has none. */
  #read(run: FigureRun, { at, lang }: FigurePlace, dataset: Dataset, m: Localized): Found | Unfound {
    const measured = this.#found.get(figureKey(run));
    const quantity = measured?.measure.quantity;
    // A text that is no period never has a value; any other value may still be missing because its code or data are being
    // loaded.
    const isPeriod = run.kind === 'observation' || run.period === undefined || parsePeriod(run.period) !== null;
    const isUnknown =
      run.kind === 'figure'
        ? this.#measures.isUnknown(run.indicator)
        : !measured && dataset.collections.observations !== undefined;
    if (run.kind === 'figure' && isFigureHidden(dataset, run))
      return { said: m.text('reportInternal'), isComing: false };
    if (!measured && isPeriod && !isUnknown) return { said: '…', isComing: true };
    if (!isPeriod || isUnknown) {
      // The text is shown even if the code of this warning cannot be loaded.
      import('./figure-error.ts').then(
        ({ warnFigureError }) => warnFigureError(run, at, isPeriod),
        () => undefined,
      );
    }
    if (!measured || !quantity) return { said: m.text('reportNoValue'), isComing: false };
    return { measured, quantity, shownAs: figureText(run, quantity, measured.measure, lang) };
  }

  /** Renders a value as the button that opens its source. @param place one of its own: that of the card that is open */
  cite(measured: Measured, { place, quantity, shownAs, ...cited }: Cited, dataset: Dataset, m: Localized): FigureView {
    const shown = place === this.#place ? this.#card.shown : null;
    const { measure } = measured;
    const { lang = m.lang } = cited;
    const value = formatValue(quantity, measure, lang, { unit: 'long' });
    // What a reader sees is a part of what a screen reader says.
    const spoken = value.includes(shownAs) ? value : `${shownAs}, ${value}`;
    const words = textsIn(m, lang);
    const name = cited.isInText
      ? words.text('figureInText', { value: shownAs })
      : words.text('figureSource', { value: spoken, label: resolveText(measured.texts.label, lang).text });
    return {
      inline: html`<button class="figure" part="figure" type="button" aria-expanded=${shown ? 'true' : 'false'} aria-controls="card"
        aria-label=${name} data-place=${place} @click=${() => this.#toggle(place)}>${shownAs}</button>`,
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
