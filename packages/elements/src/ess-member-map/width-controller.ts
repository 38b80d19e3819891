import type { ReactiveController, ReactiveElement } from 'lit';
import { dom } from '../base/dom.ts';

/** Whether an element is narrower than a limit: where the markup differs, not only the layout (tabs or two columns). */
export class WidthController implements ReactiveController {
  narrow = false;
  readonly #host: ReactiveElement;
  readonly #limit: number;
  #observer: ResizeObserver | undefined;
  #frame = 0;

  /** @param limit px, with the letters of most pages; larger ones need more */
  constructor(host: ReactiveElement, limit: number) {
    this.#host = host;
    this.#limit = limit;
    host.addController(this);
  }

  hostConnected(): void {
    // Before the first render, so that it does not jump.
    this.#measure();
    // A browser without the observer keeps the shape that fits now.
    if (!('ResizeObserver' in globalThis)) return;
    // In the next frame: a change of shape while sizes are being observed is an error on the host page.
    this.#observer = new ResizeObserver(() => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#measure();
      });
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #measure(): void {
    const { clientWidth } = this.#host;
    // An element that is not displayed has no width, and keeps its shape.
    if (clientWidth === 0) return;
    const letters = Number.parseFloat(getComputedStyle(dom.documentElement).fontSize);
    const narrow = clientWidth < this.#limit * Math.max(1, letters / 16);
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    this.#host.requestUpdate();
  }
}
