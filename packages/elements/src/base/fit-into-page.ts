import type { ReactiveElement } from 'lit';

/** Returns the block (`<div data-ess>`) that the loader has put an element into. */
const blockOf = ({ parentElement }: Element): HTMLElement | null =>
  parentElement?.hasAttribute('data-ess') ? parentElement : null;

/** Has an element give back the height that the page reserves for it, once it has something to show, is empty or has failed. */
export function fitIntoPage(host: ReactiveElement & { readonly state: string }): void {
  let isReserved = true;
  host.addController({
    hostUpdated: () => {
      if (!isReserved || host.state === 'loading') return;
      isReserved = false;
      // Only what a snippet has written into a style attribute is a reserve: heights of style sheets stay.
      for (const box of [host, blockOf(host)]) if (box) box.style.minHeight = '';
    },
  });
}
