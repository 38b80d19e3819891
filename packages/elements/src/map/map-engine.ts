/**
 * The map: an SVG ground under real buttons, in a container that an element owns (usually inside its shadow root).
 * Colours come from the element's #tokens, texts from its messages; the element includes `mapStyles`.
 */
import type { Item, ItemSource } from '@ess-widgets/core/charts';
import {
  boxAround,
  boxOfPoints,
  createPlane,
  inPlane,
  isInsideBox,
  nearestTo,
  overlap,
  type Plane,
  type PlaneBox,
  restShape,
  squareAt,
  toScreen,
} from '@ess-widgets/core/geo';
import { Camera } from './camera.ts';
import { Controls } from './controls.ts';
import { element } from './dom.ts';
import { boxOn } from './geometry.ts';
import { Scene } from './scene.ts';
import type {
  LonLatBox,
  MapCard,
  MapEngine,
  MapEngineOptions,
  MapLabel,
  MapLayer,
  MapMessages,
  MapOffer,
  MapOrigin,
  MapPoint,
  MapView,
} from './types.ts';

/** One step of an arrow key, px. */
const STEP = 80;
/** Smallest distance of a focused or chosen marker from the edge and the controls, px. */
const EDGE = 20;
/** Room around the whole region, px; on a narrow map, whose box has its shape, and whose buttons are below it. */
const BREATH = 10;
const BREATH_NARROW = 12;

let engines = 0;

/**
 * Draws a map into `container` and keeps it until `destroy()`. A container without a size waits until it has one.
 * @throws RangeError when a point has no valid position, as soon as it is to be drawn
 */
export function createMapEngine(container: HTMLElement, options: MapEngineOptions): MapEngine {
  return new Engine(container, options);
}

class Engine implements MapEngine {
  readonly plane: Plane;
  readonly stage = element('div', 'stage');
  readonly #options: MapEngineOptions;
  readonly #root = element('div', 'map');
  readonly #viewport = element('div', 'viewport', { role: 'application', tabindex: '0' });
  /** Read as the description of the viewport, and not once more as a paragraph in it. */
  readonly #instructions = element('p', '', { hidden: '' });
  readonly #attribution = element('p', 'attribution');
  readonly #scene: Scene;
  readonly #controls: Controls;
  readonly #camera: Camera;
  #beyond: MapOffer | null = null;
  #observer: ResizeObserver | undefined;
  #unfollow: (() => void) | undefined;

  constructor(container: HTMLElement, options: MapEngineOptions) {
    const { basemap, messages, points, source, reducedMotion = prefersReducedMotion } = options;
    this.#options = options;
    this.plane = createPlane(basemap.bbox);
    this.stage.style.setProperty('--_rest', String(restShape(this.plane.boxOf(basemap.focus))));
    this.#scene = this.#createScene();
    this.#scene.points = points;
    this.#follow(source ?? null);
    this.#controls = new Controls({
      zoomIn: () => this.zoomIn(),
      zoomOut: () => this.zoomOut(),
      home: () => this.fit(),
      step: (dx, dy) => this.pan((dx * this.#camera.width) / 4, (dy * this.#camera.height) / 4),
    });
    this.#assemble(container);
    this.#camera = new Camera(this.stage, this.plane, this.plane.boxOf(basemap.focus), {
      reducedMotion,
      moved: () => this.#scene.schedule(),
      rested: () => this.#rest(),
    });
    this.#camera.closest = basemap.closest ?? null;
    this.setMessages(messages);
    this.#viewport.addEventListener('keydown', this.#onKey);
    this.#viewport.addEventListener('click', this.#onClick);
    if ('ResizeObserver' in globalThis) this.#observer = new ResizeObserver(() => this.#resize());
    for (const node of [this.stage, this.#attribution]) this.#observer?.observe(node);
    for (const type of PRINT) addEventListener(type, this.#print);
    this.#resize();
  }

  get view(): MapView {
    const { width, height, transform, zoom } = this.#camera;
    const center = this.plane.toLonLat(...inPlane(transform, width / 2, height / 2));
    return { center, zoom, bbox: this.#scene.box() };
  }

  get layers(): Set<MapLayer> {
    return this.#scene.layers;
  }

  refresh(): void {
    this.#scene.refresh();
  }

  name(places: readonly MapLabel[]): void {
    this.#scene.name(places);
  }

  label(card: MapCard): void {
    this.#scene.label(card);
  }

  show(box: PlaneBox): void {
    this.#camera.show(box);
  }

  setPoints(points: readonly MapPoint[], source: ItemSource | null = null): void {
    this.#scene.points = points;
    this.#follow(source);
    this.#scene.forget();
    this.#scene.refresh();
  }

  setSelected(id: string | null): void {
    if (id === this.#scene.selectedId) return;
    this.#scene.selectedId = id;
    const point = id === null || this.#camera.width === 0 ? undefined : this.#scene.items.find(id);
    if (point !== undefined) this.#bringIntoView(...this.plane.toPlane(point.lon, point.lat));
    this.#scene.refresh();
  }

  setMessages(messages: MapMessages): void {
    this.#scene.messages = messages;
    this.#viewport.setAttribute('aria-label', messages.text('viewport'));
    this.#instructions.textContent = messages.text('instructions');
    this.#scene.markers.root.setAttribute('aria-label', messages.text('markers'));
    this.#controls.rename(messages);
    this.#scene.markers.rename();
  }

  setClosest(zoom: number | null): void {
    const closest = zoom ?? this.#options.basemap.closest ?? null;
    if (closest === this.#camera.closest) return;
    this.#camera.closest = closest;
    this.#scene.forget();
    this.#camera.keepWithin();
    this.#rest();
  }

  setBeyond(offer: MapOffer | null): void {
    this.#beyond = offer;
    this.#limit();
  }

  zoomIn(): void {
    if (this.#camera.atClosest) this.#beyond?.accept();
    else this.#camera.zoomBy(2);
  }

  zoomOut(): void {
    this.#camera.zoomBy(0.5);
  }

  pan(dx: number, dy: number): void {
    this.#camera.panBy(dx, dy);
  }

  fit(ids?: readonly string[]): void {
    const wanted = new Set(ids ?? []);
    this.showAround(boxOfPoints(this.#scene.points.filter((point) => wanted.has(point.id))));
  }

  showAround(around: LonLatBox): void {
    const shown = nearestTo(around, this.plane);
    if (shown === null) this.#camera.goHome();
    else this.#camera.show(shown.box, 0, this.#camera.home * shown.nearest);
  }

  look({ center: [lon, lat], zoom }: Pick<MapView, 'center' | 'zoom'>): void {
    const at = this.plane.toPlane(lon, lat);
    if (this.#hasGround(...at)) this.#camera.look(at, zoom);
    else this.#camera.goHome();
  }

  focusViewport(): void {
    this.#viewport.focus({ preventScroll: true });
  }

  destroy(): void {
    this.#unfollow?.();
    this.#observer?.disconnect();
    for (const type of PRINT) removeEventListener(type, this.#print);
    this.#camera.destroy();
    this.#scene.destroy();
    this.#root.remove();
  }

  #follow(source: ItemSource | null): void {
    this.#unfollow?.();
    this.#scene.source = source;
    this.#unfollow = source?.listen(() => this.#scene.arrived());
  }

  #createScene(): Scene {
    const { basemap, messages } = this.#options;
    return new Scene(this.stage, this.#viewport, basemap, this.plane, messages, () => this.#camera, {
      activate: (item, origin) => this.#activate(item, origin),
      leave: () => this.focusViewport(),
      reveal: (x, y) => this.#bringIntoView(x, y),
    });
  }

  #assemble(container: HTMLElement): void {
    this.#instructions.id = `map-instructions-${++engines}`;
    this.#viewport.setAttribute('aria-describedby', this.#instructions.id);
    this.#viewport.append(this.#instructions);
    this.#attribution.textContent = this.#options.basemap.attribution;
    this.#root.append(this.stage, this.#attribution, this.#controls.root);
    container.append(this.#root);
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.stage;
    const controls = boxOn(this.stage, this.#controls.root);
    const credit = boxOn(this.stage, this.#attribution);
    const isSame = width === this.#camera.width && height === this.#camera.height;
    if (!width || !height || (isSame && credit[0]?.top === this.#scene.fixed.at(-1)?.top)) return;
    this.#scene.fixed = [...controls, ...credit];
    const breath = controls[0] === undefined ? BREATH_NARROW : BREATH;
    const beside = controls[0] === undefined ? breath : width - controls[0].left + breath;
    this.#scene.forget(width);
    this.#camera.resize(width, height, { top: breath, right: beside, bottom: breath, left: breath });
    this.#rest();
  }

  /** No browser tells what size paper gives: wider than it, the map would be cut off there. */
  readonly #print = ({ type }: Event): void => {
    this.stage.classList.toggle('printed', type === PRINT[0]);
    this.#resize();
  };

  #rest(): void {
    this.#scene.refresh(true);
    this.#limit();
    this.#options.onMove?.(this.view);
  }

  #limit(): void {
    const { atClosest, atWidest } = this.#camera;
    this.#controls.limit(atClosest && !this.#beyond, atWidest);
    this.#controls.offer(atClosest ? (this.#beyond?.name ?? null) : null);
  }

  #activate(item: Item, origin: MapOrigin): void {
    if (item.count === 1) {
      this.setSelected(item.point.id);
      this.#options.onSelect?.(item.point.id, origin);
      return;
    }
    if (this.#scene.canFan(item)) {
      this.#scene.fan(item);
      return;
    }
    const { items } = this.#scene;
    const level = items.splitLevel(item);
    const box = boxAround(items.boxOf(item), this.plane);
    const scale = Math.min(this.#camera.most, this.#camera.home * 2 ** (level ?? 0));
    if (level === null || box === null) this.#options.onOpenCluster?.(items.idsIn(item));
    else this.#camera.show(box, scale * 1.0001, scale * 1.9);
  }

  #bringIntoView(x: number, y: number): void {
    const camera = this.#camera;
    const [px, py] = toScreen(camera.transform, x, y);
    const spot = squareAt(px, py, EDGE);
    const stage = { left: 0, top: 0, right: camera.width, bottom: camera.height };
    const out = !isInsideBox(spot, stage) || this.#scene.fixed.some((box) => overlap(spot, box));
    if (out && this.#hasGround(x, y)) camera.panBy(camera.width / 2 - px, camera.height / 2 - py);
  }

  /** There is nothing to see beyond the ground, whose corner is the origin of the plane. */
  #hasGround(x: number, y: number): boolean {
    const [, [right, bottom]] = this.plane.box;
    return x > 0 && x < right && y > 0 && y < bottom;
  }

  readonly #onClick = (event: MouseEvent): void => {
    this.#scene.close();
    if (this.#scene.selectedId === null || event.detail > 1) return;
    this.setSelected(null);
    this.#options.onSelect?.(null, 'pointer');
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const act = this.#keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  readonly #keys: Readonly<Record<string, () => void>> = {
    ArrowUp: () => this.pan(0, STEP),
    ArrowDown: () => this.pan(0, -STEP),
    ArrowLeft: () => this.pan(STEP, 0),
    ArrowRight: () => this.pan(-STEP, 0),
    '+': () => this.zoomIn(),
    '=': () => this.zoomIn(),
    '-': () => this.zoomOut(),
    '0': () => this.fit(),
    Home: () => this.fit(),
  };
}

/** Before and after. */
const PRINT = ['beforeprint', 'afterprint'];

function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
