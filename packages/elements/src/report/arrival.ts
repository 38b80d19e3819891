/** Keeps a heading in its place that a reader was brought to. Loaded with the first arrival. */
import type { LitElement } from 'lit';
import { dom } from '../base/dom.ts';
import { measureBar } from './anchors.ts';

/** Distance in px by which a heading may miss its place before a reader is taken to have scrolled. */
const NEAR = 4;
/** Events of a reader who scrolls, while the page may still grow. */
const SIGNS = ['wheel', 'touchmove'] as const;

/** A heading that the reader was brought to, and where it stood then. */
interface ArrivedHeading {
  readonly id: string;
  readonly heading: HTMLElement;
  top: number;
  /** Height of the page. */
  height: number;
}

/** Until the reader scrolls, the heading stays where it is, whatever comes above it meanwhile. */
export class Arrival {
  readonly #host: LitElement;
  #held: ArrivedHeading | null = null;
  readonly #sizes = new ResizeObserver(() => this.#keep());

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Id of the section that the reader was brought to and has not left; null otherwise. */
  get held(): string | null {
    return this.#held?.id ?? null;
  }

  /** Scrolls to the heading of a section and gives it the focus, as a link within a page does. */
  at(id: string): void {
    this.release();
    const { renderRoot } = this.#host;
    const own = renderRoot.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"] > .heading`);
    // A view whose title is that of the report begins there.
    const heading = own ?? renderRoot.querySelector<HTMLElement>('.title');
    if (!heading || !this.#host.isConnected) return;
    heading.tabIndex = -1;
    // What follows a block that is still on its way is unseen, and would take no focus; what has the focus stays in sight.
    heading.closest('.held')?.classList.remove('held');
    heading.focus({ preventScroll: true });
    this.#held = { id, heading, top: 0, height: 0 };
    this.#keep();
    window.addEventListener('scroll', this.#leave, { passive: true, capture: true });
    for (const sign of SIGNS) window.addEventListener(sign, this.release, { passive: true, capture: true });
    // What is above it, in the report or in the page, may turn out higher or lower than the room that was kept for it.
    for (const box of [this.#host, dom.body]) this.#sizes.observe(box);
  }

  /** Lets the reader go on. */
  readonly release = (): void => {
    this.#held = null;
    this.#sizes.disconnect();
    window.removeEventListener('scroll', this.#leave, { capture: true });
    for (const sign of SIGNS) window.removeEventListener(sign, this.release, { capture: true });
  };

  #keep(): void {
    const held = this.#held;
    if (!held) return;
    if (!held.heading.isConnected) return this.release();
    measureBar(this.#host);
    held.heading.scrollIntoView({ behavior: 'instant', block: 'start' });
    held.top = held.heading.getBoundingClientRect().top;
    held.height = dom.documentElement.scrollHeight;
  }

  /** A reader, or another script, scrolls a page that is as high as before: a browser scrolls by itself where it grows. */
  readonly #leave = (): void => {
    const held = this.#held;
    if (!held || held.height !== dom.documentElement.scrollHeight) return;
    if (Math.abs(held.heading.getBoundingClientRect().top - held.top) > NEAR) this.release();
  };
}
