import type { LitElement, ReactiveController } from 'lit';
import { Late, type LateHost } from '../base/late.ts';
import type * as arrivalCode from './arrival.ts';

/**
 * Sets how much of the window the report's own bar covers, as `--_bar`: the bar stays in view on a phone, and is as high as its
 * letters are. The margin that headings keep when they are scrolled to follows from it.
 */
export function measureBar({ renderRoot }: LitElement): void {
  const bar = renderRoot.querySelector<HTMLElement>('.views');
  const height = bar && getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
  renderRoot.querySelector<HTMLElement>('.frame')?.style.setProperty('--_bar', `${height}px`);
}

/** Brings the reader to a section: from the contents, and from the address of the page (`#I.1.a`). */
export class Anchors implements ReactiveController {
  readonly #host: LitElement & LateHost;
  readonly #fill: (id: string) => void;
  readonly #code: Late<typeof arrivalCode>;
  #ids: ReadonlySet<string> = new Set();
  #arrived = false;
  #arrival: arrivalCode.Arrival | undefined;

  /** @param fill draws the content of a section */
  constructor(host: LitElement & LateHost, fill: (id: string) => void) {
    this.#host = host;
    this.#fill = fill;
    this.#code = new Late(host, 'the section', () => import('./arrival.ts'));
    host.addController(this);
  }

  /** Id of the section that the reader was brought to and has not left; null otherwise. */
  get held(): string | null {
    return this.#arrival?.held ?? null;
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#follow);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#follow);
    this.#arrival?.release();
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
    this.#arrival?.release();
    this.#fill(id);
    const code = await this.#code.want();
    await this.#host.updateComplete;
    if (code) (this.#arrival ??= new code.Arrival(this.#host)).at(id);
  }

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
