/** The parts of the world beyond the ground of its map that a large directory lies in: its engine counts them. */
import { entryName } from '@ess-widgets/core/charts';
import type { Counts, DirectoryEntry } from '@ess-widgets/core/directory';
import type { Basemap, LonLatBox } from '@ess-widgets/core/geo';
import { isOff } from '@ess-widgets/core/geo';
import type { Dataset, Point } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import type { EssElement } from '../../base/element.ts';
import type { Content } from '../../base/frame.ts';
import type { Localized } from '../../texts/texts.ts';
import { knownWorldParts, restOf } from '../../world/elsewhere.ts';
import { offLine, Parts } from '../beyond.ts';
import type { LargeRequest } from './large-request.ts';

type Known = ReturnType<typeof knownWorldParts>;

/** Parts of the world in which the entries of a large directory lie, from the counts of its engine. */
export class LargeParts {
  readonly #host: EssElement;
  #parts: Parts | undefined;
  #own: Basemap | null = null;
  #known: Known = [];
  /** Positions of entries in none of the known parts: a view of one of them is a view of the rest of the world. */
  readonly #left = new Set<string>();
  #tallies: Counts['parts'] = [];

  constructor(host: EssElement) {
    this.#host = host;
  }

  /** Returns the parts of the world and which of them is shown; undefined until they are known. */
  get shown(): Parts | undefined {
    return this.#parts;
  }

  /**
   * Returns the boxes to be counted, that of the map's own ground first; undefined where no entry lies beyond it.
   * @param isOff somebody lies beyond the ground
   */
  boxes(ground: Basemap | null | undefined, isOff: boolean, dataset: Dataset): readonly LonLatBox[] | undefined {
    if (ground && !this.#parts?.areElsewhere && ground !== this.#own) {
      this.#own = ground;
      this.#known = [];
    }
    if (this.#own && isOff && this.#known.length === 0) {
      const [west = 0, south = 0, east = 0, north = 0] = this.#own.bbox;
      this.#parts ??= new Parts(this.#host);
      this.#known = knownWorldParts([west, south, east, north], dataset);
    }
    return this.#known.length > 0 ? this.#known.map(({ box }) => box) : undefined;
  }

  /** Learns who lies where. */
  learn(tallies: Counts['parts']): void {
    const rest = tallies.at(-1);
    if (!rest || tallies === this.#tallies) return;
    this.#tallies = tallies;
    for (const { first } of [rest.all, rest.shown]) if (first) this.#left.add(pointKey(first));
    this.#parts?.know([
      ...this.#known.filter(({ ground }, at) => ground === null || (tallies[at]?.all.n ?? 0) > 0),
      ...(rest.extent ? [restOf((point) => this.#left.has(pointKey(point)), rest.extent)] : []),
    ]);
  }

  /** Says how many entries lie beyond the ground of the map, with a button for each part. */
  line(
    { all, shown }: Counts,
    filtered: boolean,
    chosen: DirectoryEntry | null,
    { ground, m }: Pick<LargeRequest, 'ground' | 'm'>,
  ): Content {
    const name = chosen?.position && ground && isOff(ground, chosen.position) ? entryName(chosen, m) : null;
    return html`${offLine((filtered ? shown : all).off, name, m)}${this.#view(filtered, m)}`;
  }

  /** A button for each of them. */
  #view(filtered: boolean, m: Localized): Content {
    const numbers = new Map(this.#known.map(({ id }, at) => [id, this.#tallies[at]]));
    const rest = this.#tallies.at(-1);
    const held = (id: string) => (numbers.get(id) ?? rest)?.[filtered ? 'shown' : 'all'] ?? { n: 0, first: null };
    return this.#parts?.buttons(({ id }) => held(id), m) ?? nothing;
  }
}

const pointKey = ({ lon, lat }: Point): string => `${lon},${lat}`;
