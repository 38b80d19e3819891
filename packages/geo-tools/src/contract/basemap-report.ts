/** The account of a written file that `ess-geo basemap --out file --json` prints. */
export interface BasemapReport {
  /** The file, as its user wrote it. */
  readonly out: string;
  /** Size of the file, before compression. */
  readonly bytes: number;
  /** Size of the file as a server sends it. */
  readonly gzip: number;
  /** Metres of the smallest detail. */
  readonly detail: number;
  /** The view of the whole, in degrees: west, south, east, north. */
  readonly focus: readonly number[];
  /** Territories that the map is about. */
  readonly areas: readonly string[];
  /** Number of towns that it may name. */
  readonly towns: number;
  /** Parts of these territories that the view of the whole does not show: overseas, or beyond the antimeridian. */
  readonly aside: number;
  /** Number of these parts that the map cannot show at all. */
  readonly lost: number;
  /** Features without a polygon: their code, their name or their place in the file. */
  readonly skipped: readonly string[];
}
