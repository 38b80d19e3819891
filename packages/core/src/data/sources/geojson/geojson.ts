/** Maps as files: GeoJSON, and what uMap saves. */
import type { Source } from '../source.ts';
import { rootOf } from '../xml-root.ts';

/**
 * Source of a GeoJSON or KML file, or of a map of uMap: each feature is a member, or an event where it has a title and a date.
 * @since 0.2.0
 */
export const geojson: Source = {
  id: 'geojson',
  title: 'Map in a file (GeoJSON, KML, uMap)',
  detect: (src, head) => {
    const path = src.split(/[?#]/, 1)[0] ?? '';
    if (head === undefined) return /\.(geojson|umap|km[lz])$/i.test(path) ? 0.9 : 0;
    if (rootOf(head) === 'kml') return 0.9;
    return /^\s*\{[^]*"type"\s*:\s*"(FeatureCollection|Feature|umap)"/.test(head) ? 0.9 : 0;
  },
  load: async (request, context) => (await import('./load.ts')).loadGeoJson(request, context),
};
