/** Fields of a picker. Before their code is loaded the picker shows only its name. */

import { placeName, regionOf } from '@ess-widgets/core/charts';
import { formatNumber } from '@ess-widgets/core/format';
import type { Dataset, ScopeState } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { ElementView } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import type { ConfigProblem } from '../base/measure-controller.ts';
import type { Localized, MessageKey } from '../texts/texts.ts';
import { type Group, groupsOf } from './choices.ts';
import { chosenEvent, patchOf } from './choose.ts';
import { type ComboboxModel, combobox } from './combobox.ts';
import type { EssTerritoryPicker } from './ess-territory-picker.ts';
import { type Option, periodOptions } from './periods.ts';

/** Number of territories above which a list is searched instead of scrolled. */
const MANY = 60;

type Field = 'territory' | 'period' | 'compare';

/** State and actions that the bar needs from its element. */
interface BarHost {
  readonly element: EssTerritoryPicker;
  readonly scope: () => ScopeState;
  readonly request: (patch: Partial<ScopeState>) => void;
  readonly announce: (text: string) => void;
  /** Called when no record lies in a territory, since figures may name some. */
  readonly nothingFound: () => void;
}

/** Groups of territories, made once for a data set and a language. */
interface Known {
  readonly dataset: Dataset;
  readonly key: string;
  readonly groups: readonly Group[];
}

interface Shown {
  readonly dataset: Dataset;
  readonly groups: readonly Group[];
  readonly m: Localized;
}

/** Kinds of territory that are offered where none is asked for; the narrow ones, where the data have none of the usual. */
const USUAL = ['region', 'departement', 'pole', 'epci'] as const;
const NARROW = ['pays', 'commune'] as const;

/** The fields of one picker. */
export class Bar {
  /** Mistake of an attribute with a word that is not known. */
  mistake: ConfigProblem | null = null;
  readonly #host: BarHost;
  #known: Known | undefined;

  constructor(host: BarHost) {
    this.#host = host;
  }

  view(dataset: Dataset, m: Localized): ElementView | null {
    const { element } = this.#host;
    const fields = words(element.fields || 'territory') as readonly Field[];
    const kinds = element.kinds ? words(element.kinds) : USUAL;
    this.mistake = mistakeIn('Field', fields, m) ?? mistakeIn('Kind', kinds, m);
    if (this.mistake) return null;
    const groups = this.#groups(dataset, kinds, m);
    return {
      title: m.content('pickerTitle'),
      body: html`<div class="bar" part="bar">${fields.map(
        (field) => html`<div class="field" part="field">${this.#field(field, { dataset, groups, m })}</div>`,
      )}</div>${this.#regional(dataset, m)}`,
      empty: !fields[1] && !groups[0],
    };
  }

  updated(): void {
    if (this.#known && !this.#known.groups[0]) this.#host.nothingFound();
    // The scope decides what is chosen, even if the list still shows another choice.
    for (const select of this.#host.element.renderRoot.querySelectorAll('select')) {
      const value = this.#host.scope()[select.id as Field] ?? '';
      select.value = value === 'previous' ? '' : value;
    }
  }

  #groups(dataset: Dataset, kinds: readonly string[], m: Localized): readonly Group[] {
    const key = [m.lang, ...kinds].join(' ');
    if (this.#known?.dataset !== dataset || this.#known.key !== key) {
      const groups = groupsOf(dataset, kinds, m);
      this.#known = { dataset, key, groups: groups[0] || kinds !== USUAL ? groups : groupsOf(dataset, NARROW, m) };
    }
    return this.#known.groups;
  }

  #field(field: Field, shown: Shown): Content {
    const { dataset, groups, m } = shown;
    if (field === 'territory' && !groups[0]) return m.content('pickerEmpty');
    const control =
      field === 'territory'
        ? this.#territories(shown)
        : this.#list(field, shown, periodOptions(field, dataset, this.#host.scope(), m).map(option));
    const { heading, headingLevel } = this.#host.element;
    // A heading that is none names the field.
    const name = field === 'territory' && headingLevel === 'none' && heading;
    return html`<label for=${field}>${name || m.content(`pickerField_${field}`)}</label>${control}`;
  }

  /** Renders, once for the page, that some figures around it are not of the territory that is chosen. */
  #regional(dataset: Dataset, m: Localized): Content {
    const { territory } = this.#host.scope();
    if (!territory || territory !== this.#host.element.provider.value?.regional) return nothing;
    const [region, name] = [regionOf(dataset, m), placeName(dataset, territory, m) ?? territory];
    return html`<p class="regional" part="regional"><strong>${m.content('pickerRegional')}</strong> ${m.content(region ? 'pickerRegionalOf' : 'pickerRegionalAll', { region, name })}</p>`;
  }

  #list(field: Field, shown: Shown, options: readonly Content[] = []): TemplateResult {
    const change = (event: Event): void => {
      const { value, selectedOptions } = event.target as HTMLSelectElement;
      const named = field === 'territory' ? placeName(shown.dataset, value, shown.m) : undefined;
      this.#choose(field, value, named ?? selectedOptions[0]?.text ?? value, shown);
    };
    return html`<select id=${field} @change=${change}>${options}</select>`;
  }

  /** Renders "all", then the groups; a chosen territory that is in no group stands between. */
  #territories(shown: Shown): TemplateResult {
    const { dataset, groups, m } = shown;
    const region = regionOf(dataset, m);
    const all = m.text(region ? 'pickerAllOf' : 'pickerAll', { region });
    const { territory } = this.#host.scope();
    const name = placeName(dataset, territory, m);
    const choices = groups.flatMap((group) => group.choices);
    const long = choices.length > MANY ? this.#long(all, name ?? all, shown) : null;
    const isListed = choices.some(({ id }) => id === territory);
    return (
      long ??
      this.#list('territory', shown, [
        option(['', all]),
        territory && name && !isListed ? option([territory, name]) : nothing,
        ...groups.map((group) => optionGroup(group, m)),
      ])
    );
  }

  /** Renders the list as a field to search in; null until that is possible. */
  #long(all: string, chosen: string, shown: Shown): TemplateResult | null {
    const choose = (id: string, name: string): void => this.#choose('territory', id, name, shown);
    const model: ComboboxModel = { groups: shown.groups, all, chosen, choose, say: this.#host.announce };
    return combobox(this.#host.element, model, shown.m);
  }

  #choose(field: Field, value: string, choice: string, { dataset, m }: Shown): void {
    const { element, scope, request, announce } = this.#host;
    const patch = { [field]: value || undefined };
    request(patchOf(patch, scope(), dataset));
    element.dispatchEvent(chosenEvent(scope(), dataset));
    announce(m.text('pickerChosen', { field: m.text(`pickerField_${field}`), choice }));
  }
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const option = ([value, text]: Option): TemplateResult => html`<option value=${value}>${text}</option>`;

const optionGroup = ({ label, choices }: Group, m: Localized): TemplateResult =>
  html`<optgroup label=${label}>${choices.map(
    ({ id, name, lang, count }) =>
      html`<option value=${id} lang=${lang === m.lang ? nothing : lang}>${m.text('pickerCounted', { name, count: formatNumber(count, m.lang) })}</option>`,
  )}</optgroup>`;

/** Returns the mistake of the first word that has no text, or null. */
function mistakeIn(of: 'Field' | 'Kind', list: readonly string[], m: Localized): ConfigProblem | null {
  const word = list.find((one) => !m.has(`picker${of}_${one}` as MessageKey));
  return word === undefined ? null : { key: `config${of}s`, params: { word } };
}
