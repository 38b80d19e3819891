/** Shorelines out of land polygons: the edges that come from cutting the land at the basemap's box are not shore. */
import type { Feature, FeatureCollection, Geometry, MultiLineString, Position } from 'geojson';
import type { LonLatBox } from './types.ts';

/** Land is cut and quantised: what lies this near to the box's edge (degrees) lies on it. */
const NEAR = 0.012;

/** The shorelines of `land`, without the straight edges along `bbox`. */
export function coastLines(land: Feature | FeatureCollection, bbox: LonLatBox): MultiLineString {
  const lines: Position[][] = [];
  const features = land.type === 'FeatureCollection' ? land.features : [land];
  for (const feature of features) {
    for (const ring of ringsOf(feature.geometry)) lines.push(...shoreOf(ring, bbox));
  }
  return { type: 'MultiLineString', coordinates: lines };
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(ringsOf);
  return [];
}

function shoreOf(ring: readonly Position[], bbox: LonLatBox): Position[][] {
  const lines: Position[][] = [];
  let line: Position[] = [];
  let before: Position | undefined;
  for (const position of ring) {
    if (before !== undefined && sameEdge(before, position, bbox)) {
      if (line.length > 1) lines.push(line);
      line = [];
    }
    line.push(position);
    before = position;
  }
  if (line.length > 1) lines.push(line);
  return joinEnds(lines, ring);
}

/** A ring starts anywhere: where that is amid the shore, the last line goes on in the first. */
function joinEnds(lines: Position[][], ring: readonly Position[]): Position[][] {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined || first === last) return lines;
  if (first[0] !== ring[0] || last.at(-1) !== ring.at(-1)) return lines;
  return [[...last, ...first.slice(1)], ...lines.slice(1, -1)];
}

/** Whether both positions lie on one same edge of the box. */
function sameEdge(a: Position, b: Position, [west, south, east, north]: LonLatBox): boolean {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const on = (edge: number, p: number, q: number) => Math.abs(p - edge) < NEAR && Math.abs(q - edge) < NEAR;
  return on(west, ax, bx) || on(east, ax, bx) || on(south, ay, by) || on(north, ay, by);
}
