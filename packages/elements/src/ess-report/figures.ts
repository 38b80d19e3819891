import { formatQuantity } from '@ess-widgets/core/format/lean';
import { type Dataset, resolveText } from '@ess-widgets/core/model';
import { html, nothing, type ReactiveController } from 'lit';
import type { CardCode } from '../internal/card-controller.ts';
import type { EssElement } from '../internal/element.ts';
import type { MeasureAsked, MeasureController, Measured } from '../internal/measure-controller.ts';
import { OnDemand } from '../internal/on-demand.ts';
import type { Localized } from '../messages/messages.ts';
import type { FigureRun, FigureView } from './running-text.ts';

const keyOf = ({ indicator, period, where }: FigureRun): string => [indicator, period, where].join(' ');

/** The figures in the texts of a report: their values, and the one source card that is open under one of them. */
export class Figures implements ReactiveController {
  readonly #host: EssElement;
  readonly #measures: MeasureController;
  readonly #card: OnDemand<CardCode>;
  #found: ReadonlyMap<string, Measured | null> = new Map();
  /** Where the open card stands: a place in the report, then a figure. */
  #open: string | null = null;

  constructor(host: EssElement, measures: MeasureController) {
    this.#host = host;
    this.#measures = measures;
    this.#card = new OnDemand(host, 'the source card', () => import('../internal/source-card.ts'));
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
  }

  /** Gets the values of all figures named. @param scope what holds for those that say nothing else */
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

  /** A figure in a text: its value is a button that opens its source under the paragraph. @param at where the text stands */
  view(run: FigureRun, at: string, dataset: Dataset, m: Localized): FigureView {
    const measured = this.#found.get(keyOf(run));
    const quantity = measured?.measure.quantity;
    // Its code or its collections are on their way.
    if (!measured && !this.#measures.isUnknown(run.indicator)) return { inline: '…', card: nothing };
    if (!measured || !quantity)
      return { inline: html`<span class="missing">${m.content('unknown')}</span>`, card: nothing };
    const place = `${at} ${keyOf(run)}`;
    const isOpen = place === this.#open && this.#card.code !== null;
    const value = formatQuantity(quantity, m.lang);
    const name = m.text('reportFigure', { value, label: resolveText(measured.texts.label, m.lang).text });
    return {
      inline: html`<button class="figure" part="figure" type="button" aria-expanded=${isOpen ? 'true' : 'false'}
        aria-label=${name} data-place=${place} @click=${() => this.#toggle(place)}>${value}</button>`,
      card: (isOpen && this.#card.code?.sourceCard(dataset, measured.measure, measured.texts, m)) || nothing,
    };
  }

  async #toggle(place: string): Promise<void> {
    if (this.#open === place) {
      this.#open = null;
    } else {
      await Promise.all([this.#card.load(), this.#host.wantTexts('card')]);
      this.#open = place;
    }
    this.#host.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#open === null) return;
    const buttons = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('button.figure')];
    const opener = buttons.find(({ dataset }) => dataset['place'] === this.#open);
    this.#open = null;
    this.#host.requestUpdate();
    opener?.focus();
  };
}
