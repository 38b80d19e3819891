import { formatDate } from '@ess-widgets/core/internal/format/date';
import { formatMeasured } from '@ess-widgets/core/internal/format/period';
import { formatCount, formatQuantity } from '@ess-widgets/core/internal/format/quantity';
import { isFileName } from '@ess-widgets/core/internal/format/sentence';
import type { Dataset, Manifest } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Localized, MessageKey } from '../../texts/texts.ts';
import { type Content, sourceReference, webHref } from '../frame.ts';
import { addStyles } from '../lazy-module.ts';
import type { Measured } from '../measure-controller.ts';
import { domainText } from '../quality.ts';
import { actionsView, forget } from './actions.ts';
import { cardStyles } from './card.styles.ts';
import type { CardController } from './card-controller.ts';
import { calculationView, completeness, computedBefore, foundBy, qualityList, sumCheck } from './card-rows.ts';

/** Subject of an open card: a figure of a data set, the language of the card, and its controller. */
export interface Shown extends Measured {
  readonly dataset: Dataset;
  readonly m: Localized;
  readonly card: CardController;
}

/** Cards whose hosts listen for Escape. */
const heard = new WeakSet<CardController>();

/** Prepares a card that is about to be shown: adds its styles, and forgets the text that was last copied from it. */
export function opened(card: CardController): void {
  addStyles(card.host, [cardStyles]);
  forget(card);
  if (heard.has(card)) return;
  heard.add(card);
  card.host.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !card.shown) return;
    // The key is cancelled, so that a dialog around the widget stays open.
    event.preventDefault();
    const opener = card.of?.opener() ?? card.host.renderRoot.querySelector<HTMLElement>('button.badge');
    void card.toggle();
    opener?.focus();
  });
}

/** Renders the source card: the definition of a figure, its source, its reliability, and its actions. */
export function sourceCard(shown: Shown): TemplateResult {
  const { texts, m } = shown;
  return html`<div class="card" id="card" part="card" role="group" aria-label=${m.text('cardSource')}>
    <p class="what"><strong>${domainText(texts.label, m)}</strong></p>
    <dl>${figureRows(shown)}${trustRows(shown)}${placeRows(shown)}</dl>
    ${actionsView(shown)}
  </div>`;
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
  const published = quantity && basis !== 'computed' ? formatCount(quantity, m.lang) : nothing;
  const computed =
    quantity && basis === 'computed'
      ? html`${formatQuantity(quantity, m.lang)}${derivedFrom ? html` – ${m.content('cardDerived')}` : nothing}`
      : nothing;
  return html`${row(m, 'cardDefinition', domainText(texts.definition, m))}
    ${row(m, basis === 'listed' ? 'cardListed' : 'cardFigure', published)}
    ${row(m, 'cardPrinted', printed ? html`<span lang="fr">«\u202f${printed}\u202f»</span>` : nothing)}
    ${row(m, 'cardCorrects', corrects ? lines(corrects.map((each) => html`${formatCount(each.quantity, m.lang)} – ${sourceReference(dataset, each.source, m)}`)) : nothing)}
    ${row(m, 'cardComputed', computed)}${row(m, 'cardBefore', computedBefore(measure, m))}`;
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

function placeRows({ dataset, measure, m }: Shown): Content {
  const { sources, notes } = measure;
  const { publisher, licence, updated } = dataset.manifest;
  // A list alone names neither publisher nor licence.
  const isList = isFileName(publisher.name);
  const from = sources.map((s) => sourceReference(dataset, s, m));
  const said = notes.map((note) => html`${domainText(note, m)} `);
  return html`${row(m, 'cardPeriod', formatMeasured(measure, m.lang))}
    ${row(m, 'cardSource', from.length ? lines(from) : isList ? publisher.name : nothing)}
    ${isList ? nothing : html`${row(m, 'cardPublisher', linked(publisher, dataset))}${row(m, 'cardLicence', linked(licence, dataset))}`}
    ${row(m, 'cardUpdated', formatDate(updated, m.lang))}
    ${row(m, 'cardNotes', said.length ? html`${said}` : nothing)}`;
}
