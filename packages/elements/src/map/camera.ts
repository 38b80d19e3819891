/**
 * Where the map looks: d3-zoom for gestures and limits, and short flights for everything else.
 * A transform `{x, y, k}` maps the plane to the stage: `px = x + planeX · k`.
 */
import { type Selection, select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity, zoomTransform } from 'd3-zoom';
import { LEVELS } from './items.ts';
import type { Plane, PlaneBox } from './projection.ts';

/** Milliseconds of a flight: within the 160 to 250 that a change of view may take. */
const FLIGHT = 220;
/** Free px around what {@link Camera.show} shows. */
const PADDING = 48;

/** Px of the stage that something else covers or that should stay free, when the whole region is shown. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What the camera tells its map. */
export interface CameraEvents {
  readonly reducedMotion: () => boolean;
  /** The transform changed; at most once a frame is enough for the listener. */
  readonly moved: () => void;
  /** A gesture or a flight ended. */
  readonly rested: () => void;
}

/** The camera of one stage. */
export class Camera {
  /** Scale of the whole-region view. */
  home = 1;
  width = 0;
  height = 0;
  /** Room to leave around the whole region. */
  insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  private readonly stage: HTMLElement;
  private readonly plane: Plane;
  private readonly focus: PlaneBox;
  private readonly events: CameraEvents;
  private readonly behavior: ZoomBehavior<HTMLElement, unknown>;
  private readonly selection: Selection<HTMLElement, unknown, null, undefined>;
  private frame = 0;
  private flying = false;
  /** The wheel zooms without a modifier: the visitor has clicked in the map, or is in it by keyboard. */
  private armed = false;

  constructor(stage: HTMLElement, plane: Plane, focus: PlaneBox, events: CameraEvents) {
    this.stage = stage;
    this.plane = plane;
    this.focus = focus;
    this.events = events;
    this.selection = select(stage);
    this.behavior = zoom<HTMLElement, unknown>()
      .filter((event: Event) => this.accepts(event))
      .wheelDelta((event) => wheelDelta(event))
      .clickDistance(4)
      // Flights are the camera's own: d3's transitions are not even in our build.
      .duration(0)
      .extent(() => [
        [0, 0],
        [this.width, this.height],
      ])
      .translateExtent(plane.box)
      .on('zoom', () => this.events.moved())
      .on('start', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        if (event.sourceEvent) this.land();
      })
      .on('end', () => {
        if (!this.flying) this.events.rested();
      });
    this.selection.call(this.behavior).on('dblclick.zoom', null);
    for (const type of ['pointerdown', 'focusin'] as const) stage.addEventListener(type, this.arm);
    for (const type of ['pointerleave', 'focusout'] as const) stage.addEventListener(type, this.disarm);
    stage.addEventListener('dblclick', this.onDoubleClick);
  }

  get transform(): ZoomTransform {
    return zoomTransform(this.stage);
  }

  /** 1 for the whole region. */
  get zoom(): number {
    return this.transform.k / this.home;
  }

  get atClosest(): boolean {
    return this.zoom > 2 ** LEVELS * 0.999;
  }

  get atWidest(): boolean {
    return this.zoom < 1.001;
  }

  /** The view in the plane. */
  get box(): PlaneBox {
    const { transform } = this;
    return [transform.invert([0, 0]), transform.invert([this.width, this.height])];
  }

  /** The stage has a new size: the centre and the zoom stay, the first time shows the whole region. */
  resize(width: number, height: number): void {
    const first = this.width === 0;
    const centre = this.transform.invert([this.width / 2, this.height / 2]);
    const ratio = this.zoom;
    this.width = width;
    this.height = height;
    const { top, right, bottom, left } = this.insets;
    this.home = this.scaleOf(this.focus, left + right, top + bottom);
    this.behavior.scaleExtent([this.home, this.home * 2 ** LEVELS]);
    if (first) this.go(this.homeTransform(), false);
    else this.go(this.centred(centre, this.home * ratio), false);
  }

  /** Shows the whole region. */
  goHome(): void {
    this.go(this.homeTransform());
  }

  /** Multiplies the scale around a point of the stage, its centre by default. */
  zoomBy(factor: number, at: readonly [number, number] = [this.width / 2, this.height / 2]): void {
    const { transform } = this;
    const [x, y] = transform.invert([at[0], at[1]]);
    const k = this.clamp(transform.k * factor);
    this.go(zoomIdentity.translate(at[0] - x * k, at[1] - y * k).scale(k));
  }

  /** Moves the view by px: a positive `dx` shows more of the west. */
  panBy(dx: number, dy: number): void {
    const { x, y, k } = this.transform;
    this.go(zoomIdentity.translate(x + dx, y + dy).scale(k));
  }

  /** Shows a box of the plane, at a scale of at most `most` and at least `least`. */
  show(box: PlaneBox, least = 0, most = Number.POSITIVE_INFINITY): void {
    const [[left, top], [right, bottom]] = box;
    const k = this.clamp(Math.max(least, Math.min(most, this.scaleOf(box, 2 * PADDING, 2 * PADDING))));
    this.go(this.centred([(left + right) / 2, (top + bottom) / 2], k));
  }

  /** Ends a flight where it is. */
  land(): void {
    this.flying = false;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  /** Takes everything off the stage. A drag in progress cleans up after itself at its mouseup. */
  destroy(): void {
    this.land();
    this.selection.on('.zoom', null);
    this.behavior.on('zoom', null).on('start', null).on('end', null);
    for (const type of ['pointerdown', 'focusin'] as const) this.stage.removeEventListener(type, this.arm);
    for (const type of ['pointerleave', 'focusout'] as const) this.stage.removeEventListener(type, this.disarm);
    this.stage.removeEventListener('dblclick', this.onDoubleClick);
  }

  private readonly arm = (): void => {
    this.armed = true;
  };

  private readonly disarm = (event: PointerEvent | FocusEvent): void => {
    const to = event.type === 'focusout' ? event.relatedTarget : null;
    if (!(to instanceof Node && this.stage.contains(to))) this.armed = false;
  };

  private readonly onDoubleClick = (event: MouseEvent): void => {
    const { left, top } = this.stage.getBoundingClientRect();
    event.preventDefault();
    this.zoomBy(event.shiftKey ? 0.5 : 2, [event.clientX - left, event.clientY - top]);
  };

  /** Which gestures are ours; the others scroll the page. */
  private accepts(event: Event): boolean {
    if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey || this.armed;
    if (event instanceof MouseEvent) return event.button === 0 && !event.ctrlKey;
    return 'touches' in event && (event as TouchEvent).touches.length > 1;
  }

  private clamp(k: number): number {
    return Math.min(this.home * 2 ** LEVELS, Math.max(this.home, k));
  }

  /** The scale at which a box fits when so many px of the stage are to stay free. */
  private scaleOf([[left, top], [right, bottom]]: PlaneBox, across: number, down: number): number {
    const room = (size: number, free: number) => Math.max(size - free, size / 3);
    return Math.min(room(this.width, across) / (right - left), room(this.height, down) / (bottom - top));
  }

  private centred(at: readonly [number, number], k: number): ZoomTransform {
    return zoomIdentity.translate(this.width / 2 - at[0] * k, this.height / 2 - at[1] * k).scale(k);
  }

  private homeTransform(): ZoomTransform {
    const [[left, top], [right, bottom]] = this.focus;
    const { insets, home } = this;
    const x = (left + right) / 2 + (insets.right - insets.left) / 2 / home;
    const y = (top + bottom) / 2 + (insets.bottom - insets.top) / 2 / home;
    return this.centred([x, y], home);
  }

  private go(wanted: ZoomTransform, fly = true): void {
    this.land();
    const extent: PlaneBox = [
      [0, 0],
      [this.width, this.height],
    ];
    const target = this.behavior.constrain()(wanted, extent, this.plane.box);
    const from = this.transform;
    if (from.k === target.k && from.x === target.x && from.y === target.y) return;
    if (!fly || this.events.reducedMotion()) this.behavior.transform(this.selection, target);
    else this.fly(from, target);
  }

  private fly(from: ZoomTransform, to: ZoomTransform): void {
    this.flying = true;
    const c: [number, number] = [this.width / 2, this.height / 2];
    const [ax, ay] = from.invert(c);
    const [bx, by] = to.invert(c);
    // Equal steps of the logarithm look like a steady approach; the point that keeps still is kept still.
    const still = from.k !== to.k ? (t: number) => share(from.k, to.k, t) : (t: number) => t;
    let start = 0;
    const step = (now: number): void => {
      if (start === 0) start = now;
      const t = Math.min(1, (now - start) / FLIGHT);
      const eased = 1 - (1 - t) ** 3;
      const k = from.k * (to.k / from.k) ** eased;
      const s = still(eased);
      if (t === 1) this.land();
      else this.frame = requestAnimationFrame(step);
      this.behavior.transform(this.selection, t === 1 ? to : this.centred([ax + (bx - ax) * s, ay + (by - ay) * s], k));
    };
    this.frame = requestAnimationFrame(step);
  }
}

/** How far along the centre is when the scale went from `a` to `b` by the share `t` of its logarithm. */
function share(a: number, b: number, t: number): number {
  const k = a * (b / a) ** t;
  return (1 / a - 1 / k) / (1 / a - 1 / b);
}

/** A trackpad's pinch comes in small steps, a wheel's notch in a large one: neither may jump by more than half. */
function wheelDelta(event: WheelEvent): number {
  const unit = event.deltaMode === 1 ? 0.05 : event.deltaMode === 2 ? 1 : 0.002;
  const delta = -event.deltaY * unit * (event.ctrlKey ? 5 : 1);
  return Math.max(-0.6, Math.min(0.6, delta));
}
