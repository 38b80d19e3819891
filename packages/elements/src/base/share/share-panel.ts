/** What the buttons of a share bar open: an address to copy, pictures, the Atelier for another page, data. */

import { CSV_HEADER, figureCsv, type SvgFile } from '@ess-widgets/core/charts';
import { citation, figureSentence, type Stated, toCsv } from '@ess-widgets/core/format';
import type { Measure } from '@ess-widgets/core/model';
import { resolveHref } from '@ess-widgets/core/reading';
import { html, nothing } from 'lit';
import type { Localized, MessageKey } from '../../texts/texts.ts';
import { addStyles } from '../added-styles.ts';
import { embedded } from '../card/embedded.ts';
import { limitsOf } from '../card/limits.ts';
import { downloadPicture, type PictureKind, svgOf } from '../card/picture.ts';
import type { Shown } from '../card/source-card.ts';
import { today } from '../clock.ts';
import { addressesOf } from '../data-controller.ts';
import { dom } from '../dom.ts';
import { download } from '../download.ts';
import type { Content } from '../frame.ts';
import { atelierLink } from './atelier-link.ts';
import { shareStyles } from './share.styles.ts';
import { sharedAddress } from './share-address.ts';
import type { DataRows, ShareBar, Shared, ShareKind } from './share-bar.ts';

/** Text that was last taken. It is shown, so that it can be read, and copied by hand where copying failed. */
interface Taken {
  readonly label: MessageKey;
  /** Null where there is only something to say. */
  readonly text: string | null;
}

const taken = new WeakMap<ShareBar, Taken>();
/** Address of the Atelier for what a bar embeds. */
const ateliers = new WeakMap<ShareBar, string | null>();

/** Does at once what a press asks for: shares the address, or finds that of the Atelier. What was taken before is forgotten. */
export async function panelOpened(bar: ShareBar, kind: ShareKind, shared: Shared, m: Localized): Promise<void> {
  addStyles(bar.host, [shareStyles]);
  taken.delete(bar);
  if (kind === 'share') await share(bar, shared, m);
  if (kind === 'embed') ateliers.set(bar, await atelierLink(embedded({ ...shared, ...shared.figures?.[0], m })));
}

/** Moves the focus to what was opened, or to the text that is to be copied by hand. */
export function focusPanel(bar: ShareBar): void {
  const panel = bar.host.renderRoot.querySelector<HTMLElement>(`#${bar.id}`);
  const field = taken.get(bar)?.label === 'cardCopyByHand' ? panel?.querySelector('textarea') : null;
  (field ?? panel)?.focus({ preventScroll: true });
  // One that has the focus already is not selected by it.
  field?.select();
}

/** Renders what a button opened. Escape closes it. */
export function panelView(bar: ShareBar, kind: ShareKind, shared: Shared, m: Localized): Content {
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // The key is cancelled, so that a dialog or a card around it stays open.
    event.preventDefault();
    event.stopPropagation();
    bar.close();
  };
  return html`<div class="taken" id=${bar.id} part="share" role="group" tabindex="-1" aria-label=${m.text(`share_${kind}`)} @keydown=${escape}>
    ${{ share: wordsView, image: imageView, embed: atelierView, data: dataView }[kind](bar, shared, m)}${takenView(bar, m)}
  </div>`;
}

const link = (label: Content, act: () => unknown): Content =>
  html`<button class="link" type="button" @click=${act}>${label}</button>`;

const fileLink = (label: string, act: () => unknown, m: Localized): Content =>
  link(html`<span class="hidden">${m.content('download')} </span>${label}`, act);

/** Returns each figure as a card has it. */
const shownOf = ({ dataset, card, figures = [] }: Shared, m: Localized): readonly Shown[] =>
  figures.map((figure) => ({ ...figure, dataset, card, m }));

function wordsView(bar: ShareBar, shared: Shared, m: Localized): Content {
  const shown = shownOf(shared, m);
  if (shown.length === 0) return nothing;
  const stated = shown.map((each): Stated => {
    const { dataset, measure } = each;
    return { ...each, manifest: dataset.manifest, limits: limitsOf(dataset, measure, m) };
  });
  const said = titleOf(shared);
  const sentence = said || stated.flatMap((each) => figureSentence(each, m.lang) ?? []).join('\n');
  const cite = (): string =>
    stated.map((each) => citation(each, { address: sharedAddress(bar), day: today() }, m.lang)).join('\n');
  return html`<p class="ways">${sentence ? link(m.content('cardCopySentence'), () => copy(bar, sentence, m)) : nothing}
    ${link(m.content('cardCite'), () => copy(bar, cite(), m))}</p>`;
}

/** Returns the title of a view that states its figure; empty for another one. */
function titleOf({ card, isStated }: Shared): string {
  const title =
    card.host.renderRoot
      .querySelector('#title')
      ?.textContent.replace(/[ \n\t]+/g, ' ')
      .trim() ?? '';
  // A title of the page's author states a figure where it has a number.
  return isStated && (!card.host.heading || /\d/.test(title)) ? title : '';
}

const imageView = (bar: ShareBar, shared: Shared, m: Localized): Content =>
  html`<p class="ways">${(['png', 'svg'] as const).map((kind) => fileLink(kind.toUpperCase(), () => save(bar, shared, kind, m), m))}</p>`;

function dataView(bar: ShareBar, shared: Shared, m: Localized): Content {
  const { table, files = [], more, figures = [], rows, card } = shared;
  const addresses = addressesOf(card.host.picked?.src ?? '').map((each) => resolveHref(each, dom.baseURI));
  const isRows = rows !== undefined || figures.length > 0;
  return html`<p class="ways">${table ? link(m.content(table.label), table.turn) : nothing}
    ${isRows ? html`${fileLink('CSV', () => giveCsv(shared, m), m)} ${fileLink('JSON', () => giveJson(shared, m), m)}` : nothing}
    ${files.map(({ label, give }) => fileLink(label, give, m))}
    ${addresses.length ? link(m.content('shareAddress'), () => copy(bar, addresses.join(' '), m)) : nothing}</p>${more}`;
}

const atelierView = (bar: ShareBar, _shared: Shared, m: Localized): Content =>
  html`<p class="ways"><a class="link" href=${ateliers.get(bar) ?? nothing} target="_blank" rel="noopener">${m.content('shareAtelier')}</a></p>`;

function takenView(bar: ShareBar, m: Localized): Content {
  const last = taken.get(bar);
  if (!last) return nothing;
  const { label, text } = last;
  if (text === null) return html`<p class="said">${m.content(label)}</p>`;
  return html`<label class="said">${m.content(label)}
    <textarea readonly rows="2" spellcheck="false" .value=${text}
      @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}></textarea></label>`;
}

function show(bar: ShareBar, next: Taken, m: Localized): void {
  taken.set(bar, next);
  bar.host.requestUpdate();
  bar.host.announce(m.text(next.label));
}

/** Copies a text. Where the browser refuses (no permission, a page without encryption) the text is shown and selected. */
async function copy(bar: ShareBar, text: string, m: Localized): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    show(bar, { label: 'cardCopied', text }, m);
  } catch {
    show(bar, { label: 'cardCopyByHand', text }, m);
    await bar.host.updateComplete;
    focusPanel(bar);
  }
}

/** Hands the address of the view to what the visitor shares with; without that, copies it. */
async function share(bar: ShareBar, { card }: Shared, m: Localized): Promise<void> {
  const url = sharedAddress(bar);
  if (!('share' in navigator)) return copy(bar, url, m);
  const title = card.host.renderRoot.querySelector('#title')?.textContent.trim() || dom.title;
  try {
    await navigator.share({ title, url });
  } catch (error) {
    // A visitor who gave it up copies nothing.
    if (!(error instanceof DOMException && error.name === 'AbortError')) await copy(bar, url, m);
  }
}

/** Downloads the view as a picture. Success is only announced, since a visitor sees it; any other outcome is shown too. */
async function save(bar: ShareBar, shared: Shared, kind: PictureKind, m: Localized): Promise<void> {
  const file = await pictureOf(shared, m);
  if (!file) return show(bar, { label: shared.picture ? 'cardNoMap' : 'cardNoPicture', text: null }, m);
  const { said, file: given } = await downloadPicture(file, nameOf(shared), kind);
  if (said !== 'cardGiven') return show(bar, { label: said, text: null }, m);
  bar.host.announce(m.text(said, { file: given }));
}

const pictureOf = async (shared: Shared, m: Localized): Promise<SvgFile | null> =>
  shared.picture ? shared.picture() : svgOf(shownOf(shared, m), titleOf(shared) !== '');

async function giveCsv(shared: Shared, m: Localized): Promise<void> {
  const { header, rows } = await rowsOf(shared, m);
  give(shared, 'csv', toCsv(header, rows), 'text/csv', m);
}

/** Downloads the rows as objects, with who publishes them and on what terms. */
async function giveJson(shared: Shared, m: Localized): Promise<void> {
  const { header, rows } = await rowsOf(shared, m);
  const { publisher, licence, updated } = shared.dataset.manifest;
  const records = rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? null])));
  const file = { publisher, licence, updated, rows: records };
  give(shared, 'json', `${JSON.stringify(file, null, 2)}\n`, 'application/json', m);
}

function give(shared: Shared, end: string, text: string, type: string, m: Localized): void {
  const file = `${nameOf(shared)}.${end}`;
  download(file, text, type);
  shared.card.host.announce(m.text('cardGiven', { file }));
}

const rowsOf = ({ rows, dataset, figures = [] }: Shared, m: Localized): DataRows | Promise<DataRows> =>
  rows?.() ?? { header: CSV_HEADER, rows: figures.flatMap((figure) => figureCsv(figure, dataset, m.lang)) };

const nameOf = ({ name, figures: [first] = [] }: Shared): string => name ?? (first ? fileName(first.measure) : 'ess');

/**
 * Name of the files that hold a measure, without what they end with: `call-refashion-call-applications-2024`. What it is
 * kept to begins it, so that the files of two parts do not overwrite each other.
 */
const fileName = ({ indicator, by = '', period, where = '', territory = '' }: Measure): string =>
  [...where.split(/[\s=]/), territory, indicator, by, period].filter(Boolean).join('-').replaceAll('/', '_');
