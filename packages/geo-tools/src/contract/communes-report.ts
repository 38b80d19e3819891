/** The account of a written file that `ess-geo communes --out file --json` prints. */
export interface CommunesReport {
  /** The file, as its user wrote it. */
  readonly out: string;
  /** Size of the file, before compression. */
  readonly bytes: number;
  /** How many communes are in the file. */
  readonly communes: number;
  /** How many of them have a position. */
  readonly placed: number;
  /** How many groups of communes are in the file. */
  readonly epci: number;
  /** Records without a code or a name: their code, their name or their place in the file. */
  readonly skipped: readonly string[];
}
