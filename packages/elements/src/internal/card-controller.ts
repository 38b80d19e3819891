import type { ReactiveController } from 'lit';
import type { EssElement } from './element.ts';
import type { PictureCode } from './export/picture.ts';
import { OnDemand } from './on-demand.ts';
import type * as sourceCard from './source-card.ts';

/** What the open card is drawn with. */
export type CardCode = typeof sourceCard;

/** A card that is not that of the element's own figure. */
export interface CardOf {
  /** What has opened it, and has the focus back when it is closed. */
  readonly opener: () => HTMLElement | null | undefined;
  /** The element that shows its figure on another page. */
  readonly tag: string;
}

/**
 * The one source card of an element: opened by its badge, closed by it or by Escape, which gives the focus back to it. Its
 * code comes when it is first opened: most visitors never do.
 */
export class CardController implements ReactiveController {
  /** What the card is drawn with while it is open; null while it is closed. */
  shown: CardCode | null = null;
  readonly host: EssElement;
  /** Loads what draws the element's chart as a file; absent where it shows none. */
  readonly picture: PictureCode | undefined;
  /** Whose figure it tells of, where that is not the element's own. */
  readonly of: CardOf | undefined;
  readonly #card: OnDemand<CardCode>;

  constructor(host: EssElement, picture?: PictureCode, of?: CardOf) {
    this.host = host;
    this.picture = picture;
    this.of = of;
    this.#card = new OnDemand(host, 'the source card', () => import('./source-card.ts'));
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('keydown', this.#onKey);
  }

  readonly toggle = (): void => {
    if (this.shown) this.#show(null);
    else void this.#open();
  };

  async #open(): Promise<void> {
    const [code] = await Promise.all([this.#card.load(), this.host.wantTexts('card')]);
    code?.opened(this);
    this.#show(code);
  }

  #show(code: CardCode | null): void {
    this.shown = code;
    this.host.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.shown) return;
    const opener = this.of?.opener() ?? this.host.renderRoot.querySelector<HTMLElement>('button.badge');
    this.toggle();
    opener?.focus();
  };
}
