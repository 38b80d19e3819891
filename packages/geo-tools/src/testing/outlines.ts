import type { Feature, FeatureCollection, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { expect } from 'vitest';
import { essGeo } from './ess-geo.ts';

/** A file of `ess-geo boundaries`. */
export type Outlines = Topology<Record<string, GeometryObject>> & {
  readonly attribution: Readonly<Record<string, string>>;
};

/** Returns the boundaries that `ess-geo boundaries --region 53` makes of the other words of a line. */
export async function outlinesOf(line: string, cwd?: string): Promise<Outlines> {
  const { status, out, err } = await essGeo(`boundaries --region 53 ${line}`, cwd ? { cwd } : {});
  expect([status, err]).toEqual([0, '']);
  return JSON.parse(out);
}

/** Returns the territories of one kind. */
export const featuresOf = (topology: Outlines, name: string): readonly Feature[] => {
  const read = feature(topology, topology.objects[name] as GeometryObject) as Feature | FeatureCollection;
  return 'features' in read ? read.features : [read];
};

/** Returns the ids of the territories. */
export const idsOf = (topology: Outlines, name: string): readonly unknown[] =>
  featuresOf(topology, name).map(({ id }) => id);

/** Returns the area of all rings of a territory, holes taken off, in square degrees. */
export function areaOf({ geometry }: Feature): number {
  const polygons: Position[][][] =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  const size = (ring: readonly Position[]): number =>
    Math.abs(
      ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
        const [px = 0, py = 0] = ring[index] ?? [];
        return sum + (px * y - x * py) / 2;
      }, 0),
    );
  return polygons.reduce((sum, [outer = [], ...holes]) => {
    return sum + size(outer) - holes.reduce((all, hole) => all + size(hole), 0);
  }, 0);
}
