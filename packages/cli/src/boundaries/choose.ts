/** Which contours are of a region, and what can be made of them. */
import type { Position } from 'geojson';
import { Refusal } from '../refusal.ts';
import type { Contour, Kind } from './contours.ts';
import { DEPARTEMENTS_OF } from './regions.ts';

/** What installed data say of the EPCI of the region. */
export interface KnownEpci {
  /** Names, by SIREN code. */
  readonly names: ReadonlyMap<string, string>;
  /** SIREN codes, by commune. */
  readonly of: ReadonlyMap<string, string>;
}

/** The contours of a region, by kind. */
export type Chosen = Readonly<Record<Kind, readonly Contour[]>>;

/** @throws Refusal when none of the contours is of the region */
export function chooseRegion(all: readonly Contour[], region: string, known: KnownEpci): Chosen {
  const departements = new Set(DEPARTEMENTS_OF[region] ?? []);
  const ofKind = (kind: Kind): readonly Contour[] => unique(all.filter((each) => each.kind === kind));
  const communes = ofKind('commune')
    .filter(({ departement = '' }) => departements.has(departement))
    .map((each) => ({ ...each, epci: each.epci ?? known.of.get(each.code) }));
  const outlines = ofKind('departement').filter(({ code }) => departements.has(code));
  const epci = ofKind('epci').filter(
    (each) =>
      known.names.has(each.code) ||
      each.region === region ||
      communes.some((commune) => commune.epci === each.code) ||
      outlines.some((outline) => holds(outline, middleOf(each))),
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

/** The first of each code: two files may hold the same territory. */
function unique(contours: readonly Contour[]): readonly Contour[] {
  const seen = new Set<string>();
  return contours.filter(({ code }) => !seen.has(code) && seen.add(code));
}

/** The middle of the largest polygon. */
function middleOf({ polygons }: Contour): Position {
  const outer = polygons.flatMap(([ring]) => (ring ? [ring] : []));
  const largest = outer.reduce((best, ring) => (extent(ring) > extent(best) ? ring : best), outer[0] ?? []);
  const [[west, south], [east, north]] = box(largest);
  return [(west + east) / 2, (south + north) / 2];
}

const extent = (ring: readonly Position[]): number => {
  const [[west, south], [east, north]] = box(ring);
  return (east - west) * (north - south);
};

function box(ring: readonly Position[]): readonly [readonly [number, number], readonly [number, number]] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of ring) {
    [west, south] = [Math.min(west, x), Math.min(south, y)];
    [east, north] = [Math.max(east, x), Math.max(north, y)];
  }
  return [
    [west, south],
    [east, north],
  ];
}

function holds({ polygons }: Contour, [x = 0, y = 0]: Position): boolean {
  let inside = false;
  for (const ring of polygons.flat()) {
    ring.forEach(([ax = 0, ay = 0], index) => {
      const [bx = 0, by = 0] = ring[(index + 1) % ring.length] ?? [];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
  }
  return inside;
}
