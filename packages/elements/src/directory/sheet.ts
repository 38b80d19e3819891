/** Sheets at the foot of the window: a widget too narrow for its filters, or for a card beside its map, has them there. */

import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { addStyles } from '../base/added-styles.ts';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { closeButton } from '../base/sheet.ts';
import type { Localized } from '../texts/texts.ts';
import { sheetStyles } from './sheet.styles.ts';

/** Content of a sheet. */
export interface SheetModel {
  readonly kind: 'choices' | 'member';
  /** Name of the sheet in the accessibility tree. */
  readonly label: string;
  readonly title: Content;
  readonly body: Content;
  /** Its last line, in sight however long the body is. */
  readonly foot?: Content;
  readonly close: () => void;
}

/** Whether the browser knows popovers, of which sheets are made. */
export const hasSheets = (): boolean => 'popover' in HTMLElement.prototype;

/**
 * Renders a sheet, which is shown by {@link showSheet} once it is drawn. A press beside it closes the filters; the card of a
 * member stays, because the map beside it is still moved.
 */
export function renderSheet({ kind, label, title, body, foot, close }: SheetModel, m: Localized): TemplateResult {
  return html`<div class="sheet ${kind}" popover=${kind === 'choices' ? 'auto' : 'manual'} role="dialog" aria-label=${label} tabindex="-1">
    <div class="sheet-head"><div class="sheet-title">${title}</div>${closeButton(close, m)}</div>
    <div class="sheet-body">${body}</div>
    ${foot ? html`<div class="sheet-foot">${foot}</div>` : nothing}
  </div>`;
}

/**
 * Shows a sheet: as wide as the window where that is a phone's, else as its widget.
 * @param takesFocus whether its visitor has asked for it
 */
export function showSheet(host: EssElement, sheet: HTMLElement, takesFocus: boolean): void {
  addStyles(host, [sheetStyles]);
  const { left, width } = host.getBoundingClientRect();
  sheet.style.setProperty('--_left', `${left}px`);
  sheet.style.setProperty('--_width', `${width}px`);
  if (!sheet.matches(':popover-open')) sheet.showPopover();
  if (takesFocus) sheet.focus({ preventScroll: true });
}

/** The sheet of the filters. Its button opens it; Escape, its own buttons and a press beside it close it. */
export class FilterSheet implements ReactiveController {
  readonly #host: EssElement;
  readonly #close: () => void;
  #box: HTMLElement | null = null;

  /** @param close marks the filters as closed */
  constructor(host: EssElement, close: () => void) {
    this.#host = host;
    this.#close = close;
    host.addController(this);
  }

  hostDisconnected(): void {
    // The browser hides what lies over the page with its widget.
    this.#close();
  }

  /**
   * Renders it.
   * @param choices the fields and chips
   * @param n number of results
   */
  view(choices: Content, n: number, m: Localized): Content {
    const foot = html`<button class="button" type="button" @click=${this.#leave}>${m.content('dirShowFound', { n })}</button>`;
    const label = m.text('dirFilters');
    return renderSheet({ kind: 'choices', label, title: label, body: choices, foot, close: this.#leave }, m);
  }

  /** Shows it once it is drawn. */
  hostUpdated(): void {
    const box = this.#host.renderRoot.querySelector<HTMLElement>('.sheet.choices');
    if (box === this.#box) return;
    this.#box = box;
    if (!box?.isConnected) return;
    showSheet(this.#host, box, true);
    box.addEventListener('toggle', ({ newState }) => {
      // It may be gone by now, or be shown anew.
      if (newState === 'closed' && box === this.#box) this.#leave();
    });
    // Nothing behind it has the focus unseen.
    box.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !box.contains(relatedTarget)) this.#close();
    });
  }

  readonly #leave = (): void => {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    this.#close();
    // Not from what the visitor has pressed beside it.
    if (!activeElement || this.#box?.contains(activeElement))
      this.#host.renderRoot.querySelector<HTMLElement>('.open-filters')?.focus({ preventScroll: true });
  };
}
