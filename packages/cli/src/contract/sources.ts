/** Manner in which a source is read, where its lines or its answer do not tell. */
export interface SourceRecipe {
  /** Kind of what its lines are: `members` or `events`. */
  readonly kind?: 'members' | 'events';
  /** The table to read among several, or the sheet of a workbook, by its name or id. */
  readonly table?: string;
  /** Line of the headers, from 1. */
  readonly header?: number;
  /** Path of the list in an answer in JSON: `data.items`. */
  readonly records?: string;
  /** Header of the column whose text tells two records apart. */
  readonly id?: string;
  /** Field of each header, null for a column that is not read; `Nom#2` is the second column called so. Others are guessed. */
  readonly columns?: Readonly<Record<string, string | null>>;
  /** Zone of times that have none: `Europe/Brussels`. */
  readonly zone?: string;
  /** Word of the publisher that past events took place: `held`. */
  readonly past?: 'held';
  /** Fields that a server may give out, where it reads with a key. */
  readonly public?: readonly string[];
  /** What the source is called, and under which licence it is published. */
  readonly credit?: { readonly name: string; readonly licence?: string };
}

/** A source: where its data are, and how they are read. */
export interface DeclaredSource {
  /** Its address, or several whose records are joined: of a page or of data, as a widget takes it, or a file beside this one. */
  readonly src: string | readonly string[];
  /** What it is called where a widget credits it: `Nos adhérents`. */
  readonly title?: string;
  /** Kind of what it holds; by default its address or its data tell. */
  readonly kind?: 'members' | 'events' | 'figures';
  /** Id of its format; by default it is recognised. */
  readonly format?: string;
  readonly recipe?: SourceRecipe;
  /** Environment variable that holds its key, for the command line: `env:HELLOASSO`. A key itself is refused here. */
  readonly key?: string;
  /** Word of the publisher that past events took place: `held`. */
  readonly past?: 'held';
  /** Zone of times that have none: `Europe/Brussels`. By default that of the file. */
  readonly zone?: string;
  /** The table to read among several, by its name or id. */
  readonly table?: string;
  /** Collections that a snapshot keeps: `events`. All of them by default. */
  readonly need?: readonly string[];
}

/**
 * Sources that a site declares once, by name: for the tag of its pages, their providers, and the command line. All but
 * `reference`, `zone` and `sources` is for `ess-widgets snapshot`, which makes one data set of them.
 */
export interface Sources {
  readonly format: 'ess-sources/1';
  /**
   * By name, in small letters, digits and hyphens. In the order of their rank: of two that know one thing the first is right, and a
   * widget that names none shows the first that holds what it shows.
   */
  readonly sources: Readonly<Record<string, DeclaredSource>>;
  /** Address of the reference data, a manifest: communes, territories, ground and published figures. */
  readonly reference?: string;
  /** Zone of times that have none: `Europe/Paris`. */
  readonly zone?: string;
  /** Title of the data set of a snapshot; by default that of the first source. */
  readonly title?: string;
  readonly publisher?: { readonly name: string; readonly href?: string };
  readonly licence?: { readonly name: string; readonly href?: string };
  /** Address that a reader writes to. */
  readonly contact?: string;
  /** Language of the texts: `fr`. */
  readonly language?: string;
  /** Id of the network whose members the data have. */
  readonly network?: string;
  /** Time between two snapshots, in hours or days: `6h`, `1d`. A widget says that the data are late when it has passed. */
  readonly every?: string;
}
