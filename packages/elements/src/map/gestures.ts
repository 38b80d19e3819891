/**
 * Reads what a visitor does to the view with a pointer: drag, pinch, wheel, double click. One finger and the plain
 * wheel belong to the page: a map in the middle of an article must not trap a visitor who scrolls past it.
 */

import { pointOn } from './geometry.ts';

/** A point of the stage, px. */
export type StagePoint = readonly [x: number, y: number];

/** Callbacks of the gestures to the camera. */
interface GestureEvents {
  readonly start: () => void;
  /** Moves what is under `from` to `to`. */
  readonly drag: (from: StagePoint, to: StagePoint) => void;
  /** The two fingers at `from` are now at `to`. */
  readonly pinch: (from: readonly [StagePoint, StagePoint], to: readonly [StagePoint, StagePoint]) => void;
  /** Multiplies the scale by `factor` around a point. @returns false if it cannot go further that way */
  readonly wheel: (factor: number, at: StagePoint) => boolean;
  readonly doubleClick: (factor: number, at: StagePoint) => void;
  readonly end: () => void;
}

/** A press that moves less than this (px) is a click. */
const CLICK = 4;
/** A wheel that has been still for this long (ms) is done. */
const WHEEL_REST = 150;

/** Listens to a stage until it is destroyed. */
export class Gestures {
  readonly #stage: HTMLElement;
  readonly #events: GestureEvents;
  readonly #listening = new AbortController();
  /** The wheel zooms without a modifier: the visitor has clicked in the map, or is in it by keyboard. */
  #armed = false;
  #pressed: StagePoint | null = null;
  #dragged = false;
  #fingers: readonly [StagePoint, StagePoint] | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(stage: HTMLElement, events: GestureEvents) {
    this.#stage = stage;
    this.#events = events;
    const { signal } = this.#listening;
    const active = { signal, passive: false };
    stage.addEventListener('pointerdown', this.#onDown, { signal });
    stage.addEventListener('pointermove', this.#onMove, { signal });
    stage.addEventListener('pointerup', this.#onUp, { signal });
    stage.addEventListener('pointercancel', this.#onUp, { signal });
    stage.addEventListener('click', this.#onClick, { signal, capture: true });
    stage.addEventListener('dblclick', this.#onDoubleClick, { signal });
    stage.addEventListener('touchstart', this.#onTouch, active);
    stage.addEventListener('touchmove', this.#onTouchMove, active);
    stage.addEventListener('touchend', this.#onTouch, active);
    stage.addEventListener('touchcancel', this.#onTouch, active);
    stage.addEventListener('wheel', this.#onWheel, active);
    stage.addEventListener('focusin', this.#arm, { signal });
    stage.addEventListener('focusout', this.#onFocusOut, { signal });
    stage.addEventListener('pointerleave', this.#disarm, { signal });
  }

  destroy(): void {
    this.#listening.abort();
    clearTimeout(this.#timer);
  }

  readonly #arm = (): void => {
    this.#armed = true;
  };

  readonly #disarm = (): void => {
    this.#armed = false;
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node && this.#stage.contains(relatedTarget))) this.#armed = false;
  };

  readonly #onDown = (event: PointerEvent): void => {
    this.#arm();
    this.#dragged = false;
    // Fingers come as touches, which alone can keep the page from moving.
    if (event.pointerType === 'touch' || event.button !== 0 || event.ctrlKey) return;
    this.#pressed = this.#pointOf(event);
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (this.#pressed === null) return;
    if (event.buttons === 0) {
      // Released outside, before the pointer was captured.
      this.#pressed = null;
      return;
    }
    const to = this.#pointOf(event);
    if (!this.#dragged) {
      if (Math.hypot(to[0] - this.#pressed[0], to[1] - this.#pressed[1]) < CLICK) return;
      this.#dragged = true;
      this.#stage.setPointerCapture(event.pointerId);
      this.#events.start();
    }
    this.#events.drag(this.#pressed, to);
    this.#pressed = to;
  };

  readonly #onUp = (): void => {
    if (this.#pressed !== null && this.#dragged) this.#events.end();
    this.#pressed = null;
  };

  /** The click that ends a drag chooses nothing. */
  readonly #onClick = (event: MouseEvent): void => {
    if (!this.#dragged) return;
    this.#dragged = false;
    event.stopPropagation();
    event.preventDefault();
  };

  readonly #onDoubleClick = (event: MouseEvent): void => {
    event.preventDefault();
    this.#events.doubleClick(event.shiftKey ? 0.5 : 2, this.#pointOf(event));
  };

  /** A finger came or went: two of them hold the map, one is the page's. */
  readonly #onTouch = (event: TouchEvent): void => {
    const before = this.#fingers;
    this.#fingers = this.#fingersOf(event);
    if (this.#fingers !== null && event.cancelable) event.preventDefault();
    if (this.#fingers !== null && before === null) this.#events.start();
    if (this.#fingers === null && before !== null) this.#events.end();
  };

  readonly #onTouchMove = (event: TouchEvent): void => {
    const to = this.#fingersOf(event);
    if (this.#fingers === null || to === null) return;
    if (event.cancelable) event.preventDefault();
    this.#events.pinch(this.#fingers, to);
    this.#fingers = to;
  };

  readonly #onWheel = (event: WheelEvent): void => {
    if (!(event.ctrlKey || event.metaKey || this.#armed)) return;
    // At the end of the scale the page may scroll on.
    if (!this.#events.wheel(2 ** wheelDelta(event), this.#pointOf(event))) return;
    event.preventDefault();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#events.end(), WHEEL_REST);
  };

  #pointOf({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): StagePoint {
    return pointOn(this.#stage, clientX, clientY);
  }

  #fingersOf({ touches }: TouchEvent): readonly [StagePoint, StagePoint] | null {
    const [a, b] = touches;
    return a && b ? [this.#pointOf(a), this.#pointOf(b)] : null;
  }
}

/** A trackpad's pinch comes in small steps, a wheel's notch in a large one: neither may jump by more than half. */
function wheelDelta(event: WheelEvent): number {
  const unit = event.deltaMode === 1 ? 0.05 : event.deltaMode === 2 ? 1 : 0.002;
  const delta = -event.deltaY * unit * (event.ctrlKey ? 5 : 1);
  return Math.max(-0.6, Math.min(0.6, delta));
}
