import type { ReactiveController, ReactiveElement } from 'lit';
import { flush } from './flush.ts';

/** Rows of a page, and of a printed document at most. */
const PAGE = 50;
const PRINTED = 500;

/** Lists come in pages: the visitor asks for the next one; a printer gets them all, up to a limit. */
export class PagesController implements ReactiveController {
  printing = false;
  readonly #host: ReactiveElement;
  #limit = PAGE;
  /** Place of the first row of the page just asked for: it takes the focus from the button. */
  #next: number | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#before);
    addEventListener('afterprint', this.#after);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#before);
    removeEventListener('afterprint', this.#after);
  }

  hostUpdated(): void {
    if (this.#next === null) return;
    const rows = this.#host.renderRoot.querySelectorAll<HTMLElement>('.row .name, tbody th');
    const row = rows[this.#next];
    // The rows of a large directory come later.
    if (!row) return;
    this.#next = null;
    if (!(row instanceof HTMLButtonElement)) row.tabIndex = -1;
    row.focus();
  }

  /** Returns how many of `all` rows to draw: the pages that were asked for, and at least `least`, the rows drawn already. */
  limitFor(all: number, least = 0): number {
    return Math.min(all, Math.max(least, this.#limit, this.printing ? PRINTED : 0));
  }

  /** @param drawn how many rows there are now */
  more(drawn: number): void {
    this.#next = drawn;
    this.#limit = drawn + PAGE;
    this.#host.requestUpdate();
  }

  /** Goes back to the first page, for another list. */
  reset(): void {
    this.#limit = PAGE;
    this.#host.requestUpdate();
  }

  readonly #before = (): void => this.#print(true);
  readonly #after = (): void => this.#print(false);

  #print(printing: boolean): void {
    this.printing = printing;
    this.#host.requestUpdate();
    flush(this.#host);
  }
}
