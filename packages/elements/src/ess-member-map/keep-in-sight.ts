/** Rows that were never drawn have an estimated height: it takes a few frames to arrive. */
const FRAMES = 5;

/**
 * Brings a row into the sight of its scroller. The page itself is not scrolled: a visitor who clicks on the map stays there.
 * @param selector of the row, looked up again in each frame
 */
export function keepInSight(scroller: HTMLElement, selector: string, frames: number = FRAMES): void {
  const row = scroller.querySelector<HTMLElement>(selector);
  if (!row || !scroller.isConnected) return;
  const [box, own] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
  if (own.top < box.top || own.bottom > box.bottom)
    scroller.scrollTop += own.top - box.top - (box.height - own.height) / 2;
  if (frames > 1) requestAnimationFrame(() => keepInSight(scroller, selector, frames - 1));
}
