import { formatChange, formatFigureDate, periodInWords, valueParts } from '@ess-widgets/core/format';
import { subjectOf } from '@ess-widgets/core/indicators';
import { type Dataset, negated, resolveText, shortLabel } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { CardController } from '../base/card/card-controller.ts';
import type { Need } from '../base/data-controller.ts';
import { type ElementView, EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { Late } from '../base/late.ts';
import { type ConfigProblem, MeasureController, type Measured } from '../base/measure-controller.ts';
import { measurePlace } from '../base/places.ts';
import type { EssIndicatorProperties } from '../base/properties.ts';
import { property } from '../base/property.ts';
import { citedValue } from '../base/quality.ts';
import { sourceLine } from '../base/source-line.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { indicatorStyles } from './ess-indicator.styles.ts';

/**
 * One figure: its value and unit, how it changed, where it comes from and how far it can be trusted.
 *
 * @summary One figure with its change, its source and its quality.
 * @attr heading-level - Level of the label as a heading, 2 to 6; a plain paragraph by default.
 * @slot - Shown in place of the figure when there is no data at all: a link to the report.
 * @csspart title - The label of the figure.
 * @csspart value - The number.
 * @csspart context - The line under the number: change, period.
 * @csspart foot - What is under the figure: the source line.
 * @csspart source - The source line.
 * @csspart badge - The quality badge, which opens the source card.
 * @csspart card - The source card.
 * @csspart share - What a button of the share bar in its source card opened.
 * @cssproperty [--ess-text-figure=clamp(2.25em, 1.2em + 12cqi, 3.25em)] - Size of the number.
 * @event {EssLoadEvent} ess-load - Data is shown.
 * @event {EssErrorEvent} ess-error - The source failed, or the indicator does not exist.
 */
export class EssIndicator extends EssElement implements EssIndicatorProperties {
  static override styles = [...EssElement.styles, indicatorStyles];

  @property() indicator: string | undefined;
  @property() sign: EssIndicatorProperties['sign'];

  protected override readonly isOnePart = true;
  readonly #measures = new MeasureController(this);
  readonly #card = new CardController(this);
  readonly #beside = new Late(this, 'what a number is seen beside', () => import('./beside.ts'));
  /** The figure that is shown. @internal */
  measured: Measured | null = null;

  protected override needs(): readonly Need[] {
    const measured = this.#measures.needs(this.indicator);
    return this.scoped('territory') ? [...measured, 'territories'] : measured;
  }

  protected override configProblem(): ConfigProblem | null {
    return this.indicator ? this.#measures.problem : { key: 'configNoIndicator', params: {} };
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    if (!this.indicator) return null;
    const [measured] = this.#measures.measureOrRegional(dataset, [
      { indicator: this.indicator, ...this.requestedScope() },
    ]);
    this.measured = measured ?? null;
    if (!measured || (isSeenBeside(measured) && !this.#beside.need())) return null;
    const { measure, texts } = measured;
    return {
      title: this.#title(dataset, texts, m),
      body: html`${this.#value(measured, m)}<p class="context" part="context">${this.#context(dataset, measured, m)}</p>`,
      source: sourceLine(dataset, measure, texts, m, this.#card, true),
      empty: !measure.quantity,
    };
  }

  protected override renderFrame(view: ElementView | null, m: Localized | null): TemplateResult {
    const title = this.heading || view?.title;
    // A small element without the headings of the others. A heading without a word would be read as such.
    const level = title && Math.min(Number(this.headingLevel), 6);
    // An element without data has no title, so it shows a general one.
    const kind = this.state === 'error' && m?.content('keyFigure');
    return html`<p class="label" id="title" part="title" role=${level ? 'heading' : nothing} aria-level=${level || nothing}>${title || kind || '\u00a0'}</p>
      <div class="notices">${this.renderNotices(m)}</div>${view ? html`${view.body}<div class="foot" part="foot"><div part="source">${view.source}</div></div>` : html`<div class="waiting">${this.renderWaiting(m)}</div>`}`;
  }

  /**
   * Renders the short label, and for screen readers the full one with the names of the parts that the figure is kept to. A
   * short label in another language never replaces a full one in that of the visitor.
   */
  #title(dataset: Dataset, texts: Measured['texts'], m: Localized): Content {
    const { label } = texts;
    const where = this.scoped('where');
    const kept = subjectOf({ indicator: this.indicator ?? '', where }, dataset).flatMap(({ name }) => name ?? []);
    const full = html`${domainText(label, m)}${kept.map((name) => html` · ${domainText(name, m)}`)}`;
    const short = shortLabel(texts, { where, territory: this.scoped('territory') });
    if (!short || (!short[m.lang] && label[m.lang])) return full;
    const seen = domainText(short, m);
    // Where the data do not name the part, only the short label says what the figure is about.
    if (kept.length === 0 && (where || resolveText(short, m.lang).text === resolveText(label, m.lang).text))
      return seen;
    return html`<span aria-hidden="true">${seen}</span><span class="hidden">${full}</span>`;
  }

  #value({ measure, texts }: Measured, m: Localized): TemplateResult {
    const { quantity } = measure;
    if (!quantity) return html`<p class="value none" part="value">${m.content('unknown')}</p>`;
    const shown = this.sign === 'minus' ? negated(quantity) : quantity;
    const options = { sign: texts.signed || !!this.sign, words: true };
    const { prefix, number, suffix } = valueParts(shown, measure, m.lang, options);
    // A number in words is long: it is written smaller, and may be broken.
    const name = /^\p{L}/u.test(number) ? 'value words' : 'value';
    if (this.isQuiet)
      return html`<p class=${name} part="value">${citedValue(shown, { measure, label: texts.label }, this.#card, m, options)}</p>`;
    return html`<p class=${name} part="value">${prefix ? html`<small>${prefix} </small>` : nothing}<span class="figure">${number}<span class="unit">${suffix}</span></span></p>`;
  }

  /** Renders the place, the date and the change. A value of the whole that stands for a territory says that it is regional. */
  #context(dataset: Dataset, measured: Measured, m: Localized): Content {
    const { measure, texts, instead } = measured;
    const day = formatFigureDate(measure, texts.kind, m.lang);
    const place = measurePlace(dataset, measured, m);
    const at = place ? `${place}, ${day}` : day;
    const { change, previous, basis } = measure;
    if (!measure.quantity) return html`${at}<br>${texts.whole === false ? onlyBy(texts, m) : instead?.(m)}`;
    const beside = this.#beside.code?.contextTexts(measured, dataset, m).map((text) => html`<br>${text}`);
    if (!change || !previous) return html`${at}${beside}`;
    // If both values are computed, the badge already says so.
    const mark = previous.basis && basis !== 'computed' ? html` (${m.content('quality_computed')})` : nothing;
    // From below zero nothing has changed by a percentage.
    const shown = this.sign === 'minus' ? { absolute: negated(change.absolute) } : change;
    return html`${at}<br><strong>${formatChange(shown, m.lang)}</strong> ${m.content('comparedWith', { period: periodInWords(previous.period, m.lang, { against: true }) })}${mark}${beside}`;
  }
}

/** Whether there may be something that a number is seen beside: of most there is nothing, and no code is loaded for it. */
const isSeenBeside = ({ measure, texts }: Measured): boolean =>
  measure.quantity !== null &&
  ((measure.where ?? measure.territory ?? texts.countryShare) !== undefined ||
    (measure.previous !== undefined && !measure.change));

/** Names the dimensions that an indicator without a single value is known by. */
function onlyBy({ dimensions }: Measured['texts'], m: Localized): Content {
  const names = dimensions.map(({ label }) => resolveText(label, m.lang).text);
  return m.content('knownOnlyBy', { dimensions: names.join(', ') });
}
