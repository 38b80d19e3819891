/**
 * Lays a report on paper. It puts the parts that a screen does not have round what the report has drawn, and takes them away
 * after printing, so that the report itself stays as light as a screen needs it.
 */

import { dateInWords } from '@ess-widgets/core/format';
import {
  badgesOf,
  type Dataset,
  type Measure,
  type Report,
  resolveText,
  type SourceRef,
  sectionsOf,
} from '@ess-widgets/core/model';
import { type CSSResult, html, type LitElement, nothing, render, svg, type TemplateResult } from 'lit';
import { today } from '../base/clock.ts';
import { dom } from '../base/dom.ts';
import { sourceReference } from '../base/frame.ts';
import { nearestLang } from '../base/language.ts';
import type { Measured } from '../base/measure-controller.ts';
import { details } from '../texts/details.fr.ts';
import { domainText } from '../texts/domain-text.ts';
import { paper } from '../texts/paper.fr.ts';
import { report } from '../texts/report.fr.ts';
import { type Localized, loadMessages, type MessageKey } from '../texts/texts.ts';
import { mapKey, mapKeyStyles } from '../views/map-key.ts';
import { qrCode } from '../views/qr.ts';
import { pendingBlocks } from './layout-shift-guard.ts';
import { paperStyles, paperTablesStyles, paperWidgetsStyles } from './paper.styles.ts';
import { marksOf, rowsOfTwo, shortOf } from './print-blocks.ts';
import { adoptSheet, isAlone, layPages, MARK } from './print-pages.ts';

/** A report to be printed. */
export interface ReportPrint {
  readonly dataset: Dataset;
  readonly report: Report;
  /** The measure behind a figure in a text, by the place that its button names. */
  readonly measuredAt: (place: string) => Measured | undefined;
}

/** A report with everything that has to be waited for. It is laid at once then, as a browser that prints asks. */
export interface Prepared extends ReportPrint {
  readonly m: Localized;
}

/** Gets what a report on paper has to wait for. */
export async function preparePaper(host: LitElement, printed: ReportPrint): Promise<Prepared> {
  return { ...printed, m: await loadMessages(nearestLang(host), [report, paper, details]) };
}

/**
 * Has a report laid for paper whenever the browser itself prints: by its menu, its keys, or a button of the page.
 * @param printed returns the report as it is by then; null where there is none yet
 * @param signal ends it
 */
export async function getReady(
  host: LitElement,
  printed: () => ReportPrint | null,
  signal: AbortSignal,
): Promise<void> {
  const first = printed();
  if (!first || !isAlone(host)) return;
  const { m } = await preparePaper(host, first);
  const lay = (): void => {
    const now = printed();
    // Its own button has laid it by now, or another report of the page is printed.
    if (!now || dom.querySelector(`[${MARK}]`)) return;
    const takeAway = layPaper(host, { ...now, m });
    window.addEventListener('afterprint', takeAway, { once: true });
  };
  window.addEventListener('beforeprint', lay, { signal });
}

/**
 * Lays a report on paper. It must show everything it has by now.
 * @returns gives the screen back
 */
export function layPaper(host: LitElement, prepared: Prepared): () => void {
  const { dataset, report, m } = prepared;
  const root = host.renderRoot;
  const laid = new Laid();
  const coming = pendingBlocks(root);
  const model: Model = {
    ...prepared,
    publisher: report.publisher ?? dataset.manifest.publisher,
    date: dateInWords(dataset.manifest.updated, m.lang),
    day: dateInWords(today(), m.lang),
    address: liveAddress(),
    isIncomplete: coming.length > 0,
  };
  laid.then(layPages(host, footOf(model)));
  for (const styles of [paperStyles, paperTablesStyles]) laid.adopt(root, styles);
  for (const { shadowRoot } of root.querySelectorAll('*'))
    for (const styles of [paperWidgetsStyles, paperTablesStyles]) laid.adopt(shadowRoot, styles);
  laid.put(lead(model), 'lead', (box) => root.querySelector('.frame > .title')?.after(box));
  for (const text of root.querySelectorAll('.text')) {
    const figures = [...text.querySelectorAll<HTMLElement>('button.figure')];
    const measures = figures.flatMap(({ dataset: { place } }) => prepared.measuredAt(place ?? '')?.measure ?? []);
    if (measures.length) laid.put(sources(measures, model), 'sources', (box) => text.append(box));
  }
  for (const { shadowRoot } of root.querySelectorAll('ess-member-map')) explain(laid, shadowRoot, m);
  for (const block of coming) {
    laid.put(missing(block, model), 'left-out', (box) => block.before(box));
    laid.mark(block, 'on-its-way');
  }
  arrange(laid, root);
  laid.put(lastPage(model), 'last', (box) => endOf(root)?.append(box));
  for (const details of root.querySelectorAll<HTMLDetailsElement>('details:not(.checks, [open])')) {
    details.open = true;
    laid.then(() => {
      details.open = false;
    });
  }
  return laid.takeAway;
}

/** Everything that was put in place, to be taken away in one go. */
class Laid {
  readonly #undo: (() => void)[] = [];

  put(template: TemplateResult, name: string, place: (box: HTMLElement) => void): void {
    const box = dom.createElement('div');
    box.className = name;
    render(template, box);
    this.add(box, place);
  }

  add<E extends Element>(node: E, place: (node: E) => void): void {
    place(node);
    this.#undo.push(() => node.remove());
  }

  mark(node: Element, name: string): void {
    node.classList.add(name);
    this.#undo.push(() => node.classList.remove(name));
  }

  /** Gives a property a length, px. */
  size(block: HTMLElement, name: string, height: number): void {
    block.style.setProperty(name, `${height}px`);
    this.#undo.push(() => block.style.removeProperty(name));
  }

  adopt(root: DocumentFragment | HTMLElement | null, { styleSheet }: CSSResult): void {
    if (root instanceof ShadowRoot && styleSheet) this.then(adoptSheet(root, styleSheet));
  }

  then(undo: () => void): void {
    this.#undo.push(undo);
  }

  readonly takeAway = (): void => {
    for (const undo of this.#undo.splice(0)) undo();
  };
}

/** Returns the page that the report lives on: the address that its host names, else that of the page. */
function liveAddress(): string {
  const canonical = dom.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href;
  return canonical || location.href.replace(/#.*/, '');
}

/** The words of the parts that only paper has. */
interface Model {
  readonly dataset: Dataset;
  readonly report: Report;
  readonly m: Localized;
  readonly publisher: { readonly name: string };
  /** The date of the data, and the day of printing, in words. */
  readonly date: string;
  readonly day: string;
  /** The address of the page that the report lives on. */
  readonly address: string;
  /** Whether some of it had not come when it was printed. */
  readonly isIncomplete: boolean;
}

const footOf = ({ report, publisher, date, m }: Model): string =>
  m.text('paperFoot', { title: resolveText(report.title, m.lang).text, publisher: publisher.name, date });

/**
 * Draws the lines under the title: the publisher and the date of the figures. It also says whether some figures are not
 * there, which a reader of the first page would not know.
 */
const lead = ({ m, publisher, date, isIncomplete }: Model): TemplateResult =>
  html`<p>${publisher.name}</p><p>${m.content('paperData', { date })}</p>${isIncomplete ? html`<p class="incomplete">${m.content('paperIncomplete')}</p>` : nothing}`;

/** Writes where the figures of a text come from, because none of them can be opened on paper. */
function sources(measures: readonly Measure[], { dataset, m }: Model): TemplateResult {
  const places = new Map<string, { readonly source: SourceRef; readonly words: Set<string> }>();
  for (const measure of measures) {
    for (const source of measure.sources) {
      const { document, section, page } = source;
      const key = [document, section, page].join(' ');
      const place = places.get(key) ?? { source, words: new Set() };
      places.set(key, place);
      for (const word of wordsOf(measure)) place.words.add(m.text(word));
    }
  }
  const said = [...places.values()].map(
    ({ source, words }, at) =>
      html`${at ? ' ; ' : ''}${sourceReference(dataset, source, m)} (${[...words].join(', ')})`,
  );
  return html`<p>${m.content('paperSources')} ${said}</p>`;
}

/** Returns the words of the badges of a measure. */
function wordsOf(measure: Measure): readonly MessageKey[] {
  const { origin, doubts } = badgesOf(measure);
  return [origin, ...doubts].map((badge) => `quality_${badge}` as const);
}

/** Says under a map what its markers stand for, unless the map does so itself: somebody has been near it then. */
function explain(laid: Laid, map: ShadowRoot | null, m: Localized): void {
  const box = map?.querySelector('.map-box');
  if (!map || !box || map.querySelector('.map-key')) return;
  laid.adopt(map, mapKeyStyles);
  laid.put(mapKey(m), '', (key) => box.after(key));
}

/**
 * Writes the words in the place of a block that has not come. A map waits until its reader comes near, so its words name it
 * and the address that shows it.
 * @param room the room that the report keeps for the block, or the block itself while its data are on their way
 */
function missing(room: Element, { report, m, address }: Model): TemplateResult {
  if (!room.matches('.room.map')) return html`<p>${m.content('paperLeft')}</p>`;
  const id = room.closest<HTMLElement>('[data-section]')?.dataset['section'] ?? '';
  const maps = sectionsOf(report)
    .find(({ section }) => section.id === id)
    ?.section.blocks.filter(({ type }) => type === 'map');
  const places = [...(room.parentElement?.querySelectorAll(':scope > :is(.room.map, ess-member-map)') ?? [])];
  const title = maps?.[places.indexOf(room)]?.title;
  return html`${title ? html`<p class="heading">${domainText(title, m)}</p>` : nothing}
    <p>${m.content('paperLeftMap', { address: `${address}#${encodeURIComponent(id)}` })}</p>`;
}

/** Closes the last page with the address of the living report, as text and as a code to be photographed, and with the day. */
function lastPage({ m, address, day, publisher, dataset }: Model): TemplateResult {
  const { size, path } = qrCode(address);
  const { contact } = dataset.manifest;
  return html`<svg class="qr" role="img" viewBox="0 0 ${size} ${size}" aria-label=${m.text('paperQr', { address })}>${svg`<path d=${path} />`}</svg>
    <div><p class="heading">${m.content('paperLive')}</p><p class="address">${address}</p><p>${m.content('paperLiveWhy')}</p>
    <p class="small">${publisher.name}${contact ? html`, ${contact}` : nothing}. ${m.content('paperPrinted', { date: day })}.</p></div>`;
}

/** Returns the end of a report: the blocks of its last section, so that the last page has some of them. */
function endOf(root: ParentNode): Element | null | undefined {
  const last = [...root.querySelectorAll('.text, .blocks')].at(-1);
  return last?.matches('.blocks') ? last : root.querySelector('.frame > .body');
}

/** Marks each block with its place on the page. Short blocks are measured once all blocks have their width. */
function arrange(laid: Laid, root: ParentNode): void {
  for (const blocks of root.querySelectorAll('.blocks'))
    for (const [block, marks] of marksOf(blocks)) for (const mark of marks) laid.mark(block, mark);
  for (const tile of root.querySelectorAll('.tiles > *')) laid.mark(tile, 'tile');
  for (const block of shortOf(root.querySelectorAll('.blocks > *'))) laid.mark(block, 'short');
  for (const { left, right, height } of rowsOfTwo(root.querySelectorAll('.blocks > .left.short'))) {
    for (const block of [left, right]) laid.size(block, '--_row', height);
    const blocks = left.parentElement;
    if (blocks?.firstElementChild !== left) continue;
    laid.mark(blocks, 'in-two');
    laid.size(blocks, '--_first', height);
  }
}
