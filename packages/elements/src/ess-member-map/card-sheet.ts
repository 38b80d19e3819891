import { entryLine, entryName } from '@ess-widgets/core/charts';
import { html, nothing } from 'lit';
import type { Content } from '../base/frame.ts';
import { type RowActions, type RowsModel, renderMoreOf } from '../directory/rows.ts';
import { hasSheets, renderSheet, showSheet } from '../directory/sheet.ts';
import type { MapEngine } from '../map/types.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { symbol } from '../views/symbols.ts';
import type { EssMemberMap } from './ess-member-map.ts';

/** Share of a map that is in sight where its card is shown. */
const SEEN = 0.5;
/** Room between a marker and the card under it, px. */
const GAP = 12;

/**
 * The card of the marker that is chosen, as a sheet under a narrow map. It goes where the visitor scrolls the map away, and
 * comes back with it: over another part of the page it would be in the way.
 */
export class CardSheet {
  readonly #host: EssMemberMap;
  #watch: IntersectionObserver | undefined;
  /** The marker that has the focus once the card is closed. */
  #marker: HTMLElement | null = null;
  #isAsked = false;
  #close: (() => void) | null = null;
  /** Box, map and entry that were drawn last. */
  #drawn: readonly [box: HTMLElement | null, engine: MapEngine | null, id: string] = [null, null, ''];
  #id = '';

  constructor(host: EssMemberMap) {
    this.#host = host;
    host.addEventListener('keydown', this.#onKey);
  }

  /**
   * Renders the card of the first entry.
   * @param isAsked whether the visitor has chosen it on this map, not on another widget or by the address of the page
   * @returns null where there is none, or the browser has no sheets
   */
  view(model: RowsModel, actions: RowActions, isAsked: boolean, m: Localized): Content | null {
    const [entry] = model.entries;
    if (!entry || !hasSheets() || !m.has('cardClose')) return null;
    this.#id = entry.id;
    this.#isAsked = isAsked;
    const close = (): void => {
      actions.select(entry);
      if (this.#marker?.isConnected) this.#marker.focus({ preventScroll: true });
      else this.#drawn[1]?.focusViewport();
    };
    this.#close = close;
    const { tone } = model.categories.of(entry);
    const hollow = entry.position !== null && entry.position.precision !== 'address';
    const distance = model.distance?.(entry);
    return renderSheet(
      {
        kind: 'member',
        label: entryName(entry, m),
        title: html`${symbol(tone.shape, { cssVar: tone.cssVar, hollow })}<span>${domainText(entry.name, m)}</span>`,
        body: html`<p class="detail">${distance ? html`<strong class="distance">${distance}</strong> · ` : nothing}${entryLine(entry, model.categories, m, true)}</p>
          ${renderMoreOf(entry, model, actions, m)}`,
        close,
      },
      m,
    );
  }

  /** Shows it, when the element has updated. */
  draw(engine: MapEngine | null): void {
    const box = this.#host.renderRoot.querySelector<HTMLElement>('.sheet.member');
    const [lastBox, lastEngine, lastId] = this.#drawn;
    if (box === lastBox && engine === lastEngine && (!box || this.#id === lastId)) return;
    this.#drawn = [box, engine, this.#id];
    this.#watch?.disconnect();
    if (!box?.isConnected || !engine) return;
    this.#marker = this.#host.renderRoot.querySelector('.marker.selected');
    // It is asked for once: a widget that is moved in its page takes no focus.
    if (this.#isAsked && (!lastBox || this.#id !== lastId)) this.#show(box, engine, true);
    this.#watch = new IntersectionObserver(
      (entries) => {
        const isSeen = (entries.at(-1)?.intersectionRatio ?? 0) >= SEEN;
        if (isSeen === box.matches(':popover-open')) return;
        if (isSeen) this.#show(box, engine, false);
        else {
          if (box.matches(':focus-within')) this.#marker?.focus({ preventScroll: true });
          box.hidePopover();
        }
      },
      { threshold: SEEN },
    );
    this.#watch.observe(engine.stage);
  }

  /** Shows the card with its marker above it. A visitor who has asked for it sees half of the map at least. */
  #show(box: HTMLElement, engine: MapEngine, isAsked: boolean): void {
    showSheet(this.#host, box, isAsked);
    box.scrollTop = 0;
    // It may be on its way there.
    const top = innerHeight - box.offsetHeight;
    const seen = () => {
      const stage = engine.stage.getBoundingClientRect();
      return [Math.max(0, stage.top), Math.min(top, stage.bottom), stage.height] as const;
    };
    const [from, to, height] = seen();
    if (isAsked && to - from < height * SEEN) engine.stage.scrollIntoView({ block: 'start', behavior: 'instant' });
    const marker = this.#marker?.getBoundingClientRect();
    if (!marker || marker.bottom + GAP < top) return;
    const [start, end] = seen();
    engine.pan(0, (start + end) / 2 - (marker.top + marker.bottom) / 2);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const [box] = this.#drawn;
    if (event.key !== 'Escape' || event.defaultPrevented || !box?.matches(':popover-open')) return;
    // Boxes that lie above it are closed before it.
    if (this.#host.renderRoot.querySelector(':popover-open:not(.member)')) return;
    // The key is cancelled, so that a dialog around the widget stays open.
    event.preventDefault();
    this.#close?.();
  };
}
