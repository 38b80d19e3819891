/** Names of towns, seas and communes. Text keeps its size; a place without room, or under a marker, is not named. */
import { ISLETS_FROM, namedFrom, roomForName } from '@ess-widgets/core/geo';
import { dom } from '../base/dom.ts';
import { element } from './dom.ts';
import type { Box, MapBasemap, MapLabel, Plane } from './types.ts';

interface Label {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly sea: boolean;
  /** The zoom from which it may be written, on a map 760 px wide. */
  readonly from: number;
  /** That of a commune is made when it is first written: there are a thousand, and few are. */
  node: HTMLSpanElement | null;
  width: number;
  height: number;
  dx: number;
  dy: number;
}

/** The zoom from which communes are named, and with them every town of the ground. */
const COMMUNES_FROM = 1.5;

/** The layer of names. */
export class LabelLayer {
  readonly root: HTMLDivElement = element('div', 'labels', { 'aria-hidden': 'true' });
  readonly #plane: Plane;
  readonly #places: MapBasemap['places'];
  readonly #labels: readonly Label[];
  #communes: readonly Label[] = [];
  #shown: ReadonlySet<Label> = new Set();
  #measured = false;
  /** Measures the name of a commune; null until one was laid out. */
  #measureName: ((name: string) => readonly [width: number, height: number]) | null = null;

  constructor(basemap: MapBasemap, plane: Plane) {
    this.#plane = plane;
    this.#places = [...basemap.places].sort((a, b) => a.rank - b.rank);
    this.#labels = [
      ...this.#places.map((place, index) => this.#make(place, false, namedFrom(place.rank, index))),
      ...basemap.seas.map((sea) => this.#make(sea, true, 0)),
    ];
    for (const label of this.#labels) this.#write(label);
  }

  /** Names more places than those of the ground, largest first: each after all of these, where there is room. */
  name(communes: readonly MapLabel[]): void {
    const known = new Set(this.#places.map(({ name }) => name));
    // A namesake far away is another place.
    const isNamed = ({ name, lon, lat }: MapLabel): boolean =>
      known.has(name) &&
      this.#places.some((place) => place.name === name && Math.hypot(place.lon - lon, place.lat - lat) < NAMESAKE);
    for (const { node } of this.#communes) node?.remove();
    this.#measured = false;
    this.#communes = communes.filter((each) => !isNamed(each)).map((each) => this.#make(each, false, COMMUNES_FROM));
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
    const names: Box[] = [];
    const shown = new Set<Label>();
    const near = (zoom * stage.right) / 760;
    const put = (label: Label, room: Box | null, px: number, py: number): void => {
      if (room === null) return;
      label.dx = (room.left + room.right) / 2 - px;
      label.dy = (room.top + room.bottom) / 2 - py;
      taken.push(room);
      names.push(room);
      shown.add(label);
    };
    for (const label of this.#labels) {
      const [px, py] = [x + label.x * k, y + label.y * k];
      // A town of the ground is named no later than the communes around it.
      const isTown = this.#communes.length > 0 && label.from < ISLETS_FROM;
      const from = isTown ? Math.min(label.from, COMMUNES_FROM) : label.from;
      if (near >= from) put(label, roomForName(label, px, py, stage, taken), px, py);
    }
    for (const label of near < COMMUNES_FROM ? [] : this.#communes) {
      const [px, py] = [x + label.x * k, y + label.y * k];
      if (px < stage.left || px > stage.right || py < stage.top || py > stage.bottom) continue;
      if (label.width === 0) [label.width, label.height] = this.#measureName?.(label.name) ?? [0, 0];
      const room = label.width === 0 ? null : roomForName(label, px, py, stage, taken, names);
      if (room !== null) this.#write(label);
      put(label, room, px, py);
    }
    for (const label of [...this.#labels, ...this.#communes]) label.node?.classList.toggle('shown', shown.has(label));
    this.#shown = shown;
    this.move(x, y, k);
  }

  /** Lets names follow their towns. */
  move(x: number, y: number, k: number): void {
    for (const { node, x: lx, y: ly, dx, dy, width, height } of this.#shown) {
      const left = x + lx * k + dx - width / 2;
      const top = y + ly * k + dy - height / 2;
      if (node) node.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
    }
  }

  #make({ name, lon, lat }: MapLabel, sea: boolean, from: number): Label {
    const [x, y] = this.#plane.toPlane(lon, lat);
    return { name, x, y, sea, from, node: null, width: 0, height: 0, dx: 0, dy: 0 };
  }

  #write(label: Label): void {
    if (label.node) return;
    const isCommune = label.from === COMMUNES_FROM && this.#communes.includes(label);
    label.node = element('span', label.sea ? 'sea-name' : isCommune ? 'town-name commune-name' : 'town-name');
    label.node.textContent = label.name;
    this.root.append(label.node);
  }

  #measure(): void {
    if (this.#measured) return;
    const [like] = this.#communes;
    if (like) this.#write(like);
    for (const label of this.#communes) label.width = 0;
    for (const label of like ? [...this.#labels, like] : this.#labels) {
      label.width = label.node?.offsetWidth ?? 0;
      label.height = label.node?.offsetHeight ?? 0;
    }
    this.#measured = this.#labels.some((label) => label.width > 0);
    this.#measureName = like?.node && like.width > 0 ? ruler(like.node, like.height) : null;
  }
}

/** Namesakes nearer than this are one place, degrees. */
const NAMESAKE = 0.1;

/** Measures names in the font of a node without putting them on the page, which would lay it out for each. */
function ruler(node: HTMLElement, height: number): ((name: string) => readonly [number, number]) | null {
  const context = dom.createElement('canvas').getContext('2d');
  if (!context) return null;
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(node);
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return (name) => [Math.ceil(context.measureText(name).width) + 1, height];
}
