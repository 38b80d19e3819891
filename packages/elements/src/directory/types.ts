import { type Categories } from '@ess-widgets/core/charts';
import type { DirectoryEntry } from '@ess-widgets/core/directory';
import type { Dataset, DirectoryLayer } from '@ess-widgets/core/model';
import type { Content } from '../base/frame.ts';
import type { FilterModel } from './filters.ts';
import type { Large } from './large/large-request.ts';

/** Number of entries, and how many of them are on the map. */
export interface Tally {
  readonly n: number;
  readonly placed: number;
}

/** A directory as it is shown now. */
export interface Directory {
  readonly dataset: Dataset;
  /** Entries that the page's author asks for. Empty for a large directory. */
  readonly all: readonly DirectoryEntry[];
  /** Entries that the visitor's search and filters leave of them, in the order of the list. A large one has those that have come. */
  readonly shown: readonly DirectoryEntry[];
  /** The same, whatever place of the map is open: a map keeps its other markers. Empty for a large directory. */
  readonly everywhere: readonly DirectoryEntry[];
  readonly categories: Categories;
  readonly filters: FilterModel;
  /** A search or a filter is in force. */
  readonly filtered: boolean;
  /** Says how many entries the period leaves out because they may lie outside it. */
  readonly apart?: Content;
  /** Says how many entries of a filtered directory lie beyond the ground of the map; for a whole one, `apart` says it too. */
  readonly off?: Content;
  /** Name of the territory asked for. */
  readonly territory: string | undefined;
  /** Numbers of what the page's author asks for, and of what the visitor's search and filters leave of it. */
  readonly tally: { readonly all: Tally; readonly shown: Tally };
  /** Numbers of what the page's author asks for, by layer. */
  readonly layers: ReadonlyMap<DirectoryLayer, Tally>;
  /** Further questions to a directory too large to be held by the page. */
  readonly large?: Large;
}
