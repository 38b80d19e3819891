/** A file of boundaries: outlines of territories, from TopoJSON or GeoJSON, by the ids of our data. */
import { OUTLINED_KINDS, type OutlinedKind } from '@ess-widgets/core/model';
import type { Feature, FeatureCollection, GeoJsonProperties, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';

/** A territory and its outline, in degrees. */
export interface Area {
  /** `departement-29` */
  readonly id: string;
  readonly kind: OutlinedKind;
  /** As the file has it; empty where it has none. */
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** Contents of a file of boundaries. */
export interface Territories {
  readonly areas: readonly Area[];
  /** To whom the outlines are owed, by language. */
  readonly attribution: Readonly<Record<string, string>>;
}

/**
 * Reads a file of boundaries. What is no area, or has no id that we know, is passed over.
 * @throws TypeError where nothing of it can be drawn
 */
export function readTerritories(document: unknown): Territories {
  const areas = featuresOf(document).flatMap((each) => areaOf(each) ?? []);
  if (areas.length === 0)
    throw new TypeError('no outline of a territory in it (expected: TopoJSON or GeoJSON polygons)');
  const stray = areas.find(({ geometry }) => !isInDegrees(geometry));
  if (stray) throw new TypeError(`the outline of "${stray.id}" is not in degrees`);
  return { areas, attribution: attributionOf(document) };
}

/** Outlines that a topology has: those of a basemap too. */
export function topologyAreas(topology: Topology, objects: Readonly<Record<string, GeometryObject>>): readonly Area[] {
  return Object.values(objects)
    .flatMap((object) => listOf(feature(topology, object)))
    .flatMap((each) => areaOf(each) ?? []);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function featuresOf(document: unknown): readonly Feature[] {
  if (!isObject(document)) return [];
  if (document['type'] === 'Topology') {
    const topology = document as unknown as Topology;
    return Object.values(topology.objects ?? {}).flatMap((object) => listOf(feature(topology, object)));
  }
  const features = document['type'] === 'FeatureCollection' ? document['features'] : [document];
  return Array.isArray(features) ? features.filter((each) => isObject(each) && each['type'] === 'Feature') : [];
}

const listOf = (read: Feature | FeatureCollection): readonly Feature[] =>
  read.type === 'FeatureCollection' ? read.features : [read];

function areaOf({ id, properties, geometry }: Feature): Area | null {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return null;
  const own = [id, properties?.['id']].find((each) => typeof each === 'string' && kindOf(each));
  const known = typeof own === 'string' ? own : fromCode(properties);
  const kind = known === null ? undefined : kindOf(known);
  return known !== null && kind ? { id: known, kind, name: nameOf(properties), geometry } : null;
}

const kindOf = (id: string): OutlinedKind | undefined => OUTLINED_KINDS.find((kind) => id.startsWith(`${kind}-`));

/** Official contours have a code of the kind's length, not our id. */
function fromCode(properties: GeoJsonProperties): string | null {
  const code = String(properties?.['code'] ?? '');
  if (/^\d{9}$/.test(code)) return `epci-${code}`;
  if (/^\d[\dAB]\d{3}$/.test(code)) return `commune-${code}`;
  return /^(?:\d[\dAB]|97\d)$/.test(code) ? `departement-${code}` : null;
}

const nameOf = (properties: GeoJsonProperties): string => {
  const name: unknown = properties?.['name'] ?? properties?.['nom'];
  return typeof name === 'string' ? name : '';
};

const isInDegrees = (geometry: Polygon | MultiPolygon): boolean =>
  ringsOf(geometry).every((ring) =>
    ring.every(([x, y]) => x !== undefined && y !== undefined && Math.abs(x) <= 180 && Math.abs(y) <= 90),
  );

/** All rings of an outline. */
export const ringsOf = (geometry: Polygon | MultiPolygon): readonly Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

function attributionOf(document: unknown): Readonly<Record<string, string>> {
  const given = isObject(document) ? document['attribution'] : undefined;
  if (typeof given === 'string') return { fr: given };
  const texts = isObject(given) ? Object.entries(given) : [];
  return Object.fromEntries(texts.filter((each): each is [string, string] => typeof each[1] === 'string'));
}
