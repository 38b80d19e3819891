/** Conversion of the contours of a region to a small TopoJSON whose territories share their lines. */

import { OUTLINED_KINDS, type OutlinedKind } from '@ess-widgets/core/model';
import type { Position } from 'geojson';
import { mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import { metresAt, simplified, withoutIslets } from '../geometry/simplify.ts';
import { type CompactTopology, collectionAreas, withShortTransform } from '../geometry/topology.ts';
import { departementOfCommune } from '../regions.ts';
import type { Chosen, KnownEpci } from './choose.ts';

/** Names of the objects of the file. */
const OBJECTS: Readonly<Record<OutlinedKind, string>> = {
  commune: 'communes',
  epci: 'epci',
  departement: 'departements',
  region: 'region',
};

/** Steps across the box: some 30 m over a region. */
const STEPS = 10_000;

type Area = Polygon | MultiPolygon;

/** The choice of what a file holds. */
interface Wanted {
  readonly region: string;
  readonly kinds: readonly OutlinedKind[];
  /** Details smaller than this, in metres, are left out. */
  readonly detail: number;
  readonly attribution: Readonly<Record<string, string>>;
}

/** A file of boundaries, and how many territories of each kind are in it. */
interface Boundaries {
  readonly document: object;
  readonly territories: Readonly<Partial<Record<OutlinedKind, number>>>;
}

/** Makes the file. Communes give EPCI, départements and region their lines where they are there: all fit together. */
export function buildBoundaries(chosen: Chosen, known: KnownEpci, wanted: Wanted): Boundaries {
  const metres = metresAt(middleLatitude(chosen));
  const given = Object.fromEntries(
    OUTLINED_KINDS.map((kind) => [kind, withoutIslets(chosen[kind], wanted.detail, metres)]),
  );
  const lines = simplified(topology(given), wanted.detail, metres);
  const made = merged(lines, chosen, known, wanted.region);
  const kinds = OUTLINED_KINDS.filter((kind) => wanted.kinds.includes(kind) && made[kind].length > 0);
  const objects = Object.fromEntries(
    kinds.map((kind) => [OBJECTS[kind], { type: 'GeometryCollection' as const, geometries: [...made[kind]] }]),
  );
  const { type, bbox, transform, arcs } = compact({ ...lines, objects });
  return {
    document: { type, attribution: wanted.attribution, bbox, transform, objects, arcs },
    territories: Object.fromEntries(kinds.map((kind) => [kind, made[kind].length])),
  };
}

function middleLatitude(chosen: Chosen): number {
  const latitudes = OUTLINED_KINDS.flatMap((kind) => chosen[kind]).flatMap(
    ({ polygons }) => polygons[0]?.[0]?.[0]?.[1] ?? [],
  );
  return latitudes.reduce((sum, each) => sum + each, 0) / latitudes.length;
}

/** Makes territories of the narrower ones that they consist of; others stay as they were given. */
function merged(
  lines: CompactTopology,
  chosen: Chosen,
  known: KnownEpci,
  region: string,
): Readonly<Record<OutlinedKind, readonly Area[]>> {
  const names = new Map<string, string>([
    ...[...known.names].map(([siren, name]) => [`epci-${siren}`, name] as const),
    ...OUTLINED_KINDS.flatMap((kind) =>
      chosen[kind].flatMap(({ code, name }) => (name ? [[`${kind}-${code}`, name] as const] : [])),
    ),
  ]);
  const named = (kind: OutlinedKind, code: string, { type, arcs }: Area): Area => {
    const id = `${kind}-${code}`;
    const name = names.get(id);
    return { type, id, properties: name ? { name } : {}, arcs } as Area;
  };
  const union = (kind: OutlinedKind, groups: ReadonlyMap<string, readonly Area[]>): readonly Area[] =>
    [...groups].map(([code, parts]) => named(kind, code, mergeArcs(lines, [...parts])));
  const plain = (kind: OutlinedKind): readonly Area[] =>
    collectionAreas(lines, kind).map((area) => named(kind, String(area.id), area));
  const communes = collectionAreas(lines, 'commune');
  const epciOf = new Map(chosen.commune.map(({ code, epci }) => [code, epci]));
  const byEpci = groupBy(communes, ({ id }) => epciOf.get(String(id)));
  const byDepartement = groupBy(communes, ({ id }) => departementOfCommune(String(id)));
  const [whole] = (['commune', 'departement', 'region', 'epci'] as const)
    .map((kind) => collectionAreas(lines, kind))
    .filter((each) => each.length > 0);
  return {
    commune: plain('commune'),
    epci: byEpci.size ? union('epci', byEpci) : plain('epci'),
    departement: byDepartement.size ? union('departement', byDepartement) : plain('departement'),
    region: whole ? union('region', new Map([[region, whole]])) : [],
  };
}

function groupBy(areas: readonly Area[], keyOf: (area: Area) => string | undefined): ReadonlyMap<string, Area[]> {
  const groups = new Map<string, Area[]>();
  for (const area of areas) {
    const key = keyOf(area);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), area]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Quantises a topology, and leaves out the lines that nothing uses. */
function compact(lines: CompactTopology) {
  const used = new Map<number, number>();
  const arcs: Position[][] = [];
  const renumber = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renumber);
    const index = Number(value);
    const at = index < 0 ? ~index : index;
    const fresh = used.get(at) ?? arcs.push(lines.arcs[at] ?? []) - 1;
    used.set(at, fresh);
    return index < 0 ? ~fresh : fresh;
  };
  for (const name of Object.keys(lines.objects)) {
    for (const area of collectionAreas(lines, name)) Object.assign(area, { arcs: renumber(area.arcs) });
  }
  const { bbox: _, ...rest } = lines;
  return withShortTransform(quantize({ ...rest, arcs }, STEPS));
}
