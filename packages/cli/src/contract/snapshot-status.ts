/** State of one source of a snapshot. */
export interface SourceStatus {
  /** Its name. */
  readonly name: string;
  /** Its address as the file has it, without a key; several are separated by spaces. */
  readonly src: string;
  /** `fresh` (read in this run), `kept` (its last good part stays) or `missing` (it has never been read). */
  readonly state: 'fresh' | 'kept' | 'missing';
  /** Time since which it is in that state, ISO 8601. */
  readonly since: string;
  /** Day of its data, `YYYY-MM-DD`; null where there are none. */
  readonly data: string | null;
  /** Records that it gives. */
  readonly records: number;
  /** Remarks on its form, which `ess-widgets check` shows. */
  readonly remarks: number;
  /** Reason why it was not read. */
  readonly message?: { readonly fr: string; readonly en: string };
}

/** Status of the last run of `ess-widgets snapshot`: the file `status.json`, and the output of `--json`. */
export interface SnapshotStatus {
  /** Time of the run, ISO 8601. */
  readonly at: string;
  /** `fresh`, `kept` (the part of some source is an older one, or missing) or `failed` (there are no data). */
  readonly state: 'fresh' | 'kept' | 'failed';
  /** Whether the data have changed, so that files were written besides this one. */
  readonly changed: boolean;
  readonly sources: readonly SourceStatus[];
}
