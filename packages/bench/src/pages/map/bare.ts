import { geoMercator, geoPath } from 'd3-geo';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { html, render, svg } from 'lit';
import Supercluster from 'supercluster';
import { box, type PagePoint } from '../shared.ts';
import { boundsOf, CLUSTER_RADIUS, mapBox, onZoom, readLand, readPoints } from './shared.ts';

const [points, land] = await Promise.all([readPoints(), readLand()]);
const map = mapBox();
const rows = document.createElement('div');
box().append(rows);
const { clientWidth: width, clientHeight: height } = map;
const [west, south, east, north] = boundsOf(points);
const corners = {
  type: 'MultiPoint' as const,
  coordinates: [
    [west, south],
    [east, north],
  ],
};
const projection = geoMercator().fitSize([width, height], corners);
const ground = land ? (geoPath(projection)(land) ?? '') : '';
const index = new Supercluster<{ name: string }>({ radius: CLUSTER_RADIUS, extent: 256, maxZoom: 17 }).load(
  points.map(({ name, lon, lat }) => {
    return { type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [lon, lat] } };
  }),
);
const base = Math.log2((projection.scale() * 2 * Math.PI) / 256);

interface Transform {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

const draw = ({ x, y, k }: Transform): void => {
  const at = (px: number, py: number) => projection.invert?.([(px - x) / k, (py - y) / k]) ?? [0, 0];
  const [w, n] = at(0, 0);
  const [e, s] = at(width, height);
  const found = index.getClusters([w, s, e, n], Math.floor(base + Math.log2(k)));
  render(
    svg`<svg width=${width} height=${height} role="group" aria-label="Carte">
      <path d=${ground} fill="#fff" stroke="#888" vector-effect="non-scaling-stroke" transform="translate(${x} ${y}) scale(${k})"></path>
      ${found.map(({ geometry, properties }) => {
        const [px, py] = projection([geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]) ?? [0, 0];
        const count = 'point_count' in properties ? properties['point_count'] : 1;
        const name = count > 1 ? `${count} adhérents` : String((properties as { name: string }).name);
        return svg`<g class="mark" role="img" aria-label=${name} transform="translate(${px * k + x} ${py * k + y})">
          <circle r=${count > 1 ? 15 : 8} fill="#0b5a6b"></circle>
          ${count > 1 ? svg`<text fill="#fff" text-anchor="middle" dy="0.3em">${count}</text>` : ''}</g>`;
      })}</svg>`,
    map,
  );
};
const behaviour = zoom().on('zoom', ({ transform }: { transform: Transform }) => draw(transform));
const target = select(map).call(behaviour);
draw(zoomIdentity);
onZoom((step) => target.call(behaviour.scaleBy, 2 ** step));

let shown = 50;
const more = (): void => {
  shown += 50;
  drawList();
};
const row = ({ name, town }: PagePoint) => html`<li><button>${name}</button> ${town}</li>`;
const drawList = (): void => {
  render(
    html`<ul class="list">${points.slice(0, shown).map(row)}</ul>
      ${shown < points.length ? html`<button @click=${more}>Afficher la suite</button>` : ''}`,
    rows,
  );
};
drawList();
