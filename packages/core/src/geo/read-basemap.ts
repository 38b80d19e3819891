import type { Basemap } from './basemap.ts';

/**
 * Reads a basemap file, as `parseBasemap` does.
 * @param value parsed JSON
 * @param isRead whether it needs no schema
 * @throws {EssError} `format` for another kind or version, `schema` for a wrong shape
 */
export async function readBasemap(value: unknown, isRead = false): Promise<Basemap> {
  if (isRead) return value as Basemap;
  return (await import('./basemap.ts')).parseBasemap(value);
}
