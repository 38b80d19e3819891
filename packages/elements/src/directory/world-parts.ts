import type { DirectoryEntry } from '@ess-widgets/core/directory';
import { formatNumber } from '@ess-widgets/core/format';
import type { Basemap } from '@ess-widgets/core/geo';
import type { Dataset, Point } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { type WorldPart, worldParts } from '../world/elsewhere.ts';

/** A part that fewer than this share of the entries lie in has no button: the line of those beyond the map counts them. */
const LEAST = 0.1;

/** Function that counts the entries in a part, and gives the position of one of them. */
type HeldIn = (part: WorldPart) => { readonly n: number; readonly first: Point | null };

/**
 * The parts of the world that members lie in, where some lie beyond the ground of the map: a visitor goes from one to the
 * other. Which one is looked at is said by the view, `lon,lat,zoom`, which a link shares.
 */
export class Parts {
  readonly #host: EssElement;
  #entries: readonly DirectoryEntry[] = [];
  #all: readonly WorldPart[] = [];
  #seen: WorldPart | null = null;

  constructor(host: EssElement) {
    this.#host = host;
  }

  /** Whether there is another one to go to. */
  get areSeveral(): boolean {
    return this.#all.length > 1;
  }

  /** Whether the map shows another part than that of its own ground. */
  get areElsewhere(): boolean {
    return this.#seen !== null;
  }

  /** The part that a view is of, null for that of the map's own ground. */
  at(view: string | null): WorldPart | null {
    if (!view) this.#seen = null;
    else {
      const [lon = 0, lat = 0] = view.split(',').map(Number);
      const at = { lon, lat };
      // A visitor who moves the map as far as another part stays on the ground that is there.
      const parts = this.#seen?.covers(at) ? [this.#seen] : this.#all;
      const part = parts.find(({ holds }) => holds(at)) ?? parts.find(({ covers }) => covers(at));
      this.#seen = part?.ground ? part : null;
    }
    return this.#seen;
  }

  /**
   * Learns which there are from the ground that the map has by itself.
   * @param isOff some of the entries lie beyond it
   */
  learn(entries: readonly DirectoryEntry[], ground: Basemap | null, isOff: boolean, dataset: Dataset): void {
    if (!ground || this.#seen || entries === this.#entries) return;
    this.#entries = entries;
    const points = isOff ? entries.flatMap(({ position }) => position ?? []) : [];
    this.#all = worldParts(ground.bbox, points, dataset);
  }

  /** Learns which there are from who has counted them. */
  know(all: readonly WorldPart[]): void {
    this.#all = all;
  }

  /** A button for each part, with how many of these entries lie in it. */
  view(entries: readonly DirectoryEntry[], m: Localized): Content {
    const held = entries.flatMap(({ position }) => {
      const part = position && this.#all.find(({ holds }) => holds(position));
      return position && part ? [{ part, position }] : [];
    });
    return this.buttons((part) => {
      const own = held.filter((one) => one.part === part);
      return { n: own.length, first: own[0]?.position ?? null };
    }, m);
  }

  /** A button for each part that enough lie in, besides that in sight, and the one that the map shows by itself. */
  buttons(heldIn: HeldIn, m: Localized): Content {
    if (!this.areSeveral) return nothing;
    const held = this.#all.map((part) => ({ part, ...heldIn(part) }));
    const least = LEAST * held.reduce((sum, { n }) => sum + n, 0);
    const shown = held.filter(({ part, n }) => !part.ground || part.id === this.#seen?.id || (n > 0 && n >= least));
    if (shown.length < 2) return nothing;
    const buttons = shown.map(({ part, n, first }) => {
      const isSeen = part.id === (this.#seen ?? this.#all[0])?.id;
      const view = part.ground && first ? `${first.lon},${first.lat},1` : null;
      return html`<button class="chip ${isSeen ? 'pressed' : ''}" type="button" aria-pressed=${isSeen}
        @click=${() => this.#host.provider.request({ view })}>${typeof part.name === 'string' ? m.content(part.name) : domainText(part.name, m)}
        <span class="chip-count">${formatNumber(n, m.lang)}</span></button>`;
    });
    return html`<span class="chips screen" role="group" aria-label=${m.text('overParts')}>${buttons}</span>`;
  }
}
