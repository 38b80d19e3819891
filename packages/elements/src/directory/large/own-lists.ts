/** The lists of one element among those who share an engine. */
import type { Counts, DirectoryEntry, DirectoryQuery, Engine } from '@ess-widgets/core/directory';

/** Numbers that an element takes: one for its map, and one for a place of it. */
export const OWN_LISTS = 2;

/** The list of a map, and that of the rows of a place that is open on it: the map keeps its other markers meanwhile. */
export class OwnLists {
  /** Number of the map's list; the rows use it too while no place is open. */
  readonly map: number;
  readonly #engine: Engine;
  #rows: number;
  #turn = 0;
  #asked = '';
  #whole: Promise<Counts> | undefined;

  /** @param first the first of its {@link OWN_LISTS} numbers */
  constructor(engine: Engine, first: number) {
    this.#engine = engine;
    this.map = first;
    this.#rows = first;
  }

  /** Filters, and counts what is left for the rows; the map is around all that is left. */
  async counts(query: DirectoryQuery): Promise<Counts> {
    this.#turn += 1;
    const turn = this.#turn;
    const everywhere = { ...query, within: null };
    const key = JSON.stringify(everywhere);
    if (key !== this.#asked || !this.#whole) this.#whole = this.#engine.counts(everywhere, this.map);
    this.#asked = key;
    const number = query.within ? this.map + 1 : this.map;
    const own = query.within ? this.#engine.counts(query, number) : this.#whole;
    const [counts, { extent }] = await Promise.all([own, this.#whole]);
    // The query that was asked last decides.
    if (turn === this.#turn) this.#rows = number;
    return { ...counts, extent };
  }

  /** Rows, from one number to before another. */
  page(from: number, to: number): Promise<readonly DirectoryEntry[]> {
    return this.#engine.page(from, to, this.#rows);
  }
}
