import type { ReactiveControllerHost } from 'lit';
import type { RowsModel } from '../directory/rows.ts';

/** More rows than a box shows at once. */
const SEEN = 12;

/** Time after which all rows are drawn, because the content to be drawn before them may never come. */
const TIMEOUT_MS = 3000;

/** The rows of a list in a box of its own: as many as are seen, and all of them once these are on screen. */
export class FirstRows {
  readonly #host: ReactiveControllerHost;
  #most = SEEN;
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * @param isAll whether they are wanted whole: on paper, or since one of them is chosen
   * @param isBusy whether something else is to be drawn before those that are not seen
   */
  of(rows: RowsModel, isAll: boolean, isBusy: boolean): RowsModel {
    if (isAll || rows.limit <= this.#most) return rows;
    // A timer of a frame runs once the frame is painted.
    if (isBusy) this.#timer ??= setTimeout(this.#past, TIMEOUT_MS);
    else this.#frame ??= requestAnimationFrame(() => setTimeout(this.#past));
    // Nor is there a next page to be asked for.
    return { ...rows, limit: SEEN, total: 0 };
  }

  readonly #past = (): void => {
    this.#most = Number.POSITIVE_INFINITY;
    this.#host.requestUpdate();
  };
}
