/** List that is searched by typing, for lists that would be too long to scroll. */
import { plainSearch } from '@ess-widgets/core/directory';
import { formatNumber } from '@ess-widgets/core/format';
import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import type { Localized } from '../texts/texts.ts';
import type { Group, TerritoryChoice } from './choices.ts';
import { comboboxStyles } from './combobox.styles.ts';

/** Largest number of names that are listed at once. */
const LISTED = 100;

/** Model of a combobox: the choices and the chosen one, in words. */
export interface ComboboxModel {
  readonly groups: readonly Group[];
  /** Text of "no choice". */
  readonly all: string;
  readonly chosen: string;
  readonly choose: (id: string, name: string) => void;
  /** Announces how many were found. */
  readonly say: (text: string) => void;
}

interface Line extends TerritoryChoice {
  /** Label of its group; empty for all of them. */
  readonly group: string;
}

/** Selects the text after the focus event, because WebKit sets its cursor only once a script has moved the focus. */
const selectAll = ({ target }: Event): void => {
  queueMicrotask(() => (target as HTMLInputElement).select());
};

const boxes = new WeakMap<ReactiveElement, Combobox>();

/** Renders the combobox of an element; null as long as the list that it replaces has the visitor's focus. */
export function combobox(host: ReactiveElement, model: ComboboxModel, m: Localized): TemplateResult | null {
  if (host.shadowRoot?.activeElement?.localName === 'select') return null;
  const box = boxes.get(host) ?? new Combobox(host);
  boxes.set(host, box);
  return box.render(model, m);
}

/**
 * The combobox of the ARIA practices, with a list that opens and follows what is written: arrows move in it, Enter
 * chooses, Escape gives up. Accents, case and "St" for "Saint" do not matter.
 */
class Combobox implements ReactiveController {
  readonly #host: ReactiveElement;
  #choose: ComboboxModel['choose'] = () => undefined;
  /** Text that the visitor typed; null before the first letter. */
  #text: string | null = null;
  #open = false;
  #active = -1;
  /** Name that the code put into the field; null while the field has the visitor's text. */
  #put: string | null = null;
  #lines: readonly Line[] = [];

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
    const { renderRoot } = host;
    if (renderRoot instanceof ShadowRoot)
      renderRoot.adoptedStyleSheets = [
        ...renderRoot.adoptedStyleSheets,
        ...(comboboxStyles.styleSheet ? [comboboxStyles.styleSheet] : []),
      ];
  }

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
    const input = renderRoot.querySelector<HTMLInputElement>('[role=combobox]:focus');
    const put = this.#text === null && input ? input.value : null;
    // The name is selected, so that typing replaces it.
    if (put !== this.#put && put !== null) input?.select();
    this.#put = put;
  }

  render(model: ComboboxModel, m: Localized): TemplateResult {
    const found = this.#find(model);
    this.#lines = found.slice(0, LISTED);
    this.#choose = model.choose;
    const active = this.#open ? this.#lines[this.#active] : undefined;
    return html`<input id="territory" type="text" role="combobox" autocomplete="off" spellcheck="false" aria-autocomplete="list"
        aria-expanded=${this.#open ? 'true' : 'false'} aria-controls="options" aria-activedescendant=${active ? `option-${this.#active}` : nothing}
        .value=${this.#text ?? model.chosen} @input=${(event: InputEvent) => this.#write(event, model, m)} @keydown=${this.#key}
        @focus=${selectAll} @click=${() => this.#show(true)} @blur=${() => this.#show(false)}>
      <div class="options" id="options" role="listbox" part="list" aria-label=${m.text('pickerField_territory')} ?hidden=${!this.#open}
        @mousedown=${(event: Event) => event.preventDefault()}>
        ${this.#open ? this.#options(model, found.length, m) : nothing}
      </div>`;
  }

  #options({ groups }: ComboboxModel, found: number, m: Localized): TemplateResult {
    const lines = this.#lines.map((line, index) => ({ ...line, index }));
    const option = (line: (typeof lines)[number]): TemplateResult => {
      const { name, lang, count, index } = line;
      const isActive = index === this.#active;
      return html`<div class=${isActive ? 'option active' : 'option'} role="option" id="option-${index}"
        aria-selected=${isActive ? 'true' : 'false'} lang=${lang && lang !== m.lang ? lang : nothing} @click=${() => this.#take(line)}>${count ? m.text('pickerCounted', { name, count: formatNumber(count, m.lang) }) : name}</div>`;
    };
    return html`${lines.filter(({ group }) => group === '').map(option)}
      ${groups.map(({ label }) => {
        const own = lines.filter(({ group }) => group === label);
        return own.length
          ? html`<div role="group" aria-label=${label}><p class="kind" aria-hidden="true">${label}</p>${own.map(option)}</div>`
          : nothing;
      })}
      ${found > LISTED ? html`<p class="kind" role="presentation">${m.text('pickerMore', { n: found - LISTED })}</p>` : nothing}
      ${found === 0 ? html`<p class="kind" role="presentation">${m.text('pickerNoMatch')}</p>` : nothing}`;
  }

  #find({ groups, all }: ComboboxModel): readonly Line[] {
    const every = groups.flatMap(({ label, choices }) => choices.map((choice) => ({ ...choice, group: label })));
    if (!this.#text?.trim()) return [{ id: '', name: all, lang: '', count: 0, group: '' }, ...every];
    const ids = new Set(plainSearch(every, this.#text));
    return every.filter(({ id }) => ids.has(id));
  }

  #write(event: InputEvent, model: ComboboxModel, m: Localized): void {
    this.#text = (event.target as HTMLInputElement).value;
    this.#open = true;
    this.#active = 0;
    const n = this.#find(model).length;
    model.say(n ? m.text('pickerFound', { n }) : m.text('pickerNoMatch'));
    this.#host.requestUpdate();
  }

  /** Opens the list, or closes it and drops the typed text. */
  #show(open: boolean): void {
    this.#open = open;
    if (!open) {
      this.#text = null;
      this.#active = -1;
    }
    this.#host.requestUpdate();
  }

  #take({ id, name }: Line): void {
    this.#show(false);
    this.#choose(id, name);
  }

  #move(by: number): void {
    const count = this.#lines.length;
    if (this.#open && count) this.#active = (Math.max(this.#active, by > 0 ? -1 : 0) + by + count) % count;
    this.#show(true);
  }

  readonly #key = (event: KeyboardEvent): void => {
    const line = this.#open ? this.#lines[this.#active] : undefined;
    const act = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Enter: () => line && this.#take(line),
      Escape: () => this.#show(false),
    }[event.key];
    if (!act || (event.key === 'Escape' && !this.#open)) return;
    event.preventDefault();
    act();
  };
}
