/** Record of one thing in a GeoJSON file. */
export interface GeoRecord {
  readonly id: string;
  /** In degrees of WGS 84; null where it is not known. */
  readonly position: { readonly lon: number; readonly lat: number } | null;
  /** Columns and what stands in them; null or undefined is unknown. */
  readonly properties: Readonly<Record<string, string | number | null | undefined>>;
}

/**
 * Writes records as GeoJSON (RFC 7946), a feature a line: longitude comes before latitude, without a reference system
 * of its own. A record without a position becomes a feature without geometry, so that the file counts as many things as
 * its list.
 */
export function toGeoJson(records: readonly GeoRecord[]): string {
  const features = records.map((one) => JSON.stringify(featureOf(one)));
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

function featureOf({ id, position, properties }: GeoRecord): object {
  const known = Object.entries(properties).map(([name, value]) => [name, value ?? null]);
  return {
    type: 'Feature',
    id,
    geometry: position ? { type: 'Point', coordinates: [position.lon, position.lat] } : null,
    properties: Object.fromEntries(known),
  };
}
