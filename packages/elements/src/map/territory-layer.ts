/** Outlines of territories in the ground of the map, filled by class; values written in their middle, or discs there. */
import type { Position } from 'geojson';
import { element, svgElement } from './dom.ts';
import { geometryPath } from './projection.ts';
import { type Area, ringsOf } from './territories.ts';
import type { Box, MapEngine, MapLayer, Plane, PlaneBox, Transform } from './types.ts';

export interface AreaLook {
  /** 0 to 4; null where nothing is known. Left out: an outline alone. */
  readonly shade?: number | null;
  /** Radius of a disc in its middle, px. */
  readonly disc?: number;
  /** Written in it where there is room: its name, then its value. */
  readonly lines?: readonly string[];
}

/** Areas to draw and how each looks. */
export interface DrawnAreas {
  readonly areas: readonly Area[];
  readonly look: (area: Area) => AreaLook;
  /** The territory that the page is about. */
  readonly chosen: Area | null;
}

interface Label {
  readonly node: HTMLDivElement;
  readonly rings: Rings;
  /** Places for it, the best first. */
  readonly spots: readonly Spot[];
  readonly disc: number;
  at: readonly [number, number] | null;
}

/** A place in the plane, and the room across and down about it. */
interface Spot {
  readonly at: Point;
  readonly room: readonly [number, number];
}

const PATTERN = 'no-data';
/** Px that words keep from the edge of their area. */
const MARGIN = 4;
/** Px that the name of a town keeps from words, above and below: nearer, their value would be read as its own. */
const APART = 14;

/** The layer of territories. It stands in the ground, under borders and coast, and moves with it. */
export class TerritoryLayer implements MapLayer {
  readonly #plane: Plane;
  readonly #group: SVGGElement;
  readonly #over: SVGGElement;
  readonly #words: HTMLElement;
  #labels: readonly Label[] = [];

  constructor({ stage, plane }: MapEngine) {
    this.#plane = plane;
    this.#group = svgElement('g', { class: 'territories' });
    this.#over = svgElement('g', { class: 'territories' });
    this.#words = element('div', 'area-words', { 'aria-hidden': 'true' });
    const ground = stage.querySelector('.ground > g');
    const borders = ground?.querySelector('.borders') ?? ground?.querySelector('.coast, .beyond') ?? null;
    ground?.insertBefore(this.#group, borders);
    ground?.insertBefore(this.#over, ground.querySelector('.coast, .beyond'));
    stage.querySelector('.labels')?.before(this.#words);
  }

  /** Draws these, in place of what was drawn. */
  draw({ areas, look, chosen }: DrawnAreas): void {
    const filled = areas.map((area) => ({ area, look: look(area) }));
    this.#group.replaceChildren(pattern(), ...filled.map((each) => this.#path(each.area, each.look)));
    this.#over.replaceChildren();
    if (chosen)
      this.#over.append(svgElement('path', { class: 'chosen', d: geometryPath(this.#plane, chosen.geometry) }));
    this.#words.replaceChildren();
    this.#labels = filled.flatMap((each) => this.#label(each.area, each.look) ?? []);
  }

  /** The box of an area, in the plane. */
  boxOf(area: Area): PlaneBox {
    return boxOf(this.#rings(area).flat());
  }

  move({ x, y, k }: Transform): void {
    for (const { node, at } of this.#labels) {
      node.hidden = at === null;
      if (at) node.style.transform = `translate(${x + at[0] * k}px, ${y + at[1] * k}px) translate(-50%, -50%)`;
    }
  }

  /** Words stand where no marker does; without room they are left to the table. Discs stay where they are. */
  arrange(transform: Transform, taken: readonly Box[]): readonly Box[] {
    const { x, y, k } = transform;
    const boxes: Box[] = [];
    for (const label of this.#labels) {
      const { node, rings, spots, disc } = label;
      node.hidden = false;
      const place = (): readonly [Spot, Box] | undefined => {
        const [width, height] = [node.offsetWidth, node.offsetHeight];
        const size: Point = [(width + MARGIN) / k, (height + MARGIN) / k];
        return spots
          .filter((spot) => disc > 0 || holds(rings, spot, size))
          .map(({ at, room }) => [{ at, room }, around(x + at[0] * k, y + at[1] * k, width, height)] as const)
          .find(([, box]) => ![...taken, ...boxes].some((other) => overlap(box, other)));
      };
      node.classList.remove('short');
      let found = place();
      // Without room for both, the value alone.
      if (!found && disc === 0) {
        node.classList.add('short');
        found = place();
      }
      label.at = found?.[0].at ?? (disc > 0 ? (spots[0]?.at ?? null) : null);
      if (found) boxes.push(found[1]);
    }
    this.move(transform);
    return boxes.map((box) => ({ ...box, top: box.top - APART, bottom: box.bottom + APART }));
  }

  remove(): void {
    this.#group.remove();
    this.#over.remove();
    this.#words.remove();
  }

  #path(area: Area, { shade }: AreaLook): SVGPathElement {
    const name = shade === undefined ? 'outline' : shade === null ? 'area unknown' : `area shade-${shade}`;
    const path = svgElement('path', {
      class: name,
      d: geometryPath(this.#plane, area.geometry),
      'data-id': area.id,
    });
    if (shade === null) path.style.fill = `url(#${PATTERN})`;
    return path;
  }

  #rings(area: Area): readonly (readonly (readonly [number, number])[])[] {
    return ringsOf(area.geometry).map((ring) =>
      ring.map(([lon = 0, lat = 0]: Position) => this.#plane.toPlane(lon, lat)),
    );
  }

  #label(area: Area, { lines = [], shade, disc = 0 }: AreaLook): Label | null {
    if (lines.length === 0) return null;
    const node = element('div', disc > 0 ? 'area-disc' : `area-label on-${shade ?? 'none'}`);
    if (disc > 0) node.style.setProperty('--_disc', `${(2 * disc).toFixed(1)}px`);
    node.append(
      ...lines.map((line) => {
        const span = element('span', '');
        span.textContent = line;
        return span;
      }),
    );
    this.#words.append(node);
    const rings = this.#rings(area);
    return { node, rings, spots: spotsIn(rings), disc, at: null };
  }
}

function pattern(): SVGElement {
  const defs = svgElement('defs');
  const hatch = svgElement('pattern', {
    id: PATTERN,
    width: '6',
    height: '6',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45) scale(4)',
  });
  hatch.append(
    svgElement('rect', { class: 'hatch-ground', width: '6', height: '6' }),
    svgElement('rect', { class: 'hatch-line', width: '1.5', height: '6' }),
  );
  defs.append(hatch);
  return defs;
}

type Point = readonly [number, number];
type Rings = readonly (readonly Point[])[];

function boxOf(points: readonly Point[]): PlaneBox {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  return [
    [left, top],
    [right, bottom],
  ];
}

/** Steps of the grid on which places for words are looked for. */
const GRID = 9;

/** Points of a grid inside an area, those with the most room about them first. */
function spotsIn(rings: Rings): readonly Spot[] {
  const [[left, top], [right, bottom]] = boxOf(rings.flat());
  const spots: Spot[] = [];
  for (let row = 1; row < GRID; row++) {
    for (let column = 1; column < GRID; column++) {
      const at: Point = [left + ((right - left) * column) / GRID, top + ((bottom - top) * row) / GRID];
      const room = roomAt(rings, at);
      if (room[0] > 0) spots.push({ at, room });
    }
  }
  const size = ({ room: [across, down] }: Spot): number => Math.min(across, 3 * down);
  return spots.sort((a, b) => size(b) - size(a));
}

/** Returns the room of an area around a point, across and down: twice the distance to the nearer edge; 0 outside. */
function roomAt(rings: Rings, [x, y]: Point): readonly [number, number] {
  const across = crossings(rings, y, 1, 0).map((at) => at - x);
  const down = crossings(rings, x, 0, 1).map((at) => at - y);
  const room = (sides: readonly number[]): number => {
    const [before, after] = [sides.filter((side) => side < 0), sides.filter((side) => side >= 0)];
    if (before.length % 2 === 0 || after.length === 0) return 0;
    return 2 * Math.min(-Math.max(...before), Math.min(...after));
  };
  return [room(across), room(down)];
}

/**
 * Heights at which the edge of an area is looked for in words, from their top to their bottom, as shares of their
 * height.
 */
const THROUGH = [-0.5, -0.25, 0, 0.25, 0.5];

/** Whether words of this size, about a spot of an area, are wholly inside it: a bay may cut into the room about their middle. */
function holds(rings: Rings, { at: [x, y], room }: Spot, [width, height]: Point): boolean {
  if (room[0] < width || room[1] < height) return false;
  const isCut = (part: number): boolean =>
    crossings(rings, y + part * height, 1, 0).some((edge) => Math.abs(edge - x) < width / 2);
  return !THROUGH.some(isCut);
}

/**
 * Returns the positions on axis `on` at which the edges of an area cross a line of the plane, which is at `line` of
 * axis `of`.
 */
function crossings(rings: Rings, line: number, of: 0 | 1, on: 0 | 1): readonly number[] {
  return rings.flatMap((ring) =>
    ring.flatMap((a, index) => {
      const b = ring[(index + 1) % ring.length] ?? a;
      if (a[of] > line === b[of] > line) return [];
      return [a[on] + ((b[on] - a[on]) * (line - a[of])) / (b[of] - a[of])];
    }),
  );
}

const around = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
