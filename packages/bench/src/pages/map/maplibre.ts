import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { box, markDrawn } from '../shared.ts';
import { list } from './list.ts';
import { boundsOf, CLUSTER_RADIUS, mapBox, onZoom, readLand, readPoints } from './shared.ts';

setWorkerUrl(new URL('/maplibre/maplibre-gl-worker.mjs', location.href).href);
const [points, land] = await Promise.all([readPoints(), readLand()]);
const map = new MapLibre({
  container: mapBox(),
  attributionControl: false,
  fadeDuration: 0,
  bounds: boundsOf(points),
  style: {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land ?? { type: 'FeatureCollection', features: [] } },
      points: {
        type: 'geojson',
        cluster: true,
        clusterRadius: CLUSTER_RADIUS,
        clusterMaxZoom: 17,
        data: {
          type: 'FeatureCollection',
          features: points.map(({ name, lon, lat }) => {
            return { type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [lon, lat] } };
          }),
        },
      },
    },
    layers: [
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': '#fff', 'fill-outline-color': '#888' } },
      {
        id: 'discs',
        type: 'circle',
        source: 'points',
        paint: { 'circle-color': '#0b5a6b', 'circle-radius': ['case', ['has', 'point_count'], 15, 8] },
      },
      {
        id: 'counts',
        type: 'symbol',
        source: 'points',
        filter: ['has', 'point_count'],
        layout: { 'text-field': ['to-string', ['get', 'point_count']], 'text-size': 12, 'text-allow-overlap': true },
        paint: { 'text-color': '#fff' },
      },
    ],
  },
});
list(box(), points);
map.once('idle', markDrawn);
onZoom(
  (step) =>
    new Promise((resolve) => {
      map.once('idle', () => resolve());
      map.jumpTo({ zoom: map.getZoom() + step });
    }),
);
