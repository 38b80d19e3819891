/**
 * Whether a position lies in the sea, by the ground of a map. A coast drawn at a small scale is wrong by kilometres, so the
 * ground says how far: what is nearer to land than that is never called sea.
 */
import type { Basemap } from './basemap.ts';

/** Fields of a {@link Basemap} that these functions read. */
export type SeaGround = Pick<Basemap, 'bbox' | 'topology' | 'coastWithin' | 'islets'>;

interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** `[ax, ay, bx, by]` in degrees. */
type Segment = readonly [number, number, number, number];

/** Kilometres a degree of latitude, on a round Earth. */
const KM = 111.195;
/** Height of a band of the index, degrees: less than the reach of most grounds, so that a band holds little that is far. */
const BAND = 0.05;

/** For each ground, the segments that matter to a latitude: those that cross its band or come near to it. */
const known = new WeakMap<SeaGround, readonly (readonly Segment[])[]>();

/**
 * True where a position is farther from all land and islets of a ground than its coast may be wrong (`coastWithin`). False
 * where nothing is known: near the edge of the ground and beyond, and on a ground that does not say how good its coast is.
 * Cheap enough to be asked of thousands of positions: the first one on a ground makes an index of its coast by latitude.
 */
export function isAtSea(ground: SeaGround, { lon, lat }: LonLat): boolean {
  const { coastWithin, bbox, islets = [] } = ground;
  if (coastWithin === undefined) return false;
  const [west, south, east, north] = bbox;
  const up = coastWithin / KM;
  const across = Math.cos((lat * Math.PI) / 180);
  const aside = up / across;
  if (!(lon > west + aside && lon < east - aside && lat > south + up && lat < north - up)) return false;
  if (islets.some((islet) => Math.hypot((islet.lon - lon) * across, islet.lat - lat) <= up)) return false;
  const bands = known.get(ground) ?? index(ground, up);
  known.set(ground, bands);
  return isOffShore(bands[Math.floor((lat - south) / BAND)] ?? [], lon, lat, across, up);
}

/**
 * Returns whether a position lies beyond a ground, and would lie on its land with latitude and longitude exchanged.
 * Positions in Mayotte are correct: exchanged, they would lie in the sea off France.
 */
export function isSwapped(ground: SeaGround, { lon, lat }: LonLat): boolean {
  const [west, south, east, north] = ground.bbox;
  const isOn = (x: number, y: number): boolean => x > west && x < east && y > south && y < north;
  return !isOn(lon, lat) && isOn(lat, lon) && !isAtSea(ground, { lon: lat, lat: lon });
}

/** Outside of the polygons (even-odd rule) and farther than `reach` (degrees of latitude) from all of their edges. */
function isOffShore(segments: readonly Segment[], lon: number, lat: number, across: number, reach: number): boolean {
  let inside = false;
  for (const [ax, ay, bx, by] of segments) {
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
    if (distance((ax - lon) * across, ay - lat, (bx - lon) * across, by - lat) <= reach) return false;
  }
  return !inside;
}

/** From the origin to a segment. */
function distance(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
}

function index({ bbox: [, south, , north], topology }: SeaGround, reach: number): readonly (readonly Segment[])[] {
  const bands: Segment[][] = [];
  for (let band = 0; band <= (north - south) / BAND; band += 1) bands.push([]);
  for (const segment of coastOf(topology)) {
    const [, ay, , by] = segment;
    const first = Math.floor((Math.min(ay, by) - reach - south) / BAND);
    const last = Math.floor((Math.max(ay, by) + reach - south) / BAND);
    for (let band = Math.max(0, first); band <= last; band += 1) bands[band]?.push(segment);
  }
  return bands;
}

/** All edges of the land. Rings are not put together: neither distance nor the even-odd rule asks which way an edge runs. */
function coastOf({ arcs, objects: { land }, transform }: SeaGround['topology']): readonly Segment[] {
  const [kx, ky] = transform.scale;
  const [x0, y0] = transform.translate;
  const rings = land.type === 'Polygon' ? land.arcs : land.arcs.flat();
  return rings.flat().flatMap((number) => {
    const segments: Segment[] = [];
    let [x, y] = [0, 0];
    let before: readonly [number, number] | undefined;
    // An arc is quantised: its first point, then the steps to each of the others.
    for (const [dx = 0, dy = 0] of arcs[number < 0 ? ~number : number] ?? []) {
      x += dx;
      y += dy;
      const point = [x * kx + x0, y * ky + y0] as const;
      if (before) segments.push([...before, ...point]);
      before = point;
    }
    return segments;
  });
}
