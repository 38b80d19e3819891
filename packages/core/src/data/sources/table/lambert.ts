/** Lambert-93 (EPSG:2154), the metres of French administrations: what INSEE's and IGN's files have for coordinates. */
import type { DegreePoint } from './coordinates.ts';

/** Constants of the projection, as IGN publishes them (NTG 71, on the ellipsoid GRS 80). */
const EXPONENT = 0.725_607_765;
const RADIUS = 11_754_255.426;
const FALSE_EAST = 700_000;
const POLE_NORTH = 12_655_612.05;
const ECCENTRICITY = 0.081_819_191_043;
const MERIDIAN = 3;

const DEGREES = 180 / Math.PI;

/** Whether metres can be Lambert-93 of metropolitan France; the zones of other French projections lie elsewhere. */
const isLambert = (east: number, north: number): boolean =>
  east > 75_000 && east < 1_260_000 && north > 6_000_000 && north < 7_200_000;

/** Returns the point of Lambert-93 metres, within a few centimetres; null for what is no such metres. */
export function fromLambert(east: number, north: number): DegreePoint | null {
  if (!isLambert(east, north)) return null;
  const [x, y] = [east - FALSE_EAST, POLE_NORTH - north];
  const isometric = -Math.log(Math.hypot(x, y) / RADIUS) / EXPONENT;
  let lat = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2;
  // Iterate from the sphere to the ellipsoid: each step divides the error by a hundred.
  for (let turn = 0; turn < 6; turn += 1) {
    const flat = ECCENTRICITY * Math.sin(lat);
    const stretch = ((1 + flat) / (1 - flat)) ** (ECCENTRICITY / 2);
    lat = 2 * Math.atan(stretch * Math.exp(isometric)) - Math.PI / 2;
  }
  const lon = MERIDIAN + (Math.atan(x / y) / EXPONENT) * DEGREES;
  return { lat: rounded(lat * DEGREES), lon: rounded(lon) };
}

/** Rounds degrees: an error of half a metre cannot be seen. */
const rounded = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;
