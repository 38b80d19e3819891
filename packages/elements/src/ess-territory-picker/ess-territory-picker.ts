import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Need } from '../internal/data-controller.ts';
import { type ElementView, EssElement } from '../internal/element.ts';
import { EssFilterEvent } from '../internal/events.ts';
import { type Content, headingOf } from '../internal/frame.ts';
import type { ConfigProblem } from '../internal/measure-controller.ts';
import { OnDemand } from '../internal/on-demand.ts';
import { placeName } from '../internal/places.ts';
import { property, state } from '../internal/property.ts';
import type { Localized, MessageKey } from '../messages/messages.ts';
import {
  type Counts,
  comparedOf,
  countsOf,
  FIELDS,
  type Field,
  type Group,
  groupsOf,
  KINDS,
  patchOf,
  periodsOf,
  wordOf,
} from './choices.ts';
import type * as comboCode from './combobox.ts';
import { territoryPickerStyles } from './ess-territory-picker.styles.ts';

/** Above this many territories a list is searched, not scrolled. */
const MANY = 60;

/** What is made once of a data set, in one language. */
interface Known {
  readonly dataset: Dataset;
  readonly key: string;
  readonly counts: Counts;
  readonly groups: readonly Group[];
}

const words = (text: string | undefined, otherwise: string): readonly string[] =>
  (text || otherwise).split(/\s+/).filter(Boolean);

/**
 * Lets the visitor choose a territory, and where asked a period and what it is compared with, for all elements of its
 * provider. Only territories that something in the data lies in are offered. Alone, it sets its own scope and says so by
 * `ess-filter`.
 *
 * @summary A bar to choose territory, period and comparison for its provider.
 * @slot - Shown in place of the bar when there is no data at all: one link.
 * @csspart frame - The box around everything.
 * @csspart title - The title; hidden from the eye without `heading`.
 * @csspart bar - The fields.
 * @csspart field - One field: its label and its list.
 * @csspart list - The territories found, where there are too many for a plain list.
 * @event {EssLoadEvent} ess-load - Data is there.
 * @event {EssErrorEvent} ess-error - The source failed, or an attribute cannot be understood.
 * @event {EssFilterEvent} ess-filter - The visitor chose: `territory`, `period` and `compare` say what.
 */
export class EssTerritoryPicker extends EssElement {
  static override styles = [...EssElement.styles, territoryPickerStyles];
  static override readonly topics = ['picker'] as const;

  /** What can be chosen, in this order: `territory` (default), `period`, `compare`. */
  @property() fields: string | undefined;
  /** Kinds of territory, in this order: `departement pole epci` (default), also `region`, `pays`, `commune`. */
  @property() kinds: string | undefined;

  /** Figures may name territories that no record lies in; they are read when the visitor comes near. */
  @state() private figures = false;
  readonly #combo = new OnDemand<typeof comboCode>(this, 'the search', () => import('./combobox.ts'));
  #box: comboCode.Combobox | undefined;
  #known: Known | undefined;

  constructor() {
    super();
    const near = (): void => {
      this.figures = true;
    };
    this.addEventListener('pointerenter', near);
    this.addEventListener('focusin', near);
  }

  protected override needs(): readonly Need[] {
    const figures: readonly Need[] = this.figures || this.#chosen('territory') ? ['observations'] : [];
    return ['territories', 'organisations', 'events', 'projects', ...figures];
  }

  protected override configProblem(): ConfigProblem | null {
    const wrong = (attribute: 'fields' | 'kinds', known: readonly string[]): ConfigProblem | null => {
      const word = words(this[attribute], '').find((one) => !known.includes(one));
      return word ? { key: 'configWord', params: { word, attribute, known: known.join(', ') } } : null;
    };
    return wrong('fields', Object.keys(FIELDS)) ?? wrong('kinds', Object.keys(KINDS));
  }

  protected override view(dataset: Dataset, m: Localized): ElementView | null {
    if (this.configProblem()) return null;
    const fields = words(this.fields, 'territory') as readonly Field[];
    const { groups } = this.#know(dataset, m);
    const empty = fields.join() === 'territory' && groups.length === 0;
    return {
      title: m.content('pickerTitle'),
      body: html`<div class="bar" part="bar">${fields.map((field) => this.#field(field, dataset, m))}</div>`,
      empty,
    };
  }

  protected override renderFrame(view: ElementView | null, m: Localized | null): TemplateResult {
    const title = this.heading
      ? headingOf(this.headingLevel, this.heading)
      : html`<p class="title hidden" id="title" part="title">${view?.title ?? '\u00a0'}</p>`;
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
    if (this.#known?.groups.length === 0 && !this.figures) this.figures = true;
    // What is chosen is the scope's to say, whatever the list was left at.
    for (const select of this.renderRoot.querySelectorAll('select')) select.value = this.#chosen(select.id as Field);
  }

  #chosen(field: Field): string {
    const value = this.provider.scope.state[field] ?? '';
    return field === 'compare' && value === 'previous' ? '' : value;
  }

  #know(dataset: Dataset, m: Localized): Known {
    const key = `${m.lang} ${this.kinds}`;
    if (this.#known?.dataset === dataset && this.#known.key === key) return this.#known;
    const counts = countsOf(dataset);
    const groups = groupsOf(dataset, counts, words(this.kinds, 'departement pole epci'), m);
    this.#known = { dataset, key, counts, groups };
    return this.#known;
  }

  #field(field: Field, dataset: Dataset, m: Localized): Content {
    const { groups } = this.#know(dataset, m);
    const none = field === 'territory' && groups.length === 0;
    return html`<div class="field" part="field">
      ${none ? m.content('pickerEmpty') : html`<label for=${field}>${m.content(FIELDS[field])}</label>${this.#control(field, dataset, m)}`}
    </div>`;
  }

  #control(field: Field, dataset: Dataset, m: Localized): Content {
    const { groups } = this.#know(dataset, m);
    const choose = (value: string): void => this.#choose(field, value, dataset, m);
    const count = groups.map(({ choices }) => choices.length).reduce((a, b) => a + b, 0);
    const all = wordOf(field, '', dataset, m);
    if (field === 'territory' && count > MANY) {
      if (!this.#combo.code) void this.#combo.load();
      else this.#box ??= new this.#combo.code.Combobox(this);
      const chosen = wordOf(field, this.#chosen(field), dataset, m);
      // A list that the visitor stands in is not taken from under them.
      const isHeld = this.shadowRoot?.activeElement?.matches('select#territory') === true;
      if (this.#box && !isHeld)
        return this.#box.render({ groups, all, chosen, choose, say: (text) => this.announce(text) }, m);
    }
    return html`<select id=${field} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      <option value="">${all}</option>
      ${field === 'territory' ? this.#territories(groups, dataset, m) : this.#periods(field, dataset, m)}
    </select>`;
  }

  /** The groups; what is chosen and is in none of them stands before. */
  #territories(groups: readonly Group[], dataset: Dataset, m: Localized): Content {
    const chosen = this.#chosen('territory');
    const isListed = groups.some(({ choices }) => choices.some(({ id }) => id === chosen));
    return html`${chosen && !isListed ? html`<option value=${chosen}>${placeName(dataset, chosen, m)}</option>` : nothing}
      ${groups.map(
        ({ kind, choices }) => html`<optgroup label=${m.text(KINDS[kind] as MessageKey)}>
          ${choices.map(({ id, name, lang }) => html`<option value=${id} lang=${lang === m.lang ? nothing : lang}>${name}</option>`)}
        </optgroup>`,
      )}`;
  }

  #periods(field: Field, dataset: Dataset, m: Localized): Content {
    const [period, compare] = [this.#chosen('period'), this.#chosen('compare')];
    const list =
      field === 'period'
        ? periodsOf(dataset, period)
        : ['none', ...comparedOf(dataset, period, compare === 'none' ? undefined : compare)];
    return html`${list.map((one) => html`<option value=${one}>${wordOf(field, one, dataset, m)}</option>`)}`;
  }

  #choose(field: Field, value: string, dataset: Dataset, m: Localized): void {
    this.provider.request(patchOf(field, value, this.provider.scope.state, dataset));
    const { query, facets, territory, period, compare } = this.provider.scope.state;
    const { all, by } = this.#know(dataset, m).counts;
    const count = territory ? (by.get(territory) ?? 0) : all;
    this.dispatchEvent(new EssFilterEvent({ query, facets, count, territory, period, compare }));
    this.announce(m.text('pickerChosen', { field: m.text(FIELDS[field]), choice: wordOf(field, value, dataset, m) }));
  }
}
