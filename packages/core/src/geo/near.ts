/** What is near a place: distances, radii, and a commune's name as the address of a page says it. Pure numbers and text. */
import type { Precision } from '../model/position.ts';

/** A place in degrees. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** `[west, south, east, north]` in degrees. */
export type LonLatBox = readonly [number, number, number, number];

/** A place, and how far around it to look. */
export interface Around extends Point {
  /** Null: however far, nearest first. */
  readonly km: number | null;
}

/** What lies outside of a radius. */
export interface Beyond {
  /** Distance of the nearest of what is too far, km; null where nothing is. */
  readonly nearest: number | null;
  /** How many are placed at less than a commune, or not at all: nobody knows whether they are near. */
  readonly unplaced: number;
}

/** How far a visitor may look, km. */
export const RADII: readonly number[] = [5, 10, 20, 50];
/**
 * How far they look at first, km: half an hour by car, which is as far as most people go for a service; 5 and 10 leave
 * nobody in most rural places of a network of some hundred members.
 */
export const RADIUS = 20;

/** Whether a position is exact enough to say how far it is: the middle of a département is 50 km from its ends. */
export const isExact = (precision: Precision): boolean => precision === 'address' || precision === 'commune';

/** Distance between two places in km, along a great circle of a round Earth: within 0.5 %. */
export function distanceKm(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const [dLat, dLon] = [(b.lat - a.lat) * rad, (b.lon - a.lon) * rad];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

/** The entries nearest first; those without a position come last, in their order. */
export function sortByDistance<Entry extends { readonly position: Point | null }>(
  entries: readonly Entry[],
  from: Point,
): readonly Entry[] {
  const far = ({ position }: Entry) => (position ? distanceKm(from, position) : Number.POSITIVE_INFINITY);
  const withDistance = entries.map((entry) => ({ entry, km: far(entry) }));
  return withDistance.sort((a, b) => (a.km === b.km ? 0 : a.km - b.km)).map(({ entry }) => entry);
}

/** The entries within a radius, nearest first, and what it leaves out; without a radius, all of them. */
export function entriesAround<Entry extends { readonly position: (Point & { readonly precision: Precision }) | null }>(
  entries: readonly Entry[],
  around: Around,
): { readonly kept: readonly Entry[]; readonly beyond: Beyond } {
  const { km: radius } = around;
  const sorted = sortByDistance(entries, around);
  if (radius === null) return { kept: sorted, beyond: { nearest: null, unplaced: 0 } };
  const exact = sorted.flatMap((entry) =>
    entry.position && isExact(entry.position.precision) ? [{ entry, km: distanceKm(around, entry.position) }] : [],
  );
  const far = exact.find(({ km }) => km > radius);
  return {
    kept: exact.filter(({ km }) => km <= radius).map(({ entry }) => entry),
    beyond: { nearest: far?.km ?? null, unplaced: entries.length - exact.length },
  };
}

/** The smallest radius that reaches so far, km; null where only "however far" does. */
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

/** What a value of the facet `near` says; null where it says nothing. A radius that is not offered becomes the usual one. */
export function readNear(value: string | undefined): NearCommune | null {
  const [, insee, radius] = FACET.exec(value ?? '') ?? [];
  if (insee === undefined) return null;
  const km = radius === undefined ? null : Number(radius);
  return { insee, km: km === null || RADII.includes(km) ? km : RADIUS };
}
