/** Records of places, as the State’s service of communes answers them, or as the features of a GeoJSON. */

/** A record whose values nobody has checked. */
export type UncheckedFields = Readonly<Record<string, unknown>>;

/** Returns an object as a record; anything else as an empty one. */
export const uncheckedFields = (value: unknown): UncheckedFields =>
  typeof value === 'object' && value !== null ? (value as UncheckedFields) : {};

/**
 * Returns the records of a list or, of a GeoJSON, the properties of each feature with its geometry as `centre`; null for
 * anything else.
 */
export function documentRecords(document: unknown): readonly UncheckedFields[] | null {
  if (Array.isArray(document)) return document.map(uncheckedFields);
  const { features } = uncheckedFields(document);
  if (!Array.isArray(features)) return null;
  return features
    .map(uncheckedFields)
    .map(({ properties, geometry }) => ({ centre: geometry, ...uncheckedFields(properties) }));
}

/** Returns the position of a record’s town hall, else of its middle; null where neither is a point in degrees. */
export const positionOf = ({ mairie, centre }: UncheckedFields): DegreePosition | null =>
  pointOf(mairie) ?? pointOf(centre);

/** A position in degrees. */
export interface DegreePosition {
  readonly lon: number;
  readonly lat: number;
}

function pointOf(geometry: unknown): DegreePosition | null {
  const { type, coordinates } = uncheckedFields(geometry);
  const [lon, lat]: readonly unknown[] = type === 'Point' && Array.isArray(coordinates) ? coordinates : [];
  if (typeof lon !== 'number' || typeof lat !== 'number' || Math.abs(lon) > 180 || Math.abs(lat) > 90) return null;
  return { lon, lat };
}

/** Rounds a position to 4 decimals, some 10 m. */
export const rounded = ({ lon, lat }: DegreePosition): DegreePosition => ({ lon: round(lon), lat: round(lat) });

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;

/** Writes the apostrophes of a name as print does. */
export const typographic = (name: string): string => name.replaceAll("'", '’');
