import { type Basemap, parseBasemap } from '@ess-widgets/core/geo';
import { feature } from 'topojson-client';
import { expect } from 'vitest';
import { holds } from '../geometry/rings.ts';
import { polygonsIn } from '../geometry/topology.ts';
import { essGeo } from './ess-geo.ts';

/** Returns the ground that `ess-geo basemap` makes of a line, which may remark nothing but that towns or a credit are missing. */
export async function groundOf(line: string, cwd?: string): Promise<Basemap> {
  const { status, out, err } = await essGeo(`basemap ${line}`, cwd ? { cwd } : {});
  expect([status, err.replace(/^(Aucune ville|À qui doit-on|.* hors d).*\n/gm, '')]).toEqual([0, '']);
  return parseBasemap(JSON.parse(out));
}

/** Returns the polygons of a layer. */
export const polygonsOf = ({ topology }: Basemap, name: 'land' | 'region' | 'departements') => {
  const object = topology.objects[name];
  return object ? polygonsIn(feature(topology, object)) : [];
};

/** Tells whether a place lies in a layer. */
export const holdsPlace = (map: Basemap, name: 'land' | 'region', lon: number, lat: number): boolean =>
  polygonsOf(map, name).some((rings) => holds(rings, [lon, lat]));

/** Returns the properties of each département of a ground. */
export const areasOf = ({ topology }: Basemap) =>
  topology.objects.departements?.geometries.map(({ properties }) => properties);
