/** Names of towns and seas. Text keeps its size; a town without room, or under a marker, is not named. */
import { element } from './dom.ts';
import type { Plane } from './projection.ts';
import type { MapBasemap } from './types.ts';

/** A box on the stage, px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Label {
  readonly node: HTMLSpanElement;
  readonly x: number;
  readonly y: number;
  readonly sea: boolean;
  /** The zoom from which it may be written, on a map 760 px wide. */
  readonly from: number;
  width: number;
  height: number;
  dx: number;
  dy: number;
  shown: boolean;
}

/** Distance that names keep from each other and from markers, px. */
const GAP = 2;
/** No marker is as wide, px. */
const WIDEST = 60;

/** The layer of names. */
export class LabelLayer {
  readonly root: HTMLDivElement = element('div', 'labels', { 'aria-hidden': 'true' });
  readonly #labels: readonly Label[];
  #measured = false;

  constructor(basemap: MapBasemap, plane: Plane) {
    const places = [...basemap.places].sort((a, b) => a.rank - b.rank);
    const make = (name: string, lon: number, lat: number, sea: boolean, from: number): Label => {
      const node = element('span', sea ? 'sea-name' : 'town-name');
      node.textContent = name;
      const [x, y] = plane.toPlane(lon, lat);
      this.root.append(node);
      return { node, x, y, sea, from, width: 0, height: 0, dx: 0, dy: 0, shown: false };
    };
    this.#labels = [
      ...places.map(({ name, lon, lat, rank }, index) => make(name, lon, lat, false, zoomFor(rank, index))),
      ...basemap.seas.map(({ name, lon, lat }) => make(name, lon, lat, true, 0)),
    ];
  }

  /** Fonts or sizes may have changed: names are measured again, at once where they have a size. */
  forget(): void {
    this.#measured = false;
    this.#measure();
  }

  /** Chooses which names to write, around `obstacles` (markers), for a view of `zoom`. */
  arrange(x: number, y: number, k: number, zoom: number, stage: Box, obstacles: readonly Box[]): void {
    this.#measure();
    const taken: Box[] = [...obstacles];
    for (const label of this.#labels) {
      const px = x + label.x * k;
      const py = y + label.y * k;
      const room = (zoom * stage.right) / 760 < label.from ? null : findRoom(label, px, py, stage, taken);
      label.shown = room !== null;
      label.node.classList.toggle('shown', label.shown);
      if (room === null) continue;
      label.dx = (room.left + room.right) / 2 - px;
      label.dy = (room.top + room.bottom) / 2 - py;
      taken.push(room);
    }
    this.move(x, y, k);
  }

  /** Lets names follow their towns. */
  move(x: number, y: number, k: number): void {
    for (const { node, shown, x: lx, y: ly, dx, dy, width, height } of this.#labels) {
      if (!shown) continue;
      const left = x + lx * k + dx - width / 2;
      const top = y + ly * k + dy - height / 2;
      node.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
    }
  }

  #measure(): void {
    if (this.#measured) return;
    for (const label of this.#labels) {
      label.width = label.node.offsetWidth;
      label.height = label.node.offsetHeight;
    }
    this.#measured = this.#labels.some((label) => label.width > 0);
  }
}

/** Prefectures are named in the whole-region view (four of them on a small map), the others as it comes closer. */
function zoomFor(rank: number, index: number): number {
  if (rank <= 1) return index < 4 ? 0 : 0.8;
  return [1.5, 2.8, 4][rank - 2] ?? 6;
}

/** Room for a name: on its spot; for a town also below, above, right or left of it. */
function findRoom(label: Label, px: number, py: number, stage: Box, taken: readonly Box[]): Box | null {
  const { width, height } = label;
  const around = (cx: number, cy: number): Box => ({
    left: cx - width / 2,
    top: cy - height / 2,
    right: cx + width / 2,
    bottom: cy + height / 2,
  });
  const free = (box: Box) => inside(box, stage) && !taken.some((other) => overlap(box, other));
  if (label.sea) {
    const box = around(px, py);
    return free(box) ? box : null;
  }
  const spot = squareAt(px, py, 4);
  // A marker on the town itself: the name goes beside the marker instead. Beside words, which are wider, it would be far off.
  const over = taken.find((other) => overlap(spot, other) && other.right - other.left < WIDEST) ?? spot;
  const candidates = [
    around(px, py),
    around(px, over.bottom + GAP + height / 2),
    around(px, over.top - GAP - height / 2),
    around(over.right + GAP + 2 + width / 2, py),
    around(over.left - GAP - 2 - width / 2, py),
  ];
  return candidates.find(free) ?? null;
}

/** The box around a point of the stage, `reach` px to every side. */
export const squareAt = (x: number, y: number, reach: number): Box => ({
  left: x - reach,
  top: y - reach,
  right: x + reach,
  bottom: y + reach,
});

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom && b.top < a.bottom;
}

export function inside(box: Box, stage: Box): boolean {
  return box.left >= stage.left && box.right <= stage.right && box.top >= stage.top && box.bottom <= stage.bottom;
}
