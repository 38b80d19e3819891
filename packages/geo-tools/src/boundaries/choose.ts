/** The choice of the contours of a region. */

import type { OutlinedKind } from '@ess-widgets/core/model';
import { Refusal } from 'ess-widgets/internal';
import { holds, type LonLatExtent, type LonLatPair, ringsExtent } from '../geometry/rings.ts';
import { DEPARTEMENTS_OF } from '../regions.ts';
import type { Contour } from './contours.ts';

/** The EPCI of the region as installed data have them. */
export interface KnownEpci {
  /** Names, by SIREN code. */
  readonly names: ReadonlyMap<string, string>;
  /** SIREN codes, by commune. */
  readonly of: ReadonlyMap<string, string>;
}

/** The contours of a region, by kind. */
export type Chosen = Readonly<Record<OutlinedKind, readonly Contour[]>>;

/** @throws Refusal when none of the contours is of the region */
export function chooseRegion(all: readonly Contour[], region: string, known: KnownEpci): Chosen {
  const departements = new Set(DEPARTEMENTS_OF[region] ?? []);
  const ofKind = (kind: OutlinedKind): readonly Contour[] => unique(all.filter((each) => each.kind === kind));
  const communes = ofKind('commune')
    .filter(({ departement = '' }) => departements.has(departement))
    .map((each) => ({ ...each, epci: each.epci ?? known.of.get(each.code) }));
  const outlines = ofKind('departement').filter(({ code }) => departements.has(code));
  const epci = ofKind('epci').filter(
    (each) =>
      known.names.has(each.code) ||
      each.region === region ||
      communes.some((commune) => commune.epci === each.code) ||
      outlines.some(({ polygons }) => holds(polygons.flat(), middleOf(each))),
  );
  const regions = ofKind('region').filter(({ code }) => code === region);
  if (communes.length + outlines.length + epci.length + regions.length > 0) {
    return { commune: communes, epci, departement: outlines, region: regions };
  }
  throw new Refusal({
    fr: `aucun contour de la région ${region} dans ces fichiers. Pour des EPCI seuls, donnez aussi les départements\u202f: --from epci.geojson --from departements.geojson`,
    en: `no contour of region ${region} in these files. For EPCI alone, give the départements too: --from epci.geojson --from departements.geojson`,
  });
}

/** Returns the first of each code: two files may hold the same territory. */
function unique(contours: readonly Contour[]): readonly Contour[] {
  const seen = new Set<string>();
  return contours.filter(({ code }) => !seen.has(code) && seen.add(code));
}

/** Returns the middle of the largest polygon. */
function middleOf({ polygons }: Contour): LonLatPair {
  const boxes = polygons.map(([ring = []]) => ringsExtent([ring]));
  const [west, south, east, north] = boxes.reduce((best, box) => (sizeOf(box) > sizeOf(best) ? box : best));
  return [(west + east) / 2, (south + north) / 2];
}

const sizeOf = ([west, south, east, north]: LonLatExtent): number => (east - west) * (north - south);
