/** Contract of the engine of a directory: its queries and its answers. */
import type { Around, LonLatBox, OutsideRadius } from '../../geo/index.ts';
import type { Point } from '../../model/index.ts';
import type { DirectoryEntry } from '../directory.ts';
import type { Detail } from './details.ts';
import type { Clusters, ClusterView } from './gather.ts';
import type { Terms } from './terms.ts';

/** Files or lists that an engine reads besides its columns. */
export interface Store {
  readonly details: (shard: number) => Promise<readonly Detail[]>;
  /** Gives the words that begin like this one; with `wide`, all with its first letter. */
  readonly terms: (word: string, wide: boolean) => Promise<readonly Terms[]>;
  readonly ids: () => Promise<readonly string[]>;
}

/** Query of a directory: which entries are kept, in which order, and in which parts they are counted. */
export interface DirectoryQuery {
  /** Set by the page's author, of {@link columnKeys}: a pair of another key keeps nothing. */
  readonly where?: string | undefined;
  readonly territory?: string | undefined;
  /** Chosen by the visitor. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  readonly words: string;
  /** Nearest first, and only those within its radius. */
  readonly near: Around | null;
  /** One place of the map, whose rows are asked for. */
  readonly within: LonLatBox | null;
  /** Box of the ground of the map: an entry beyond it is not on the map. Without a ground all the world is. */
  readonly ground?: LonLatBox | null;
  /** Parts of the world that they are to be counted in; each lies in the first that holds it. */
  readonly parts?: readonly LonLatBox[] | undefined;
}

/** Number of entries, and how many of them have a position: on the map, or beyond its ground. */
interface Tally {
  readonly n: number;
  readonly placed: number;
  readonly off: number;
}

/** Number of entries with a position in a part of the world, and the position of the first. */
export interface PlacedCount {
  readonly n: number;
  readonly first: Point | null;
}

/** Entries in a part of the world: of all that the page's author asks for, and of those that the visitor's filters leave. */
export interface PartTally {
  readonly all: PlacedCount;
  readonly shown: PlacedCount;
  /** Around all of them; null for none. */
  readonly extent: LonLatBox | null;
}

/** Numbers of a directory. */
export interface Counts {
  /** Entries that the page's author asks for. */
  readonly all: Tally;
  /** Entries that the visitor's search and filters leave of them. */
  readonly shown: Tally;
  /** Collèges of all of them, with the number that choosing one alone would leave. */
  readonly colleges: readonly (readonly [id: string | null, count: number])[];
  readonly departements: readonly string[];
  /** Around those shown that are on the map; null for none. */
  readonly extent: LonLatBox | null;
  /** Entries that a radius leaves out. */
  readonly beyond: OutsideRadius;
  /** One for each part asked for, and one for the rest of the world; none where no part was asked for. */
  readonly parts: readonly PartTally[];
}

/**
 * One interface for an engine on this thread and for one in a worker. Several may share it: each says by a number of its own
 * which list it speaks of.
 */
export interface Engine {
  /** Filters, and counts what is left: pages and clusters are then those of this query. */
  readonly counts: (query: DirectoryQuery, list?: number) => Promise<Counts>;
  /** Rows of the list, from one number to before another. */
  readonly page: (from: number, to: number, list?: number) => Promise<readonly DirectoryEntry[]>;
  readonly clusters: (view: ClusterView, list?: number) => Promise<Clusters>;
  /** Entries at places, in that order. */
  readonly entries: (places: readonly number[]) => Promise<readonly DirectoryEntry[]>;
  /** The place of an id, −1 for none. */
  readonly find: (id: string) => Promise<number>;
  /** The rank of a place in the list, −1 if it is not in it. */
  readonly rank: (place: number, list?: number) => Promise<number>;
}
