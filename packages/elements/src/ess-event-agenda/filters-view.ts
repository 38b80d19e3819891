/** Filters of the events: place, département, organiser, theme, on site or online. */

import {
  type Agenda,
  agendaFacets,
  chooseInAgenda,
  countedItems,
  countParams,
  type Facet,
  type FacetChoice,
  type FacetKey,
  type FacetValues,
  type Reader,
  remembering,
} from '@ess-widgets/core/charts';
import { formatNumber } from '@ess-widgets/core/format';
import { ancestorOf } from '@ess-widgets/core/indicators';
import { type Dataset, type Event, records, resolveText } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { EssElement } from '../base/element.ts';
import { EssFilterEvent } from '../base/events.ts';
import type { Content } from '../base/frame.ts';
import { pathIcon } from '../base/icons.ts';
import type { ProviderController } from '../base/provider-controller.ts';
import type { Localized } from '../texts/texts.ts';

/** The visitor's choices. That of a département is the provider's: a map beside the agenda follows it, and may make it. */
export class FiltersView {
  readonly #host: EssElement;
  readonly #provider: ProviderController;
  readonly #say: (text: string) => void;
  #own: FacetChoice = {};
  #count = 0;
  #known: { readonly dataset: Dataset; readonly read: Reader } | undefined;
  /** Names of the values of the filters, by facet and value, in one language. */
  #labels: { readonly dataset: Dataset; readonly lang: string; readonly names: Map<string, string> } | undefined;

  constructor(host: EssElement, provider: ProviderController, say: (text: string) => void) {
    this.#host = host;
    this.#provider = provider;
    this.#say = say;
  }

  /** Whether something is chosen. */
  get isActive(): boolean {
    return Object.keys(this.#choice).length > 0;
  }

  /** Returns the part of an agenda that matches the choices. */
  choose(dataset: Dataset, agenda: Agenda): Agenda {
    const { departement: _wait, ...others } = this.#choice;
    // The département of an event is known once the territories are loaded, so that filter has no effect before.
    const { collections, manifest } = dataset;
    const choice = collections.territories || !manifest.collections['territories'] ? this.#choice : others;
    const chosen = chooseInAgenda(agenda, this.#reader(dataset), choice);
    this.#count = countedItems(chosen).length;
    return chosen;
  }

  /** Renders the fields with more than one value to choose. */
  render(dataset: Dataset, whole: Agenda, m: Localized): TemplateResult {
    const facets = agendaFacets(whole, this.#reader(dataset), this.#choice);
    return html`<div class="filters" id="filters" role="search" aria-label=${m.text('agendaFilter')} part="filters">
      ${facets.map((facet) => this.#field(facet, dataset, m))}
      ${facets.length ? nothing : html`<p>${m.content('agendaNoChoice')}</p>`}
      ${this.clearButton(m)}</div>`;
  }

  /** Renders the button that shows all events again, if something is chosen. */
  clearButton(m: Localized): Content {
    if (!this.isActive) return nothing;
    return html`<button class="button clear" type="button" @click=${() => this.#clear(m)}>${pathIcon('m4 4 8 8M12 4l-8 8')}${m.content('agendaClear')}</button>`;
  }

  get #choice(): FacetChoice {
    const departement = this.#provider.scope.state.facets['departement']?.[0];
    return departement === undefined ? this.#own : { ...this.#own, departement };
  }

  #reader(dataset: Dataset): Reader {
    if (this.#known?.dataset !== dataset) this.#known = { dataset, read: remembering(readerOf(dataset)) };
    return this.#known.read;
  }

  #label(key: FacetKey, value: string, dataset: Dataset, m: Localized): string {
    const { lang } = m;
    if (this.#labels?.dataset !== dataset || this.#labels.lang !== lang)
      this.#labels = { dataset, lang, names: new Map() };
    const { names } = this.#labels;
    const label = names.get(`${key}/${value}`) ?? labelOf(key, value, dataset, m);
    names.set(`${key}/${value}`, label);
    return label;
  }

  #field({ key, chosen = '', options }: Facet, dataset: Dataset, m: Localized): TemplateResult {
    const id = `by-${key}`;
    const named = options
      .map(({ value, count }) => ({ value, count, label: this.#label(key, value, dataset, m) }))
      .sort((a, b) => a.label.localeCompare(b.label, m.lang));
    const pick = (event: globalThis.Event) => this.#set(key, (event.target as HTMLSelectElement).value, m);
    return html`<div class="field"><label for=${id}>${m.content(`agendaBy_${key}`)}</label>
      <select id=${id} class=${chosen ? 'pressed' : ''} @change=${pick}>
        <option value="" ?selected=${chosen === ''}>${m.text('agendaAny')}</option>
        ${named.map(({ value, count, label }) => html`<option value=${value} ?selected=${value === chosen}>${m.text('agendaOption', { label, n: formatNumber(count, m.lang) })}</option>`)}
      </select></div>`;
  }

  #set(key: FacetKey, value: string, m: Localized): void {
    const { [key]: _before, ...others } = this.#choice;
    this.#take(value ? { ...others, [key]: value } : others, m);
  }

  /** Clears the choices. The button disappears with them, so the focus moves to the filters. */
  #clear(m: Localized): void {
    this.#take({}, m);
    void this.#host.updateComplete.then(() => {
      const focus = (selector: string) => this.#host.renderRoot.querySelector<HTMLElement>(selector);
      (focus('.field > select') ?? focus('.tools > button'))?.focus();
    });
  }

  #take({ departement, ...own }: FacetChoice, m: Localized): void {
    this.#own = own;
    const { departement: _before, ...others } = this.#provider.scope.state.facets;
    this.#provider.request({ facets: departement ? { ...others, departement: [departement] } : others });
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const facets = Object.fromEntries(Object.entries(this.#choice).map(([key, value]) => [key, [value]]));
      this.#host.dispatchEvent(new EssFilterEvent({ query: '', facets, count: this.#count }));
      this.#say(m.text('agendaFound', countParams(this.#count, m)));
    });
  }
}

/**
 * Returns a function that reads the values of the filters from an event: its commune if the data name it, else its place as
 * written.
 */
function readerOf(dataset: Dataset): (event: Event) => FacetValues {
  // Until the territories are loaded, the places are those that the events name.
  const known = new Set(dataset.collections.territories?.map(({ id }) => id));
  return ({ place, territories, organisers, themes, online }) => {
    const communes = territories.filter((id) => id.startsWith('commune-') && known.has(id));
    const departements = known.size ? territories.flatMap((id) => ancestorOf(dataset, [id], 'departement') ?? []) : [];
    return {
      place: communes.length ? communes : place ? [place] : [],
      departement: [...new Set(departements)],
      organiser: organisers,
      theme: themes,
      mode: [online ? 'online' : 'site'],
    };
  };
}

function labelOf(key: FacetKey, value: string, dataset: Dataset, m: Localized): string {
  switch (key) {
    case 'mode':
      return m.text(value === 'online' ? 'agendaOnline' : 'agendaOnSite');
    case 'organiser':
      return dataset.collections.organisations?.find(({ id }) => id === value)?.name ?? value;
    case 'theme': {
      const theme = records(dataset, 'categories').find(({ id, dimension }) => id === value && dimension === 'theme');
      return theme ? resolveText(theme.label, m.lang).text : value;
    }
    default: {
      const territory = dataset.collections.territories?.find(({ id }) => id === value);
      return territory ? resolveText(territory.name, m.lang).text : value;
    }
  }
}
