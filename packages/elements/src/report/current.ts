import type { LitElement, ReactiveController } from 'lit';

/** Margin that leaves the upper quarter of the window: the section that is being read begins there. */
const READING = '0px 0px -75% 0px';

/**
 * Marks the section that is being read in the contents. It writes to the links themselves, because drawing a long report
 * again at each section that scrolls by would be too slow.
 */
export class CurrentSection implements ReactiveController {
  readonly #host: LitElement;
  readonly #inView = new Set<string>();
  readonly #observed = new Set<Element>();
  #observer: IntersectionObserver | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver((entries) => this.#move(entries), { rootMargin: READING });
    for (const each of this.#observed) this.#observer.observe(each);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  hostUpdated(): void {
    for (const each of this.#host.renderRoot.querySelectorAll('[data-section]')) {
      if (this.#observed.has(each)) continue;
      this.#observed.add(each);
      this.#observer?.observe(each);
    }
  }

  /**
   * Keeps the row of the current section in view, if the contents scroll by themselves beside the text. The page does not
   * scroll.
   */
  #follow(current: HTMLElement): void {
    const list = this.#host.renderRoot.querySelector('.contents > ol');
    if (!list || list.scrollHeight <= list.clientHeight) return;
    const [box, row] = [list.getBoundingClientRect(), current.getBoundingClientRect()];
    if (row.top < box.top || row.bottom > box.bottom) list.scrollTop += row.top - box.top - box.height / 3;
  }

  #move(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const id = target.getAttribute('data-section') ?? '';
      if (isIntersecting) this.#inView.add(id);
      else this.#inView.delete(id);
    }
    const links = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.contents a[data-to]')];
    const current = links.filter((link) => this.#inView.has(link.dataset['to'] ?? '')).pop();
    if (!current) return;
    for (const link of links) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
      // The rows above it stay open.
      link.parentElement?.classList.toggle('open', link.parentElement.contains(current));
    }
    this.#follow(current);
  }
}
