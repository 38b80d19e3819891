import type { Dataset } from '@ess-widgets/core/model';
import type { ReactiveController, ReactiveElement } from 'lit';
import { today } from '../base/clock.ts';
import { flush } from './flush.ts';
import { zoneOfReading } from './reader-zone.ts';

/**
 * Has its host updated when a day ends: events fall behind us, and fewer days are left. Nobody is told. A minute is soon
 * enough, and a clock that is set or a machine that wakes up is noticed too. It is updated for paper as well, which nobody in
 * particular reads.
 */
export class DayController implements ReactiveController {
  readonly #host: ReactiveElement;
  #shown = '';
  #timer: ReturnType<typeof setInterval> | undefined;
  #isPaper = false;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Today as `YYYY-MM-DD`, for what is being drawn. */
  get today(): string {
    this.#shown = today();
    return this.#shown;
  }

  /** Returns the zone against which hours are read, in what is being drawn. */
  zoneOf(dataset: Dataset): string | undefined {
    return zoneOfReading(dataset, this.#isPaper);
  }

  hostConnected(): void {
    for (const type of PRINTING) addEventListener(type, this.#print);
    this.#timer = setInterval(() => {
      if (this.#shown !== today()) this.#host.requestUpdate();
    }, 60_000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    for (const type of PRINTING) removeEventListener(type, this.#print);
  }

  readonly #print = ({ type }: { readonly type: string }): void => {
    this.#isPaper = type === 'beforeprint';
    this.#host.requestUpdate();
    flush(this.#host);
  };
}

const PRINTING = ['beforeprint', 'afterprint'] as const;
