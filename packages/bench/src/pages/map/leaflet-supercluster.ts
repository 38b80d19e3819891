import Supercluster from 'supercluster';
import { box } from '../shared.ts';
import { disc, L, leafletMap } from './leaflet-map.ts';
import { list } from './list.ts';
import { CLUSTER_RADIUS, onZoom, readLand, readPoints } from './shared.ts';

const [points, land] = await Promise.all([readPoints(), readLand()]);
const map = leafletMap(points, land);
const index = new Supercluster<{ name: string }>({ radius: CLUSTER_RADIUS, extent: 256, maxZoom: 17 }).load(
  points.map(({ name, lon, lat }) => {
    return { type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [lon, lat] } };
  }),
);
const layer = L.layerGroup().addTo(map);
const draw = (): void => {
  const bounds = map.getBounds();
  layer.clearLayers();
  const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const;
  for (const { geometry, properties } of index.getClusters([...box], map.getZoom())) {
    const [lon = 0, lat = 0] = geometry.coordinates;
    const count = 'point_count' in properties ? properties['point_count'] : 1;
    const title = count > 1 ? `${count} adhérents` : String((properties as { name: string }).name);
    layer.addLayer(L.marker([lat, lon], { icon: disc(count), title, alt: title }));
  }
};
map.on('moveend', draw);
draw();
list(box(), points);
onZoom((step) => map.setZoom(map.getZoom() + step, { animate: false }));
