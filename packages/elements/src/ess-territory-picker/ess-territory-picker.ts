import type { Dataset } from '@ess-widgets/core/model';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { Need } from '../base/data-controller.ts';
import { type ElementView, EssElement } from '../base/element.ts';
import { headingOf } from '../base/heading.ts';
import type { ConfigProblem } from '../base/measure-controller.ts';
import { panelStyles } from '../base/panel.styles.ts';
import type { EssTerritoryPickerProperties } from '../base/properties.ts';
import { property } from '../base/property.ts';
import { picker } from '../texts/picker.fr.ts';
import type { Localized } from '../texts/texts.ts';
import { Bar } from './bar.ts';
import { PLACED } from './choices.ts';
import { territoryPickerStyles } from './ess-territory-picker.styles.ts';

/**
 * Lets the visitor choose a territory, and where asked a period and what it is compared with, for all elements of its
 * provider. Only territories that something in the data lies in are offered, with how much. Alone, it sets its own scope and says so by
 * `ess-filter`.
 *
 * @summary A bar to choose territory, period and comparison for its provider.
 * @slot - Shown in place of the bar when there is no data at all: one link.
 * @csspart title - The title; hidden from the eye without `heading`.
 * @csspart bar - The fields.
 * @csspart field - One field: its label and its list.
 * @csspart list - The territories found, where there are too many for a plain list.
 * @csspart regional - What says that figures around it are not of the territory that is chosen.
 * @event {EssLoadEvent} ess-load - Data is there.
 * @event {EssErrorEvent} ess-error - The source failed, or an attribute cannot be understood.
 * @event {EssFilterEvent} ess-filter - The visitor chose: `territory`, `period` and `compare` say what.
 */
export class EssTerritoryPicker extends EssElement implements EssTerritoryPickerProperties {
  static override styles = [...EssElement.styles, panelStyles, territoryPickerStyles];
  static override readonly texts = [picker];

  @property() fields: string | undefined;
  @property() kinds: string | undefined;

  /** Figures may name territories that no record lies in; they are read when the visitor comes near. */
  #figures = false;
  /** Something to choose is there, or has been. */
  #isShown = false;

  constructor() {
    super();
    for (const type of ['pointerenter', 'focusin']) this.addEventListener(type, this.#near);
  }

  protected override needs(): readonly Need[] {
    return ['territories', ...PLACED, ...(this.#figures ? (['observations'] as const) : [])];
  }

  protected override configProblem(): ConfigProblem | null {
    return this.#bar.mistake;
  }

  protected override show(dataset: Dataset, m: Localized): ElementView | null {
    this.#isShown = true;
    return this.#bar.view(dataset, m);
  }

  protected override renderFrame(view: ElementView | null, m: Localized | null): TemplateResult {
    const title =
      this.heading && this.headingLevel !== 'none'
        ? headingOf(this.headingLevel, this.heading)
        : html`<p class="hidden" id="title" part="title">${view?.title ?? m?.content('pickerTitle')}</p>`;
    return html`${title}${this.renderNotices(m)}${view ? view.body : this.renderWaiting(m)}`;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Alone it has no provider whose attributes say what is chosen at first.
    if (this.provider.value || this.provider.waiting) return;
    for (const field of ['territory', 'period', 'compare'] as const) {
      if (changed.has(field)) this.provider.scope.set({ [field]: this[field] || undefined });
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#bar.updated();
  }

  readonly #near = (): void => {
    // Before there is something to choose, more data would be another request: what is tried again would be forgotten.
    if (this.#figures || !this.#isShown) return;
    this.#figures = true;
    this.requestUpdate();
  };

  readonly #bar = new Bar({
    element: this,
    scope: () => this.provider.scope.state,
    request: (patch) => this.provider.request(patch),
    announce: (text) => this.announce(text),
    nothingFound: this.#near,
  });
}
