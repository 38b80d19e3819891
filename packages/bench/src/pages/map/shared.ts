/** Start of every map of a peer: its points, its ground, and the zoom that the harness calls. */
import type { FeatureCollection } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { box, type PagePoint, read } from '../shared.ts';
import './map.css';

/** Zoom of a map; resolves when it is drawn at the new scale. */
type Zoom = (step: 1 | -1) => Promise<void> | void;

declare global {
  var bench: { zoom?: Zoom } | undefined;
}

export const onZoom = (zoom: Zoom): void => {
  globalThis.bench = { zoom };
};

/** Returns the box of the map, empty. */
export function mapBox(): HTMLElement {
  const map = document.createElement('div');
  map.id = 'map';
  box().append(map);
  return map;
}

export const readPoints = (): Promise<readonly PagePoint[]> => read<readonly PagePoint[]>('points.json');

/** Returns the land of our own ground as GeoJSON; null where the map has none. */
export async function readLand(): Promise<FeatureCollection | null> {
  const { ground } = document.documentElement.dataset;
  if (!ground) return null;
  const [{ topology }, { feature }] = await Promise.all([
    read<{ readonly topology: Topology<{ land: GeometryCollection }> }>(ground),
    import('topojson-client'),
  ]);
  return feature(topology, topology.objects.land);
}

/** Returns west, south, east and north of the points. */
export function boundsOf(points: readonly PagePoint[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (const { lon, lat } of points) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}

/** Points within this of each other on the screen (px) are one cluster. */
export const CLUSTER_RADIUS = 34;
