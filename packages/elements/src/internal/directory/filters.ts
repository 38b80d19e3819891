import { formatNumber } from '@ess-widgets/core/format/lean';
import { html, nothing, type TemplateResult } from 'lit';
import type { Localized, MessageKey } from '../../messages/messages.ts';
import { controlIcon } from '../control-icons.ts';
import { type Content, notice } from '../frame.ts';
import { domainText } from '../quality.ts';
import { symbol } from '../symbols.ts';
import type { Category } from './categories.ts';

/** What the filters show. */
export interface FilterModel {
  readonly query: string;
  readonly pending: boolean;
  /** Départements to choose from; none hides the field. */
  readonly departements: readonly { readonly id: string; readonly name: string }[];
  readonly departement: string;
  /** Name of the whole, "Bretagne"; empty if the data name none. */
  readonly region: string;
  readonly categories: readonly { readonly category: Category; readonly count: number; readonly pressed: boolean }[];
  readonly near: boolean;
  readonly nearMessage: MessageKey | null;
  /** Filters in force, without the search. */
  readonly active: number;
  /** The panel is open on a narrow screen. */
  readonly open: boolean;
}

/** What the visitor does with them. */
export interface FilterActions {
  readonly search: (text: string) => void;
  readonly departement: (id: string) => void;
  readonly toggle: (category: Category) => void;
  readonly near: () => void;
  readonly open: () => void;
}

/** Search, département, "near me", then the chips that are the legend too. */
export function renderFilters(model: FilterModel, actions: FilterActions, m: Localized): TemplateResult {
  return html`<div class="filters ${model.open ? 'open' : ''}" part="filters" role="search" aria-labelledby="title">
      <div class="search">
        ${controlIcon('search')}
        <label class="hidden" for="search">${m.content('searchLabel')}</label>
        <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder=${m.text('searchPlaceholder')}
          @input=${(event: InputEvent) => actions.search((event.target as HTMLInputElement).value)}>
      </div>
      <button class="button open-filters" type="button" aria-expanded=${model.open ? 'true' : 'false'} aria-controls="panel"
        @click=${actions.open}>${controlIcon('filter')}${m.content('dirFilters', { n: model.active })}</button>
      ${renderDepartements(model, actions, m)}
      <button class="button near ${model.near ? 'pressed' : ''}" type="button" aria-pressed=${model.near ? 'true' : 'false'}
        @click=${actions.near}>${controlIcon('near')}${m.content('dirNear')}</button>
      ${renderChips(model, actions, m)}
    </div>
    ${renderMessage(model, m)}`;
}

function renderMessage({ nearMessage, near, pending }: FilterModel, m: Localized): Content {
  if (nearMessage) return notice('info', m.content(nearMessage));
  if (near) return html`<p class="remark">${m.content('dirNearDone')}</p>`;
  return pending ? html`<p class="remark">${m.content('searching')}</p>` : nothing;
}

function renderDepartements(
  { departements, departement, region }: FilterModel,
  actions: FilterActions,
  m: Localized,
): Content {
  if (departements.length < 2) return nothing;
  const all = region ? m.text('departementAllOf', { region }) : m.text('departementAll');
  return html`<label class="hidden" for="departement">${m.content('departementLabel')}</label>
    <select id="departement" @change=${(event: Event) => actions.departement((event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${departement === ''}>${all}</option>
      ${departements.map(({ id, name }) => html`<option value=${id} ?selected=${id === departement}>${name}</option>`)}
    </select>`;
}

function renderChips({ categories }: FilterModel, actions: FilterActions, m: Localized): Content {
  if (categories.length < 2) return html`<div id="panel" class="chips" hidden></div>`;
  return html`<div id="panel" class="chips" part="legend" role="group" aria-label=${m.text('dirChips')}>
    ${categories.map(({ category, count, pressed }) => {
      const { label, tone } = category;
      return html`<button class="chip ${pressed ? 'pressed' : ''}" type="button" aria-pressed=${pressed ? 'true' : 'false'}
        @click=${() => actions.toggle(category)}>${symbol(tone.shape, { cssVar: tone.cssVar })}
        <span>${typeof label === 'string' ? m.content(label) : domainText(label, m)}</span>
        <span class="chip-count">${formatNumber(count, m.lang)}</span></button>`;
    })}
  </div>`;
}
