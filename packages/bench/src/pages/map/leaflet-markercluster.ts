import { writable } from './leaflet-global.ts';
import 'leaflet.markercluster';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import { box } from '../shared.ts';
import { disc, L, leafletMap } from './leaflet-map.ts';
import { list } from './list.ts';
import { CLUSTER_RADIUS, onZoom, readLand, readPoints } from './shared.ts';

const [points, land] = await Promise.all([readPoints(), readLand()]);
const map = leafletMap(points, land);
const icon = disc(1);
const layer = writable.markerClusterGroup({
  animate: false,
  maxClusterRadius: CLUSTER_RADIUS,
  chunkedLoading: points.length > 2000,
  iconCreateFunction: (cluster: { getChildCount(): number }) => disc(cluster.getChildCount()),
});
layer.addLayers(points.map(({ name, lon, lat }) => L.marker([lat, lon], { icon, title: name, alt: name })));
map.addLayer(layer);
list(box(), points);
onZoom((step) => map.setZoom(map.getZoom() + step, { animate: false }));
