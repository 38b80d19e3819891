/** Official contours, as Etalab (`code`, `nom`) and IGN (`INSEE_COM`, `NOM`) publish them, whatever the kind of territory. */

import type { OutlinedKind } from '@ess-widgets/core/model';
import { Refusal } from 'ess-widgets/internal';
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { geometryPolygons, type LonLatPair, type Rings } from '../geometry/rings.ts';
import { DEPARTEMENTS_OF, departementOfCommune } from '../regions.ts';

/** A territory and its outline: polygons, each its outer ring, then its holes. */
export interface Contour {
  readonly kind: OutlinedKind;
  readonly code: string;
  readonly name: string;
  /** Codes of the areas that contain it, where the file says so. */
  readonly departement?: string | undefined;
  readonly epci?: string | undefined;
  readonly region?: string | undefined;
  readonly polygons: readonly Rings[];
}

/** The content of a file. */
export interface Contours {
  readonly contours: readonly Contour[];
  /** Features that are no territory, or have no polygon: their code, name or place in the file. */
  readonly skipped: readonly string[];
}

/**
 * Reads a file of contours, GeoJSON or TopoJSON.
 * @param given as the user typed it, for messages
 * @throws Refusal where it is none, or is not in degrees
 */
export function readContours(document: unknown, given: string): Contours {
  const layers = layersOf(document);
  if (!layers) throw noContours(given);
  const features = [...layers.values()].flat();
  const ofRegions = isOfRegions(features, given);
  const contours: Contour[] = [];
  const skipped: string[] = [];
  features.forEach((each, index) => {
    const read = contourOf(each, ofRegions);
    if (read && read.polygons.length > 0) contours.push(read);
    else skipped.push(featureLabel(each.properties, index));
  });
  if (contours.length === 0) throw noPolygon(given, features.length);
  checkDegrees(
    contours.flatMap(({ polygons }) => polygons),
    given,
  );
  return { contours, skipped };
}

/** A feature whose geometry may not be there. */
export type AnyFeature = Feature<Geometry | null>;

/** Returns the features of a file, by the names of the objects of a TopoJSON; a GeoJSON is one layer without a name. Null where it is neither. */
export function layersOf(document: unknown): ReadonlyMap<string, readonly AnyFeature[]> | null {
  if (typeof document !== 'object' || document === null || !('type' in document)) return null;
  const { type } = document;
  if (type === 'FeatureCollection' && 'features' in document && Array.isArray(document.features)) {
    return new Map([['', document.features.filter(isFeature)]]);
  }
  if (isFeature(document)) return new Map([['', [document]]]);
  if (type !== 'Topology') return null;
  try {
    const topology = document as Topology;
    const layers = Object.entries(topology.objects).map(([name, object]) => {
      const read: Feature | FeatureCollection = feature(topology, object);
      return [name, read.type === 'FeatureCollection' ? read.features : [read]] as const;
    });
    return new Map(layers);
  } catch {
    return null;
  }
}

const isFeature = (value: unknown): value is Feature =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Feature' && 'geometry' in value;

type Fields = Readonly<Record<string, string>>;

/** Returns properties by their names in small letters; a code that lost its leading zero to a spreadsheet has it again. */
function fieldsOf(properties: GeoJsonProperties): Fields {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (typeof value === 'number') fields[name.toLowerCase()] = padded(String(value));
    else if (typeof value === 'string' && value.trim()) fields[name.toLowerCase()] = value.trim();
  }
  return fields;
}

const padded = (digits: string): string => (digits.length === 1 || digits.length === 4 ? `0${digits}` : digits);

const first = (fields: Fields, ...names: readonly string[]): string | undefined =>
  names.flatMap((name) => fields[name] ?? [])[0];

const COMMUNE = /^(?:\d{2}|2[AB])\d{3}$/;
const EPCI = /^\d{9}$/;
const DEPARTEMENT = /^(?:\d{2}|2[AB]|97\d)$/;

/** Tells whether two figures are a region in a file, not a département: none but codes of regions is among them. */
export function isOfRegions(features: readonly AnyFeature[], given: string): boolean {
  const fields = features.map(({ properties }) => fieldsOf(properties));
  if (fields.some((each) => first(each, 'region', 'insee_reg') && first(each, 'code', 'insee_dep'))) return false;
  const short = fields.flatMap((each) => first(each, 'code') ?? []).filter((code) => code.length === 2);
  return /r[eé]gions?/i.test(given) || (short.length > 1 && short.every((code) => code in DEPARTEMENTS_OF));
}

/** Returns the territory of France that a feature is; null where it is none. */
export function contourOf({ properties, geometry }: AnyFeature, ofRegions: boolean): Contour | null {
  const fields = fieldsOf(properties);
  const known = kindOf(fields, ofRegions);
  if (!known) return null;
  const departement = first(fields, 'departement', 'insee_dep');
  return {
    ...known,
    name: first(fields, 'nom', 'nom_com', 'libelle', 'name') ?? '',
    departement: known.kind === 'commune' ? (departement ?? departementOfCommune(known.code)) : departement,
    epci: first(fields, 'epci', 'siren_epci', 'codes_siren_des_epci'),
    region: first(fields, 'region', 'insee_reg'),
    polygons: geometry ? geometryPolygons(geometry) : [],
  };
}

function kindOf(fields: Fields, ofRegions: boolean): { readonly kind: OutlinedKind; readonly code: string } | null {
  const commune = first(fields, 'insee_com', 'code_insee', 'code');
  if (commune && COMMUNE.test(commune)) return { kind: 'commune', code: commune };
  const epci = first(fields, 'code_siren', 'siren', 'code');
  if (epci && EPCI.test(epci)) return { kind: 'epci', code: epci };
  const departement = first(fields, 'insee_dep', 'code_dept', 'code');
  if (departement && DEPARTEMENT.test(departement) && !ofRegions) return { kind: 'departement', code: departement };
  const region = first(fields, 'insee_reg', 'code');
  return region !== undefined && region in DEPARTEMENTS_OF ? { kind: 'region', code: region } : null;
}

/** Names a feature in messages. */
export const featureLabel = (properties: GeoJsonProperties, index: number): string => {
  const fields = fieldsOf(properties);
  return first(fields, 'code', 'insee_com', 'code_siren', 'insee_dep', 'nom') ?? `n° ${index + 1}`;
};

/** @throws Refusal for metres (Lambert-93), and for latitudes where longitudes belong */
export function checkDegrees(polygons: readonly Rings[], given: string): void {
  const points = polygons.flatMap(([ring]) => ring?.slice(0, 1) ?? []);
  const metres = points.find(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90);
  if (metres) throw inMetres(given, metres);
  const isSwapped = points.every(([x, y]) => x > 41 && x < 52 && y > -6 && y < 10);
  if (points[0] && isSwapped) throw latitudesFirst(given, points[0]);
}

/** Refuses a file that is neither GeoJSON nor TopoJSON. */
export const noContours = (given: string): Refusal =>
  new Refusal({
    fr: `${given} n’est pas un fichier de contours (attendu\u202f: GeoJSON ou TopoJSON).`,
    en: `${given} is no file of contours (expected: GeoJSON or TopoJSON).`,
  });

const noPolygon = (given: string, found: number): Refusal =>
  new Refusal({
    fr: `${given}\u202f: aucun contour de commune, d’EPCI ou de département parmi ses ${found} objets (attendu\u202f: des polygones, avec code et nom).`,
    en: `${given}: no contour of a commune, an EPCI or a département among its ${found} features (expected: polygons, with code and nom).`,
  });

const inMetres = (given: string, [x, y]: LonLatPair): Refusal =>
  new Refusal({
    fr: `${given} n’est pas en degrés\u202f: ${x}, ${y} ressemble à des mètres (Lambert-93\u202f?). Convertissez-le en WGS 84 (EPSG:4326).`,
    en: `${given} is not in degrees: ${x}, ${y} looks like metres (Lambert-93?). Convert it to WGS 84 (EPSG:4326).`,
  });

/** Refuses swapped axes. */
export const latitudesFirst = (given: string, [x, y]: LonLatPair): Refusal =>
  new Refusal({
    fr: `${given}\u202f: latitude et longitude sont échangées (${x}, ${y})\u202f; GeoJSON met la longitude d’abord.`,
    en: `${given}: latitude and longitude are swapped (${x}, ${y}); GeoJSON has the longitude first.`,
  });
