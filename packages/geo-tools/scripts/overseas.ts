/** Outlines of the overseas départements, for data sets that bring no basemap of their own. */
import type { Basemap } from '@ess-widgets/core/geo';
import { NATURAL_EARTH, naturalEarth } from '../src/basemap/natural-earth.ts';
import { boxOf, clip, multiPolygon } from '../src/geometry/rings.ts';
import { compactTopology, objectPolygons } from '../src/geometry/topology.ts';
import { franceOf } from './france.ts';
import { OVERSEAS, type Overseas } from './places.ts';

/** Steps across each: some 100 m for an island. */
const STEPS = 4_500;

/**
 * Greatest distance of the coast from the true one, km: the smallest islands of the Antilles and the Îles du Salut have
 * none.
 */
const COAST_WITHIN = 30;

const CREDIT = {
  fr: 'Fond\u202f: Natural Earth',
  br: 'Kartenn\u202f: Natural Earth',
  en: 'Basemap: Natural Earth',
} as const;

/** Builds `overseas.json`: a ground for each, and its name. */
export function overseasBasemaps(): readonly (Basemap & Pick<Overseas, 'name'>)[] {
  const lands = objectPolygons(naturalEarth('land-10m'), 'land');
  const french = franceOf(naturalEarth('countries-10m'));
  return OVERSEAS.map(({ name: called, window, own, towns, seas }) => {
    const region = clip(french, own);
    const topology = compactTopology({ land: multiPolygon(clip(lands, window)), region: multiPolygon(region) }, STEPS);
    return {
      format: 'ess-basemap/1',
      name: called,
      bbox: [...window],
      focus: [...boxOf(region.flat(), 0.04)],
      topology: topology as Basemap['topology'],
      coastWithin: COAST_WITHIN,
      places: towns.map(([name, lon, lat], index) => ({ name, lon, lat, rank: index < 2 ? 1 : 2 })),
      labels: seas.map(([name, lon, lat]) => ({ kind: 'sea', name, lon, lat })),
      attribution: CREDIT,
      licences: [NATURAL_EARTH],
    };
  });
}
