import type { EssElement } from '../element.ts';
import { LazyModule } from '../lazy-module.ts';
import type { PictureCode } from './picture.ts';
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
export class CardController {
  /** What the card is drawn with while it is open; null while it is closed. */
  shown: CardCode | null = null;
  readonly host: EssElement;
  /** Loads what draws the element's chart as a file; absent where it shows none. */
  readonly picture: PictureCode | undefined;
  /** Whose figure it tells of, where that is not the element's own. */
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
