import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Pause before speaking: several changes in a row are said once. */
const DELAY = 400;

/**
 * The polite live region of an element or of a provider. Only the result of a visitor's action, or a change into error,
 * is announced. The region must be in the host's shadow root before it speaks: render `region` there.
 */
export class Announcer implements ReactiveController {
  text = '';
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  readonly say = (text: string): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // The same sentence twice would not be read again: a trailing no-break space makes it new.
      this.text = this.text === text ? `${text}\u00a0` : text;
      this.#host.requestUpdate();
    }, DELAY);
  };
}
