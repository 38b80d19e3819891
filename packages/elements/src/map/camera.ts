/** Moves the view of a map: gestures and limits, and short flights for everything else. */
import {
  closestScale,
  holding,
  homeScale,
  homeView,
  type Insets,
  inPlane,
  type Plane,
  type PlaneBox,
  type Transform,
  viewOfBox,
  within,
} from '@ess-widgets/core/geo';
import { Gestures, type StagePoint } from './gestures.ts';

/** Milliseconds of a flight: within the 160 to 250 that a change of view may take. */
const FLIGHT = 220;

/** Callbacks of the camera to its map. */
interface CameraEvents {
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
  /** Closest zoom of web maps; null for six doublings. */
  closest: number | null = null;
  /** Room to leave around what is shown. */
  insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  #current: Transform = { x: 0, y: 0, k: 1 };
  readonly #plane: Plane;
  readonly #focus: PlaneBox;
  readonly #events: CameraEvents;
  readonly #gestures: Gestures;
  #frame = 0;

  constructor(stage: HTMLElement, plane: Plane, focus: PlaneBox, events: CameraEvents) {
    this.#plane = plane;
    this.#focus = focus;
    this.#events = events;
    this.#gestures = new Gestures(stage, {
      start: () => this.#land(),
      drag: (from, to) => this.#hold(from, to, this.#current.k),
      pinch: (from, to) => this.#pinch(from, to),
      wheel: (factor, at) => this.#wheel(factor, at),
      doubleClick: (factor, at) => this.zoomBy(factor, at),
      end: () => events.rested(),
    });
  }

  get transform(): Transform {
    return this.#current;
  }

  /** 1 for the whole region. */
  get zoom(): number {
    return this.#current.k / this.home;
  }

  get atClosest(): boolean {
    return this.#current.k > this.most * 0.999;
  }

  /** Scale of the closest view. */
  get most(): number {
    return closestScale(this.#plane, this.home, this.closest);
  }

  get atWidest(): boolean {
    return this.zoom < 1.001;
  }

  /** The stage has a new size, or other things over it: the centre and the zoom stay, but a view from as far as the whole shows it whole. */
  resize(width: number, height: number, insets: Insets): void {
    const isWhole = this.width === 0 || this.atWidest;
    const centre = inPlane(this.#current, this.width / 2, this.height / 2);
    const ratio = this.zoom;
    this.width = width;
    this.height = height;
    this.insets = insets;
    this.home = homeScale(this.#focus, this);
    this.#land();
    this.#set(isWhole ? this.#whole() : this.#centred(centre, this.home * ratio));
  }

  /** Comes back to the closest view where a closer one was left to another ground. */
  keepWithin(): void {
    if (this.#current.k > this.most) this.zoomBy(1);
  }

  /** Shows the whole region. */
  goHome(): void {
    this.#go(this.#whole());
  }

  /** Multiplies the scale around a point of the stage, its centre by default. */
  zoomBy(factor: number, at: StagePoint = [this.width / 2, this.height / 2]): void {
    this.#go(holding(inPlane(this.#current, at[0], at[1]), at, this.#clamp(this.#current.k * factor)));
  }

  /** Moves the view by px: a positive `dx` shows more of the west. */
  panBy(dx: number, dy: number): void {
    const { x, y, k } = this.#current;
    this.#go({ x: x + dx, y: y + dy, k });
  }

  /** Shows a box of the plane, at a scale of at most `most` and at least `least`. */
  show(box: PlaneBox, least = 0, most = Number.POSITIVE_INFINITY): void {
    this.#go(viewOfBox(box, this, this, least, most));
  }

  /** Shows a point of the plane in the middle, at a zoom. */
  look(at: readonly [number, number], zoom: number): void {
    this.#go(this.#centred(at, this.#clamp(this.home * zoom)));
  }

  /** Takes everything off the stage. */
  destroy(): void {
    this.#land();
    this.#gestures.destroy();
  }

  /** Ends a flight where it is. */
  #land(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #set(wanted: Transform): void {
    this.#current = within(this.#plane.box, this.width, this.height, wanted);
    this.#events.moved();
  }

  #hold(from: StagePoint, to: StagePoint, k: number): void {
    this.#set(holding(inPlane(this.#current, from[0], from[1]), to, k));
  }

  #pinch([a, b]: readonly [StagePoint, StagePoint], [c, d]: readonly [StagePoint, StagePoint]): void {
    const between = (p: StagePoint, q: StagePoint) => Math.max(1, Math.hypot(p[0] - q[0], p[1] - q[1]));
    const middle = (p: StagePoint, q: StagePoint): StagePoint => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
    this.#hold(middle(a, b), middle(c, d), this.#clamp((this.#current.k * between(c, d)) / between(a, b)));
  }

  #wheel(factor: number, at: StagePoint): boolean {
    const k = this.#clamp(this.#current.k * factor);
    if (k === this.#current.k) return false;
    this.#land();
    this.#hold(at, at, k);
    return true;
  }

  #clamp(k: number): number {
    return Math.min(this.most, Math.max(this.home, k));
  }

  #whole(): Transform {
    return homeView(this.#plane, this.#focus, this);
  }

  #centred(at: readonly [number, number], k: number): Transform {
    return holding(at, [this.width / 2, this.height / 2], k);
  }

  #go(wanted: Transform): void {
    this.#land();
    const from = this.#current;
    const to = within(this.#plane.box, this.width, this.height, wanted);
    if (from.k === to.k && from.x === to.x && from.y === to.y) return;
    if (this.#events.reducedMotion()) {
      this.#set(to);
      this.#events.rested();
    } else this.#fly(from, to);
  }

  #fly(from: Transform, to: Transform): void {
    const middle: StagePoint = [this.width / 2, this.height / 2];
    const [ax, ay] = inPlane(from, ...middle);
    const [bx, by] = inPlane(to, ...middle);
    let start = 0;
    const step = (now: number): void => {
      if (start === 0) start = now;
      const t = Math.min(1, (now - start) / FLIGHT);
      const eased = 1 - (1 - t) ** 3;
      // Equal steps of the logarithm look like a steady approach.
      const k = from.k * (to.k / from.k) ** eased;
      const share = from.k === to.k ? eased : (1 / from.k - 1 / k) / (1 / from.k - 1 / to.k);
      this.#set(t === 1 ? to : this.#centred([ax + (bx - ax) * share, ay + (by - ay) * share], k));
      this.#frame = t === 1 ? 0 : requestAnimationFrame(step);
      if (t === 1) this.#events.rested();
    };
    this.#frame = requestAnimationFrame(step);
  }
}
