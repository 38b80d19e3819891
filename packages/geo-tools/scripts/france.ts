/** A coarse outline of metropolitan France, for data sets that bring no basemap of their own. */
import { type Basemap, isAtSea } from '@ess-widgets/core/geo';
import { countriesOf, NATURAL_EARTH, naturalEarth, type Outlines } from '../src/basemap/natural-earth.ts';
import {
  boxOf,
  clip,
  type Line,
  type LonLatExtent,
  type LonLatPair,
  multiPolygon,
  type Rings,
  same,
  touches,
} from '../src/geometry/rings.ts';
import { compactTopology, objectPolygons } from '../src/geometry/topology.ts';
import { places } from './basemap.ts';
import type { CommuneRow } from './communes.ts';
import { GEONAMES, GROUND_CREDIT } from './credits.ts';
import { settlements } from './packages.ts';
import { FRENCH_PLACES, FRENCH_SEAS } from './places.ts';

/** Wider than France, so that a wide screen and a tall one show land and not the end of it; no overseas territory lies in it. */
const WINDOW: LonLatExtent = [-17, 34, 22, 57.5];

/** Box in which the outline is as exact as its source. */
const NEAR: LonLatExtent = [-7.2, 40.2, 11.4, 52.2];

/** Degrees between points of the coast beyond {@link NEAR}, which nobody comes to look at. */
const FAR_STEP = 0.25;

/** Some 500 m: nobody zooms into a coarse outline. */
const STEPS = 6_300;

/**
 * Greatest distance of the coast from the true one, km: at this scale it has neither Belle-Île nor Ouessant nor the
 * peninsula of Quiberon, and communes lie up to 36 km off it.
 */
const COAST_WITHIN = 50;

/** Radius of an island that the outlines lack, km: as those have that are farther off than that. */
const ISLAND = 2;

/** Builds `france.json`. */
export function frenchBasemap(communes: ReadonlyMap<string, CommuneRow>): Basemap {
  const land = clip(objectPolygons(naturalEarth('land-50m'), 'land'), WINDOW).map((rings) =>
    rings.map((ring) => thinned(ring)),
  );
  const france = clip(franceOf(naturalEarth('countries-50m')), WINDOW);
  const topology = compactTopology({ land: multiPolygon(land), region: multiPolygon(france) }, STEPS);
  const outlines = {
    bbox: [...WINDOW] as Basemap['bbox'],
    focus: [...boxOf(france.flat(), 0.3)] as Basemap['focus'],
    topology: topology as Basemap['topology'],
    coastWithin: COAST_WITHIN,
  };
  return {
    format: 'ess-basemap/1',
    ...outlines,
    islets: farIslands(outlines),
    places: places(FRENCH_PLACES, communes),
    labels: FRENCH_SEAS,
    attribution: GROUND_CREDIT,
    licences: [NATURAL_EARTH, GEONAMES],
  };
}

/** Leaves out points far away; a small island keeps enough of them, so that nobody on it seems to be at sea. */
function thinned(ring: Line, step = FAR_STEP): Line {
  const kept: LonLatPair[] = [];
  for (const point of ring) {
    const last = kept.at(-1);
    const isClose = last && Math.hypot(point[0] - last[0], point[1] - last[1]) < step;
    if (touches([point], NEAR) || !isClose) kept.push(point);
  }
  const [first] = kept;
  const closed = first && !same(first, kept.at(-1)) ? [...kept, first] : kept;
  return closed.length < 5 && closed.length < ring.length ? thinned(ring, step / 2) : closed;
}

/** Returns islands whose towns would seem to be at sea: a member in one of them is placed well. */
const farIslands = (outlines: Pick<Basemap, 'bbox' | 'topology' | 'coastWithin'>): NonNullable<Basemap['islets']> =>
  settlements(() => true)
    .filter((town) => isAtSea(outlines, town))
    .map(({ name, lon, lat }) => ({ name, lon, lat, radius: ISLAND, beyond: true }));

/** Returns the outline of France, overseas too, of a file of countries. */
export const franceOf = (outlines: Outlines): Rings[] => countriesOf(outlines, (name) => name === 'France');
