import type { Basemap } from './basemap.ts';

/**
 * Reads a basemap file, as `parseBasemap` does, whose schema is loaded with it.
 * @param value parsed JSON
 * @throws {EssError} `format` for another kind or version, `schema` for a wrong shape
 */
export async function readBasemap(value: unknown): Promise<Basemap> {
  return (await import('./basemap.ts')).parseBasemap(value);
}
