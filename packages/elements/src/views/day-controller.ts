import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { today } from '../base/clock.ts';

/**
 * Has its host updated when a day ends: events fall behind us, and fewer days are left. Nobody is told. A minute is soon
 * enough, and a clock that is set or a machine that wakes up is noticed too.
 */
export class DayController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #shown = '';
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Today as `YYYY-MM-DD`, for what is being drawn. */
  get today(): string {
    this.#shown = today();
    return this.#shown;
  }

  hostConnected(): void {
    this.#timer = setInterval(() => {
      if (this.#shown !== today()) this.#host.requestUpdate();
    }, 60_000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
