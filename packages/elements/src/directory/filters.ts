import { type CategoryChip } from '@ess-widgets/core/charts';
import { formatNumber } from '@ess-widgets/core/format';
import { html, nothing, type TemplateResult } from 'lit';
import { controlIcon } from '../base/control-icons.ts';
import type { Content } from '../base/frame.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { symbol } from '../views/symbols.ts';
import type { Departement } from './departements.ts';
import type { NearView } from './near/near-view.ts';

/** Contents and state of the filters. */
export interface FilterModel {
  readonly query: string;
  readonly pending: boolean;
  /** Départements to choose from; none hides the field. */
  readonly departements: readonly Departement[];
  readonly departement: string;
  /** Name of the whole, "Bretagne"; empty if the data name none. */
  readonly region: string;
  readonly categories: readonly {
    readonly category: CategoryChip;
    readonly count: number;
    readonly pressed: boolean;
  }[];
  /** View of the search around a place, once somebody asked for it. */
  readonly near: NearView | undefined;
  /** Filters in force, without the search. */
  readonly active: number;
  /** The panel is open on a narrow screen. */
  readonly open: boolean;
}

/** Actions of the visitor on the filters, and the parts of them that are drawn by other code. */
export interface FilterActions {
  readonly search: (text: string) => void;
  readonly departement: (id: string) => void;
  readonly toggle: (category: CategoryChip) => void;
  readonly near: () => void;
  readonly open: () => void;
  /** The fields and chips of an open panel as a sheet over the page; null where they stay in their place. */
  readonly sheet: (choices: Content, m: Localized) => Content | null;
  /** The filters in words, for paper. */
  readonly printed: (model: FilterModel, m: Localized) => Content;
  /** More chips than anybody reads through. */
  readonly many: (chips: readonly Chip[], draw: (chip: Chip) => TemplateResult, m: Localized) => Content;
}

export type Chip = FilterModel['categories'][number];

/** So many chips are a legend; more are a list to look things up in. */
export const MANY_CHIPS = 12;

/** Search, département, "near me", then the chips that are the legend too. */
export function renderFilters(model: FilterModel, actions: FilterActions, m: Localized): TemplateResult {
  const departements = renderDepartements(model, actions, m);
  const chips = renderChips(model, actions, m);
  const opener =
    departements === nothing && chips === nothing
      ? nothing
      : html`<button class="button open-filters" type="button" aria-expanded=${model.open}
        @click=${actions.open}>${controlIcon('filter')}${m.content('dirFilters')}${model.active ? ` (${model.active})` : nothing}</button>`;
  const sheet = model.open ? actions.sheet(html`${departements}${chips}`, m) : null;
  return html`<div class="filters ${model.open ? 'open' : ''}" part="filters" role="search" aria-labelledby="title">
      <div class="search">
        ${controlIcon('search')}
        <label class="hidden" for="search" id="search-label">${m.content('searchLabel')}</label>
        <input id="search" type="search" aria-labelledby="search-label title" autocomplete="off" spellcheck="false" placeholder=${m.text('searchPlaceholder')}
          @input=${(event: InputEvent) => actions.search((event.target as HTMLInputElement).value)}>
      </div>
      ${model.near?.suggestions}
      ${opener}${sheet ? nothing : departements}
      <button class="button near ${model.near?.pressed ? 'pressed' : ''}" type="button" aria-pressed=${model.near?.pressed ?? false}
        @click=${actions.near}>${controlIcon('near')}${m.content('dirNear')}</button>
      ${model.near?.line}
      ${sheet ?? chips}
    </div>
    ${actions.printed(model, m)}${model.near?.message}${model.pending ? html`<p class="hint">${m.content('searching')}</p>` : nothing}`;
}

function renderDepartements(
  { departements, departement, region }: FilterModel,
  actions: FilterActions,
  m: Localized,
): Content {
  const [first, ...others] = departements;
  if (!first || others.length === 0) return nothing;
  const isOne = others.every(({ division }) => division === first.division);
  const label = isOne ? first.division : m.text('divisionLabel');
  const every = label === m.text('departementLabel') ? 'departementAll' : 'divisionAll';
  const all = region ? m.text('departementAllOf', { region }) : m.text(every);
  return html`<label class="hidden" for="departement">${label}</label>
    <select id="departement" @change=${(event: Event) => actions.departement((event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${departement === ''}>${all}</option>
      ${departements.map(({ id, name }) => html`<option value=${id} ?selected=${id === departement}>${name}</option>`)}
    </select>`;
}

function renderChips({ categories }: FilterModel, actions: FilterActions, m: Localized): Content {
  // One alone is no choice, unless it has been made: it is given up where it was taken.
  if (categories.length < 2 && !categories.some(({ pressed }) => pressed)) return nothing;
  const chip = ({ category, count, pressed }: Chip): TemplateResult => {
    const { label, tone } = category;
    return html`<button class="chip ${pressed ? 'pressed' : ''}" type="button" aria-pressed=${pressed}
      @click=${() => actions.toggle(category)}>${symbol(tone.shape, { cssVar: tone.cssVar })}
      <span>${typeof label === 'string' ? m.content(label) : domainText(label, m)}</span>
      <span class="chip-count">${formatNumber(count, m.lang)}</span></button>`;
  };
  return html`<div class="chips" part="legend" role="group" aria-label=${m.text('dirChips')}>
    ${categories.length > MANY_CHIPS ? actions.many(categories, chip, m) : categories.map(chip)}
  </div>`;
}
