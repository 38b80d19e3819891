/** The parts of topojson-server and topojson-simplify that this command uses; the packages ship no types. */
declare module 'topojson-server' {
  import type { GeoJsonObject } from 'geojson';
  import type { GeometryObject, Topology } from 'topojson-specification';

  export function topology(
    objects: Readonly<Record<string, GeoJsonObject>>,
    quantization?: number,
  ): Topology<Record<string, GeometryObject>>;
}

declare module 'topojson-simplify' {
  import type { Objects, Topology } from 'topojson-specification';

  type Point = readonly [number, number];

  /** Gives every point of the arcs a third number: the area that is lost without it, infinite at the ends. */
  export function presimplify<T extends Objects>(
    topology: Topology<T>,
    weight?: (triangle: readonly [Point, Point, Point]) => number,
  ): Topology<T>;
}
