/** Reading of the features of a map. */
import { EssError } from '../../../errors.ts';
import { beginningOf } from '../../../reading/index.ts';
import { responseDay, todayOf } from '../list-dataset.ts';
import { readJson } from '../read.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import { readHeaders } from '../table/headers.ts';
import { readList } from '../table/list.ts';
import { flatRecords, type RecordColumn, tableOfRecords } from '../table/of-records.ts';
import { isObject, objectOf } from '../values.ts';
import { rootOf } from '../xml-root.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads a map. @throws EssError `schema` for a file without a feature */
export async function loadGeoJson({ src, options }: SourceRequest, context: SourceContext): Promise<SourceResult> {
  const response = await context.fetch(src, { signal: context.signal });
  const bytes = await response.clone().arrayBuffer();
  const head = beginningOf(bytes);
  // An archive is a map that was packed.
  const isKml = head.startsWith('PK\u0003\u0004') || rootOf(head) === 'kml';
  const map = isKml ? await (await import('./kml.ts')).mapOfKml(bytes, src) : await readJson(response, src);
  const features = featuresOf(map);
  if (features.length === 0)
    throw new EssError('format', `${src} has no feature: expected GeoJSON or KML.`, { url: src });
  const records = flatRecords(features.map(recordOf));
  const day = { updated: responseDay(response), today: todayOf(response) };
  const list = { src, ...day, title: titleOf(map), options, hasOwnColumns: true };
  return readList(tableOfRecords(records, columnsOf(records, features)), list, context);
}

const titleOf = (map: unknown): string | undefined => {
  const { name, properties } = objectOf(map);
  const own = isObject(properties) ? properties['name'] : undefined;
  return [name, own].find((text) => typeof text === 'string');
};

/** Returns all features: of a collection, of the layers of a map, or the one that a file is. */
function featuresOf(map: unknown, depth = 0): readonly Json[] {
  if (!isObject(map) || depth > 2) return [];
  const { type, features, layers } = map;
  if (type === 'Feature') return [map];
  return [features, layers].flatMap((list) =>
    Array.isArray(list) ? list.flatMap((each) => featuresOf(each, depth + 1)) : [],
  );
}

const [LAT, LON, ID] = [' lat', ' lon', ' id'] as const;

function recordOf({ id, geometry, properties }: Json): Json {
  const point = centreOf(geometry);
  const own = objectOf(properties);
  return { ...own, ...(point ? { [LAT]: String(point.lat), [LON]: String(point.lon) } : {}), [ID]: id };
}

/** Returns the columns: what the file says of its features, and where these are, which no property says better. */
function columnsOf(records: readonly Json[], features: readonly Json[]): readonly RecordColumn[] {
  const keys = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const named = keys
    .filter((key) => !key.startsWith(' ') && !key.startsWith('_umap'))
    .filter((key) => !PLACES.some((field) => readHeaders([key], 'members').columns.has(field)));
  const ids = features.map(({ id }) => id);
  // An id that several features have tells none of them.
  const isUnique = ids.every((id) => id !== undefined) && new Set(ids).size === ids.length;
  return [
    ...named.map((key) => ({ key, title: key })),
    { key: LAT, title: 'latitude' },
    { key: LON, title: 'longitude' },
    ...(isUnique ? [{ key: ID, title: 'id' }] : []),
  ];
}

const PLACES = ['lat', 'lon', 'latlon', 'id'] as const;

/** Returns the point of a geometry: its own, else the middle of what it spans. */
function centreOf(geometry: unknown): { readonly lat: number; readonly lon: number } | null {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  const visit = (value: unknown, depth: number): void => {
    if (!Array.isArray(value) || depth > 5) return;
    const [lon, lat] = value;
    if (typeof lon !== 'number' || typeof lat !== 'number') {
      for (const each of value) visit(each, depth + 1);
      return;
    }
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  };
  for (const each of geometriesOf(geometry)) visit(each['coordinates'], 0);
  const middle = { lat: (box.south + box.north) / 2, lon: (box.west + box.east) / 2 };
  return Number.isFinite(middle.lat) && Number.isFinite(middle.lon) ? middle : null;
}

function geometriesOf(geometry: unknown): readonly Json[] {
  if (!isObject(geometry)) return [];
  const { geometries } = geometry;
  return Array.isArray(geometries) ? geometries.filter(isObject) : [geometry];
}
