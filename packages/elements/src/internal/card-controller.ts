import type { LitElement, ReactiveController } from 'lit';

/** The one source card of an element: opened by its badge, closed by it or by Escape, which gives the focus back to it. */
export class CardController implements ReactiveController {
  open = false;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
  }

  readonly toggle = (): void => {
    this.open = !this.open;
    this.#host.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    this.toggle();
    this.#host.renderRoot.querySelector<HTMLElement>('button.badge')?.focus();
  };
}
