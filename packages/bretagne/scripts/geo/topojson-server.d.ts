/** The part of topojson-server that the build uses; the package ships no types. */
declare module 'topojson-server' {
  import type { GeoJsonObject } from 'geojson';
  import type { GeometryObject, Topology } from 'topojson-specification';

  export function topology(
    objects: Readonly<Record<string, GeoJsonObject>>,
    quantization?: number,
  ): Topology<Record<string, GeometryObject>>;
}
