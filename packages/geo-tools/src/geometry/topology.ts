/** Conversion of rings to the compact topology of a basemap file, and back. */
import type { Feature, FeatureCollection, GeoJsonObject } from 'geojson';
import { feature, mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryObject, MultiPolygon, Polygon, Topology, Transform } from 'topojson-specification';
import { geometryPolygons as polygonsOfGeometry, type Rings } from './rings.ts';

/** Steps across the box: some 100 m on the map of Brittany, less than its lines are smoothed by. */
const STEPS = 4_500;

/** Quantised, with a box. */
export type CompactTopology = Topology<Record<string, GeometryObject>>;

/** Makes a topology without anything that readers do not need, its numbers short. */
export function compactTopology(objects: Readonly<Record<string, GeoJsonObject>>, steps = STEPS): CompactTopology {
  const made = topology(objects, steps);
  if (made.bbox === undefined) throw new Error('The topology has no box.');
  const [west = 0, south = 0, east = 0, north = 0] = made.bbox.map(short);
  const { type, transform, arcs } = withShortTransform(made);
  return { type, bbox: [west, south, east, north], transform, objects: made.objects, arcs };
}

/** Shortens the numbers that a quantised topology is placed by. */
export function withShortTransform<T extends Topology>(quantised: T): T & { readonly transform: Transform } {
  const { transform } = quantised;
  if (transform === undefined) throw new Error('The topology is not quantised.');
  const { scale, translate } = transform;
  return {
    ...quantised,
    transform: { scale: [short(scale[0]), short(scale[1])], translate: [short(translate[0]), short(translate[1])] },
  };
}

const short = (value: number): number => Number(value.toPrecision(9));

/** Adds the union of the départements as the object `region`, out of the same arcs. */
export function withRegion(lines: CompactTopology): CompactTopology {
  return { ...lines, objects: { ...lines.objects, region: mergeArcs(lines, collectionAreas(lines, 'departements')) } };
}

/** Returns the areas of a collection of a topology. */
export function collectionAreas({ objects }: CompactTopology, name: string): (Polygon | MultiPolygon)[] {
  const object = objects[name];
  if (object?.type !== 'GeometryCollection') throw new Error(`The topology has no collection "${name}".`);
  return object.geometries.filter(
    (geometry): geometry is Polygon | MultiPolygon => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon',
  );
}

/** Returns the polygons of one object of a topology. */
export function objectPolygons(lines: Topology, name: string): Rings[] {
  const object = lines.objects[name];
  if (object === undefined) throw new Error(`No object "${name}" in the outlines.`);
  return polygonsIn(feature(lines, object));
}

/** Returns the polygons of a feature or of many. */
export function polygonsIn(found: Feature | FeatureCollection): Rings[] {
  const features = found.type === 'FeatureCollection' ? found.features : [found];
  return features.flatMap(({ geometry }) => polygonsOfGeometry(geometry));
}
