import type { ReactiveElement } from 'lit';

/** Returns the block (`<div data-ess>`) that the loader has put an element into. */
const blockOf = (element: Element): HTMLElement | null =>
  element.matches('[data-ess] > *') ? element.parentElement : null;

/**
 * Has an element give back the height that the page reserves for it, once it has something to show, is empty or has failed, and
 * makes its block one where the reset of a theme (`* { all: unset }`) has made it inline: margins count for nothing there.
 */
export function fitIntoPage(host: ReactiveElement & { readonly state: string }): void {
  let isReserved = true;
  host.addController({
    hostConnected: () => {
      const block = blockOf(host);
      if (block && getComputedStyle(block).display === 'inline') block.style.display = 'block';
    },
    hostUpdated: () => {
      if (!isReserved || host.state === 'loading') return;
      isReserved = false;
      // Only what a snippet has written into a style attribute is a reserve: heights of style sheets stay.
      for (const box of [host, blockOf(host)]) if (box) box.style.minHeight = '';
    },
  });
}
