/** The places at one distance from another: what a radius is on a map. */
import { distanceKm, type LonLatBox, type Point } from './near.ts';

/** Corners of a circle: on a screen, its sides are no longer than the width of its line. */
const CORNERS = 120;
const RAD = Math.PI / 180;

/**
 * The circle around a place, along the ground: `[longitude, latitude]` of its corners, from the north to the east. The last
 * is not the first again.
 * @param km its radius, of a few hundred at most
 */
export function circleAround({ lon, lat }: Point, km: number): readonly (readonly [number, number])[] {
  // The part of the round Earth that the distances of this package go by.
  const far = (km / distanceKm({ lon: 0, lat: 0 }, { lon: 0, lat: 1 })) * RAD;
  const [sin, cos] = [Math.sin(lat * RAD), Math.cos(lat * RAD)];
  return [...new Array<undefined>(CORNERS).keys()].map((corner) => {
    const bearing = (corner / CORNERS) * 2 * Math.PI;
    const there = sin * Math.cos(far) + cos * Math.sin(far) * Math.cos(bearing);
    const east = Math.atan2(Math.sin(bearing) * Math.sin(far) * cos, Math.cos(far) - sin * there);
    return [lon + east / RAD, Math.asin(there) / RAD] as const;
  });
}

/** `[west, south, east, north]` of the circle around a place. */
export function boxOfCircle(center: Point, km: number): LonLatBox {
  const corners = circleAround(center, km);
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
