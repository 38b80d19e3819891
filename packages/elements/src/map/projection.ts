/** Paths in the plane of a map of what is given as GeoJSON. */
import { linePath, type Plane } from '@ess-widgets/core/geo';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

/** SVG path data of a geometry; points are passed over. */
export const geometryPath = (plane: Plane, geometry: Geometry | Feature | FeatureCollection): string =>
  geometriesOf(geometry)
    .map((one) => drawn(one, (positions) => linePath(plane, positions)))
    .join('');

function geometriesOf(value: Geometry | Feature | FeatureCollection): readonly Geometry[] {
  if (value.type === 'FeatureCollection') return value.features.flatMap(geometriesOf);
  if (value.type === 'Feature') return geometriesOf(value.geometry);
  return value.type === 'GeometryCollection' ? value.geometries.flatMap(geometriesOf) : [value];
}

function drawn(geometry: Geometry, line: (positions: readonly Position[]) => string): string {
  const polygon = (rings: readonly Position[][]) => rings.map((ring) => `${line(ring.slice(0, -1))}Z`).join('');
  switch (geometry.type) {
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.map(polygon).join('');
    case 'LineString':
      return line(geometry.coordinates);
    case 'MultiLineString':
      return geometry.coordinates.map(line).join('');
    default:
      return '';
  }
}
