/** The label of one marker, above it or, where there is no room, below. It can be hovered, and Escape takes it away. */
import { dom } from '../base/dom.ts';
import { element } from './dom.ts';
import type { MapCard, MapItem, MapPoint } from './types.ts';

const GAP = 9;
const MARGIN = 8;

/** The card, for the map that is to have it. */
export class Card implements MapCard {
  readonly root: HTMLDivElement;
  readonly #nameLine: HTMLSpanElement;
  readonly #detailLine: HTMLSpanElement;
  readonly #listening = new AbortController();
  #item: MapItem | null = null;
  #radius = 0;
  #width = 0;
  #height = 0;

  constructor() {
    this.root = element('div', 'label-card', { 'aria-hidden': 'true' });
    this.#nameLine = element('span', 'card-name');
    this.#detailLine = element('span', 'card-detail');
    this.root.append(this.#nameLine, this.#detailLine);
    this.root.hidden = true;
    // The pointer may be here while the focus is anywhere.
    dom.addEventListener('keydown', this.#onKey, { signal: this.#listening.signal });
  }

  /** Its map is gone. */
  remove(): void {
    this.#listening.abort();
  }

  show(item: MapItem | null, point: MapPoint | null, radius: number): void {
    this.#item = point === null ? null : item;
    this.root.hidden = this.#item === null;
    if (point === null) return;
    this.#radius = radius;
    if (this.#nameLine.textContent !== point.name) this.#nameLine.textContent = point.name;
    this.#detailLine.textContent = point.detail;
    this.#detailLine.hidden = point.detail === '';
    this.#width = this.root.offsetWidth;
    this.#height = this.root.offsetHeight;
  }

  move(x: number, y: number, k: number, stageWidth: number, stageHeight: number, room = stageWidth): void {
    const [item, root] = [this.#item, this.root];
    if (item === null) return;
    const px = x + item.x * k;
    const py = y + item.y * k;
    const outside = px < 0 || py < 0 || px > stageWidth || py > stageHeight;
    root.classList.toggle('away', outside);
    const above = py - this.#radius - GAP - this.#height > MARGIN;
    root.classList.toggle('below', !above);
    const left = Math.min(Math.max(px - this.#width / 2, MARGIN), Math.max(MARGIN, room - MARGIN - this.#width));
    const top = above ? py - this.#radius - GAP - this.#height : py + this.#radius + GAP;
    root.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
    const tip = Math.min(Math.max(px - left, 12), Math.max(12, this.#width - 12));
    root.style.setProperty('--_tip', `${tip.toFixed(1)}px`);
  }

  /** As if the pointer had left: what is chosen keeps its label. A key that took one away does nothing else, to a dialog around it. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.root.hidden) return;
    const item = this.#item;
    this.root.dispatchEvent(new PointerEvent('pointerleave'));
    if (this.root.hidden || this.#item !== item) event.preventDefault();
  };
}
