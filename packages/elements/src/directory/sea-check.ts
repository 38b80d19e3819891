import { entryName } from '@ess-widgets/core/charts';
import type { DirectoryEntry } from '@ess-widgets/core/directory';
import { formatNumber } from '@ess-widgets/core/format';
import { type Basemap, isAtSea, isOff, isSwapped } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import { html } from 'lit';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { warn } from '../base/warn.ts';
import type { Localized } from '../texts/texts.ts';
import { offLine } from './off-line.ts';
import type { Directory } from './types.ts';
import { Parts } from './world-parts.ts';

/** Records that a line of the console names. */
const NAMED = 10;

/**
 * Finds the entries that a ground shows to be at sea, or the wrong way round: they lose their position, and the page's author is told
 * which. Those that lie beyond the ground keep theirs, and are said to be off the map.
 */
export class SeaCheck {
  #entries: readonly DirectoryEntry[] = [];
  #ground: Basemap | null = null;
  #revised: readonly DirectoryEntry[] = [];
  /** Entries that lost their position, each with its copy without it. */
  #without: ReadonlyMap<DirectoryEntry, DirectoryEntry> = new Map();
  #astray: ReadonlySet<DirectoryEntry> = new Set();
  /** Entries with latitude and longitude exchanged, each with its position before it was removed. */
  #swapped: ReadonlyMap<DirectoryEntry, NonNullable<DirectoryEntry['position']>> = new Map();
  /** Entries that lie beyond the ground. */
  #off: ReadonlySet<DirectoryEntry> = new Set();
  /** Parts of the world that entries beyond the ground lie in. */
  readonly parts: Parts;

  constructor(host: EssElement) {
    this.parts = new Parts(host);
  }

  /**
   * The same entries, those at sea without a position. Nothing is known without a ground.
   * @param own some position is not that of a territory
   */
  revise(
    entries: readonly DirectoryEntry[],
    ground: Basemap | null,
    own: boolean,
    dataset: Dataset,
  ): readonly DirectoryEntry[] {
    if (entries !== this.#entries || ground !== this.#ground) this.#judge(entries, ground, own);
    this.parts.learn(this.#revised, ground, this.#off.size > 0, dataset);
    return this.#revised;
  }

  #judge(entries: readonly DirectoryEntry[], ground: Basemap | null, own: boolean): void {
    this.#entries = entries;
    this.#ground = ground;
    // The findings of the map's own ground also hold while another part of the world is looked at.
    if (!this.parts.areElsewhere) this.#findAstray(entries, ground, own);
    const without = this.#without;
    this.#revised = without.size ? entries.map((entry) => without.get(entry) ?? entry) : entries;
    this.#off = new Set(
      ground ? this.#revised.filter(({ position }) => position !== null && isOff(ground, position)) : [],
    );
  }

  #findAstray(entries: readonly DirectoryEntry[], ground: Basemap | null, own: boolean): void {
    const found = (isWrong: typeof isAtSea): readonly DirectoryEntry[] =>
      ground ? entries.filter(({ position }) => position !== null && isWrong(ground, position)) : [];
    // The points of territories are known to be on land.
    const [astray, swapped] = own ? [found(isAtSea), found(isSwapped)] : [[], []];
    const without = new Map([...astray, ...swapped].map((entry) => [entry, { ...entry, position: null }]));
    this.#without = without;
    this.#astray = new Set(astray.flatMap((entry) => without.get(entry) ?? []));
    this.#swapped = new Map(
      swapped.flatMap((entry) => {
        const [revised, { position }] = [without.get(entry), entry];
        return revised && position ? [[revised, position] as const] : [];
      }),
    );
    if (astray.length) tell(astray, 'at sea');
    if (swapped.length) tell(swapped, 'with latitude and longitude the wrong way round');
  }

  /** A directory as its map can show it: what lies beyond the ground is not on it, which is said under the numbers. */
  seen(directory: Directory, selection: string | null, m: Localized): Directory {
    if (this.#off.size === 0 && !this.parts.areSeveral) return directory;
    const placed = (entry: DirectoryEntry): DirectoryEntry =>
      this.#off.has(entry) ? { ...entry, position: null } : entry;
    const { shown, everywhere } = directory;
    const off = this.#offLine(directory, selection, m);
    const apart = html`${directory.apart}${off}`;
    const revised = { shown: shown.map(placed), everywhere: everywhere.map(placed) };
    return { ...directory, ...revised, apart, off };
  }

  #offLine({ all, shown, filtered }: Directory, selection: string | null, m: Localized): Content {
    const entries = filtered ? shown : all;
    const off = entries.filter((entry) => this.#off.has(entry));
    const chosen = off.find(({ id }) => id === selection);
    return html`${offLine(off.length, chosen ? entryName(chosen, m) : null, m)}${this.parts.view(entries, m)}`;
  }

  /** A sentence about each of the revised entries that was at sea or the wrong way round: what it may be is proposed, no more. */
  remarks(entries: readonly DirectoryEntry[], m: Localized): readonly Content[] {
    if (this.#astray.size + this.#swapped.size === 0) return [];
    const written = (degrees: number): string => formatNumber(degrees, m.lang, { decimals: 4, fixed: false });
    return entries.flatMap((entry): Content[] => {
      const name = entryName(entry, m);
      if (this.#astray.has(entry)) return [m.content('overAtSea', { name })];
      const position = this.#swapped.get(entry);
      if (!position) return [];
      return [m.content('overSwapped', { name, lat: written(position.lon), lon: written(position.lat) })];
    });
  }
}

/** One line for each set of records, however often the data are read again. */
function tell(astray: readonly DirectoryEntry[], where: string): void {
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
