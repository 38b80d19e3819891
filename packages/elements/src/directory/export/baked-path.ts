/** Paths of a map written anew for one view: in px, without what lies outside it and without steps that no eye sees. */
import { px } from '@ess-widgets/core/internal/picture/svg';

/** The corner of a view in the window. */
export interface Corner {
  readonly left: number;
  readonly top: number;
}

interface View {
  readonly width: number;
  readonly height: number;
}

type Point = readonly [x: number, y: number];

/** Straight lines from absolute point to absolute point. */
export const isPlainPath = (d: string): boolean => /^[MLHVZ\d\s.,e-]*$/.test(d);

/** Lines reach this far out of what is shown, px: half of the widest of them. */
const MARGIN = 40;
/** Steps shorter than this are left out, px. */
const LEAST = 0.25;

/** A plain path as it lies in a view; empty where nothing of it does. */
export function bakedPath(d: string, matrix: DOMMatrix, view: View): string {
  return subpaths(d, matrix)
    .filter(({ points }) => isNear(points, view))
    .map(
      ({ points, isClosed }) =>
        thinned(points)
          .map(([x, y], at) => `${at ? 'L' : 'M'}${tenth(x)} ${tenth(y)}`)
          .join('') + (isClosed ? 'Z' : ''),
    )
    .join('');
}

const tenth = (n: number): string => px(Math.round(n * 10) / 10);

interface Subpath {
  readonly points: Point[];
  isClosed: boolean;
}

function subpaths(d: string, matrix: DOMMatrix): readonly Subpath[] {
  const found: Subpath[] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of d.matchAll(/([MLHVZ])([^MLHVZ]*)/g)) {
    const numbers = rest.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
    const current = found[found.length - 1];
    if (command === 'Z') {
      if (current) current.isClosed = true;
      continue;
    }
    if (command === 'H') [x] = numbers as [number];
    else if (command === 'V') [y] = numbers as [number];
    else [x, y] = numbers as [number, number];
    const point: Point = [matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f];
    if (command === 'M' || !current) found.push({ points: [point], isClosed: false });
    else current.points.push(point);
  }
  return found;
}

/** Whether the box around some points meets the view. */
function isNear(points: readonly Point[], { width, height }: View): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return right > -MARGIN && bottom > -MARGIN && left < width + MARGIN && top < height + MARGIN;
}

/** The first and the last point stay. */
function thinned(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  points.forEach((point, at) => {
    const last = kept[kept.length - 1];
    const isFar = !last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= LEAST;
    if (isFar || at === points.length - 1) kept.push(point);
  });
  return kept;
}
