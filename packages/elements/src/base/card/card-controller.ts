import type { ReactiveController } from 'lit';
import type { EssElement } from '../element.ts';
import { Late } from '../late.ts';
import type { PictureCode } from './picture.ts';
import type * as sourceCard from './source-card.ts';

/** Module that draws an open card. */
type CardCode = typeof sourceCard;

/** A card that is not that of the element's own figure. */
interface CardOf {
  /** Returns the control that opened the card, which gets the focus back when it is closed. */
  readonly opener: () => HTMLElement | null | undefined;
  /** The element that shows its figure on another page. */
  readonly tag: string;
}

/**
 * Controller of the one source card of an element. A number or a badge opens and closes it; Escape closes it and returns the
 * focus there. Its code is loaded when the card is first opened, which most visitors never do.
 */
export class CardController implements ReactiveController {
  /** Module that draws the card while it is open; null while it is closed. */
  shown: CardCode | null = null;
  readonly host: EssElement;
  /** Loads the code that draws the element's chart as a file; absent for an element without a chart. */
  readonly picture: PictureCode | undefined;
  /** The figure of the card, where it is not the element's own. */
  readonly of: CardOf | undefined;
  readonly #card: Late<CardCode>;
  #pressed: HTMLElement | null = null;

  constructor(host: EssElement, picture?: PictureCode, of?: CardOf) {
    this.host = host;
    this.picture = picture;
    this.of = of;
    this.#card = new Late(
      host,
      'the source card',
      async () => (await Promise.all([import('./source-card.ts'), host.wantDetails()]))[0],
    );
    host.addController(this);
    if (!of) host.addEventListener('click', (event) => this.#touched(event));
  }

  /** The control or the number that the card belongs to. */
  get opener(): HTMLElement | null {
    return this.of?.opener() ?? this.#pressed;
  }

  /**
   * Whether the card lies over the page, beside its number. It stands in the line of the source where badges are shown, and
   * in browsers without popovers.
   */
  get isOver(): boolean {
    return this.host.isQuiet && 'popover' in HTMLElement.prototype;
  }

  hostUpdated(): void {
    this.shown?.present(this);
  }

  hostDisconnected(): void {
    // The browser hides what lies over the page with its widget.
    if (this.isOver) this.shown = null;
  }

  /** Opens the card, or closes it where the same control is pressed again; another control takes it over. */
  readonly toggle = async (event?: Pick<Event, 'currentTarget'>): Promise<void> => {
    const pressed = event?.currentTarget instanceof HTMLElement ? event.currentTarget : this.#pressed;
    const isElsewhere = this.isOver && pressed !== this.#pressed;
    this.#pressed = pressed;
    if (this.shown && !isElsewhere) this.shown = null;
    else if (!this.shown) {
      const code = await this.#card.want();
      code?.opened(this);
      this.shown = code;
    }
    this.host.requestUpdate();
  };

  /** Closes the card. */
  close(): void {
    this.shown = null;
    this.host.requestUpdate();
  }

  /**
   * Opens the card from any number of a chart, which would be too many stops of the keyboard: the source line has a button
   * for it.
   */
  #touched(event: MouseEvent): void {
    const [target] = event.composedPath();
    if (!(target instanceof Element) || !this.isOver || target.closest('button, a, .unknown')) return;
    const number = target.closest<HTMLElement>('strong[part=value]');
    if (number) void this.toggle({ currentTarget: number });
  }
}
