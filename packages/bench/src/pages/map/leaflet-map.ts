/** A Leaflet map over our ground, without animation. */

import type { FeatureCollection } from 'geojson';
import * as L from 'leaflet/dist/leaflet-src.esm.js';
import 'leaflet/dist/leaflet.css';
import type { PagePoint } from '../shared.ts';
import { boundsOf, mapBox } from './shared.ts';

export { L };

export function leafletMap(points: readonly PagePoint[], land: FeatureCollection | null) {
  const map = L.map(mapBox(), { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, maxZoom: 18 });
  const [west, south, east, north] = boundsOf(points);
  map.fitBounds(
    [
      [south, west],
      [north, east],
    ],
    { animate: false },
  );
  if (land) L.geoJSON(land, { style: { color: '#888', weight: 1, fillColor: '#fff', fillOpacity: 1 } }).addTo(map);
  return map;
}

/** Returns the picture of one point, or of a cluster of as many. */
export const disc = (count: number) =>
  L.divIcon({
    className: '',
    html: count > 1 ? `<span class="disc">${count}</span>` : '<span class="disc one"></span>',
    iconSize: count > 1 ? [30, 30] : [16, 16],
  });
