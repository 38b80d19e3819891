import type { LitElement, ReactiveController } from 'lit';
import { measureBar } from './anchors.ts';

/** Part of the window above which a heading counts as read: where eyes are on a page that scrolls. */
const READ = 0.3;

/**
 * Marks the section that is being read in the contents: the last one whose heading is in the upper part of the window, or above
 * it. It writes to the links themselves, because drawing a long report again at each
 * section that scrolls by would be too slow.
 */
export class CurrentSection implements ReactiveController {
  readonly #host: LitElement;
  readonly #held: () => string | null;
  #asked = 0;

  /** @param held returns the section that the reader was brought to: near the end of a page its heading cannot come up */
  constructor(host: LitElement, held: () => string | null) {
    this.#host = host;
    this.#held = held;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('scroll', this.#look, { passive: true, capture: true });
    window.addEventListener('resize', this.#look, { passive: true });
  }

  hostDisconnected(): void {
    window.removeEventListener('scroll', this.#look, { capture: true });
    window.removeEventListener('resize', this.#look);
    cancelAnimationFrame(this.#asked);
    this.#asked = 0;
  }

  hostUpdated(): void {
    this.#look();
  }

  /** Looks in the next frame, once a frame at most. */
  readonly #look = (): void => {
    this.#asked ||= requestAnimationFrame(() => {
      this.#asked = 0;
      this.#mark();
    });
  };

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

  #mark(): void {
    const { renderRoot } = this.#host;
    const links = [...renderRoot.querySelectorAll<HTMLElement>('.contents a[data-to]')];
    if (links.length === 0) return;
    measureBar(this.#host);
    const line = innerHeight * READ;
    const held = this.#held();
    const current =
      links.find((link) => link.dataset['to'] === held) ?? links.findLast((link) => this.#isAbove(link, line));
    for (const link of links) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
      // The rows above it stay open.
      if (current) link.parentElement?.classList.toggle('open', link.parentElement.contains(current));
    }
    if (current) this.#follow(current);
  }

  #isAbove({ dataset: { to = '' } }: HTMLElement, line: number): boolean {
    const section = this.#host.renderRoot.querySelector(`[data-section="${CSS.escape(to)}"]`);
    const top = (section?.querySelector(':scope > .heading') ?? section)?.getBoundingClientRect().top;
    return top !== undefined && top <= line;
  }
}
