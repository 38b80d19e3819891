/** Second part: what the data can show, its settings, and one live preview. */
import { contrastOf, paletteOf } from '@ess-widgets/core/charts';
import type { Dataset } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { askOf, attributeWords, valueWords } from '../../elements/src/base/attribute-words.ts';
import type { Attribute } from '../../elements/src/base/attributes.ts';
import type { EssElement } from '../../elements/src/base/element.ts';
import { ownReserve } from '../../elements/src/base/own-reserve.ts';
import type { Atelier } from './app.ts';
import type { FormChoice, ShownOffer } from './engine.ts';
import { formRows } from './state.ts';

/** Widths of a preview: a telephone, a column, a page. */
const WIDTHS = [360, 640, 1000] as const;
/** Grounds of the themes, as the widgets have them. */
const GROUNDS = { light: '#ffffff', dark: '#10222a' } as const;

export function chooseView(atelier: Atelier): TemplateResult {
  const { m, brought } = atelier.app;
  if (!brought) return html`<p class="lacks">${m.chooseLacks}</p>`;
  const [first, others] = [brought.offers.slice(0, brought.first), brought.offers.slice(brought.first)];
  return html`<p>${m.chooseHint}</p>
    <fieldset class="offers"><legend>${m.widget}</legend>
      <div class="cards">${first.map((offer, at) => offerView(atelier, offer, at))}</div>
      ${
        others.length > 0
          ? html`<details ?open=${others.some((each) => atelier.isChosen(each))}><summary>${m.others(others.length)}</summary>
            <div class="names">${others.map((offer, at) => offerView(atelier, offer, brought.first + at))}</div></details>`
          : nothing
      }
    </fieldset>
    ${atelier.chosen ? html`<div class="set">${fieldsView(atelier)}${previewView(atelier)}</div>` : nothing}`;
}

function offerView(atelier: Atelier, offer: ShownOffer, at: number): TemplateResult {
  const { title, says, still } = offer;
  const { lang } = atelier.app;
  return html`<label class="offer">
    <input type="radio" name="offer" .value=${String(at)} .checked=${atelier.isChosen(offer)} @change=${() => atelier.choose(offer)} />
    <span><b>${title[lang]}</b> <small>${says[lang]}</small></span>
    ${still ? html`<span class="miniature" aria-hidden="true" inert><span class="small" still>${unsafeHTML(still)}</span></span>` : nothing}
  </label>`;
}

function fieldsView(atelier: Atelier): TemplateResult {
  const { m, state } = atelier.app;
  const { widget = '' } = state;
  const rows = formRows(widget);
  const asked = (when: 'first' | 'more') => rows.filter(([name]) => askOf(`ess-${widget}`, name) === when);
  const fields = (when: 'first' | 'more') => asked(when).map(([name, row]) => fieldView(atelier, name, row));
  return html`<div class="fields">${fields('first')}${accentView(atelier)}
    <details><summary>${m.more}</summary>${fields('more')}</details></div>`;
}

/** Returns what a field may hold, where that is known: the words of its row, or what the data have. */
function choicesOf(
  { app: { brought, lang, state } }: Atelier,
  name: string,
  row: Attribute,
): readonly FormChoice[] | null {
  if (name === 'indicator') return brought?.indicators ?? [];
  if (name === 'by') return brought?.dimensions[state.attributes['indicator'] ?? ''] ?? [];
  if (name === 'territory') return brought?.territories ?? [];
  if (name === 'period') return brought?.periods.map((value) => ({ value, label: value })) ?? [];
  if (row.type !== 'choice' || row.isOpen) return null;
  return (row.values ?? []).map((value) => ({ value, label: valueWords[value]?.[lang] ?? value }));
}

function fieldView(atelier: Atelier, name: string, row: Attribute): TemplateResult {
  const { m, lang, state } = atelier.app;
  const { label, help } = attributeWords[name] ?? {};
  const value = state.attributes[name] ?? '';
  const choices = choicesOf(atelier, name, row);
  const change = ({ target }: Event): void => atelier.setAttribute(name, (target as HTMLInputElement).value.trim());
  const known = choices?.some((choice) => choice.value === value) ?? true;
  return html`<label>${label?.[lang] ?? name}
    ${
      choices
        ? html`<select @change=${change}>
            ${row.isRequired ? nothing : html`<option value="" ?selected=${value === ''}>${m.auto}</option>`}
            ${known || value === '' ? nothing : html`<option value=${value} selected>${value}</option>`}
            ${choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`)}
          </select>`
        : html`<input type="text" .value=${value} inputmode=${row.type === 'number' ? 'numeric' : nothing} @change=${change} />`
    }
    ${help && !choices ? html`<small>${help[lang]}</small>` : nothing}</label>`;
}

function accentView(atelier: Atelier): TemplateResult {
  const { m, state, theme } = atelier.app;
  const { accent } = state;
  return html`<div class="accent"><label>${m.accent}
      <input type="color" .value=${accent ?? '#0b5a6b'} @input=${({ target }: Event) => atelier.setState({ accent: (target as HTMLInputElement).value })} /></label>
    ${
      accent
        ? html`<span>${accent} – ${accentWord(accent, theme, m)}</span>
          <button class="link" type="button" @click=${() => atelier.setState({ accent: undefined })}>${m.noAccent}</button>`
        : nothing
    }</div>`;
}

/** Returns the one word that an author needs of a palette. */
function accentWord(accent: string, theme: 'light' | 'dark', m: Atelier['app']['m']): string {
  const { failures, isMoved, colours } = paletteOf(accent, theme, GROUNDS[theme]);
  if (failures.length > 0) return m.unreadable;
  if (!isMoved) return m.readable;
  return contrastOf(colours.accent, '#000000') > contrastOf(accent, '#000000') ? m.lightened : m.darkened;
}

/** The widget that is looked at, and what it was made of. */
let shown: {
  readonly key: string;
  readonly data: Dataset | null;
  readonly node: HTMLElement;
  readonly widget: EssElement;
} | null = null;

/** Returns the live widget; the same one as long as nothing of it changes. */
function liveWidget(atelier: Atelier): HTMLElement | null {
  const { brought, lang, theme, state } = atelier.app;
  const { chosen } = atelier;
  if (!brought || !chosen) return null;
  const key = JSON.stringify([chosen, lang, theme, state.accent, brought.src]);
  if (shown?.key === key && shown.data === brought.dataset) return shown.node;
  const node = document.createElement('ess-provider') as HTMLElement & { data: unknown };
  if (brought.dataset) node.data = brought.dataset;
  else node.setAttribute('src', brought.src ?? '');
  node.setAttribute('theme', theme);
  const widget = document.createElement(`ess-${chosen.widget}`) as EssElement;
  for (const [name, value] of Object.entries({ lang, ...chosen.attributes })) widget.setAttribute(name, value);
  if (state.accent) widget.style.setProperty('--ess-accent', state.accent);
  node.append(widget);
  // The height that a page keeps is that of what is shown here, once it is drawn.
  const measure = (): void => {
    const reserve = shown?.node === node && widget.state === 'ready' ? ownReserve(widget) : undefined;
    const height = shown?.node === node ? Math.ceil(widget.offsetHeight) : 0;
    if (reserve !== atelier.app.reserve || height !== atelier.app.height) atelier.set({ reserve, height });
  };
  new ResizeObserver(measure).observe(widget);
  shown = { key, data: brought.dataset, node, widget };
  return node;
}

function previewView(atelier: Atelier): TemplateResult {
  const { m, width, theme } = atelier.app;
  const radios = <T extends string | number>(
    name: string,
    legend: string,
    all: readonly (readonly [T, string])[],
    value: T,
    change: (value: T) => void,
  ) =>
    html`<fieldset class="bar"><legend>${legend}</legend>${all.map(
      ([each, label]) =>
        html`<label><input type="radio" name=${name} .checked=${each === value} @change=${() => change(each)} /> ${label}</label>`,
    )}</fieldset>`;
  // A report that has no address is shown as its still: its documents are in no file.
  const { brought, state } = atelier.app;
  const still =
    state.widget === 'report' && brought?.dataset
      ? brought.offers.find(({ widget }) => widget === 'report')?.still
      : undefined;
  const live = still === undefined ? liveWidget(atelier) : html`<div still>${unsafeHTML(still)}</div>`;
  return html`<div class="preview" role="group" aria-labelledby="preview">
    <h3 id="preview">${m.preview}</h3>
    <div class="bars">
      ${radios(
        'width',
        m.previewOf,
        WIDTHS.map((each) => [each, `${each} px`] as const),
        width,
        (each) => atelier.set({ width: each }),
      )}
      ${radios(
        'theme',
        m.ground,
        (['light', 'dark'] as const).map((each) => [each, m[each]] as const),
        theme,
        (each) => atelier.set({ theme: each }),
      )}
    </div>
    <div class="stage ${theme}" tabindex="0" role="group" aria-label=${m.preview}><div class="wide" data-width=${width}>${live}</div></div>
  </div>`;
}
