/** Computes how the plane lies on the stage, `px = x + planeX · k`, and limits it. */
import type { PlaneBox } from './plane.ts';

/** A position of the plane on the stage. */
export interface Transform {
  readonly x: number;
  readonly y: number;
  /** Px a unit of the plane. */
  readonly k: number;
}

/** Returns the point of the stage at which a point of the plane lies. */
export const toScreen = ({ x, y, k }: Transform, px: number, py: number): [number, number] => [x + px * k, y + py * k];

/** Returns the point of the plane that lies at a point of the stage. */
export const inPlane = ({ x, y, k }: Transform, sx: number, sy: number): [number, number] => [
  (sx - x) / k,
  (sy - y) / k,
];

/** Puts a point of the plane under a point of the stage. */
export function holding(plane: readonly [number, number], stage: readonly [number, number], k: number): Transform {
  return { x: stage[0] - plane[0] * k, y: stage[1] - plane[1] * k, k };
}

/** Keeps the view inside `box`; a view larger than it has the box in its middle. */
export function within(box: PlaneBox, width: number, height: number, { x, y, k }: Transform): Transform {
  const [[left, top], [right, bottom]] = box;
  return { x: limit(x, left * k, right * k, width), y: limit(y, top * k, bottom * k, height), k };
}

function limit(offset: number, low: number, high: number, size: number): number {
  if (high - low <= size) return (size - low - high) / 2;
  return Math.min(-low, Math.max(size - high, offset));
}
