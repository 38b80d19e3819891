import { contextTexts, webHref } from '@ess-widgets/core/charts';
import { dateInWords, formatCount, formatMeasured, formatQuantity, isFileName } from '@ess-widgets/core/format';
import { apart, type Dataset, inOneLanguage, type Manifest } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { domainText } from '../../texts/domain-text.ts';
import type { Localized, MessageKey } from '../../texts/texts.ts';
import { addStyles } from '../added-styles.ts';
import { dom } from '../dom.ts';
import { type Content, sourceReference } from '../frame.ts';
import type { Measured } from '../measure-controller.ts';
import { ShareBar, type Shared, shareKindsOf } from '../share/share-bar.ts';
import { closeButton } from '../sheet.ts';
import { cardStyles } from './card.styles.ts';
import type { CardController } from './card-controller.ts';
import {
  calculationView,
  completeness,
  computedBefore,
  foundBy,
  originSentence,
  qualityList,
  sumCheck,
} from './card-rows.ts';

/** Subject of an open card: a data set, the language of the card, and its controller. */
export interface ShownData {
  readonly dataset: Dataset;
  readonly m: Localized;
  readonly card: CardController;
}

/** The same with a figure of the data set. */
export interface Shown extends Measured, ShownData {}

/** Cards whose hosts listen for Escape. */
const heard = new WeakSet<CardController>();

/** Share bars of cards whose figure has none under it: that of a tile, or of a figure in a text. */
const bars = new WeakMap<CardController, ShareBar>();

/** Prepares a card that is about to be shown: adds its styles, and closes what was open in it. */
export function opened(card: CardController): void {
  addStyles(card.host, [cardStyles]);
  if (card.of || !card.host.hasShareBar) bars.set(card, new ShareBar(card.host, 'taken-card'));
  opening.add(card);
  if (heard.has(card)) return;
  heard.add(card);
  card.host.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !card.shown) return;
    // The key is cancelled, so that a dialog around the widget stays open.
    event.preventDefault();
    close(card);
  });
}

/** Closes a card, and gives the focus back to the control that opened it. */
function close(card: CardController): void {
  const opener =
    card.opener?.closest('button') ??
    card.host.renderRoot.querySelector<HTMLElement>('button.badge, [part=source] .cited');
  card.close();
  opener?.focus({ preventScroll: true });
}

/** Cards that were opened and do not have the focus yet. */
const opening = new WeakSet<CardController>();

/** Numbers that cards lie beside. */
const besides = new WeakMap<HTMLElement, HTMLElement | null>();

/** Shows a card that lies over the page, and puts it beside its number once, or again where another number has it. */
export function present(card: CardController): void {
  const box = card.host.renderRoot.querySelector<HTMLElement>('.card[popover]');
  const { opener } = card;
  if (opening.delete(card))
    requestAnimationFrame(() =>
      card.host.renderRoot.querySelector<HTMLElement>('.card > .what')?.focus({ preventScroll: true }),
    );
  if (!box?.isConnected || (box.matches(':popover-open') && besides.get(box) === opener)) return;
  besides.set(box, opener);
  // Browsers that know the source of a popover have its controls next in the order of the keyboard.
  if (!box.matches(':popover-open')) box.showPopover(opener ? { source: opener } : {});
  const watch = new ResizeObserver(() => {
    if (box.matches(':popover-open') && besides.get(box) === opener) place(box, opener);
    else watch.disconnect();
  });
  // A fold that opens makes the card higher, and a telephone that is turned makes the page narrower.
  watch.observe(box);
  watch.observe(dom.documentElement);
  place(box, opener);
}

/** Room between a card, its number and the edges of the window, px. */
const GAP = 8;

/**
 * Puts a card under its number, above it where there is more room, beside it where neither is enough; always within the
 * window. It is laid on the page, so that it scrolls with its number.
 */
function place(box: HTMLElement, opener: HTMLElement | null): void {
  const at = (opener ?? box).getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const right = dom.documentElement.clientWidth - width - GAP;
  const bottom = innerHeight - height - GAP;
  const [below, above] = [at.bottom + GAP, at.top - height - GAP];
  const fits = below <= bottom || above >= GAP;
  const left = fits || at.right + GAP > right ? at.left : at.right + GAP;
  const top = below <= bottom ? below : fits ? above : bottom;
  box.style.setProperty('--_left', `${Math.max(GAP, Math.min(left, right)) + scrollX}px`);
  box.style.setProperty('--_top', `${(fits ? top : Math.max(GAP, top)) + scrollY}px`);
}

/** Follows a card that the browser closes: by a press outside it, by Escape, by the gesture that goes back. */
function toggled({ newState, target }: ToggleEvent, card: CardController): void {
  // A card that has gone to another number is another box, or is open again.
  if (newState !== 'closed' || !(target instanceof HTMLElement) || !target.isConnected || !card.shown) return;
  const { activeElement } = card.host.renderRoot as ShadowRoot;
  const isFree = dom.activeElement === dom.body || (activeElement && target.contains(activeElement));
  if (isFree) close(card);
  else card.close();
}

/** Renders the source card: the definition of a figure, its source, its reliability, and its actions. */
export const sourceCard = (shown: Shown): TemplateResult => inLanguageOf(shown, cardView);

/** Renders a card in its language: in French as a whole where a word of it lacks. It makes its widget no part of another language. */
const inLanguageOf = <T extends ShownData>(shown: T, view: (shown: T) => TemplateResult): TemplateResult =>
  apart(() => {
    const { made, isWhole } = inOneLanguage(() => view(shown));
    return isWhole ? made : view({ ...shown, m: shown.m.french });
  });

function cardView(shown: Shown): TemplateResult {
  const { texts, m, card } = shown;
  if (card.isOver) return overPage(shown);
  return html`<div class="card" id="card" part="card" lang=${m.lang} role="group" aria-label=${m.text('cardSource')}>
    <p class="what" tabindex="-1"><strong>${domainText(texts.label, m)}</strong></p>
    <dl>${figureRows(shown)}${trustRows(shown)}${placeRows(shown)}</dl>
    ${shareView(shown)}
  </div>`;
}

/** Renders the share bar of a figure that has none under it. */
function shareView({ dataset, card, m, measure, texts }: Shown): Content {
  const shared: Shared = { dataset, card, figures: [{ measure, texts }] };
  const bar = bars.get(card);
  return bar ? html`<div class="share-row">${bar.view(() => shared, shareKindsOf(shared), m)}</div>` : nothing;
}

/** Renders the card that lies over the page: one sentence, the source, then two folds with all the rest. */
function overPage(shown: Shown): TemplateResult {
  const { texts, m, card, measure } = shown;
  const value = measure.quantity && formatCount(measure.quantity, m.lang, { sign: texts.signed === true });
  return html`<div class="card" id="card" part="card" popover lang=${m.lang} role="group" aria-label=${m.text('cardSource')} @toggle=${(event: ToggleEvent) => toggled(event, card)}>
    <p class="what" tabindex="-1"><strong>${domainText(texts.label, m)}</strong>${value ? html` <span>${value}</span>` : nothing}
      ${closeButton(() => close(card), m)}</p>
    <p class="origin">${originSentence(shown)}</p>
    <dl>${sourceRows(shown)}</dl>
    <details><summary>${m.content('cardMethod')}</summary><dl>${figureRows(shown)}${trustRows(shown)}${timeRows(shown)}</dl></details>
    <details><summary>${m.content('cardReuse')}</summary><dl>${reuseRows(shown)}</dl></details>
    ${shareView(shown)}
  </div>`;
}

/** Renders the card of a widget without a figure of its own: who publishes its data, and when. */
export const dataCard = (shown: ShownData): TemplateResult => inLanguageOf(shown, dataView);

function dataView(shown: ShownData): TemplateResult {
  const { dataset, m, card } = shown;
  const { name } = dataset.manifest.publisher;
  const head = html`<p class="what" tabindex="-1"><strong>${name}</strong>${card.isOver ? html` ${closeButton(() => close(card), m)}` : nothing}</p>
    <dl>${reuseRows(shown)}${row(m, 'cardUpdated', dateInWords(dataset.manifest.updated, m.lang))}</dl>`;
  return card.isOver
    ? html`<div class="card" id="card" part="card" popover lang=${m.lang} role="group" aria-label=${m.text('cardSource')} @toggle=${(event: ToggleEvent) => toggled(event, card)}>
        ${head}</div>`
    : html`<div class="card" id="card" part="card" lang=${m.lang} role="group" aria-label=${m.text('cardSource')}>${head}</div>`;
}

const row = (m: Localized, label: MessageKey, content: Content): Content =>
  content === nothing ? nothing : html`<dt>${m.content(label)}</dt><dd>${content}</dd>`;

const lines = (all: readonly TemplateResult[]): TemplateResult =>
  html`${all.map((each, at) => html`${at ? html`<br>` : nothing}${each}`)}`;

/** Renders a name of the manifest, linked where it has an address of the web. */
function linked({ name, href }: Manifest['publisher'], { base }: Dataset): Content {
  const address = href && webHref(href, base);
  return address ? html`<a href=${address}>${name || address}</a>` : name || nothing;
}

function figureRows({ dataset, measure, texts, m }: Shown): Content {
  const { quantity, basis, printed, derivedFrom, corrects } = measure;
  const context = contextTexts({ measure, texts }, dataset, m, true).map((text) => html`${text}`);
  const published = quantity && basis !== 'computed' ? formatCount(quantity, m.lang) : nothing;
  const computed =
    quantity && basis === 'computed'
      ? html`${formatQuantity(quantity, m.lang)}${derivedFrom ? html` – ${m.content('cardDerived')}` : nothing}`
      : nothing;
  return html`${row(m, 'cardDefinition', domainText(texts.definition, m))}
    ${row(m, basis === 'listed' ? 'cardListed' : 'cardFigure', published)}
    ${row(m, 'cardPrinted', printed ? html`<span lang="fr">«\u202f${printed}\u202f»</span>` : nothing)}
    ${row(m, 'cardCorrects', corrects ? lines(corrects.map((each) => html`${formatCount(each.quantity, m.lang)} – ${sourceReference(dataset, each.source, m)}`)) : nothing)}
    ${row(m, 'cardComputed', computed)}${row(m, 'cardBefore', computedBefore(measure, m))}${row(m, 'cardContext', context.length ? lines(context) : nothing)}`;
}

function trustRows(shown: Shown): Content {
  const { measure, m } = shown;
  const { agreement } = measure;
  const recomputed = agreement
    ? html`${formatCount(agreement.computed, m.lang)}. ${m.content(agreement.agrees ? 'cardAgrees' : 'cardDisagrees')}`
    : nothing;
  return html`${row(m, 'cardComputed', recomputed)}${row(m, 'cardCalculation', calculationView(shown))}${row(m, 'cardCheck', sumCheck(shown))}${row(m, 'cardFindings', foundBy(measure, m))}
    ${row(m, 'cardComplete', completeness(measure, m))}${row(m, 'cardQuality', qualityList(measure, m))}`;
}

function placeRows(shown: Shown): Content {
  const { m, measure } = shown;
  return html`${row(m, 'cardPeriod', formatMeasured(measure, m.lang))}${sourceRows(shown)}${reuseRows(shown)}${updatedRows(shown)}`;
}

function timeRows(shown: Shown): Content {
  const { m, measure } = shown;
  return html`${row(m, 'cardPeriod', formatMeasured(measure, m.lang))}${updatedRows(shown)}`;
}

function sourceRows({ dataset, measure, m }: Shown): Content {
  const { name } = dataset.manifest.publisher;
  const from = measure.sources.map((s) => sourceReference(dataset, s, m));
  return row(m, 'cardSource', from.length ? lines(from) : isFileName(name) ? name : nothing);
}

function reuseRows({ dataset, m }: ShownData): Content {
  const { publisher, licence, contact } = dataset.manifest;
  // A list alone names neither publisher nor licence.
  if (isFileName(publisher.name)) return nothing;
  return html`${row(m, 'cardPublisher', linked(publisher, dataset))}${
    // Words without an address give nobody a right: whoever publishes the data is asked.
    contact && !licence.href
      ? row(m, 'cardAsk', m.content('cardAskWhom', { contact }))
      : row(m, 'cardLicence', linked(licence, dataset))
  }`;
}

function updatedRows({ dataset, measure: { notes }, m }: Shown): Content {
  const said = notes.map((note) => html`${domainText(note, m)} `);
  return html`${row(m, 'cardUpdated', dateInWords(dataset.manifest.updated, m.lang))}
    ${row(m, 'cardNotes', said.length ? html`${said}` : nothing)}`;
}
