import { formatChange, formatPeriod, formatStockDate, quantityParts } from '@ess-widgets/core/format/lean';
import { partNames } from '@ess-widgets/core/indicators/written';
import type { Dataset, Quantity } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { CardController } from '../internal/card-controller.ts';
import type { Need } from '../internal/data-controller.ts';
import { type ElementView, EssElement } from '../internal/element.ts';
import type { Content } from '../internal/frame.ts';
import { type ConfigProblem, MeasureController, type Measured } from '../internal/measure-controller.ts';
import { placeName } from '../internal/places.ts';
import { property } from '../internal/property.ts';
import { domainText } from '../internal/quality.ts';
import { sourceLine } from '../internal/source-line.ts';
import type { Localized } from '../messages/messages.ts';
import { indicatorStyles } from './ess-indicator.styles.ts';

/**
 * One figure: its value and unit, how it changed, where it comes from and how far it can be trusted.
 *
 * @summary One figure with its change, its source and its quality.
 * @slot - Shown in place of the figure when there is no data at all: a link to the report.
 * @csspart title - The label of the figure.
 * @csspart value - The number.
 * @csspart context - The line under the number: change, period.
 * @csspart foot - What is under the figure: the source line.
 * @csspart source - The source line.
 * @csspart badge - The quality badge, which opens the source card.
 * @csspart card - The source card.
 * @cssproperty [--ess-text-figure=clamp(2.25em, 1.2em + 12cqi, 3.25em)] - Size of the number.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or the indicator does not exist.
 */
export class EssIndicator extends EssElement {
  static override styles = [...EssElement.styles, indicatorStyles];

  /** Id of the indicator: `members-stock`. */
  @property() indicator: string | undefined;
  /** Shows the sign of a positive value, for flows: `+9`, or `−6` for what leaves with `sign="minus"`. */
  @property() sign: string | undefined;

  readonly #measures = new MeasureController(this);
  readonly #card = new CardController(this);

  protected override needs(): readonly Need[] {
    const measured = this.#measures.needs(this.indicator);
    return this.scoped('territory') ? [...measured, 'territories'] : measured;
  }

  protected override configProblem(): ConfigProblem | null {
    return this.indicator ? this.#measures.problem : { key: 'configNoIndicator', params: {} };
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    if (!this.indicator) return null;
    const [measured] = this.#measures.measure(dataset, [{ indicator: this.indicator, ...this.wishes() }]);
    if (!measured) return null;
    const { measure, texts } = measured;
    const kept = partNames(dataset.measures, this.indicator, this.scoped('where'));
    return {
      title: html`${domainText(texts.label, m)}${kept.map((name) => html`, ${domainText(name, m)}`)}`,
      body: html`${this.#value(measure.quantity, m)}<p class="context" part="context">${this.#context(dataset, measured, m)}</p>`,
      source: sourceLine(dataset, measure, texts, m, this.#card),
      empty: measure.quantity === null,
    };
  }

  protected override renderFrame(view: ElementView | null, m: Localized | null): TemplateResult {
    return html`<p class="label" id="title" part="title">${this.heading || view?.title || '\u00a0'}</p>
      <div class="notices">${this.renderNotices(m)}</div>${view ? view.body : html`<div class="waiting">${this.renderWaiting(m)}</div>`}
      ${view ? html`<div class="foot" part="foot"><div part="source">${view.source}</div></div>` : nothing}`;
  }

  #value(quantity: Quantity | null, m: Localized): TemplateResult {
    if (!quantity) return html`<p class="value none" part="value">${m.content('unknown')}</p>`;
    const { prefix, number, suffix } = quantityParts(this.sign === 'minus' ? negate(quantity) : quantity, m.lang, {
      sign: this.sign !== undefined,
    });
    return html`<p class="value" part="value">${prefix ? html`<small>${prefix}</small> ` : nothing}<span class="figure">${number}${suffix ? html`<span class="unit">${suffix}</span>` : nothing}</span></p>`;
  }

  /** Where, when, and the change. What the data do not say of a territory is not said of it: the whole has another value. */
  #context(dataset: Dataset, { measure, texts }: Measured, m: Localized): Content {
    const day = texts.kind === 'stock' ? formatStockDate(measure.period, m.lang) : formatPeriod(measure.period, m.lang);
    const place = placeName(dataset, measure.territory, m);
    const at = place ? `${place}, ${day}` : day;
    const { change, previous, basis } = measure;
    if (!change || !previous) return at;
    const period = formatPeriod(previous.period, m.lang, { against: true });
    // Where all of it is computed, its badge says so.
    const mark = previous.basis && basis !== 'computed' ? html` (${m.content('quality_computed')})` : nothing;
    return html`${at}<br><strong>${formatChange(change, m.lang)}</strong> ${m.content('comparedWith', { period })}${mark}`;
  }
}

/** The number of those who left, shown as a loss. */
const negate = (q: Quantity): Quantity => ({ ...q, ...(q.value === undefined ? {} : { value: -q.value }) });
