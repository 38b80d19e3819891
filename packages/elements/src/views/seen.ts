/** Markers in the visible part of a map. */

/** Returns the markers inside the map's box, since a few are drawn outside it. */
export function seenIn(stage: HTMLElement): readonly HTMLElement[] {
  const view = stage.getBoundingClientRect();
  return [...stage.querySelectorAll<HTMLElement>('.marker')].filter((marker) => {
    const { left, right, top, bottom } = marker.getBoundingClientRect();
    return right > view.left && left < view.right && bottom > view.top && top < view.bottom;
  });
}

/** Returns the number of records in markers. A cluster shows its number, formatted in its language ("3 000", "3,000"). */
export const countIn = (markers: readonly HTMLElement[]): number =>
  markers.reduce((sum, { textContent }) => sum + (Number(textContent.replace(/\D/g, '')) || 1), 0);
