import { entryName } from '@ess-widgets/core/charts';
import type { DirectoryEntry } from '@ess-widgets/core/directory';
import { type Basemap, isAtSea, isOff, isSwapped } from '@ess-widgets/core/geo';
import type { Dataset } from '@ess-widgets/core/model';
import { html } from 'lit';
import type { EssElement } from '../base/element.ts';
import type { Content } from '../base/frame.ts';
import { Late } from '../base/late.ts';
import type { Localized } from '../texts/texts.ts';
import type * as beyondCode from './beyond.ts';
import type { Directory } from './types.ts';

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
  readonly #host: EssElement;
  /** Comes where some entry lies at sea, the wrong way round or beyond the ground. */
  readonly #beyond: Late<typeof beyondCode>;
  #parts: beyondCode.Parts | undefined;

  constructor(host: EssElement) {
    this.#host = host;
    this.#beyond = new Late(host, 'what lies beyond the map', () => host.withTexts(import('./beyond.ts')));
  }

  /** Parts of the world that entries beyond the ground lie in; undefined where there are none, or their code is not there yet. */
  get parts(): beyondCode.Parts | undefined {
    const code = this.#off.size > 0 ? this.#beyond.ask() : null;
    if (code) this.#parts ??= new code.Parts(this.#host);
    return this.#parts;
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
    this.parts?.learn(this.#revised, ground, this.#off.size > 0, dataset);
    return this.#revised;
  }

  #judge(entries: readonly DirectoryEntry[], ground: Basemap | null, own: boolean): void {
    this.#entries = entries;
    this.#ground = ground;
    // The findings of the map's own ground also hold while another part of the world is looked at.
    if (!this.#parts?.areElsewhere) this.#findAstray(entries, ground, own);
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
    if (without.size > 0)
      void this.#beyond.load().then((code) => {
        code?.tell(astray, 'at sea');
        code?.tell(swapped, 'with latitude and longitude the wrong way round');
      });
  }

  /** A directory as its map can show it: what lies beyond the ground is not on it, which is said under the numbers. */
  seen(directory: Directory, selection: string | null, m: Localized): Directory {
    if (this.#off.size === 0 && !this.#parts?.areSeveral) return directory;
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
    const line = this.#beyond.code?.offLine(off.length, chosen ? entryName(chosen, m) : null, m);
    return html`${line}${this.#parts?.view(entries, m)}`;
  }

  /** A sentence about each of the revised entries that was at sea or the wrong way round: what it may be is proposed, no more. */
  remarks(entries: readonly DirectoryEntry[], m: Localized): readonly Content[] {
    if (this.#without.size === 0) return [];
    return this.#beyond.ask()?.strayRemarks(entries, this.#astray, this.#swapped, m) ?? [];
  }
}
