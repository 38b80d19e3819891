/** Says where the map stands, to whoever has moved it by keys or by its buttons: those who do not see it would hear nothing. */
import { countIn, seenIn } from '../views/seen.ts';
import type { MapEngine } from './types.ts';

/** A view in words to come. */
export interface SeenView {
  readonly zoom: number;
  /** The town in its middle, of those that it names; empty where it names none. */
  readonly place: string;
  /** Number of items on the map that are in it. */
  readonly n: number;
}

/** Keys that move the map. */
const MOVES = /^(Arrow|Home$|[-+=0]$)/;
/** Longer than a flight and the pause between two keys, ms: a view on the way is not said. */
const REST = 350;

/** Listens to the keys and buttons of a map until it is removed. */
export class SpokenView {
  readonly #engine: MapEngine;
  readonly #say: (view: SeenView) => void;
  readonly #listening = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(engine: MapEngine, say: (view: SeenView) => void) {
    this.#engine = engine;
    this.#say = say;
    const { signal } = this.#listening;
    engine.stage.querySelector('.viewport')?.addEventListener('keydown', this.#onKey, { signal });
    engine.stage.parentElement?.querySelector('.controls')?.addEventListener('click', this.#onClick, { signal });
  }

  remove(): void {
    this.#listening.abort();
    clearTimeout(this.#timer);
  }

  readonly #onKey = (event: Event): void => {
    const { key, altKey, ctrlKey, metaKey } = event as KeyboardEvent;
    if (MOVES.test(key) && !altKey && !ctrlKey && !metaKey) this.#await();
  };

  readonly #onClick = ({ target }: Event): void => {
    // Neither the button that shows others nor that of the full screen moves the map.
    if (target instanceof Element && target.closest('.control:not(.move, .full-screen)')) this.#await();
  };

  #await(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { stage, view } = this.#engine;
      this.#say({ zoom: view.zoom, place: middleOf(stage), n: countIn(seenIn(stage)) });
    }, REST);
  }
}

/** The name of a town nearest to the middle of a stage, of those that are written there. */
function middleOf(stage: HTMLElement): string {
  const middle = (node: Element): readonly [number, number] => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return [(left + right) / 2, (top + bottom) / 2];
  };
  const [x, y] = middle(stage);
  const towns = [...stage.querySelectorAll('.town-name.shown')].map((town) => {
    const [left, top] = middle(town);
    return { name: town.textContent, far: Math.hypot(left - x, top - y) };
  });
  return towns.reduce((nearest, town) => (town.far < nearest.far ? town : nearest), { name: '', far: Infinity }).name;
}
