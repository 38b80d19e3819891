import type { DirectoryEntry } from '@ess-widgets/core/internal/directory/directory';
import type { Dataset } from '@ess-widgets/core/model';
import type { Content } from '../base/frame.ts';
import type { Categories } from './categories.ts';
import type { FilterModel } from './filters.ts';
import type { Large } from './large/large-request.ts';

/** A number of entries, and how many of them have a position. */
export interface Tally {
  readonly n: number;
  readonly placed: number;
}

/** A directory as it is shown now. */
export interface Directory {
  readonly dataset: Dataset;
  /** What the page's author asks for. */
  readonly all: readonly DirectoryEntry[];
  /** What the visitor's search and filters leave of it, in the order of the list. */
  readonly shown: readonly DirectoryEntry[];
  /** The same, whatever place of the map is open: a map keeps its other markers. Empty for a large directory. */
  readonly everywhere: readonly DirectoryEntry[];
  readonly categories: Categories;
  readonly filters: FilterModel;
  /** A search or a filter is in force. */
  readonly filtered: boolean;
  /** What the period leaves out because it may lie outside, in words. */
  readonly apart?: Content;
  /** What of a filtered directory lies beyond the ground of the map, in words; of a whole one, `apart` says it too. */
  readonly off?: Content;
  /** Name of the territory asked for. */
  readonly territory: string | undefined;
  /** Numbers of a directory too large to be held: `all` is empty then, and `shown` has the rows that have come. */
  readonly tally?: { readonly all: Tally; readonly shown: Tally };
  /** What else is asked of it. */
  readonly large?: Large;
}
