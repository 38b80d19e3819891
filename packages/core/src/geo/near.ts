/**
 * Distances and radii around a place, and the name of a commune as the address of a page writes it. Pure numbers and
 * text.
 */
import type { Point, Precision } from '../model/index.ts';

export { distanceKm, type Point } from '../model/index.ts';

/** `[west, south, east, north]` in degrees. */
export type LonLatBox = readonly [number, number, number, number];

/** A place, and how far around it to look. */
export interface Around extends Point {
  /** Null: however far, nearest first. */
  readonly km: number | null;
}

/** Entries outside of a radius. */
export interface OutsideRadius {
  /** Distance of the nearest of what is too far, km; null where nothing is. */
  readonly nearest: number | null;
  /** Number of entries placed less exactly than at a commune, or not at all: whether they are near is unknown. */
  readonly unplaced: number;
}

/** Radii that a visitor may choose, km. */
export const RADII: readonly number[] = [5, 10, 20, 50];
/**
 * Radius of the first search, km: half an hour by car, which is as far as most people go for a service. Radii of 5 and
 * 10 leave nobody in most rural places of a network of some hundred members.
 */
export const SEARCH_RADIUS_KM = 20;

/** Whether a position is exact enough to say how far it is: the middle of a département is 50 km from its ends. */
export const isPreciselyPlaced = (precision: Precision): boolean => precision === 'address' || precision === 'commune';

/** Returns the smallest radius that reaches so far, km; null where only "however far" does. */
export const radiusFor = (km: number): number | null => RADII.find((radius) => km <= radius) ?? null;

/** A commune to look around. */
export interface NearCommune {
  readonly insee: string;
  readonly km: number | null;
}

/** Codes of communes are of five signs in France, of other forms elsewhere. */
const FACET = /^commune-([\dA-Z]{3,})(?:\/(\d+))?$/;

/** The value of the facet `near` of a scope: `commune-29019/20`, and `commune-29019` for however far. */
export const writeNear = ({ insee, km }: NearCommune): string => `commune-${insee}${km === null ? '' : `/${km}`}`;

/**
 * Reads a value of the facet `near`; returns null where it names no commune. A radius that is not offered becomes the
 * usual one.
 */
export function readNear(value: string | undefined): NearCommune | null {
  const [, insee, radius] = FACET.exec(value ?? '') ?? [];
  if (insee === undefined) return null;
  const km = radius === undefined ? null : Number(radius);
  return { insee, km: km === null || RADII.includes(km) ? km : SEARCH_RADIUS_KM };
}
