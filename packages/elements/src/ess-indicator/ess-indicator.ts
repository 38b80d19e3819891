import { formatBytes, formatChange, formatPeriod, formatStockDate, quantityParts } from '@ess-widgets/core/format';
import { toCsv } from '@ess-widgets/core/format';
import type { Dataset, Quantity } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { byteLength, download } from '../internal/download.ts';
import { EssElement, type ElementView } from '../internal/element.ts';
import type { Need } from '../internal/data-controller.ts';
import { type Content, sourceReference } from '../internal/frame.ts';
import { icon } from '../internal/icons.ts';
import { MeasureController, type ConfigProblem, type Measured } from '../internal/measure-controller.ts';
import { domainText, qualityBadges, sourceCard } from '../internal/quality.ts';
import type { Localized } from '../messages/messages.ts';
import { indicatorStyles } from './ess-indicator.styles.ts';

/**
 * One figure: its value and unit, how it changed, where it comes from and how far it can be trusted.
 *
 * @summary One figure with its change, its source and its quality.
 * @slot - Shown in place of the figure when there is no data at all: a link to the report.
 * @csspart frame - The box around everything.
 * @csspart title - The label of the figure.
 * @csspart value - The number.
 * @csspart context - The line under the number: change, period.
 * @csspart source - The source line.
 * @csspart badge - The quality badge, which opens the source card.
 * @csspart card - The source card.
 * @cssproperty [--ess-text-figure=clamp(2.25em, 1.6em + 3.4cqi, 3.25em)] - Size of the number.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or the indicator does not exist.
 */
export class EssIndicator extends EssElement {
  static override styles = [...EssElement.styles, indicatorStyles];

  /** Id of the indicator: `members-stock`. */
  @property() indicator: string | undefined;
  /** Shows the sign of a positive value, for flows: `+9`, or `−6` for what leaves with `sign="minus"`. */
  @property() sign: string | undefined;

  @state() private open = false;
  readonly #measures = new MeasureController(this);

  protected override needs(): readonly Need[] {
    return this.#measures.needs;
  }

  protected override configProblem(): ConfigProblem | null {
    return this.indicator ? this.#measures.problem : { key: 'configNoIndicator', params: {} };
  }

  protected override view(dataset: Dataset, m: Localized): ElementView | null {
    if (!this.indicator) return null;
    const [period, compare, territory, where] = (['period', 'compare', 'territory', 'where'] as const).map((f) => this.scoped(f));
    const [measured] = this.#measures.measure(dataset, [
      {
        indicator: this.indicator,
        ...(period ? { period } : {}),
        ...(compare ? { compare } : {}),
        ...(territory ? { territory } : {}),
        ...(where ? { where } : {}),
      },
    ]);
    if (!measured) return null;
    const { measure, texts } = measured;
    return {
      title: domainText(texts.label, m),
      body: html`${this.#value(measure.quantity, m)}<p class="context" part="context">${this.#context(measured, m)}</p>`,
      source: this.#source(dataset, measured, m),
      actions: this.open ? this.#csv(measured, m) : nothing,
      empty: measure.quantity === null,
    };
  }

  protected override renderFrame(view: ElementView | null, m: Localized | null): TemplateResult {
    return html`<p class="label" id="title" part="title">${this.heading || view?.title || '\u00a0'}</p>
      ${this.renderNotices(m)}${view ? view.body : this.renderWaiting(m)}
      ${view ? html`<div class="foot" part="foot"><div part="source">${view.source}</div><div class="actions">${view.actions}</div></div>` : nothing}`;
  }

  #value(quantity: Quantity | null, m: Localized): TemplateResult {
    if (!quantity) return html`<p class="value none" part="value">${m.content('unknown')}</p>`;
    const { prefix, number, suffix } = quantityParts(this.sign === 'minus' ? negate(quantity) : quantity, m.lang, { sign: this.sign !== undefined });
    return html`<p class="value" part="value">${prefix ? html`<small>${prefix} </small>` : nothing}${number}${suffix ? html`<span class="unit">${suffix}</span>` : nothing}</p>`;
  }

  #context({ measure, texts }: Measured, m: Localized): Content {
    const at = texts.kind === 'stock' ? formatStockDate(measure.period, m.lang) : formatPeriod(measure.period, m.lang);
    if (!measure.change || !measure.previous) return at;
    const before = formatPeriod(measure.previous.period, m.lang);
    return html`${at}<br><strong>${formatChange(measure.change, m.lang)}</strong> ${m.content('comparedWith', { period: before })}`;
  }

  #source(dataset: Dataset, { measure, texts }: Measured, m: Localized): Content {
    const [first] = measure.sources;
    return html`${first ? sourceReference(dataset, first, m) : nothing}
      ${measure.quantity ? qualityBadges(measure, m, this.open, this.#toggle) : nothing}
      ${this.open ? sourceCard(dataset, measure, texts, m) : nothing}`;
  }

  #csv({ measure, texts }: Measured, m: Localized): Content {
    const csv = toCsv(
      ['indicator', 'label', 'period', 'value', 'min', 'max', 'operator', 'unit', 'basis'],
      [[measure.indicator, texts.label.fr, measure.period, measure.quantity?.value, measure.quantity?.min, measure.quantity?.max, measure.quantity?.op, measure.quantity?.unit, measure.basis]],
    );
    const size = formatBytes(byteLength(csv), m.lang);
    return html`<button class="link" type="button" aria-label=${m.text('downloadCsvLabel', { size })}
      @click=${() => download(`${measure.indicator}.csv`, csv, 'text/csv')}>${icon('download')}${m.content('downloadCsv', { size })}</button>`;
  }

  readonly #toggle = (): void => {
    this.open = !this.open;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#close);
  }

  override disconnectedCallback(): void {
    this.removeEventListener('keydown', this.#close);
    super.disconnectedCallback();
  }

  readonly #close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.renderRoot.querySelector<HTMLElement>('button.badge')?.focus();
  };
}

/** The number of those who left, shown as a loss. */
const negate = (q: Quantity): Quantity => ({ ...q, ...(q.value === undefined ? {} : { value: -q.value }) });
