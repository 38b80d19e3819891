/**
 * Land of two sources: that of the world, which is coarse, and the outlines of territories, which are fine and end at their
 * borders. Where territories have a coast, theirs takes the place of the world's; everything else stays.
 */
import {
  close,
  doubleArea,
  holds,
  type Line,
  type LonLatExtent,
  type LonLatPair,
  type Rings,
  same,
  stretch,
} from '../geometry/rings.ts';
import type { Metres } from '../geometry/simplify.ts';

/** In reaches: a stretch of the coarse coast farther than this from the fine one is another coast. */
const ASTRAY = 5;
/** In reaches: the widest mouth of an estuary that the coarse coast may lack. */
const MOUTH = 2;
/** Least share of an island that lies on a territory for it to be that territory’s. */
const MOSTLY = 0.5;

/** The place where coasts are merged. */
interface MergeOptions {
  /** Greatest distance of the coarse coast from the fine one, metres. */
  readonly reach: number;
  readonly metres: Metres;
  /** The box that both are cut at: its edges are no coast. */
  readonly window: LonLatExtent;
}

/**
 * Merges the land of both.
 * @param land outer rings clockwise, cut at the window
 * @param given the union of the territories, likewise
 */
export function mergeCoastlines(land: readonly Rings[], given: readonly Rings[], options: MergeOptions): Rings[] {
  const rings = given.flatMap(([outer]) => (outer ? [outer] : []));
  let merged = land.map((polygon) => ({ polygon, changed: false }));
  const islands: Rings[] = [];
  for (const ring of rings) {
    const coasts = coastsOf(
      ring,
      merged.map(({ polygon }) => polygon),
      options,
    );
    if (coasts === 'all') islands.push([ring]);
    else {
      for (const coast of coasts) {
        const beside = nearest(merged, coast, options);
        merged = merged.map((each) => (each === beside ? replaced(each, coast, rings, options) : each));
      }
    }
  }
  const others = merged.filter(({ polygon, changed }) => changed || !isOf(polygon, rings, options));
  return [...others.map(({ polygon }) => polygon), ...islands];
}

/** Returns the land that a coast belongs to: its own coast is nearest to both ends of that one. */
function nearest(land: readonly MergedLand[], coast: Line, options: MergeOptions): MergedLand | undefined {
  const off = ({ polygon: [outer = []] }: MergedLand): number =>
    coast
      .filter((_, index) => index === 0 || index === coast.length - 1)
      .reduce((sum, end) => sum + away(outer, end, options).far, 0);
  const all = land.map((each) => ({ each, off: off(each) }));
  return all.reduce((best, one) => (one.off < best.off ? one : best), all[0] ?? { each: undefined, off: 0 }).each;
}

/** Finds the place where a line is nearest to a point, after which of its points that is, and how far in metres. */
function away(
  line: Line,
  point: LonLatPair,
  { metres }: MergeOptions,
): { readonly at: number; readonly point: LonLatPair; readonly far: number } {
  const [x, y] = metres(point);
  let best = { at: 0, point: line[0] ?? point, far: Infinity };
  for (let at = 0; at < line.length - 1; at += 1) {
    const [from, to] = [line[at] ?? point, line[at + 1] ?? point];
    const [ax, ay] = metres(from);
    const [bx, by] = metres(to);
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
    const far = Math.hypot(ax + along * dx - x, ay + along * dy - y);
    if (far >= best.far) continue;
    const foot: LonLatPair = along === 0 ? from : along === 1 ? to : mix(from, to, along);
    best = { at, point: foot, far };
  }
  return best;
}

const mix = ([ax, ay]: LonLatPair, [bx, by]: LonLatPair, share: number): LonLatPair => [
  ax + (bx - ax) * share,
  ay + (by - ay) * share,
];

/** Tells on which edges of the window a point lies: it was cut there. */
const edgesAt = ([x, y]: LonLatPair, [west, south, east, north]: LonLatExtent): readonly boolean[] =>
  [x - west, x - east, y - south, y - north].map((off) => Math.abs(off) < 1e-9);

const onEdge = (point: LonLatPair, window: LonLatExtent): boolean => edgesAt(point, window).includes(true);

/** Returns the shores of land: its outer rings without the stretches along an edge of the window. */
function shoresOf(land: readonly Rings[], window: LonLatExtent): readonly Line[] {
  return land.flatMap(([outer = []]) => {
    const lines: LonLatPair[][] = [[]];
    outer.forEach((point, index) => {
      const before = edgesAt(outer[index - 1] ?? point, window);
      const isAlong = index > 0 && edgesAt(point, window).some((is, edge) => is && before[edge]);
      if (isAlong) lines.push([]);
      lines.at(-1)?.push(point);
    });
    return lines.filter((line) => line.length > 1);
  });
}

/** Returns the stretches of a ring that are coast, each in the ring’s own direction; `all` for an island, none far inland. */
function coastsOf(ring: Line, land: readonly Rings[], options: MergeOptions): readonly Line[] | 'all' {
  const shores = shoresOf(land, options.window);
  // A long straight line may be a border at one end and a coast at the other.
  const open = withSteps(ring, options).slice(0, -1);
  const far = open.map((point) => Math.min(...shores.map((shore) => away(shore, point, options).far)));
  const isInland = open.map(
    (point, index) =>
      onEdge(point, options.window) ||
      ((far[index] ?? 0) > options.reach && land.some((polygon) => holds(polygon, point))),
  );
  const at = (index: number): LonLatPair => open[index] ?? [0, 0];
  // An estuary that the coarse coast lacks is coast as well.
  for (const run of runsOf(isInland, true)) {
    if (isInlet(run.map(at), options)) for (const index of run) isInland[index] = false;
  }
  if (!isInland.includes(true)) return 'all';
  const own = new Set(ring);
  return runsOf(isInland, false)
    .map((run) => landed(run, open.length, far, at, options))
    .map((coast) => coast.filter((point, index) => own.has(point) || index === 0 || index === coast.length - 1))
    .filter((coast) => coast.length > 1);
}

/** Adds points to a line, so that they are no farther apart than the reach. */
function withSteps(line: Line, { metres, reach }: MergeOptions): Line {
  return line.flatMap((point, index) => {
    const before = line[index - 1] ?? point;
    const [[ax, ay], [bx, by]] = [metres(before), metres(point)];
    const steps = Math.ceil(Math.hypot(bx - ax, by - ay) / reach);
    const between = Array.from({ length: Math.max(0, steps - 1) }, (_, step) => mix(before, point, (step + 1) / steps));
    return [...between, point];
  });
}

/** Returns the places of each run of one answer round a ring; none where all are one. */
function runsOf(answers: readonly boolean[], wanted: boolean): readonly (readonly number[])[] {
  const { length } = answers;
  return answers.flatMap((answer, start) => {
    if (answer !== wanted || answers[(start || length) - 1] === wanted) return [];
    const run = [start];
    for (let next = (start + 1) % length; answers[next] === wanted; next = (next + 1) % length) run.push(next);
    return [run];
  });
}

/** Tells whether a stretch of a clockwise ring goes into the land and comes out where it went in: a border begins and ends far apart. */
function isInlet(line: Line, { metres, reach, window }: MergeOptions): boolean {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.some((point) => onEdge(point, window))) return false;
  const [[ax, ay], [bx, by]] = [metres(first), metres(last)];
  return Math.hypot(bx - ax, by - ay) <= MOUTH * reach && doubleArea(close(line)) > 0;
}

/** Returns a coast from its beginning to its end, by the places of a run round a ring of so many points. */
function landed(
  run: readonly number[],
  count: number,
  far: readonly number[],
  at: (index: number) => LonLatPair,
  options: MergeOptions,
): Line {
  const [first = 0, last = 0] = [run[0], run.at(-1)];
  const fromStart = begun(run, (first || count) - 1, far, at, options);
  return begun([...fromStart].reverse(), (last + 1) % count, far, at, options)
    .reverse()
    .map(at);
}

/** Follows a border until it is nearest to the coarse coast: there the territory’s own begins. One that was cut begins at the cut. */
function begun(
  run: readonly number[],
  before: number,
  far: readonly number[],
  at: (index: number) => LonLatPair,
  options: MergeOptions,
): number[] {
  return onEdge(at(before), options.window) ? [before, ...run] : run.slice(nearestIn(run, far, at, options));
}

/** Returns the place, in the first stretch of a run, that is nearest to the coarse coast. */
function nearestIn(
  run: readonly number[],
  far: readonly number[],
  at: (index: number) => LonLatPair,
  { metres, reach }: MergeOptions,
): number {
  let [best, walked] = [0, 0];
  for (let place = 0; place < run.length && walked <= 2 * reach; place += 1) {
    const farHere = far[run[place] ?? 0] ?? 0;
    if (farHere < (far[run[best] ?? 0] ?? 0)) best = place;
    const [x, y] = metres(at(run[place] ?? 0));
    const [nx, ny] = metres(at(run[place + 1] ?? 0));
    walked += Math.hypot(nx - x, ny - y);
  }
  return best;
}

/** Land of the world, and whether a coast of a territory is in it by now. */
interface MergedLand {
  readonly polygon: Rings;
  readonly changed: boolean;
}

/** Puts a coast in the place of the stretch beside it; land stays as it is where an end is not beside its own coast. */
function replaced(land: MergedLand, coast: Line, given: Rings, options: MergeOptions): MergedLand {
  const [outer = [], ...holes] = land.polygon;
  const [first, last] = [coast[0], coast.at(-1)];
  if (!first || !last) return land;
  const start = away(outer, first, options);
  if (Math.max(start.far, away(outer, last, options).far) > ASTRAY * options.reach) return land;
  const withStart = inserted(outer, start.at, start.point);
  const end = away(withStart, last, options);
  const ring = inserted(withStart, end.at, end.point);
  const place = (point: LonLatPair): number => ring.findIndex((each) => same(each, point));
  const [from, to] = [place(start.point), place(end.point)];
  if (from === to) return land;
  const lost = stretch(ring, from, to).slice(1, -1);
  const isBeside = (point: LonLatPair): boolean =>
    holds(given, point) || away(coast, point, options).far <= ASTRAY * options.reach;
  if (!lost.every(isBeside)) return land;
  const kept = stretch(ring, to, from);
  if (crosses(kept, coast, options)) return land;
  return { polygon: [close([...kept, ...coast]), ...holes], changed: true };
}

/** Tells whether two lines cross elsewhere than at the ends of the second: no ring can be made of them. */
function crosses(line: Line, coast: Line, { metres, reach }: MergeOptions): boolean {
  const ends = [coast[0], coast.at(-1)].flatMap((end) => (end ? [metres(end)] : []));
  const isInside = (point: LonLatPair): boolean => {
    const [x, y] = metres(point);
    return ends.every(([ex, ey]) => Math.hypot(ex - x, ey - y) > MOUTH * reach);
  };
  const segmentsOf = (points: Line): readonly (readonly [LonLatPair, LonLatPair])[] =>
    points.slice(1).map((point, index) => [points[index] ?? point, point] as const);
  const inner = segmentsOf(coast).filter(([a, b]) => isInside(a) && isInside(b));
  return segmentsOf(line).some(([a, b]) => inner.some(([c, d]) => sides(a, b, c, d) && sides(c, d, a, b)));
}

/** Tells whether two points lie on the two sides of a line. */
const sides = (a: LonLatPair, b: LonLatPair, c: LonLatPair, d: LonLatPair): boolean =>
  doubleArea([a, b, c]) > 0 !== doubleArea([a, b, d]) > 0;

function inserted(ring: Line, after: number, point: LonLatPair): Line {
  return ring.some((each) => same(each, point)) ? ring : [...ring.slice(0, after + 1), point, ...ring.slice(after + 1)];
}

/** Tells whether an island of the world is one that the territories draw themselves. */
function isOf([outer = []]: Rings, given: Rings, options: MergeOptions): boolean {
  const beside = outer.filter(
    (point) => holds(given, point) || given.some((ring) => away(ring, point, options).far <= options.reach),
  );
  return beside.length > outer.length * MOSTLY;
}
