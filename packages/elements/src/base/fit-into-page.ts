import type { ReactiveElement } from 'lit';

/** Returns the block (`<div data-ess>`) that the loader has put an element into. */
const blockOf = ({ parentElement }: Element): HTMLElement | null =>
  parentElement?.hasAttribute('data-ess') ? parentElement : null;

/**
 * Fits an element into its page: the height that the page reserves for it is given back once it has something to show, and its block
 * is one, whatever the theme resets.
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
