import type { Block } from '@ess-widgets/core/model';
import type { LitElement, ReactiveController } from 'lit';

/** Sections this far below or above the window are filled, so that what a reader scrolls to is there. */
const AHEAD = '400px 0px';
/** Events of a person who reads: they scroll, search, print, move through the page by keyboard. */
const SIGNS = ['scroll', 'pointerdown', 'keydown'] as const;
/** Number of blocks that one idle moment draws: each drawing goes through the whole view, so a few large ones cost less. */
const AT_ONCE = 6;

const whenIdle = (work: () => void): void => {
  // Safari has no idle callback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2_000 });
  else setTimeout(work, 200);
};

/**
 * Fills the sections of a long page as they are needed: those in the window first, so that the first figures come before
 * the code of the charts; then, once somebody reads, the others whenever the page is idle. A page that nobody reads loads no
 * more sections.
 */
export class Reveal implements ReactiveController {
  /**
   * Whether the chapters are drawn: once the opening has been on screen, or more than that is wanted. A phone takes longer
   * to lay them out than to load the figures of the opening, so these are shown first.
   */
  isBegun = false;
  readonly #host: LitElement;
  readonly #filled: () => void;
  /** Ids of sections that the reader has come near; `#idle` has those that an idle moment has filled. */
  readonly #near = new Set<string>();
  readonly #idle = new Set<string>();
  /** Number of blocks that a section was drawn with room for, by its id. */
  readonly #rooms = new Map<string, number>();
  readonly #watched = new Map<string, Element>();
  #observer: IntersectionObserver | undefined;
  #ids: readonly string[] = [];
  #waiting = false;
  #isRead = false;

  /** @param filled called when all sections are filled, except for maps that the reader never came near */
  constructor(host: LitElement, filled: () => void) {
    this.#host = host;
    this.#filled = filled;
    host.addController(this);
  }

  hostConnected(): void {
    for (const sign of SIGNS) window.addEventListener(sign, this.#read, { passive: true, capture: true });
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: AHEAD });
    for (const element of this.#watched.values()) this.#observer.observe(element);
  }

  hostDisconnected(): void {
    this.#stopWaiting();
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  hostUpdated(): void {
    for (const element of this.#host.renderRoot.querySelectorAll('[data-section]')) {
      const id = element.getAttribute('data-section') ?? '';
      if (this.#watched.get(id) === element) continue;
      const before = this.#watched.get(id);
      if (before) this.#observer?.unobserve(before);
      this.#watched.set(id, element);
      this.#observer?.observe(element);
    }
  }

  /** Sets the ids of the sections that are about to be drawn. */
  plan(ids: readonly string[]): void {
    this.#ids = ids;
    this.#rooms.clear();
    this.#goOn();
  }

  /** Tells whether a block of a section is drawn by now. A map waits until the reader comes near, because it is heavy. */
  isFilled(id: string, type: Block['type']): boolean {
    const isFilled = this.#near.has(id) || (type !== 'map' && this.#idle.has(id));
    if (!isFilled) this.#rooms.set(id, (this.#rooms.get(id) ?? 0) + 1);
    return isFilled;
  }

  /** Fills these sections now, maps too: those that the reader comes to, or all of them before printing. */
  fill(ids: readonly string[]): void {
    for (const id of ids) this.#near.add(id);
    if (!this.isBegun || ids.some((id) => this.#rooms.has(id))) this.#host.requestUpdate();
    this.isBegun = true;
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    const near = entries.filter(({ isIntersecting }) => isIntersecting);
    this.fill(near.map(({ target }) => target.getAttribute('data-section') ?? ''));
  }

  readonly #read = (): void => {
    this.#isRead = true;
    this.#stopWaiting();
    this.#goOn();
  };

  #stopWaiting(): void {
    for (const sign of SIGNS) window.removeEventListener(sign, this.#read, { capture: true });
  }

  #goOn(): void {
    if (!this.#isRead || this.#waiting || !this.#ids.length) return;
    if (!this.#next().length) {
      this.#filled();
      return;
    }
    this.#waiting = true;
    whenIdle(() => {
      this.#waiting = false;
      if (!this.#host.isConnected) return;
      for (const id of this.#next()) this.#idle.add(id);
      this.#host.requestUpdate();
      this.#goOn();
    });
  }

  /** Returns the sections to fill next: those with `AT_ONCE` blocks in all, and the sections without any before them. */
  #next(): readonly string[] {
    let blocks = 0;
    return this.#ids.filter((id) => {
      if (blocks >= AT_ONCE || this.#near.has(id) || this.#idle.has(id)) return false;
      blocks += this.#rooms.get(id) ?? 0;
      return true;
    });
  }
}
