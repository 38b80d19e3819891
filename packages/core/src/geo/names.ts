/** Room for the names of towns and seas on a map: a place without room, or under a marker, is not named. */

/** A box on the stage, px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Distance that names keep from each other and from markers, px. */
const GAP = 2;
/** Distance that the name of a commune keeps from other names, px: a map is no index. */
const APART: readonly [across: number, down: number] = [34, 22];
/** Small islands are named from here, which is nearer than all towns. */
export const ISLETS_FROM = 6;
/** No marker is as wide, px. */
const WIDEST = 60;

/** A name to be written: its size, px, and whether it is that of a sea. */
interface NameBox {
  readonly width: number;
  readonly height: number;
  readonly sea: boolean;
}

/** Prefectures are named in the whole-region view (four of them on a small map), the others as it comes closer. */
export function namedFrom(rank: number, index: number): number {
  if (rank <= 1) return index < 4 ? 0 : 0.8;
  return [1.5, 2.8, 4][rank - 2] ?? ISLETS_FROM;
}

/**
 * Finds room for a name: on its spot; for a town also below, above, right or left of it.
 * @param names other names, from which it keeps further off
 */
export function roomForName(
  label: NameBox,
  px: number,
  py: number,
  stage: Box,
  taken: readonly Box[],
  names: readonly Box[] = [],
): Box | null {
  const { width, height } = label;
  const around = (cx: number, cy: number): Box => ({
    left: cx - width / 2,
    top: cy - height / 2,
    right: cx + width / 2,
    bottom: cy + height / 2,
  });
  const [across, down] = APART;
  const isCrowded = (box: Box): boolean =>
    names.some(
      ({ left, top, right, bottom }) =>
        box.left < right + across && left < box.right + across && box.top < bottom + down && top < box.bottom + down,
    );
  const free = (box: Box) => isInsideBox(box, stage) && !taken.some((other) => overlap(box, other)) && !isCrowded(box);
  if (label.sea) {
    const box = around(px, py);
    return free(box) ? box : null;
  }
  const spot = squareAt(px, py, 4);
  // A marker on the town itself: the name goes beside the marker instead. Beside words, which are wider, it would be far off.
  const over = taken.find((other) => overlap(spot, other) && other.right - other.left < WIDEST) ?? spot;
  const candidates = [
    around(px, py),
    around(px, over.bottom + GAP + height / 2),
    around(px, over.top - GAP - height / 2),
    around(over.right + GAP + 2 + width / 2, py),
    around(over.left - GAP - 2 - width / 2, py),
  ];
  return candidates.find(free) ?? null;
}

/** The box around a point of the stage, `reach` px to every side. */
export const squareAt = (x: number, y: number, reach: number): Box => ({
  left: x - reach,
  top: y - reach,
  right: x + reach,
  bottom: y + reach,
});

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom && b.top < a.bottom;
}

export function isInsideBox(box: Box, stage: Box): boolean {
  return box.left >= stage.left && box.right <= stage.right && box.top >= stage.top && box.bottom <= stage.bottom;
}

/** Width of a letter, as a share of the size of the font, where nobody can measure it: of narrow ones, of wide ones, of others. */
const LETTERS = [
  [/[fijlrtI'’. -]/, 0.36],
  [/[mwMWOQ]/, 0.92],
] as const;
const LETTER = 0.66;

/** Returns the width of a name about, px, in letters of a size; those of a sea are spaced. */
export const nameWidth = (name: string, size: number, sea: boolean): number =>
  [...name].reduce(
    (sum, sign) => sum + (LETTERS.find(([signs]) => signs.test(sign))?.[1] ?? LETTER) + (sea ? 0.12 : 0),
    0,
  ) * size;
