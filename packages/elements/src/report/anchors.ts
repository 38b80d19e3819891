import type { LitElement, ReactiveController } from 'lit';

/** Brings the reader to a section: from the contents, and from the address of the page (`#I.1.a`). */
export class Anchors implements ReactiveController {
  readonly #host: LitElement;
  readonly #fill: (id: string) => void;
  #ids: ReadonlySet<string> = new Set();
  #arrived = false;

  /** @param fill draws the content of a section */
  constructor(host: LitElement, fill: (id: string) => void) {
    this.#host = host;
    this.#fill = fill;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#follow);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#follow);
  }

  /** Sets the ids of the sections. The first call also goes to the section that the address of the page names. */
  plan(ids: readonly string[]): void {
    this.#ids = new Set(ids);
    if (this.#arrived) return;
    this.#arrived = true;
    void this.#host.updateComplete.then(this.#follow);
  }

  /** Scrolls to a section and gives its title the focus, as a link within a page does. */
  async go(id: string): Promise<void> {
    this.#fill(id);
    await this.#host.updateComplete;
    const section = this.#host.renderRoot.querySelector(`[data-section="${CSS.escape(id)}"]`);
    const own = section?.querySelector<HTMLElement>(':scope > .heading');
    // A view whose title is that of the report begins there.
    const heading = own ?? this.#host.renderRoot.querySelector<HTMLElement>('.title');
    const target = own ? section : heading;
    target?.scrollIntoView();
    if (heading) heading.tabIndex = -1;
    heading?.focus({ preventScroll: true });
    // The content above the section may turn out higher or lower than the room that was kept for it.
    requestAnimationFrame(() => requestAnimationFrame(() => target?.scrollIntoView()));
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
