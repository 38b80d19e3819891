import type { LitElement, ReactiveController } from 'lit';
import { dom } from '../base/dom.ts';

/** Distance in px by which a heading may miss its place before a reader is taken to have scrolled. */
const NEAR = 4;
/** Events of a reader who scrolls, while the page may still grow. */
const SIGNS = ['wheel', 'touchmove'] as const;

/**
 * Sets how much of the window the report's own bar covers, as `--_bar`: the bar stays in view on a phone, and is as high as its
 * letters are. The margin that headings keep when they are scrolled to follows from it.
 */
export function measureBar({ renderRoot }: LitElement): void {
  const bar = renderRoot.querySelector<HTMLElement>('.views');
  const height = bar && getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
  renderRoot.querySelector<HTMLElement>('.frame')?.style.setProperty('--_bar', `${height}px`);
}

/** A heading that the reader was brought to, and where it stood then. */
interface Held {
  readonly id: string;
  readonly heading: HTMLElement;
  top: number;
  /** Height of the page. */
  height: number;
}

/**
 * Brings the reader to a section: from the contents, and from the address of the page (`#I.1.a`). Until the reader scrolls, the
 * heading stays where it is, whatever comes above it meanwhile.
 */
export class Anchors implements ReactiveController {
  readonly #host: LitElement;
  readonly #fill: (id: string) => void;
  #ids: ReadonlySet<string> = new Set();
  #arrived = false;
  #held: Held | null = null;
  readonly #sizes = new ResizeObserver(() => this.#keep());

  /** @param fill draws the content of a section */
  constructor(host: LitElement, fill: (id: string) => void) {
    this.#host = host;
    this.#fill = fill;
    host.addController(this);
  }

  /** Id of the section that the reader was brought to and has not left; null otherwise. */
  get held(): string | null {
    return this.#held?.id ?? null;
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#follow);
    window.addEventListener('scroll', this.#leave, { passive: true, capture: true });
    for (const sign of SIGNS) window.addEventListener(sign, this.#release, { passive: true, capture: true });
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#follow);
    window.removeEventListener('scroll', this.#leave, { capture: true });
    for (const sign of SIGNS) window.removeEventListener(sign, this.#release, { capture: true });
    this.#release();
  }

  /** Sets the ids of the sections. The first call also goes to the section that the address of the page names. */
  plan(ids: readonly string[]): void {
    this.#ids = new Set(ids);
    if (this.#arrived) return;
    this.#arrived = true;
    void this.#host.updateComplete.then(this.#follow);
  }

  /** Scrolls to the heading of a section and gives it the focus, as a link within a page does. */
  async go(id: string): Promise<void> {
    this.#release();
    this.#fill(id);
    await this.#host.updateComplete;
    const { renderRoot } = this.#host;
    const own = renderRoot.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"] > .heading`);
    // A view whose title is that of the report begins there.
    const heading = own ?? renderRoot.querySelector<HTMLElement>('.title');
    if (!heading) return;
    heading.tabIndex = -1;
    // What follows a block that is still on its way is unseen, and would take no focus; what has the focus stays in sight.
    heading.closest('.held')?.classList.remove('held');
    heading.focus({ preventScroll: true });
    this.#held = { id, heading, top: 0, height: 0 };
    this.#keep();
    // What is above it, in the report or in the page, may turn out higher or lower than the room that was kept for it.
    for (const box of [this.#host, dom.body]) this.#sizes.observe(box);
  }

  #keep(): void {
    const held = this.#held;
    if (!held) return;
    if (!held.heading.isConnected) return this.#release();
    measureBar(this.#host);
    held.heading.scrollIntoView({ behavior: 'instant', block: 'start' });
    held.top = held.heading.getBoundingClientRect().top;
    held.height = dom.documentElement.scrollHeight;
  }

  /** A reader, or another script, scrolls a page that is as high as before: a browser scrolls by itself where it grows. */
  readonly #leave = (): void => {
    const held = this.#held;
    if (!held || held.height !== dom.documentElement.scrollHeight) return;
    if (Math.abs(held.heading.getBoundingClientRect().top - held.top) > NEAR) this.#release();
  };

  readonly #release = (): void => {
    this.#held = null;
    this.#sizes.disconnect();
  };

  readonly #follow = (): void => {
    // A view may have choices behind its name.
    const id = [fragment(), fragment().split('?')[0] ?? ''].find((each) => this.#ids.has(each));
    if (id !== undefined) void this.go(id);
  };
}

/** Returns what the address of the page names behind its sign `#`. */
export const fragment = (): string => decoded(location.hash.slice(1));

/** Decodes a fragment of the address. One of the host page's own may contain anything. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
