/** What an engine of a large directory is asked and what it answers. */
import type { Around, Beyond, LonLatBox, Point } from '../../geo/near.ts';
import type { DirectoryEntry } from '../directory.ts';
import type { Detail } from './details.ts';
import type { Clusters, ClusterView } from './gather.ts';
import type { Terms } from './terms.ts';

/** What an engine reads besides its columns. */
export interface Store {
  readonly details: (shard: number) => Promise<readonly Detail[]>;
  /** The words that begin like this one; with `wide`, all with its first letter. */
  readonly terms: (word: string, wide: boolean) => Promise<readonly Terms[]>;
  readonly ids: () => Promise<readonly string[]>;
}

/** What to keep. */
export interface Wish {
  /** Set by the page's author. */
  readonly where?: string | undefined;
  readonly territory?: string | undefined;
  /** Chosen by the visitor. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  readonly words: string;
  /** Nearest first, and only those within its radius. */
  readonly near: Around | null;
  /** One place of the map. */
  readonly within: LonLatBox | null;
  /** What the ground of the map shows: who lies beyond it is not on the map. All the world without one. */
  readonly ground?: LonLatBox | null;
  /** Parts of the world that they are to be counted in; each lies in the first that holds it. */
  readonly parts?: readonly LonLatBox[] | undefined;
}

/** A number of organisations, and how many of them have a position: on the map, or beyond its ground. */
export interface Tally {
  readonly n: number;
  readonly placed: number;
  readonly off: number;
}

/** How many lie in a part of the world, and where the first of them is. */
export interface Held {
  readonly n: number;
  readonly first: Point | null;
}

/** Who lies in a part of the world: of all that the page's author asks for, and of what the visitor left of it. */
export interface PartTally {
  readonly all: Held;
  readonly shown: Held;
  /** Around all of them; null for none. */
  readonly extent: LonLatBox | null;
}

/** How many there are. */
export interface Counts {
  /** What the page's author asks for. */
  readonly all: Tally;
  /** What the visitor's search and filters leave of it. */
  readonly shown: Tally;
  /** Collèges of all of them, with what choosing one alone would leave. */
  readonly colleges: readonly (readonly [id: string | null, count: number])[];
  readonly departements: readonly string[];
  /** Around those shown that are on the map; null for none. */
  readonly extent: LonLatBox | null;
  /** What a radius leaves out. */
  readonly beyond: Beyond;
  /** One for each part asked for, and one for what lies in none of them; none where no part was. */
  readonly parts: readonly PartTally[];
}

/**
 * One interface for an engine on this thread and for one in a worker. Several may share it: each says by a number of its own
 * which list it speaks of.
 */
export interface Engine {
  /** Filters, and counts what is left: pages and clusters are then those of this wish. */
  readonly counts: (wish: Wish, list?: number) => Promise<Counts>;
  /** Rows of the list, from one number to before another. */
  readonly page: (from: number, to: number, list?: number) => Promise<readonly DirectoryEntry[]>;
  readonly clusters: (view: ClusterView, list?: number) => Promise<Clusters>;
  /** Entries at places, in that order. */
  readonly entries: (places: readonly number[]) => Promise<readonly DirectoryEntry[]>;
  /** The place of an id, −1 for none. */
  readonly find: (id: string) => Promise<number>;
  /** How far down the list a place is, −1 if it is not in it. */
  readonly rank: (place: number, list?: number) => Promise<number>;
}
