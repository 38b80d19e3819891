/**
 * The map of a still: its ground as paths in the px of a frame of the usual width, thinned to what is seen there, and markers, clusters
 * and names at percentages of that frame, so that they keep their size at every width. What lies where is computed as the live map does.
 */
import { formatNumber } from '../../format/index.ts';
import {
  boxOfPoints,
  closestScale,
  createPlane,
  type Frame,
  groundLines,
  homeScale,
  homeView,
  type Lines,
  type LonLatBox,
  type MapBasemap,
  namedFrom,
  nameWidth,
  nearestTo,
  type Plane,
  type PlaneBox,
  restShape,
  roomForName,
  squareAt,
  type Transform,
  thinned,
  toScreen,
  viewOfBox,
} from '../../geo/index.ts';
import { toneClass } from '../list/directory.ts';
import { html, type Markup, NOTHING, raw } from '../markup.ts';
import { shapePaths } from '../shapes.ts';
import { createItems, type Item, itemSize, type MapPoint, mapScale, ringOf } from './items.ts';

/** The map beside its list, as wide as most pages have it: its buttons are at its right. */
const WIDE: Frame = { width: 612, height: 368, insets: { top: 10, right: 68, bottom: 10, left: 10 } };
/** Space around a region on a phone, px: buttons and credit are below the map there. */
const AROUND = 12;
/** Width of the map on a phone, and its least and its greatest height, px. */
const [NARROW, LEAST, MOST] = [300, 160, 480];
/** How far beyond the frame a narrower one sees, px of the frame: above and below, and aside. */
const [OVER, ASIDE] = [330, 40];
/** A view is named as on a map so wide, px. */
const NAMED_AT = 760;
/** Space that names keep from the edge, px. */
const EDGE = 4;

/** Without a style there is no drawing: it would be a black stain. The list says what it shows. */
const UNSTYLED = raw('width="0" height="0" aria-hidden="true"');

/** What a map shows. */
interface Drawn {
  readonly basemap: MapBasemap;
  readonly points: readonly MapPoint[];
  /** The map opens around its points, and not with the whole region. */
  readonly close: boolean;
  readonly lang: string;
}

/** A map, and which part of the world it shows; null for the whole region. */
interface Drawing {
  readonly markup: Markup;
  /** Height of the region in its widths, in hundredths: the shape of the map on a phone. */
  readonly rest: number;
  readonly box: LonLatBox | null;
}

/** Draws a map. */
export function drawMap({ basemap, points, close, lang }: Drawn): Drawing {
  const plane = createPlane(basemap.bbox);
  const focus = plane.boxOf(basemap.focus);
  const viewIn = (frame: Frame): View => {
    const home = homeScale(focus, frame);
    const most = closestScale(plane, home, basemap.closest ?? null);
    const shown = close ? nearestTo(boxOfPoints(points), plane) : null;
    const whole = homeView(plane, focus, frame);
    const transform = shown ? viewOfBox(shown.box, frame, { home, most }, 0, home * shown.nearest) : whole;
    return { frame, home, most, transform, zoom: transform.k / home };
  };
  const rest = Math.round(100 * restShape(focus));
  const height = Math.max(LEAST, Math.min(MOST, ((NARROW - 2 * AROUND) * rest) / 100 + 2 * AROUND));
  const insets = { top: AROUND, right: AROUND, bottom: AROUND, left: AROUND };
  const [wide, narrow] = [viewIn(WIDE), viewIn({ width: NARROW, height, insets })];
  const [west, north] = plane.toLonLat(...planeAt(wide.transform, 0, 0));
  const [east, south] = plane.toLonLat(...planeAt(wide.transform, WIDE.width, WIDE.height));
  // How much of the wide drawing a narrow frame shows across.
  const share = (100 * NARROW * wide.transform.k) / narrow.transform.k / WIDE.width;
  const layer = (view: View, name: string): Markup =>
    html`<svg class="p ${name}" ${UNSTYLED}>${markersIn(view, { basemap, plane, points, lang, wide })}</svg>`;
  return {
    markup: html`<div class="v${Math.max(1, Math.min(100, Math.round(share)))}"><div>${ground(basemap, plane, wide)}${layer(wide, 'w')}${layer(narrow, 'n')}</div></div>`,
    rest: Math.max(1, Math.min(100, rest)),
    box: wide.zoom > 1.001 ? [west, south, east, north] : null,
  };
}

/** How a map lies in a frame. */
interface View {
  readonly frame: Frame;
  readonly home: number;
  readonly most: number;
  readonly transform: Transform;
  readonly zoom: number;
}

const planeAt = ({ x, y, k }: Transform, px: number, py: number): [number, number] => [(px - x) / k, (py - y) / k];

/** Draws the ground in the px of the wide frame. */
function ground(basemap: MapBasemap, plane: Plane, { frame, transform }: View): Markup {
  const at = ([lon, lat]: readonly [number, number]): readonly [number, number] => {
    const [x, y] = toScreen(transform, ...plane.toPlane(lon, lat));
    return [Math.max(-ASIDE, Math.min(frame.width + ASIDE, x)), Math.max(-OVER, Math.min(frame.height + OVER, y))];
  };
  const lines = groundLines(basemap, (arc) => thinned(arc, at, 0.5));
  const path = (name: string, d: string): Markup => (d ? html`<path class="${name}" d="${d}"></path>` : NOTHING);
  const open = (of: Lines): string => of.map((line) => written(line.map(at), false)).join('');
  const closed = (of: Lines): string => of.map((ring) => written(ring.map(at), true)).join('');
  const [coast, islets] = [open(lines.coast), closed(lines.inside) + closed(lines.beyond)];
  const [inside, beyond] = [closed(lines.inside), closed(lines.beyond)];
  const waves = ['f x', 'f u', 'f g'].map((name) => path(name, coast));
  return html`<svg viewBox="0 0 ${frame.width} ${frame.height}" ${UNSTYLED}>${waves}${path('f', islets)}${path('o', closed(lines.land) + beyond)}${path('e', closed(lines.region) + inside)}${path('b', open(lines.borders))}${path('q', coast + islets)}${path('z', beyondOf(plane.box, transform, frame))}</svg>`;
}

/** Writes a line by its steps, in whole px; nothing for one that is not seen. */
function written(points: readonly (readonly [number, number])[], isRing: boolean): string {
  const steps: string[] = [];
  let [x, y] = [0, 0];
  for (const point of isRing ? points.slice(0, -1) : points) {
    const [px, py] = [Math.round(point[0]), Math.round(point[1])];
    if (steps.length > 0 && px === x && py === y) continue;
    steps.push(`${px - x}${py - y < 0 ? '' : ' '}${py - y}`);
    [x, y] = [px, py];
  }
  const [first = '', ...others] = steps;
  if (others.length < (isRing ? 2 : 1)) return '';
  return `M${first}l${others.reduce((text, step) => text + (step.startsWith('-') ? '' : ' ') + step, '').trimStart()}${isRing ? 'z' : ''}`;
}

/** All that lies beyond the basemap and may be seen. */
function beyondOf([[left, top], [right, bottom]]: PlaneBox, transform: Transform, { width, height }: Frame): string {
  const [[l, t], [r, b]] = [toScreen(transform, left, top), toScreen(transform, right, bottom)].map((point) =>
    point.map(Math.round),
  ) as [[number, number], [number, number]];
  const [x, y, w, h] = [-width, -4 * height, 3 * width, 9 * height];
  const rect = (rx: number, ry: number, rw: number, rh: number): string =>
    rw > 0 && rh > 0 ? `M${rx} ${ry}h${rw}v${rh}h${-rw}z` : '';
  return rect(x, y, w, t - y) + rect(x, b, w, y + h - b) + rect(x, y, l - x, h) + rect(r, y, x + w - r, h);
}

/** Content of the layer of markers. */
interface MarkersOf {
  readonly basemap: MapBasemap;
  readonly plane: Plane;
  readonly points: readonly MapPoint[];
  readonly lang: string;
  /** The view whose frame the percentages are of. */
  readonly wide: View;
}

/** Draws the names, then the markers over them, as a frame of this size has them. */
function markersIn(view: View, { basemap, plane, points, lang, wide }: MarkersOf): Markup {
  const { frame, transform, home, most, zoom } = view;
  const { width, height } = frame;
  const items = createItems(points, mapScale(plane, home, most));
  const [west, north] = plane.toLonLat(...planeAt(transform, 0, 0));
  const [east, south] = plane.toLonLat(...planeAt(transform, width, height));
  const shown = items.at([west, south, east, north], items.levelOf(transform.k));
  const spotOf = (x: number, y: number): readonly [string, string] => {
    const [px, py] = toScreen(wide.transform, x, y);
    return [share(px / WIDE.width), share(py / WIDE.height)];
  };
  const taken = shown.map((item) => squareAt(...toScreen(transform, item.x, item.y), itemSize(item, false) / 2 + 1));
  taken.push({
    left: width - frame.insets.right,
    top: 0,
    right: width,
    bottom: frame.insets.right > EDGE * 3 ? 234 : 0,
  });
  if (frame === WIDE) taken.push({ left: width - 300, top: height - 22, right: width, bottom: height });
  const stage = { left: EDGE, top: EDGE, right: width - EDGE, bottom: height - EDGE };
  const near = (zoom * stage.right) / NAMED_AT;
  const towns = [...basemap.places].sort((a, b) => a.rank - b.rank);
  const names = [
    ...towns.map((town, at) => ({ ...town, sea: false, from: namedFrom(town.rank, at) })),
    ...basemap.seas.map((sea) => ({ ...sea, sea: true, from: 0 })),
  ].flatMap(({ name, lon, lat, sea, from }) => {
    if (near < from) return [];
    const [x, y] = plane.toPlane(lon, lat);
    const [px, py] = toScreen(transform, x, y);
    const size = sea ? 13 : 12;
    const room = roomForName({ width: nameWidth(name, size, sea), height: size * 1.2, sea }, px, py, stage, taken);
    if (!room) return [];
    taken.push(room);
    const [dx, dy] = [(room.left + room.right) / 2 - px, (room.top + room.bottom) / 2 - py];
    const [left, top] = spotOf(x + dx / transform.k, y);
    const down = Math.round(dy);
    return html`<text${sea ? html` class="y"` : NOTHING} x="${left}" y="${top}"${down ? html` dy="${down}"` : NOTHING}>${name}</text>`;
  });
  return html`${names}${shown.map((item) => {
    const [x, y] = spotOf(item.x, item.y);
    return item.count > 1 ? cluster(item, x, y, lang) : marker(item, x, y);
  })}`;
}

const share = (part: number): string => `${Number((part * 100).toFixed(1))}%`;

const marker = ({ point: { shape, tone, hollow } }: Item, x: string, y: string): Markup =>
  html`<svg class="${toneClass(tone)}${hollow ? ' h' : ''}" x="${x}" y="${y}"><path d="${shapePaths[shape]}"></path></svg>`;

function cluster(item: Item, x: string, y: string, lang: string): Markup {
  const size = itemSize(item, false);
  const count = formatNumber(item.count, lang);
  const ring = ringOf(item.parts ?? [], size, 0).map(
    ({ d, tone }) => html`<path class="${toneClass(tone)}" d="${d}"></path>`,
  );
  return html`<svg class="d" x="${x}" y="${y}"><circle r="${size / 2}"></circle>${ring}<text>${count}</text></svg>`;
}
