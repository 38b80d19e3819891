/** What a visitor sees of a map, as far as its markers say it. */

/** The markers of what the stage shows: a few are drawn outside it. */
export function seenIn(stage: HTMLElement): readonly HTMLElement[] {
  const view = stage.getBoundingClientRect();
  return [...stage.querySelectorAll<HTMLElement>('.marker')].filter((marker) => {
    const { left, right, top, bottom } = marker.getBoundingClientRect();
    return right > view.left && left < view.right && bottom > view.top && top < view.bottom;
  });
}

/** How many there are in them: a cluster has its number written, in the figures of its language ("3 000", "3,000"). */
export const countIn = (markers: readonly HTMLElement[]): number =>
  markers.reduce((sum, { textContent }) => sum + (Number(textContent.replace(/\D/g, '')) || 1), 0);
