/** From rings to the compact topology of a basemap file, and back. */
import type { Feature, FeatureCollection, GeoJsonObject } from 'geojson';
import { feature, mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryObject, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { pointsOf, type Rings } from './rings.ts';

/** Steps across the box: some 100 m on the map of Brittany, less than its lines are smoothed by. */
const STEPS = 4_500;

/** Quantised, with a box. */
export type CompactTopology = Topology<Record<string, GeometryObject>>;

/** A topology without what readers do not need, its numbers short. */
export function compactTopology(objects: Readonly<Record<string, GeoJsonObject>>, steps = STEPS): CompactTopology {
  const { type, bbox, transform, objects: named, arcs } = topology(objects, steps);
  const short = (value: number): number => Number(value.toPrecision(9));
  if (bbox === undefined || transform === undefined) throw new Error('The topology is not quantised.');
  const [west = 0, south = 0, east = 0, north = 0] = bbox.map(short);
  return {
    type,
    bbox: [west, south, east, north],
    transform: {
      scale: [short(transform.scale[0]), short(transform.scale[1])],
      translate: [short(transform.translate[0]), short(transform.translate[1])],
    },
    objects: named,
    arcs,
  };
}

/** Adds the union of the départements as the object `region`, out of the same arcs. */
export function withRegion(lines: CompactTopology): CompactTopology {
  return { ...lines, objects: { ...lines.objects, region: mergeArcs(lines, areasOf(lines, 'departements')) } };
}

/** The areas of a collection of a topology. */
export function areasOf({ objects }: CompactTopology, name: string): (Polygon | MultiPolygon)[] {
  const object = objects[name];
  if (object?.type !== 'GeometryCollection') throw new Error(`The topology has no collection "${name}".`);
  return object.geometries.filter(
    (geometry): geometry is Polygon | MultiPolygon => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon',
  );
}

/** Polygons of one object of a topology. */
export function polygonsOf(lines: Topology, name: string): Rings[] {
  const object = lines.objects[name];
  if (object === undefined) throw new Error(`No object "${name}" in the outlines.`);
  return polygonsIn(feature(lines, object));
}

/** Polygons of a feature or of many; anything else has none. */
export function polygonsIn(found: Feature | FeatureCollection): Rings[] {
  const features = found.type === 'FeatureCollection' ? found.features : [found];
  return features.flatMap(({ geometry }) => {
    if (geometry?.type === 'Polygon') return [geometry.coordinates.map(pointsOf)];
    return geometry?.type === 'MultiPolygon' ? geometry.coordinates.map((rings) => rings.map(pointsOf)) : [];
  });
}
