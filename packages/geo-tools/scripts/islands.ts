/** Small islands that the outlines leave out. */
import { type Basemap, isAtSea } from '@ess-widgets/core/geo';
import type { DegreePosition } from '../src/records.ts';
import type { CommuneRow } from './communes.ts';
import { BRETON_DEPARTEMENTS } from './departements.ts';

type Islets = NonNullable<Basemap['islets']>;

/** A commune farther than this (km) from the coast of Natural Earth is an island; nearer, the coast is coarse. */
const APART = 2;

/** Radius (km) of a disc of the area of an island that is a commune, by INSEE code; the least is what can still be seen. */
const RADII: Readonly<Record<string, number>> = {
  '22016': 1,
  '29082': 1,
  '29083': 0.6,
  '29084': 0.6,
  '56069': 2.2,
  '56085': 0.8,
  '56086': 1,
  '56087': 1,
  '56088': 1,
};

/** Communes that have no position, because GeoNames begins at 500 inhabitants: by hand, to some 100 m. */
const BY_HAND: Readonly<Record<string, DegreePosition>> = {
  '22016': { lon: -2.999, lat: 48.846 },
  '29082': { lon: -4.01, lat: 48.744 },
  '29083': { lon: -4.851, lat: 48.037 },
  '29084': { lon: -4.957, lat: 48.396 },
  '56085': { lon: -2.876, lat: 47.339 },
  '56086': { lon: -2.958, lat: 47.391 },
  '56088': { lon: -2.802, lat: 47.594 },
};

/** Islands where people work that are no communes. */
const OTHERS: Islets = [
  { name: 'Glénan', lon: -3.99, lat: 47.718, radius: 0.8 },
  { name: 'Chausey', lon: -1.83, lat: 48.876, radius: 0.6, beyond: true },
];

/** Returns the communes whose position is off the outlines, those known by hand, and a few islands more. */
export function islets(
  outlines: Pick<Basemap, 'bbox' | 'topology'>,
  communes: ReadonlyMap<string, CommuneRow>,
): Islets {
  const ground = { ...outlines, coastWithin: APART };
  const found = [...communes.values()].flatMap(({ insee, name, departement, position }) => {
    const apart = position !== null && isAtSea(ground, position) ? position : BY_HAND[insee];
    if (apart === undefined) return [];
    const beyond = !BRETON_DEPARTEMENTS.some((code) => code === departement);
    return [{ name, ...apart, radius: RADII[insee] ?? 1, ...(beyond ? { beyond: true as const } : {}) }];
  });
  return [...found, ...OTHERS];
}
