import type { Place } from '@ess-widgets/core/model/report';
import type { LitElement, ReactiveController } from 'lit';

/** Sections this far below or above the window are filled, so that what a reader scrolls to is there. */
const AHEAD = '800px 0px';
/** How many sections one idle moment fills. */
const AT_ONCE = 2;

const whenIdle = (work: () => void): void => {
  // Safari has no idle callback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2_000 });
  else setTimeout(work, 200);
};

/**
 * Fills the sections of a long page as they are needed: those in the window first, so that the first figures come before
 * the code of the charts; then the others, whenever the page has nothing better to do.
 */
export class Reveal implements ReactiveController {
  readonly #host: LitElement;
  readonly #filled = new Set<string>();
  readonly #watched = new Map<string, Element>();
  #observer: IntersectionObserver | undefined;
  /** Ids of the sections that idle moments fill. */
  #idle: readonly string[] = [];
  #waiting = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: AHEAD });
    for (const element of this.#watched.values()) this.#observer.observe(element);
  }

  hostDisconnected(): void {
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

  /** Names the sections there are. Those with a map wait until they come near: it is too heavy to be loaded for nobody. */
  plan(places: readonly Place[]): void {
    this.#idle = places.flatMap(({ section }) =>
      section.blocks.some(({ type }) => type === 'map') ? [] : [section.id],
    );
    this.#goOn();
  }

  isFilled(id: string): boolean {
    return this.#filled.has(id);
  }

  /** Fills these sections now: those that the reader asked for, or all of them before printing. */
  fill(ids: readonly string[]): void {
    const before = this.#filled.size;
    for (const id of ids) this.#filled.add(id);
    if (this.#filled.size > before) this.#host.requestUpdate();
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    const near = entries.filter(({ isIntersecting }) => isIntersecting);
    this.fill(near.map(({ target }) => target.getAttribute('data-section') ?? ''));
  }

  #goOn(): void {
    if (this.#waiting || !this.#next().length) return;
    this.#waiting = true;
    whenIdle(() => {
      this.#waiting = false;
      if (!this.#host.isConnected) return;
      this.fill(this.#next());
      this.#goOn();
    });
  }

  #next(): readonly string[] {
    return this.#idle.filter((id) => !this.#filled.has(id)).slice(0, AT_ONCE);
  }
}
