import type { EssElement } from '../element.ts';
import { LazyModule } from '../lazy-module.ts';
import type { PictureCode } from './picture.ts';
import type * as sourceCard from './source-card.ts';

/** Module that draws an open card. */
export type CardCode = typeof sourceCard;

/** A card that is not that of the element's own figure. */
export interface CardOf {
  /** Returns the control that opened the card, which gets the focus back when it is closed. */
  readonly opener: () => HTMLElement | null | undefined;
  /** The element that shows its figure on another page. */
  readonly tag: string;
}

/**
 * Controller of the one source card of an element. Its badge opens and closes it; Escape closes it and returns the focus to
 * the badge. Its code is loaded when the card is first opened, which most visitors never do.
 */
export class CardController {
  /** Module that draws the card while it is open; null while it is closed. */
  shown: CardCode | null = null;
  readonly host: EssElement;
  /** Loads the code that draws the element's chart as a file; absent for an element without a chart. */
  readonly picture: PictureCode | undefined;
  /** The figure of the card, where it is not the element's own. */
  readonly of: CardOf | undefined;
  readonly #card: LazyModule<CardCode>;

  constructor(host: EssElement, picture?: PictureCode, of?: CardOf) {
    this.host = host;
    this.picture = picture;
    this.of = of;
    this.#card = new LazyModule(
      host,
      'the source card',
      async () => (await Promise.all([import('./source-card.ts'), host.wantDetails()]))[0],
    );
  }

  readonly toggle = async (): Promise<void> => {
    if (this.shown) this.shown = null;
    else {
      const code = await this.#card.want();
      code?.opened(this);
      this.shown = code;
    }
    this.host.requestUpdate();
  };
}
