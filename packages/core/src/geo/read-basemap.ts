import { REFUSED, readShape } from '../model/index.ts';
import type { Basemap } from './basemap.ts';
import { basemapShape } from './basemap-shape.ts';
import { geoRules } from './rules.ts';

/**
 * Reads a basemap file, as `parseBasemap` does but without its schema unless something is wrong.
 * @param value parsed JSON
 * @throws {EssError} `format` for another kind or version, `schema` for a wrong shape
 */
export async function readBasemap(value: unknown): Promise<Basemap> {
  const read = readShape(basemapShape, value, geoRules);
  // A shape reads as the schema does that it was compiled from.
  if (read !== REFUSED) return read as Basemap;
  return (await import('./basemap.ts')).parseBasemap(value);
}
