import type { LitElement, ReactiveController } from 'lit';

/** Keys that begin the shortcut for printing. */
const KEYS = ['Control', 'Meta'];
/** How long after the last section has come a reader is thought to stay, ms. */
const STAYS = 10_000;

/**
 * Tells when somebody may print by the browser's own menu or keys. It lays out a page at once then, and nothing can be
 * loaded any more: who prints before has the page as the screen shows it.
 */
export class PrintHint implements ReactiveController {
  readonly #host: LitElement;
  readonly #ready: (signal: AbortSignal) => void;
  #left = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param ready gets ready, once for as long as the report stands in its page */
  constructor(host: LitElement, ready: (signal: AbortSignal) => void) {
    this.#host = host;
    this.#ready = ready;
    host.addController(this);
  }

  hostConnected(): void {
    this.#left = new AbortController();
    window.addEventListener('keydown', this.#heard, { capture: true, signal: this.#left.signal });
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#left.abort();
  }

  /** Everything of the report is there. */
  readonly filled = (): void => {
    this.#timer ??= setTimeout(this.#tell, STAYS);
  };

  readonly #heard = ({ key }: KeyboardEvent): void => {
    if (KEYS.includes(key)) this.#tell();
  };

  readonly #tell = (): void => {
    window.removeEventListener('keydown', this.#heard, { capture: true });
    clearTimeout(this.#timer);
    if (this.#host.isConnected) this.#ready(this.#left.signal);
  };
}
