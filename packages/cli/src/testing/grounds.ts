import { type Basemap, parseBasemap } from '@ess-widgets/core/internal/geo/basemap';
import { feature } from 'topojson-client';
import { expect } from 'vitest';
import { holds } from '../basemap/rings.ts';
import { polygonsIn } from '../basemap/topology.ts';
import { ess } from './io.ts';

/** The ground that `ess basemap` makes of a command line, which may say nothing but that towns or a credit are missing. */
export async function groundOf(line: string, cwd?: string): Promise<Basemap> {
  const { status, out, err } = await ess(`basemap ${line}`, cwd ? { cwd } : {});
  expect([status, err.replace(/^(Aucune ville|À qui doit-on|.* hors d).*\n/gm, '')]).toEqual([0, '']);
  return parseBasemap(JSON.parse(out));
}

/** The polygons of a layer. */
export const polygonsOf = ({ topology }: Basemap, name: 'land' | 'region' | 'departements') => {
  const object = topology.objects[name];
  return object ? polygonsIn(feature(topology, object)) : [];
};

/** Whether a place lies in a layer. */
export const holdsPlace = (map: Basemap, name: 'land' | 'region', lon: number, lat: number): boolean =>
  polygonsOf(map, name).some((rings) => holds(rings, [lon, lat]));

/** What is known of each département of a ground. */
export const areasOf = ({ topology }: Basemap) =>
  topology.objects.departements?.geometries.map(({ properties }) => properties);
