/** Small islands as land: rugged outlines of the size of each, so that they look like the coast and not like markers. */
import type { Lines, Position } from './ground-lines.ts';
import type { MapIslet } from './map-basemap.ts';

/** Km a degree of latitude. */
const DEGREE = 111.195;
/** Distances from the middle to the shore, round an islet of radius 1: of about the area of its disc. */
const SHORE = [1.25, 1.05, 0.8, 0.95, 1.2, 1.1, 0.75, 0.9, 1] as const;

/** The outlines of islets in the region and beyond it, as closed rings. */
export function isletRings(islets: readonly MapIslet[]): Readonly<Record<'region' | 'beyond', Lines>> {
  const rings = (beyond: boolean): Lines =>
    islets.flatMap((islet, index) => ((islet.beyond ?? false) === beyond ? [outline(islet, index)] : []));
  return { region: rings(false), beyond: rings(true) };
}

/** Clockwise, as the land of a basemap. Each begins at another place of the shore, so that neighbours do not look like copies. */
function outline({ lon, lat, radius }: MapIslet, turn: number): Position[] {
  const up = radius / DEGREE;
  const across = up / Math.cos((lat * Math.PI) / 180);
  const ring = SHORE.map((_, index): Position => {
    const far = SHORE[(index + 2 * turn) % SHORE.length] ?? 1;
    const angle = (index / SHORE.length) * 2 * Math.PI;
    return [lon + far * across * Math.cos(angle), lat - far * up * Math.sin(angle)];
  });
  return [...ring, ...ring.slice(0, 1)];
}
