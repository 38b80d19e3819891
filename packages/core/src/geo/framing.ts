/** Views of a map: which part of its plane a frame shows, as the map opens with it. */

import type { LonLatBox } from './near.ts';
import { boxAround, type Plane, type PlaneBox } from './plane.ts';
import { holding, type Transform, within } from './transform.ts';

/** Free px around the points that a view shows, besides the insets. */
const PADDING = 38;
/** Points are not shown from nearer than this; one place alone not from so near that no town or coast says where it is. */
const NEAREST_FIT = 8;
const NEAREST_PLACE = 3;
/** Points within this are one place, degrees. */
const ONE_PLACE = 0.01;

/** Px of a frame that something else covers or that should stay free. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A frame of a map, px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly insets: Insets;
}

/** The scale at which a box fits when so many px are to stay free, besides the insets. */
function scaleToFit([[left, top], [right, bottom]]: PlaneBox, { width, height, insets }: Frame, free = 0): number {
  const room = (size: number, covered: number) => Math.max(size - covered - free, size / 3);
  const across = room(width, insets.left + insets.right);
  return Math.min(across / (right - left), room(height, insets.top + insets.bottom) / (bottom - top));
}

/** The scale at which a frame shows a whole region. */
export const homeScale = (focus: PlaneBox, frame: Frame): number => scaleToFit(focus, frame);

/** A box in the middle of what nothing covers. */
function framed([[left, top], [right, bottom]]: PlaneBox, { width, height, insets }: Frame, k: number): Transform {
  const x = (left + right) / 2 + (insets.right - insets.left) / 2 / k;
  const y = (top + bottom) / 2 + (insets.bottom - insets.top) / 2 / k;
  return holding([x, y], [width / 2, height / 2], k);
}

/** Returns the height of the box of a region in its widths, in hundredths, for a frame of its shape. */
export const restShape = ([[left, top], [right, bottom]]: PlaneBox): number =>
  Math.ceil((100 * (bottom - top)) / (right - left)) / 100;

/** The view of a whole region. */
export function homeView(plane: Plane, focus: PlaneBox, frame: Frame): Transform {
  return within(plane.box, frame.width, frame.height, framed(focus, frame, homeScale(focus, frame)));
}

/** Scales between which a view lies. */
interface Scales {
  readonly home: number;
  readonly most: number;
}

/** The view of a box of the plane, at a scale of at most `most` and at least `least`. It may reach beyond the ground. */
export function viewOfBox(
  box: PlaneBox,
  frame: Frame,
  scales: Scales,
  least = 0,
  most = Number.POSITIVE_INFINITY,
): Transform {
  const k = Math.max(least, Math.min(most, scaleToFit(box, frame, 2 * PADDING)));
  return framed(box, frame, Math.min(scales.most, Math.max(scales.home, k)));
}

/** Doublings from the whole region to the closest view: at least, and of a ground that sets no limit. */
const LEAST_LEVELS = 3;
const LEVELS = 6;
/** Px of the world at zoom 0 of web maps. */
const WORLD = 256;

/** Returns the scale of the closest view. @param closest closest zoom of web maps; null for six doublings */
export function closestScale({ world }: Plane, home: number, closest: number | null): number {
  if (closest === null) return home * 2 ** LEVELS;
  return Math.max(home * 2 ** LEAST_LEVELS, (WORLD * 2 ** closest) / world);
}

/** Returns how a box of points is shown: as a box of the plane, so many times nearer than the whole at most; null for none. */
export function nearestTo(
  around: LonLatBox,
  plane: Plane,
): { readonly box: PlaneBox; readonly nearest: number } | null {
  const box = boxAround(around, plane);
  const [west, south, east, north] = around;
  return box && { box, nearest: east - west + north - south < ONE_PLACE ? NEAREST_PLACE : NEAREST_FIT };
}
