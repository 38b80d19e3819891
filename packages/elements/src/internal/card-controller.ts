import type { LitElement, ReactiveController } from 'lit';
import { warn } from './warn.ts';

/** What the open card is drawn with. */
export type CardCode = typeof import('./source-card.ts');

/**
 * The one source card of an element: opened by its badge, closed by it or by Escape, which gives the focus back to it. Its
 * code comes when it is first opened: most visitors never do.
 */
export class CardController implements ReactiveController {
  /** What the card is drawn with while it is open; null while it is closed. */
  shown: CardCode | null = null;
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
    if (this.shown) this.#show(null);
    else
      import('./source-card.ts').then(
        (code) => this.#show(code),
        (error: unknown) => warn('card', `the source card cannot be shown, its code did not come: ${String(error)}`),
      );
  };

  #show(code: CardCode | null): void {
    this.shown = code;
    this.#host.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.shown) return;
    this.toggle();
    this.#host.renderRoot.querySelector<HTMLElement>('button.badge')?.focus();
  };
}
