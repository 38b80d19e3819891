/** A place in degrees, WGS 84. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** Distance between two places in km, along a great circle of a round Earth: within 0.5 %. */
export function distanceKm(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const [dLat, dLon] = [(b.lat - a.lat) * rad, (b.lon - a.lon) * rad];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2;
  // Rounding takes two places at the ends of the Earth a little beyond 1, of which there is no arc sine.
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}
