/** The first view of a map of a territory, and how far around it there must be ground. */
import { boxOf, type Line, type LonLatExtent, type Rings, ringsExtent } from '../geometry/rings.ts';

/** Parts farther off than this share of the main one’s size are not shown with it, nor those farther than this (degrees of latitude). */
const APART = 0.6;
const NEAR = 2.3;
/** Room around the territory, as a share of its size. */
const MARGIN = 0.03;
/** Width over height of the widest and the tallest map, and some room more: ground does not end inside either. */
const WIDE = 2.4;
const TALL = 0.5;
const ROOM = 1.08;

/**
 * Returns the polygons of a territory that are looked at together: it begins with the largest and takes in those near to it, and
 * to the box that they make. Those left out lie far off: overseas, or beyond the antimeridian.
 */
export function mainPart(polygons: readonly Rings[]): readonly Rings[] {
  const sized = polygons
    .map((polygon) => ({ polygon, box: ringsExtent(polygon) }))
    .sort((a, b) => areaOf(b.box) - areaOf(a.box));
  const main = sized.slice(0, 1);
  let rest = sized.slice(1);
  for (;;) {
    const box = ringsExtent(main.map((each) => cornersOf(each.box)));
    const near = rest.filter((each) => gap(box, each.box) <= Math.max(NEAR, APART * sizeOf(box)));
    if (near.length === 0) return main.map(({ polygon }) => polygon);
    main.push(...near);
    rest = rest.filter((each) => !near.includes(each));
  }
}

/** Returns the box of the first view. */
export function focusOf(polygons: readonly Rings[]): LonLatExtent {
  const rings = polygons.flat();
  return limited(boxOf(rings, Math.max(0.02, MARGIN * sizeOf(ringsExtent(rings)))));
}

/** Returns the box of the ground for that view: no screen, wide or tall, shows its end. */
export function windowOf([west, south, east, north]: LonLatExtent): LonLatExtent {
  const [low, high] = [northing(south), northing(north)];
  const [width, height] = [east - west, high - low];
  const across = (Math.max(width, height * WIDE) / 2) * ROOM;
  const up = (Math.max(height, width / TALL) / 2) * ROOM;
  const [x, y] = [(west + east) / 2, (low + high) / 2];
  return limited(boxOf([cornersOf([x - across, latitude(y - up), x + across, latitude(y + up)])], 0));
}

/** Mercator, in degrees, and back: maps are drawn in it. */
const northing = (lat: number): number => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
const latitude = (y: number): number => (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;

const cornersOf = ([west, south, east, north]: LonLatExtent): Line => [
  [west, south],
  [east, north],
];

/** Mercator has no pole. */
const limited = ([west, south, east, north]: LonLatExtent): LonLatExtent => [
  Math.max(-180, west),
  Math.max(-85, south),
  Math.min(180, east),
  Math.min(85, north),
];

const across = ([, south, , north]: LonLatExtent): number => Math.cos((((south + north) / 2) * Math.PI) / 180);
const areaOf = (box: LonLatExtent): number => (box[2] - box[0]) * (box[3] - box[1]) * across(box);
const sizeOf = (box: LonLatExtent): number => Math.max((box[2] - box[0]) * across(box), box[3] - box[1]);

/** Returns the degrees of latitude between two boxes; 0 where they touch. */
function gap(a: LonLatExtent, b: LonLatExtent): number {
  const aside = Math.max(0, a[0] - b[2], b[0] - a[2]) * across(a);
  return Math.hypot(aside, Math.max(0, a[1] - b[3], b[1] - a[3]));
}
