/** Hundreds of chips: those that most entries have, and the others behind a button, to look one up in. */

import { labelText } from '@ess-widgets/core/charts';
import { plainSearch } from '@ess-widgets/core/directory';
import { formatNumber } from '@ess-widgets/core/format';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import { moveAmong } from '../views/roving.ts';
import { type Chip, MANY_CHIPS } from './filters.ts';

export { legend as texts } from '../texts/legend.fr.ts';

export class ManyChips implements ReactiveController {
  readonly #host: EssElement;
  #open = false;
  #words = '';

  constructor(host: EssElement) {
    this.#host = host;
    host.addController(this);
  }

  /** One stop for the Tab key, however many chips there are: arrows go from one to the next. */
  hostUpdated(): void {
    const chips = this.#chips;
    const stop = chips.find(({ tabIndex }) => tabIndex === 0) ?? chips[0];
    for (const chip of chips) chip.tabIndex = chip === stop ? 0 : -1;
  }

  view(chips: readonly Chip[], draw: (chip: Chip) => TemplateResult, m: Localized): Content {
    const shown = this.#open ? found(chips, this.#words, m) : most(chips);
    const label = this.#open ? m.content('chipsLess') : m.content('chipsMore', { n: chips.length - shown.length });
    return html`${this.#open ? this.#field(chips.length, m) : nothing}
      <div class="chips-all" role="toolbar" aria-label=${m.text('dirChips')} @keydown=${this.#move}>
        ${repeat(shown, chipKey, draw)}
        ${shown.length ? nothing : html`<p class="hint">${m.content('chipsNone')}</p>`}
      </div>
      <button class="link" type="button" aria-expanded=${this.#open ? 'true' : 'false'} @click=${this.#turn}>${label}</button>`;
  }

  #field(n: number, m: Localized): TemplateResult {
    const label = m.text('chipsFind', { n: formatNumber(n, m.lang) });
    return html`<input class="chips-find" type="search" autocomplete="off" spellcheck="false" aria-label=${label}
      placeholder=${label} .value=${this.#words} @input=${(event: InputEvent) => this.#find((event.target as HTMLInputElement).value)}>`;
  }

  #find(words: string): void {
    this.#words = words;
    this.#host.requestUpdate();
  }

  get #chips(): readonly HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.chips-all > .chip')];
  }

  readonly #turn = (): void => {
    this.#open = !this.#open;
    this.#words = '';
    this.#host.requestUpdate();
  };

  readonly #move = (event: KeyboardEvent): void => moveAmong(event, this.#chips);
}

/** Returns the chips that most entries have, and those chosen, in the order of the legend. */
function most(chips: readonly Chip[]): readonly Chip[] {
  const first = new Set([...chips].sort((a, b) => b.count - a.count).slice(0, MANY_CHIPS));
  return chips.filter((chip) => first.has(chip) || chip.pressed);
}

/** Returns the chips whose label has the beginning of every word typed. */
function found(chips: readonly Chip[], text: string, m: Localized): readonly Chip[] {
  const records = chips.map((chip) => ({ id: chipKey(chip), name: labelText(chip.category, m) }));
  const ids = new Set(plainSearch(records, text));
  return chips.filter((chip) => ids.has(chipKey(chip)));
}

const chipKey = ({ category: { facet, id } }: Chip): string => `${facet}:${id}`;
