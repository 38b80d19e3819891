import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Pause before speaking: several changes in a row are said once. */
const DELAY = 400;
/**
 * Delay after which an announcement is removed, ms: it is heard by then, and would be read again by readers who come to it
 * later.
 */
const STAY = 10_000;

/**
 * The polite live region of an element or of a provider. Only the result of a visitor's action, or a change into error,
 * is announced. Its host renders the text in an element with `aria-live`, there before it speaks and without a role: Orca
 * stops at a status that has nothing to say.
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
    // The same sentence twice would not be read again: what was said goes first.
    this.#write('');
    this.#timer = setTimeout(() => {
      this.#write(text);
      this.#timer = setTimeout(() => this.#write(''), STAY);
    }, DELAY);
  };

  #write(text: string): void {
    clearTimeout(this.#timer);
    this.text = text;
    this.#host.requestUpdate();
  }
}
