/** Draws the contents of the stage: ground, names, markers and one label card, kept in step with the camera. */
import { createItems, FAN, type Item, type ItemSource, type Items, itemSize, mapScale } from '@ess-widgets/core/charts';
import { type Box, inPlane, type Plane, squareAt } from '@ess-widgets/core/geo';
import type { Camera } from './camera.ts';
import { svgElement } from './dom.ts';
import { boxOn, townNear } from './geometry.ts';
import { drawGround, type Ground } from './ground.ts';
import { LabelLayer } from './label-layer.ts';
import { MarkerLayer } from './marker-layer.ts';
import type { LonLatBox, MapBasemap, MapCard, MapLabel, MapLayer, MapMessages, MapOrigin, MapPoint } from './types.ts';

/** Markers are drawn this far outside the view, so that a short pan shows no gap, px. */
const MARGIN = 48;
/** A change of level while zooming waits this long for the next one, and a view for its items, ms. */
const CALM = 90;

/** Callbacks of the scene to its map. */
interface SceneEvents {
  readonly activate: (item: Item, origin: MapOrigin) => void;
  readonly leave: () => void;
  readonly reveal: (x: number, y: number) => void;
}

/** The scene of one stage. */
export class Scene {
  points: readonly MapPoint[] = [];
  /** Source of items in place of `points`. */
  source: ItemSource | null = null;
  selectedId: string | null = null;
  messages: MapMessages;
  /** Parts of the stage that controls cover. */
  fixed: readonly Box[] = [];
  readonly markers: MarkerLayer;
  readonly layers = new Set<MapLayer>();
  readonly #basemap: MapBasemap;
  readonly #plane: Plane;
  readonly #stage: HTMLElement;
  readonly #camera: () => Camera;
  readonly #ground: Ground;
  readonly #labels: LabelLayer;
  /** Lines from the place of a fan to its markers. */
  readonly #legs = svgElement('svg', { class: 'legs', 'aria-hidden': 'true', focusable: 'false' });
  /** The cluster whose points are fanned out, and the scale for which they are. */
  #fan: { readonly item: Item; readonly k: number } | null = null;
  #card: MapCard | null = null;
  #known: Items | null = null;
  #hinted: Item | null = null;
  #level = -1;
  #drawnAt: readonly [number, number] = [0, 0];
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    stage: HTMLElement,
    viewport: HTMLElement,
    basemap: MapBasemap,
    plane: Plane,
    messages: MapMessages,
    camera: () => Camera,
    events: SceneEvents,
  ) {
    this.#stage = stage;
    this.#basemap = basemap;
    this.#plane = plane;
    this.messages = messages;
    this.#camera = camera;
    this.#ground = drawGround(basemap, plane);
    this.#labels = new LabelLayer(basemap, plane);
    this.markers = new MarkerLayer({
      nameOf: (item) => this.#nameOf(item),
      countOf: ({ count }) => this.messages.count?.(count) ?? String(count),
      contentsOf: (item) => this.#contentsOf(item)?.[1] ?? '',
      holds: (item, id) => this.items.holds(item, id),
      activate: events.activate,
      leave: () => {
        this.#hint(null);
        // The cluster takes the focus of its markers.
        if (!this.close()) events.leave();
      },
      reveal: ({ x, y }) => events.reveal(x, y),
      hint: (item) => this.#hint(item),
    });
    stage.append(this.#ground.svg, this.#labels.root, viewport, this.#legs, this.markers.root);
  }

  /** Clusters of the present points at the present size. */
  get items(): Items {
    if (this.#known) return this.#known;
    const { home, most } = this.#camera();
    const scale = mapScale(this.#plane, home, most);
    this.#known = this.source?.items(scale) ?? createItems(this.points, scale);
    return this.#known;
  }

  name(places: readonly MapLabel[]): void {
    this.#labels.name(places);
    this.refresh();
  }

  label(card: MapCard): void {
    this.#card = card;
    this.#stage.append(card.root);
    card.root.addEventListener('pointerleave', () => this.#hint(this.markers.focused));
    this.refresh();
  }

  /** Whether the points of a cluster that no zoom takes apart can be fanned out. */
  canFan(item: Item): boolean {
    return item.count <= FAN && this.items.fan !== undefined && this.items.splitLevel(item) === null;
  }

  /** Fans out the points of a cluster, until the view is another. */
  fan(item: Item): void {
    this.#fan = { item, k: this.#camera().transform.k };
    this.refresh();
  }

  /** Closes a fan. @returns whether one was open */
  close(): boolean {
    if (!this.#fan) return false;
    this.#fan = null;
    this.refresh();
    return true;
  }

  /** Points or sizes have changed. */
  forget(width?: number): void {
    this.#known = null;
    if (width === undefined) return;
    // Before anything changes: the browser would lay all out again for a width that it has.
    this.#labels.forget();
    this.#ground.resize(width);
  }

  /** Draws in the next frame, once, however many events ask for it. */
  schedule(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  /**
   * Everything, at once: markers of this view and level, then the names around them. With `patience`, items that are asked
   * for are waited for a moment: what was there before would be drawn where it is no more, and all drawn twice.
   */
  refresh(patience = false): void {
    const { width, transform } = this.#camera();
    if (width === 0) return;
    this.#cancel();
    if (patience && this.items.asks?.(this.box(MARGIN), this.items.levelOf(transform.k))) {
      this.#timer = setTimeout(() => this.refresh(), CALM);
      return;
    }
    this.#populate();
    this.#move();
    this.#arrangeLabels();
  }

  /** The source has more: drawn in the next frame, with all that comes until then. */
  arrived(): void {
    this.#cancel();
    this.#frame = requestAnimationFrame(() => this.refresh());
  }

  /** The box in view, widened by px on each side. */
  box(margin = 0): LonLatBox {
    const { transform, width, height } = this.#camera();
    const [west, north] = this.#plane.toLonLat(...inPlane(transform, -margin, -margin));
    const [east, south] = this.#plane.toLonLat(...inPlane(transform, width + margin, height + margin));
    return [west, south, east, north];
  }

  destroy(): void {
    this.#cancel();
  }

  /** Cancels the drawing that is scheduled. */
  #cancel(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    clearTimeout(this.#timer);
  }

  /** One frame: transforms only, unless the pan has left what is drawn, or the level changed a while ago. */
  #draw(): void {
    const { x, y, k } = this.#camera().transform;
    if (this.#fan && this.#fan.k !== k) this.close();
    else if (this.items.levelOf(k) !== this.#level) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.refresh(), CALM);
    } else if (Math.hypot(x - this.#drawnAt[0], y - this.#drawnAt[1]) > MARGIN * 0.75) this.#populate();
    this.#move();
  }

  #move(): void {
    const { transform, width, height, insets } = this.#camera();
    const { x, y, k } = transform;
    this.#ground.move(x, y, k);
    this.#labels.move(x, y, k);
    this.markers.move(x, y, k);
    if (this.#fan) {
      const { item } = this.#fan;
      this.#legs.style.transform = `translate(${x + item.x * k}px, ${y + item.y * k}px)`;
    }
    this.#card?.move(x, y, k, width, height, width - insets.right);
    for (const layer of this.layers) layer.move?.(transform);
  }

  #populate(): void {
    const { x, y, k } = this.#camera().transform;
    this.#level = this.items.levelOf(k);
    this.#drawnAt = [x, y];
    const items = this.#fanned(this.items.at(this.box(MARGIN), this.#level), k);
    const selected = this.#holderOfSelected(items);
    this.markers.render(items, selected);
    if (this.#hinted !== null) this.#hinted = items.find((item) => item.key === this.#hinted?.key) ?? null;
    this.#showCard(selected);
  }

  /** Replaces the cluster that is open by its points. */
  #fanned(items: readonly Item[], k: number): readonly Item[] {
    const open = this.#fan?.k === k ? items.find(({ key }) => key === this.#fan?.item.key) : undefined;
    const markers = (open && this.items.fan?.(open, k)) ?? [];
    if (!open) this.#fan = null;
    const legs = markers.map(({ x, y }) => `M0 0L${(x - (open?.x ?? 0)) * k} ${(y - (open?.y ?? 0)) * k}`);
    this.#legs.replaceChildren(...legs.map((d) => svgElement('path', { d })));
    return open ? items.flatMap((item) => (item === open ? markers : item)) : items;
  }

  #holderOfSelected(items: readonly Item[]): Item | null {
    const id = this.selectedId;
    return id === null ? null : (items.find((item) => this.items.holds(item, id)) ?? null);
  }

  #showCard(selected: Item | null): void {
    const contents = this.#hinted && this.#contentsOf(this.#hinted);
    const hinted = this.#hinted?.count === 1 || contents ? this.#hinted : null;
    const item = hinted ?? selected;
    const told = hinted && contents ? { ...hinted.point, name: contents[0], detail: contents[1] } : hinted?.point;
    const point = told ?? (selected && this.items.find(this.selectedId ?? '')) ?? null;
    this.#card?.show(item, point, item ? itemSize(item, item === selected) / 2 : 0);
  }

  #hint(item: Item | null): void {
    this.#hinted = item;
    if (item) this.items.name?.(item);
    this.#showCard(this.#holderOfSelected(this.markers.items));
    this.#move();
  }

  #arrangeLabels(): void {
    const { transform, width, height, zoom } = this.#camera();
    const { x, y, k } = transform;
    const holder = this.#holderOfSelected(this.markers.items);
    const obstacles = this.markers.items.map((item) => {
      const radius = itemSize(item, item === holder) / 2 + 1;
      return squareAt(x + item.x * k, y + item.y * k, radius);
    });
    const room = { left: 4, top: 4, right: width - 4, bottom: height - 4 };
    const taken = [...this.fixed, ...(this.#card ? boxOn(this.#stage, this.#card.root) : []), ...obstacles];
    for (const layer of this.layers) taken.push(...(layer.arrange?.(transform, taken) ?? []));
    this.#labels.arrange(x, y, k, zoom, room, taken);
  }

  /** What a cluster holds, as it is written; null for a marker, and where it is not known. */
  #contentsOf({ count, parts }: Item): readonly [name: string, detail: string] | null {
    return (parts && this.messages.contents?.(count, parts)) ?? null;
  }

  #nameOf(item: Item): string {
    if (item.count === 1) return this.messages.marker(item.point);
    const splits = this.items.splitLevel(item) !== null || this.canFan(item);
    return this.messages.cluster(item.count, townNear(item, this.#basemap.places), splits);
  }
}
