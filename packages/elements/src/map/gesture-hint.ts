/** Says in passing how a map is moved, to who has just moved the page over it: one finger and the plain wheel are the page's. */
import { element } from './dom.ts';
import type { MapEngine } from './types.ts';

/** Texts of the hint, for fingers and for the wheel. */
interface GestureHintTexts {
  readonly touch: string;
  readonly wheel: string;
}

/** A finger that moves less than this (px) is a tap. */
const TAP = 10;
/** Time for which the hint is shown, ms. */
const SHOWN = 1200;

/** Words over a map that go by themselves. They are for the eye alone: the keyboard has its own instructions. */
export class GestureHint {
  texts: GestureHintTexts = { touch: '', wheel: '' };
  readonly #stage: HTMLElement;
  readonly #words: HTMLElement;
  readonly #listening = new AbortController();
  /**
   * Touch of the one finger when it came down; null as long as none did: the hint may be made under a finger that moves
   * already.
   */
  #start: Touch | undefined | null = null;
  /** True after a click or the focus in the map, until the pointer leaves it: the plain wheel then zooms the map. */
  #isArmed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ stage }: MapEngine) {
    this.#stage = stage;
    this.#words = element('p', 'gesture-hint', { 'aria-hidden': 'true' });
    const passive = { signal: this.#listening.signal, passive: true };
    stage.addEventListener('touchstart', this.#onTouch, passive);
    stage.addEventListener('touchmove', this.#onTouchMove, passive);
    stage.addEventListener('wheel', this.#onWheel, passive);
    stage.addEventListener('pointerdown', () => this.#arm(true), passive);
    stage.addEventListener('focusin', () => this.#arm(true), passive);
    stage.addEventListener('pointerleave', () => this.#arm(false), passive);
  }

  remove(): void {
    this.#listening.abort();
    clearTimeout(this.#timer);
    this.#hide();
  }

  readonly #onTouch = ({ touches }: TouchEvent): void => {
    this.#start = touches.length === 1 ? touches[0] : undefined;
    if (!this.#start) this.#hide();
  };

  readonly #onTouchMove = ({ touches: [finger, second] }: TouchEvent): void => {
    if (this.#start === null && !second) this.#start = finger;
    if (!finger || !this.#start) return;
    const { clientX, clientY } = this.#start;
    if (Math.hypot(finger.clientX - clientX, finger.clientY - clientY) >= TAP) this.#show(this.texts.touch);
  };

  readonly #onWheel = ({ ctrlKey, metaKey }: WheelEvent): void => {
    if (!this.#isArmed && !ctrlKey && !metaKey) this.#show(this.texts.wheel);
    else this.#hide();
  };

  #arm(isArmed: boolean): void {
    this.#isArmed = isArmed;
  }

  #show(text: string): void {
    if (this.#words.textContent !== text) this.#words.textContent = text;
    if (!this.#words.isConnected) this.#stage.append(this.#words);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#hide, SHOWN);
  }

  readonly #hide = (): void => this.#words.remove();
}
