/** The account of a written file that `ess-geo boundaries --out file --json` prints. */
export interface BoundariesReport {
  /** INSEE code of the region. */
  readonly region: string;
  /** The file, as its user wrote it. */
  readonly out: string;
  /** Size of the file, before compression. */
  readonly bytes: number;
  /** Number of territories of each kind in the file. */
  readonly territories: {
    /** Communes. */
    readonly commune?: number;
    /** Groups of communes. */
    readonly epci?: number;
    /** Départements. */
    readonly departement?: number;
    /** 1 where the outline of the region is there. */
    readonly region?: number;
  };
  /** Features without a known code or without a polygon: their code, their name or their place in the file. */
  readonly skipped: readonly string[];
}
