import { partsInView } from '@ess-widgets/core/charts';
import type { DirectoryEntry } from '@ess-widgets/core/directory';
import type { RowsModel } from '../directory/rows.ts';
import type { LonLatBox, MapView } from '../map/types.ts';
import type { Localized } from '../texts/texts.ts';

/** The element whose list it is. */
interface ListHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  requestUpdate(): void;
}

/**
 * Puts the rows of a list in the order of its map: what is in view, what is elsewhere on it, what has no position, in one line. A list that
 * somebody reads stays as it is until the pointer and the focus have left it.
 */
export class ListInView {
  readonly #host: ListHost;
  /** Box of the map that the list follows; null for all of it. */
  #box: LonLatBox | null = null;
  #seen: LonLatBox | null = null;
  /** The visitor has opened what has no position. */
  #isUnfolded = false;

  constructor(host: ListHost) {
    this.#host = host;
  }

  /** The map has come to rest at a view. */
  readonly moved = ({ zoom, bbox }: MapView): void => {
    this.#seen = zoom > 1.001 ? bbox : null;
    this.#follow();
  };

  /** The pointer or the focus has left the list. */
  readonly left = (): void => void requestAnimationFrame(() => this.#follow());

  /**
   * Returns the rows by their parts, each of which says how many it has.
   * @param onMap the same entries as the map can show them: without a position where it shows none
   */
  of(rows: RowsModel, onMap: readonly DirectoryEntry[], m: Localized): RowsModel {
    const parts = partsInView(rows.entries, onMap, this.#box).map(({ key, entries, isFolded }) => {
      const isChosen = entries.some(({ id }) => id === rows.selection);
      return {
        title: m.text(key, { n: entries.length }),
        entries,
        ...(isFolded && !rows.printing ? { fold: { open: this.#isUnfolded || isChosen, turn: this.#turn } } : {}),
      };
    });
    const folded = parts.reduce((sum, { fold, entries }) => sum + (fold ? entries.length : 0), 0);
    const entries = parts.flatMap((part) => part.entries);
    const total = rows.total - folded;
    return { ...rows, entries, parts, total, limit: Math.min(rows.limit, entries.length - folded) };
  }

  readonly #turn = (open: boolean): void => {
    if (open === this.#isUnfolded) return;
    this.#isUnfolded = open;
    this.#host.requestUpdate();
  };

  #follow(): void {
    if (this.#box?.join() === this.#seen?.join()) return;
    const list = this.#host.renderRoot.querySelector('.list-panel');
    if (list?.matches(':hover, :focus-within')) return;
    this.#box = this.#seen;
    const scroller = list?.querySelector('.scroller');
    if (scroller) scroller.scrollTop = 0;
    this.#host.requestUpdate();
  }
}
