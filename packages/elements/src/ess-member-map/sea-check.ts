import { type Basemap, type DirectoryEntry, isAtSea } from '@ess-widgets/core/geo';
import { nameOf } from '../internal/directory/texts.ts';
import { type Content } from '../internal/frame.ts';
import { warn } from '../internal/warn.ts';
import type { Localized } from '../messages/messages.ts';

/** How many records a line of the console names. */
const NAMED = 10;

/** Finds the entries that a ground shows to be at sea: they lose their position, and the page's author is told which. */
export class SeaCheck {
  #entries: readonly DirectoryEntry[] = [];
  #ground: Basemap | null = null;
  #revised: readonly DirectoryEntry[] = [];
  #astray: ReadonlySet<DirectoryEntry> = new Set();

  /** The same entries, those at sea without a position. Nothing is known without a ground. */
  revise(entries: readonly DirectoryEntry[], ground: Basemap | null): readonly DirectoryEntry[] {
    if (entries === this.#entries && ground === this.#ground) return this.#revised;
    this.#entries = entries;
    this.#ground = ground;
    const astray = ground ? entries.filter(({ position }) => position !== null && isAtSea(ground, position)) : [];
    const without = new Map(astray.map((entry) => [entry, { ...entry, position: null }]));
    this.#revised = astray.length ? entries.map((entry) => without.get(entry) ?? entry) : entries;
    this.#astray = new Set(without.values());
    if (astray.length) tell(astray);
    return this.#revised;
  }

  /** A sentence about each of the revised entries that was at sea. */
  remarks(entries: readonly DirectoryEntry[], m: Localized): readonly Content[] {
    if (this.#astray.size === 0) return [];
    return entries
      .filter((entry) => this.#astray.has(entry))
      .map((entry) => m.content('dirAtSea', { name: nameOf(entry, m) }));
  }
}

/** One line for each set of records, however often the data are read again. */
function tell(astray: readonly DirectoryEntry[]): void {
  const named = astray
    .slice(0, NAMED)
    .map(({ id, name, position }) => `"${id}" (${name.fr}: longitude ${position?.lon}, latitude ${position?.lat})`);
  const more = astray.length > NAMED ? ` and ${astray.length - NAMED} more` : '';
  const ids = astray.map(({ id }) => id).join(' ');
  warn(
    `position/${ids}`,
    `at sea, and so not on the map: ${named.join(', ')}${more}. Mend their longitude and latitude.`,
  );
}
