/**
 * A report on paper: what a page of a screen does not have. It is put round what the report has drawn, and taken away
 * after printing: the report itself stays as light as a screen needs it.
 */
import { formatDate } from '@ess-widgets/core/internal/format/date';
import type { Report } from '@ess-widgets/core/internal/model/report/report-schema';
import { resolveText } from '@ess-widgets/core/internal/model/text';
import type { Dataset } from '@ess-widgets/core/model';
import { type CSSResult, type LitElement, render, type TemplateResult } from 'lit';
import { today } from '../base/clock.ts';
import { nearestLang } from '../base/language.ts';
import type { Measured } from '../base/measure-controller.ts';
import { coverDrawing } from '../map/cover.ts';
import { details } from '../texts/details.fr.ts';
import { paper } from '../texts/paper.fr.ts';
import { report } from '../texts/report.fr.ts';
import { type Localized, loadMessages } from '../texts/texts.ts';
import { mapKey, mapKeyStyles } from '../views/map-key.ts';
import { pendingBlocks } from './layout-shift-guard.ts';
import { paperStyles } from './paper.styles.ts';
import { marksOf, rowsOfTwo, shortOf } from './paper-blocks.ts';
import { targetsOf } from './paper-links.ts';
import { missingOnPaper } from './paper-missing.ts';
import { isAlone, layPages } from './paper-pages.ts';
import { paperPartsStyles } from './paper-parts.styles.ts';
import { contentsOnPaper, lastPage, leadOnPaper, type PaperModel, sourcesOnPaper } from './paper-parts.ts';
import { paperTablesStyles } from './paper-tables.styles.ts';
import { paperWidgetsStyles } from './paper-widgets.styles.ts';

/** What is printed. */
export interface Printed {
  readonly dataset: Dataset;
  readonly report: Report;
  /** Whether it is the whole report: a part of it has neither cover nor contents. */
  readonly isWhole: boolean;
  readonly basemap: string | undefined;
  /** The measure behind a figure in a text, by what its button says of its place. */
  readonly measuredAt: (place: string) => Measured | undefined;
}

/** The page that the report lives on: what its host calls it, else its address. */
export function liveAddress(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href;
  return canonical || location.href.replace(/#.*/, '');
}

/** Where a report ends: in the blocks of its last section, so that what closes it stands on a page with some of them. */
function endOf(root: ParentNode): Element | null | undefined {
  const last = [...root.querySelectorAll('.text, .blocks')].at(-1);
  return last?.matches('.blocks') ? last : root.querySelector('.frame > .body');
}

/** Everything that was put in place, to be taken away in one go. */
class Laid {
  readonly #undo: (() => void)[] = [];

  put(template: TemplateResult, name: string, place: (box: HTMLElement) => void): void {
    const box = document.createElement('div');
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
    if (!(root instanceof ShadowRoot) || !styleSheet) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    this.#undo.push(() => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
    });
  }

  then(undo: () => void): void {
    this.#undo.push(undo);
  }

  readonly takeAway = (): void => {
    for (const undo of this.#undo.splice(0)) undo();
  };
}

/** What a report on paper needs that has to be waited for: afterwards it is laid at once, as a browser asks that prints. */
export interface Prepared extends Printed {
  readonly m: Localized;
  readonly drawing: SVGSVGElement | null;
}

/** Gets what a report on paper needs. */
export async function preparePaper(host: LitElement, printed: Printed): Promise<Prepared> {
  const { dataset, basemap, isWhole } = printed;
  const [m, drawing] = await Promise.all([
    loadMessages(nearestLang(host), [report, paper, details]),
    isWhole && isAlone(host) ? coverDrawing(dataset, basemap) : null,
  ]);
  return { ...printed, m, drawing };
}

/**
 * Puts a report on paper. It must show everything it has by now.
 * @returns gives the screen back
 */
export function layPaper(host: LitElement, prepared: Prepared): () => void {
  const { dataset, report, isWhole, m, drawing } = prepared;
  const root = host.renderRoot;
  const laid = new Laid();
  const publisher = report.publisher ?? dataset.manifest.publisher;
  const date = formatDate(dataset.manifest.updated, m.lang);
  const title = resolveText(report.title, m.lang).text;
  const coming = pendingBlocks(root);
  const model = {
    ...prepared,
    publisher,
    date,
    day: formatDate(today(), m.lang),
    address: liveAddress(),
    isIncomplete: coming.length > 0,
  };

  laid.then(
    layPages(host, { foot: m.text('paperFoot', { title, publisher: publisher.name, date }), isBled: drawing !== null }),
  );
  dress(laid, root);
  const frame = root.querySelector('.frame');
  if (drawing) laid.add(drawing, (node) => frame?.prepend(node));
  laid.put(leadOnPaper(model), 'lead', (box) => root.querySelector('.frame > .title')?.after(box));
  if (isWhole) {
    laid.put(contentsOnPaper(model), 'index', (box) => root.querySelector('.columns')?.prepend(box));
    for (const [heading, target, slot] of targetsOf(root)) {
      laid.add(slot, (each) => heading.prepend(each));
      laid.add(target, (each) => host.append(each));
    }
  }
  for (const text of root.querySelectorAll('.text')) {
    const places = [...text.querySelectorAll<HTMLElement>('button.figure')].map(
      ({ dataset: { place } }) => place ?? '',
    );
    const measures = places.flatMap((place) => prepared.measuredAt(place)?.measure ?? []);
    if (measures.length) laid.put(sourcesOnPaper(measures, model), 'sources', (box) => text.append(box));
  }
  for (const { shadowRoot } of root.querySelectorAll('ess-member-map')) explain(laid, shadowRoot, m);
  leaveOut(laid, coming, model);
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

/** What the report and its widgets wear on paper. */
function dress(laid: Laid, root: HTMLElement | DocumentFragment): void {
  for (const styles of [paperStyles, paperPartsStyles, paperTablesStyles]) laid.adopt(root, styles);
  for (const { shadowRoot } of root.querySelectorAll('*'))
    for (const styles of [paperWidgetsStyles, paperTablesStyles]) laid.adopt(shadowRoot, styles);
}

/** Says under a map what its markers stand for, unless somebody has been near it: it does so itself then. */
function explain(laid: Laid, map: ShadowRoot | null, m: Localized): void {
  const box = map?.querySelector('.map-box');
  if (!map || !box || map.querySelector('.map-key')) return;
  laid.adopt(map, mapKeyStyles);
  laid.put(mapKey(m), '', (key) => box.after(key));
}

/** Puts a word in the place of each block that has not come. */
function leaveOut(laid: Laid, coming: readonly Element[], model: PaperModel): void {
  for (const block of coming) {
    laid.put(missingOnPaper(block, model), 'left-out', (box) => block.before(box));
    laid.mark(block, 'on-its-way');
  }
}

/** Says of every block how it stands on its page; of the last ones, once all of them have their width. */
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
