import type { Point } from '../model/index.ts';
import type { MapBasemap } from './map-basemap.ts';
import type { LonLatBox } from './near.ts';

/** Room on each side of the points, as a share of what they span; and the least that is seen, degrees: a city. */
const ROOM = 0.05;
const LEAST = 0.15;
/** Width of the ground around the points, in their own widths, so that neither a wide nor a tall screen shows its end. */
const AROUND = 3;

/**
 * A map without ground (`basemap="none"`, or none that shows these data): blank paper around the points, without a coast. Where
 * nobody knows what is land, sea would have a whole network stand in it.
 * @param extent around points that are too many to be given
 */
export function blankGround({
  points,
  extent,
}: {
  readonly points: readonly Pick<Point, 'lon' | 'lat'>[];
  readonly extent: LonLatBox | null;
}): MapBasemap {
  const [left = [], low = [], right = [], high = []] =
    points.length || !extent ? [] : extent.map((degrees) => [degrees]);
  const [lons, lats] = [
    points.map(({ lon }) => lon).concat(left, right),
    points.map(({ lat }) => lat).concat(low, high),
  ];
  const span = (values: readonly number[], otherwise: readonly [number, number]): readonly [number, number] => {
    if (values.length === 0) return otherwise;
    const [from, to] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    const room = Math.max((LEAST - (to - from)) / 2, ROOM * (to - from));
    return [from - room, to + room];
  };
  const [west, east] = span(lons, [-5.5, 9.8]);
  const [south, north] = span(lats, [41.2, 51.2]);
  const around = AROUND * Math.max(east - west, north - south);
  const bbox: LonLatBox = [west - around, Math.max(south - around, -85), east + around, Math.min(north + around, 85)];
  const [w, s, e, n] = bbox;
  const topology: MapBasemap['topology'] = {
    arcs: [
      [
        [w, s],
        [w, n],
        [e, n],
        [e, s],
        [w, s],
      ],
    ],
    objects: { land: { type: 'Polygon', arcs: [[0]] } },
  };
  return { bbox, focus: [west, south, east, north], topology, places: [], seas: [], attribution: '' };
}
