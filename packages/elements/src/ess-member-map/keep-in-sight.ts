/** Brings a row into the sight of its scroller. The page itself is not scrolled: a visitor who clicks on the map stays there. */
export function keepInSight(row: Element | null): void {
  const scroller = row?.closest('.scroller');
  if (!row || !scroller) return;
  const [box, own] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
  if (own.top < box.top || own.bottom > box.bottom)
    scroller.scrollTop += own.top - box.top - (box.height - own.height) / 2;
}
