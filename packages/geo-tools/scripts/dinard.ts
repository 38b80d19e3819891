/**
 * The border west of the Rance. The outlines of départements give the country of Dinard to Côtes-d'Armor; here it goes
 * back to Ille-et-Vilaine, by a line half-way between the towns on its two sides.
 */
import type { Line, LonLatPair } from '../src/geometry/rings.ts';
import type { CommuneRow } from './communes.ts';
import { middleOf, nearest, rounded, withMiddleNear } from './lines.ts';

/** Point at which the Frémur, which is the border, reaches the sea. */
const MOUTH: LonLatPair = [-2.126, 48.6095];

/** Towns of Côtes-d'Armor, each with its neighbour in Ille-et-Vilaine, from the sea to the Rance. */
const NEIGHBOURS = [
  ['22209', '35228'],
  ['22368', '35228'],
  ['22103', '35181'],
] as const;

/**
 * Returns the border, and the mainland with a place more where the border reaches the Rance.
 * @param mainland closed ring
 */
export function dinardBorder(
  mainland: Line,
  communes: ReadonlyMap<string, CommuneRow>,
): { west: Line; mainland: Line } {
  const at = (code: string): LonLatPair => {
    const position = communes.get(code)?.position;
    if (position == null) throw new Error(`No position for the commune ${code}, a neighbour of the border.`);
    return [position.lon, position.lat];
  };
  const between = NEIGHBOURS.map(([here, there]) => middleOf(at(here), at(there)));
  const bank = between.at(-1) ?? MOUTH;
  const ring = withMiddleNear(mainland, bank);
  const land = (place: LonLatPair): LonLatPair => ring[nearest(ring, place)] ?? place;
  return { west: rounded([land(MOUTH), ...between, land(bank)]), mainland: ring };
}
