import type { ReactiveElement } from 'lit';

/** Returns the block (`<div data-ess>`) that the loader has put an element into. */
const blockOf = ({ parentElement }: Element): HTMLElement | null =>
  parentElement?.hasAttribute('data-ess') ? parentElement : null;

/**
 * Fits an element into its page: its block has margins where the page leaves none, and the height that the page reserves for it is
 * given back once it has something to show. Elements that a developer has written get no margin.
 */
export function fitIntoPage(host: ReactiveElement & { readonly state: string }): void {
  let isReserved = true;
  host.addController({
    hostConnected: () => {
      const block = blockOf(host);
      if (block) spaceOut(block);
    },
    hostUpdated: () => {
      if (!isReserved || host.state === 'loading') return;
      isReserved = false;
      // Only what a snippet has written into a style attribute is a reserve: heights of style sheets stay.
      for (const box of [host, blockOf(host)]) if (box) box.style.minHeight = '';
    },
  });
}

function spaceOut(block: HTMLElement): void {
  const { display, position, cssFloat, marginBlock } = getComputedStyle(block);
  // A theme that resets every element has made it a part of a line.
  if (display === 'inline') block.style.display = 'block';
  // Items of a row or a grid have its gap.
  const isItem = block.parentElement && /flex|grid/.test(getComputedStyle(block.parentElement).display);
  const isInFlow = !isItem && cssFloat === 'none' && /static|relative/.test(position);
  if (isInFlow && marginBlock === '0px') block.style.marginBlock = 'var(--ess-margin, 1.5rem)';
}
