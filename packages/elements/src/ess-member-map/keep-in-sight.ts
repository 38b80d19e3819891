/** Brings a row into the sight of its scroller. The page itself is not scrolled: a visitor who clicks on the map stays there. */
export function keepInSight(row: Element | null): void {
  const scroller = row?.closest('.scroller');
  if (!row || !scroller) return;
  const [box, own] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
  // A row that is higher than its list begins where the list does: its name comes first.
  if (own.top < box.top || own.bottom > box.bottom)
    scroller.scrollTop += own.top - box.top - Math.max(0, box.height - own.height) / 2;
}
