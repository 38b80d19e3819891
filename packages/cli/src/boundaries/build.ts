/** From the contours of a region to a small TopoJSON whose territories share their lines. */
import type { Position } from 'geojson';
import { mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import type {
  Topology as AnyTopology,
  GeometryObject,
  MultiPolygon as MergedPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import type { Chosen, KnownEpci } from './choose.ts';
import { KINDS, type Kind } from './contours.ts';
import { departementOfCommune } from './regions.ts';
import { collection, metresAt, simplified } from './simplify.ts';

/** Names of the objects of the file. */
const OBJECTS: Readonly<Record<Kind, string>> = {
  commune: 'communes',
  epci: 'epci',
  departement: 'departements',
  region: 'region',
};

/** Steps across the box: some 30 m over a region. */
const STEPS = 10_000;
type Topology = AnyTopology<Record<string, GeometryObject>>;
type Area = (TopoPolygon | MergedPolygon) & { readonly properties: { readonly name?: string } };

/** What to make. */
export interface Wanted {
  readonly region: string;
  readonly kinds: readonly Kind[];
  /** Details smaller than this, in metres, are left out. */
  readonly detail: number;
  readonly attribution: Readonly<Record<string, string>>;
}

/** A file of boundaries, and how many territories of each kind are in it. */
export interface Boundaries {
  readonly document: Topology & { readonly attribution: Readonly<Record<string, string>> };
  readonly territories: Readonly<Partial<Record<Kind, number>>>;
}

/** Makes the file. Communes give EPCI, départements and region their lines where they are there: all fit together. */
export function buildBoundaries(chosen: Chosen, known: KnownEpci, wanted: Wanted): Boundaries {
  const latitude = middleLatitude(chosen);
  const metres = metresAt(latitude);
  const given = Object.fromEntries(KINDS.map((kind) => [kind, collection(chosen[kind], wanted.detail, metres)]));
  const lines = simplified(topology(given), wanted.detail, metres);
  const areas = Object.fromEntries(KINDS.map((kind) => [kind, areasOf(lines.objects[kind])])) as unknown as Record<
    Kind,
    readonly Area[]
  >;
  const made = merged(lines, areas, chosen, known, wanted.region);
  const kinds = KINDS.filter((kind) => wanted.kinds.includes(kind) && made[kind].length > 0);
  const objects: Record<string, GeometryObject> = {};
  for (const kind of kinds) objects[OBJECTS[kind]] = { type: 'GeometryCollection', geometries: [...made[kind]] };
  const { type, transform, arcs, bbox } = compact({ ...lines, objects });
  const document = {
    type,
    attribution: wanted.attribution,
    ...(bbox ? { bbox } : {}),
    ...(transform ? { transform } : {}),
    objects,
    arcs,
  };
  return { document, territories: Object.fromEntries(kinds.map((kind) => [kind, made[kind].length])) };
}

function middleLatitude(chosen: Chosen): number {
  const latitudes = KINDS.flatMap((kind) => chosen[kind]).flatMap(({ polygons }) => polygons[0]?.[0]?.[0]?.[1] ?? []);
  return latitudes.reduce((sum, each) => sum + each, 0) / Math.max(1, latitudes.length);
}

function areasOf(object: GeometryObject | undefined): readonly Area[] {
  return object?.type === 'GeometryCollection' ? (object.geometries as readonly Area[]) : [];
}

/** Territories that narrower ones make up are made of these; others are as they were given. */
function merged(
  lines: Topology,
  areas: Readonly<Record<Kind, readonly Area[]>>,
  chosen: Chosen,
  known: KnownEpci,
  region: string,
): Readonly<Record<Kind, readonly Area[]>> {
  const names = new Map<string, string>(
    KINDS.flatMap((kind) => chosen[kind].map(({ code, name }) => [`${kind}-${code}`, name] as const)),
  );
  for (const [siren, name] of known.names) if (!names.get(`epci-${siren}`)) names.set(`epci-${siren}`, name);
  const named = (kind: Kind, code: string, area: Pick<Area, 'type'> & object): Area => {
    const id = `${kind}-${code}`;
    const name = names.get(id);
    const { type, arcs } = area as Area;
    return { type, id, properties: name ? { name } : {}, arcs } as Area;
  };
  const plain = (kind: Kind): readonly Area[] => areas[kind].map((area) => named(kind, String(area.id), area));
  const union = (kind: Kind, groups: ReadonlyMap<string, readonly Area[]>): readonly Area[] =>
    [...groups].map(([code, parts]) => named(kind, code, mergeArcs(lines, [...parts])));
  const epciOf = new Map(chosen.commune.map(({ code, epci }) => [code, epci]));
  const byEpci = groupBy(areas.commune, ({ id }) => epciOf.get(String(id)));
  const byDepartement = groupBy(areas.commune, ({ id }) => departementOfCommune(String(id)));
  const departement = byDepartement.size ? union('departement', byDepartement) : plain('departement');
  const epci = byEpci.size ? union('epci', byEpci) : plain('epci');
  const whole = [areas.commune, areas.departement, areas.region, areas.epci].find((each) => each.length > 0) ?? [];
  return {
    commune: plain('commune'),
    epci,
    departement,
    region: whole.length ? union('region', new Map([[region, whole]])) : [],
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

/** Whole numbers of steps, and no line that nothing uses. */
function compact(lines: Topology): Topology {
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
  for (const object of Object.values(lines.objects)) {
    for (const area of areasOf(object)) Object.assign(area, { arcs: renumber(area.arcs) });
  }
  const { bbox: _, ...rest } = lines;
  const whole = quantize({ ...rest, arcs }, STEPS);
  const short = (value: number): number => Number(value.toPrecision(9));
  const { transform } = whole;
  if (!transform) throw new Error('The boundaries are not quantised.');
  return {
    ...whole,
    transform: {
      scale: [short(transform.scale[0]), short(transform.scale[1])],
      translate: [short(transform.translate[0]), short(transform.translate[1])],
    },
  };
}
