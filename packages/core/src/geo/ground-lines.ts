/** The lines of a ground: its arcs put together, as every drawing of it has them. */
import { coastLines } from './coast.ts';
import { isletRings } from './islets.ts';
import type { MapBasemap } from './map-basemap.ts';

/** `[lon, lat]` in degrees. */
export type Position = readonly [lon: number, lat: number];
/** Open lines, or closed rings, whose last position is their first. */
export type Lines = readonly (readonly Position[])[];

/** Numbers of arcs: `~n` is arc n backwards. */
type Arcs = readonly (readonly number[])[];
type Area =
  | { readonly type: 'Polygon'; readonly arcs: Arcs }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly Arcs[] };

/** Outlines that share their arcs: those of a basemap, or plain ones that are not quantised. */
export interface GroundTopology {
  readonly type?: 'Topology';
  readonly transform?: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly objects: {
    readonly land?: Area;
    readonly region?: Area;
    readonly departements?: { readonly type: 'GeometryCollection'; readonly geometries: readonly Area[] };
    readonly borders?: { readonly arcs: Arcs };
  };
}

/** What a ground draws, the lowest first. */
interface GroundLines {
  /** Shores of the land, as lines. */
  readonly coast: Lines;
  /** Rings of all land, and of the region that the map is about. */
  readonly land: Lines;
  readonly region: Lines;
  /** Lines between its départements. */
  readonly borders: Lines;
  /** Rings of islets in the region, and beyond it. */
  readonly inside: Lines;
  readonly beyond: Lines;
}

/**
 * Puts the lines of a ground together.
 * @param thin leaves out positions of an arc but its ends: areas that share it keep sharing it
 */
export function groundLines(
  { topology, bbox, islets = [] }: Pick<MapBasemap, 'topology' | 'bbox' | 'islets'>,
  thin: (arc: readonly Position[]) => readonly Position[] = (arc) => arc,
): GroundLines {
  const arcs = arcsOf(topology).map(thin);
  const join = (numbers: readonly number[]): readonly Position[] =>
    numbers.flatMap((number, at) => {
      // A negative number is an arc that is gone along backwards. It begins where the one before it ends.
      const arc = number < 0 ? [...(arcs[~number] ?? [])].reverse() : (arcs[number] ?? []);
      return at === 0 ? arc : arc.slice(1);
    });
  const { land, region, borders, departements } = topology.objects;
  const ringsOf = (area: Area | undefined): Lines =>
    area ? (area.type === 'Polygon' ? area.arcs : area.arcs.flat()).map(join) : [];
  const rings = ringsOf(land);
  const { region: inside, beyond } = isletRings(islets);
  return {
    coast: coastLines(rings, bbox),
    land: rings,
    region: ringsOf(region),
    borders: (borders?.arcs ?? sharedBy(departements?.geometries ?? [])).map(join),
    inside,
    beyond,
  };
}

/** The arcs of a topology, in degrees. A quantised one has its first position, then the steps to each of the others. */
function arcsOf({ arcs, transform }: GroundTopology): readonly (readonly Position[])[] {
  if (!transform) return arcs.map((arc) => arc.map(([lon = 0, lat = 0]) => [lon, lat]));
  const { scale, translate } = transform;
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]): Position => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** The arcs that more than one area has. */
function sharedBy(areas: readonly Area[]): Arcs {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const { arcs } of areas) {
    for (const arc of new Set(arcs.flat(2).map((number) => (number < 0 ? ~number : number))))
      (seen.has(arc) ? shared : seen).add(arc);
  }
  return [...shared].map((arc) => [arc]);
}
