/** A source of a snapshot. */
export interface SnapshotSourceConfig {
  /** Address of the page or of the data, as a widget takes it, or a file beside the configuration. */
  readonly src: string;
  /** Id of its format; by default it is recognised. */
  readonly format?: string;
  /** Environment variable that holds its key: `env:HELLOASSO`. A key itself is refused here. */
  readonly key?: string;
  /** Word of the publisher that past events took place: `held`. */
  readonly past?: 'held';
  /** Zone of times that have none: `Europe/Brussels`. */
  readonly zone?: string;
  /** The table to read among several, by its name or id. */
  readonly table?: string;
  /** Collections to keep: `events`. All of them by default. */
  readonly need?: readonly string[];
}

/** Configuration of `ess-widgets snapshot`: one data set of several sources. */
export interface SnapshotConfig {
  /** In the order of their rank: of two that know one thing the first is right. */
  readonly sources: readonly SnapshotSourceConfig[];
  /** Title of the data set; by default that of the first source. */
  readonly title?: string;
  readonly publisher?: { readonly name: string; readonly href?: string };
  readonly licence?: { readonly name: string; readonly href?: string };
  /** Address that a reader writes to. */
  readonly contact?: string;
  /** Language of the texts: `fr`. */
  readonly language?: string;
  /** Id of the network whose members the data have. */
  readonly network?: string;
  /** Time between two runs, in hours or days: `6h`, `1d`. A widget says that the data are late when it has passed. */
  readonly every?: string;
}
