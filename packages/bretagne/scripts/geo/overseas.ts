/** Outlines of the overseas départements, for data sets that bring no basemap of their own. */
import type { Basemap } from '@ess-widgets/core/internal/geo/basemap';
// From its files, not from the package: scripts run before anything is built.
import { boxOf, clip, multiPolygon } from '../../../cli/src/basemap/rings.ts';
import { compactTopology, polygonsOf } from '../../../cli/src/basemap/topology.ts';
import { NATURAL_EARTH } from './credits.ts';
import { onlyFrance } from './france.ts';
import { naturalEarth } from './packages.ts';
import { OVERSEAS, type Overseas } from './places.ts';

/** Steps across each: some 100 m for an island. */
const STEPS = 4_500;

/** How far the coast may be from the true one, km: the smallest islands of the Antilles and the Îles du Salut have none. */
const COAST_WITHIN = 30;

const CREDIT = {
  fr: 'Fond\u202f: Natural Earth',
  br: 'Kartenn\u202f: Natural Earth',
  en: 'Basemap: Natural Earth',
} as const;

/** Builds `overseas.json`: a ground for each, and what it is called. */
export function overseasBasemaps(): readonly (Basemap & Pick<Overseas, 'name'>)[] {
  const lands = polygonsOf(naturalEarth('land-10m'), 'land');
  const french = polygonsOf(onlyFrance(naturalEarth('countries-10m')), 'countries');
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
