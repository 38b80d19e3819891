/**
 * The four Breton départements, with the coast of Natural Earth.
 *
 * The only free outlines of départements at hand are on a grid of 800 m: good enough for borders inland, not for the
 * coast. So the borders are taken from them, and the coast is the stretch of Natural Earth's mainland between the two
 * places where borders reach it. All share their points exactly, and so their arcs once they are a topology.
 */
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject } from 'topojson-specification';
import type { Outlines } from '../src/basemap/natural-earth.ts';
import { type Line, type LonLatPair, pointsOf, stretch } from '../src/geometry/rings.ts';
import { joined, nearest, rounded, simplified } from './lines.ts';

/** INSEE code, and the identifier in the outlines. */
const OUTLINE_IDS = { '22': 'FR.CA', '29': 'FR.FI', '35': 'FR.IV', '56': 'FR.MB' } as const;
/** Neighbours of Brittany: Manche, Mayenne, Maine-et-Loire, Loire-Atlantique. */
const OUTSIDE = ['FR.MH', 'FR.MY', 'FR.ML', 'FR.LA'] as const;

/** Wrinkles of the grid (square degrees): a step of it makes a triangle of half 0.0118 × 0.0072. */
const WRINKLE = 0.00006;

export const BRETON_DEPARTEMENTS = ['22', '29', '35', '56'] as const;
export type BretonDepartement = (typeof BRETON_DEPARTEMENTS)[number];

/** Rings of each département: its mainland first (two parts for Ille-et-Vilaine, which the Rance divides), islands after. */
export type Departements = Readonly<Record<BretonDepartement, readonly Line[]>>;

/**
 * Builds the départements.
 * @param mainland closed clockwise ring, cut to the window
 * @param islands rings that lie wholly in the window, of Brittany and of others
 * @param west border of the country of Dinard, from `dinardBorder`
 */
export function bretonDepartements(
  outlines: Outlines,
  { mainland, islands, west }: { readonly mainland: Line; readonly islands: readonly Line[]; readonly west: Line },
): Departements {
  const { b2229, b2235, b2956, b2256, b3556, outer35, outer56 } = borders(outlines);
  const reach = (place: LonLatPair | undefined): number => nearest(mainland, place ?? [0, 0]);
  const shore = (from: LonLatPair | undefined, to: LonLatPair | undefined): LonLatPair[] =>
    stretch(mainland, reach(from), reach(to));
  /** Moves the coastal end of a border to the coast, by the shortest way: the grid's last steps may double back. */
  const landed = (line: Line): Line => {
    const landing = mainland[reach(line[0])] ?? [0, 0];
    return [landing, ...line.slice(1 + nearest(line.slice(1, 9), landing))];
  };
  const north = [...shore(b2229[0], west[0]), ...west.slice(1, -1), ...shore(west.at(-1), b2235[0])];
  const main: Record<BretonDepartement, readonly Line[]> = {
    '22': [joined(north, landed(b2235), b2256.toReversed(), landed(b2229).toReversed())],
    '29': [joined(shore(b2956[0], b2229[0]), landed(b2229), landed(b2956).toReversed())],
    '35': [
      joined(shore(b2235[0], outer35[0]), landed(outer35), b3556.toReversed(), landed(b2235).toReversed()),
      joined(shore(west[0], west.at(-1)), west.toReversed()),
    ],
    '56': [joined(shore(outer56[0], b2956[0]), landed(b2956), b2256, b3556, landed(outer56).toReversed())],
  };
  const rings = (code: BretonDepartement): Line[] => [
    ...main[code],
    ...islands.filter((island) => isNear(island, outlines, OUTLINE_IDS[code])),
  ];
  return { '22': rings('22'), '29': rings('29'), '35': rings('35'), '56': rings('56') };
}

type Borders = Readonly<Record<'b2229' | 'b2235' | 'b2956' | 'b2256' | 'b3556' | 'outer35' | 'outer56', Line>>;

/** Smooths the borders; each begins at the coast where it has an end there, else at its western end. */
function borders(outlines: Outlines): Borders {
  const between = (id: string, others: readonly string[], start: 'coast-north' | 'coast-south' | 'west'): Line => {
    const line = smooth(borderBetween(outlines, id, others));
    const first = line[0] ?? [0, 0];
    const last = line.at(-1) ?? [0, 0];
    const forward =
      start === 'west' ? first[0] < last[0] : start === 'coast-north' ? first[1] > last[1] : first[1] < last[1];
    return forward ? line : line.toReversed();
  };
  return {
    b2229: between('FR.FI', ['FR.CA'], 'coast-north'),
    b2235: between('FR.IV', ['FR.CA'], 'coast-north'),
    b2956: between('FR.FI', ['FR.MB'], 'coast-south'),
    b2256: between('FR.CA', ['FR.MB'], 'west'),
    b3556: between('FR.IV', ['FR.MB'], 'coast-north'),
    outer35: between('FR.IV', OUTSIDE, 'coast-north'),
    outer56: between('FR.MB', ['FR.LA'], 'coast-south'),
  };
}

const smooth = (line: Line): Line => rounded(simplified(line, WRINKLE));

/** Returns the one line along which a département meets others. */
function borderBetween(outlines: Outlines, id: string, others: readonly string[]): Line {
  const own = geometryOf(outlines, id);
  const collection: GeometryCollection = {
    type: 'GeometryCollection',
    geometries: [own, ...others.map((other) => geometryOf(outlines, other))],
  };
  const { coordinates } = mesh(outlines, collection, (a, b) => a !== b && (a === own || b === own));
  const [line, ...more] = coordinates;
  if (line === undefined || more.length > 0)
    throw new Error(`Expected one border of ${id}, found ${coordinates.length}.`);
  return pointsOf(line);
}

function geometryOf(outlines: Outlines, id: string): GeometryObject {
  const found = outlines.objects['fra']?.geometries.find((geometry) => geometry.id === id);
  if (found === undefined) throw new Error(`No département "${id}" in the outlines.`);
  return found;
}

/** Tells whether an island is one of a département's: the outlines have it too, on their own grid. */
function isNear(island: Line, outlines: Outlines, id: string): boolean {
  const shape = feature(outlines, geometryOf(outlines, id));
  if (shape.type !== 'Feature' || shape.geometry.type !== 'MultiPolygon') return false;
  const [x, y] = middle(island);
  return shape.geometry.coordinates.some(([ring = []]) => {
    const [px, py] = middle(pointsOf(ring));
    return Math.hypot(px - x, py - y) < 0.05;
  });
}

function middle(ring: Line): LonLatPair {
  const sum = ring.reduce<LonLatPair>(([x, y], point) => [x + point[0], y + point[1]], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}
