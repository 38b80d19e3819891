/** The plane of a map, with paths in it of what is given as GeoJSON. */
import { createPlane as createFlatPlane, type Plane as FlatPlane, type LonLatBox } from '@ess-widgets/core/geo';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

/** From degrees to the plane and back. */
export interface Plane extends FlatPlane {
  /** SVG path data of a geometry; points are passed over. */
  path(geometry: Geometry | Feature | FeatureCollection): string;
}

/** Makes the plane of a basemap. */
export function createPlane(bbox: LonLatBox): Plane {
  const plane = createFlatPlane(bbox);
  const line = (positions: readonly Position[]): string => lineIn(plane, positions);
  return {
    ...plane,
    path: (geometry) =>
      geometriesOf(geometry)
        .map((one) => drawn(one, line))
        .join(''),
  };
}

/** SVG path data of a line in a plane. */
export const lineIn = (plane: FlatPlane, positions: readonly (readonly number[])[]): string =>
  positions
    .map(([lon = 0, lat = 0], index) => {
      const [x, y] = plane.toPlane(lon, lat);
      return `${index ? 'L' : 'M'}${round(x)} ${round(y)}`;
    })
    .join('');

const round = (n: number): number => Math.round(n * 100) / 100;

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
