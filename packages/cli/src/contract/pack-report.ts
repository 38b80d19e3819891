/** Files of one kind in a packed folder. */
export interface PackedFiles {
  /**
   * Kind of the files: `columns` (the map, filters and counts), `details` (cards and lists), `words` (the search),
   * `ids`, or `records` and other files as they were.
   */
  readonly kind: 'columns' | 'details' | 'words' | 'ids' | 'copied';
  /** Number of files. */
  readonly files: number;
  /** Bytes on the disk; the first four kinds are compressed as they lie there. */
  readonly bytes: number;
}

/** Output of `ess-widgets pack --json`. */
export interface PackReport {
  /** Packed source: a path from the current folder, or an address. */
  readonly source: string;
  /** Id of the data set. */
  readonly dataset: string;
  /** The manifest that was written: a path from the current folder. */
  readonly manifest: string;
  /** Organisations in it. */
  readonly organisations: number;
  /** Number of organisations that have a position. */
  readonly placed: number;
  /** Files written besides the manifest, by kind. */
  readonly files: readonly PackedFiles[];
}
