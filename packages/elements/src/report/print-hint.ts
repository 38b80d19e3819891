import type { LitElement, ReactiveController } from 'lit';
import { pageDocument } from '../base/dom.ts';
import { pendingBlocks } from './layout-shift-guard.ts';

/** Keys that begin the shortcut for printing. */
const KEYS = ['Control', 'Meta'];
/** How long after the last section has come a reader is thought to stay, ms. */
const STAYS = 10_000;

/**
 * Tells when somebody may print by the browser's own menu or keys. It lays out a page at once then, and nothing can be
 * loaded any more: who prints before has the page as the screen shows it. The keys can wait, and do where something is
 * missing; the menu cannot.
 */
export class PrintHint implements ReactiveController {
  readonly #host: LitElement;
  readonly #ready: (signal: AbortSignal) => void;
  readonly #print: () => Promise<boolean>;
  readonly #isPart: () => boolean;
  #left = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isTold = false;
  #isPrinting = false;

  /**
   * @param ready gets ready, once for as long as the report stands in its page
   * @param whole prints once everything is there; false where there is nothing yet
   * @param isPart whether the screen shows a view of a report that is printed whole
   */
  constructor(
    host: LitElement,
    ready: (signal: AbortSignal) => void,
    whole: () => Promise<boolean>,
    isPart: () => boolean,
  ) {
    this.#host = host;
    this.#ready = ready;
    this.#print = whole;
    this.#isPart = isPart;
    host.addController(this);
  }

  hostConnected(): void {
    this.#left = new AbortController();
    this.#isTold = false;
    const { signal } = this.#left;
    window.addEventListener('keydown', this.#heard, { capture: true, signal });
    window.addEventListener('keydown', this.#pressed, { signal });
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
    clearTimeout(this.#timer);
    if (this.#isTold || !this.#host.isConnected) return;
    this.#isTold = true;
    this.#ready(this.#left.signal);
  };

  /** A second press does not wait: the browser prints what is there. */
  readonly #pressed = (event: KeyboardEvent): void => {
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isShortcut || event.key !== 'p' || event.defaultPrevented) return;
    if (this.#isPrinting || !isAlone(this.#host) || !(this.#isPart() || pendingBlocks(this.#host.renderRoot).length))
      return;
    event.preventDefault();
    this.#isPrinting = true;
    void this.#print()
      .then((isDone) => isDone || print(), print)
      .finally(() => {
        this.#isPrinting = false;
      });
  };
}

/** Whether the keys print the report's own page: in a frame, they print the page around it. */
const isAlone = (host: LitElement): boolean => parent === window && host.getRootNode() === pageDocument();
