/**
 * What a map says of entries that are not where its ground is land: those at sea, those the wrong way round, and how many lie
 * beyond it, in which parts of the world.
 */
import { entryName } from '@ess-widgets/core/charts';
import type { DirectoryEntry } from '@ess-widgets/core/directory';
import { formatNumber } from '@ess-widgets/core/format';
import type { Basemap } from '@ess-widgets/core/geo';
import type { Dataset, Point } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { warn } from '../base/warn.ts';
import { domainText } from '../texts/domain-text.ts';
import type { Localized } from '../texts/texts.ts';
import { type WorldPart, worldParts } from '../world/elsewhere.ts';

export { beyond as texts } from '../texts/beyond.fr.ts';

/**
 * Returns the line under the numbers that says how many entries lie beyond the ground of the map.
 * @param chosen name of the chosen entry, where it is one of them
 */
export function offLine(n: number, chosen: string | null, m: Localized): Content {
  if (n === 0) return nothing;
  const own = chosen === null ? nothing : html` ${m.content('overOffChosen', { name: chosen })}`;
  return html`<br>${m.content('overOff', { n })}<span aria-live="polite">${own}</span>`;
}

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

/** Records that a line of the console names. */
const NAMED = 10;

/** One line for each set of records, however often the data are read again. */
export function tell(astray: readonly DirectoryEntry[], where: string): void {
  if (astray.length === 0) return;
  const named = astray
    .slice(0, NAMED)
    .map(({ id, name, position }) => `"${id}" (${name.fr}: longitude ${position?.lon}, latitude ${position?.lat})`);
  const more = astray.length > NAMED ? ` and ${astray.length - NAMED} more` : '';
  const ids = astray.map(({ id }) => id).join(' ');
  warn(
    `position/${ids}`,
    `${where}, and so not on the map: ${named.join(', ')}${more}. Mend their longitude and latitude.`,
  );
}

/**
 * Returns a sentence about each entry that lost its position: what it may be is proposed, no more.
 * @param swapped those with latitude and longitude exchanged, each with the position it had
 */
export function strayRemarks(
  entries: readonly DirectoryEntry[],
  astray: ReadonlySet<DirectoryEntry>,
  swapped: ReadonlyMap<DirectoryEntry, NonNullable<DirectoryEntry['position']>>,
  m: Localized,
): readonly Content[] {
  const written = (degrees: number): string => formatNumber(degrees, m.lang, { decimals: 4, fixed: false });
  return entries.flatMap((entry): Content[] => {
    const name = entryName(entry, m);
    if (astray.has(entry)) return [m.content('overAtSea', { name })];
    const position = swapped.get(entry);
    if (!position) return [];
    return [m.content('overSwapped', { name, lat: written(position.lon), lon: written(position.lat) })];
  });
}
