/** The account of a written file that `ess-geo communes --out file --json` prints. */
export interface CommunesReport {
  /** The file, as its user wrote it. */
  readonly out: string;
  /** Size of the file, before compression. */
  readonly bytes: number;
  /** Number of communes in the file. */
  readonly communes: number;
  /** Number of communes that have a position. */
  readonly placed: number;
  /** Number of groups of communes in the file. */
  readonly epci: number;
  /** Records without a code or a name: their code, their name or their place in the file. */
  readonly skipped: readonly string[];
}
