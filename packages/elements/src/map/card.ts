/** The label of one marker, above it or, where there is no room, below. It can be hovered, and Escape takes it away. */
import { element } from './dom.ts';
import { type Item, sizeOf } from './items.ts';
import type { MapPoint } from './types.ts';

const GAP = 9;
const MARGIN = 8;

/** A label card. */
export class Card {
  readonly root: HTMLDivElement = element('div', 'label-card', { 'aria-hidden': 'true' });
  readonly #nameLine = element('span', 'card-name');
  readonly #detailLine = element('span', 'card-detail');
  #item: Item | null = null;
  #radius = 0;
  #width = 0;
  #height = 0;

  constructor(onLeave: () => void) {
    this.root.append(this.#nameLine, this.#detailLine);
    this.root.hidden = true;
    this.root.addEventListener('pointerleave', onLeave);
  }

  /** The item it stands by. */
  get at(): Item | null {
    return this.#item;
  }

  /** Shows `point` at `item`, which is its marker or the cluster that holds it; hides with null. */
  show(item: Item | null, point: MapPoint | null, selected: boolean): void {
    this.#item = point === null ? null : item;
    this.root.hidden = this.#item === null;
    if (item === null || point === null) return;
    this.#radius = sizeOf(item, selected) / 2;
    if (this.#nameLine.textContent !== point.name) this.#nameLine.textContent = point.name;
    this.#detailLine.textContent = point.detail;
    this.#detailLine.hidden = point.detail === '';
    this.#width = this.root.offsetWidth;
    this.#height = this.root.offsetHeight;
  }

  /** Puts the card in its place on a stage of this size. */
  move(x: number, y: number, k: number, stageWidth: number, stageHeight: number): void {
    const [item, root] = [this.#item, this.root];
    if (item === null) return;
    const px = x + item.x * k;
    const py = y + item.y * k;
    const outside = px < 0 || py < 0 || px > stageWidth || py > stageHeight;
    root.classList.toggle('away', outside);
    const above = py - this.#radius - GAP - this.#height > MARGIN;
    root.classList.toggle('below', !above);
    const left = Math.min(Math.max(px - this.#width / 2, MARGIN), Math.max(MARGIN, stageWidth - MARGIN - this.#width));
    const top = above ? py - this.#radius - GAP - this.#height : py + this.#radius + GAP;
    root.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
    const tip = Math.min(Math.max(px - left, 12), Math.max(12, this.#width - 12));
    root.style.setProperty('--_tip', `${tip.toFixed(1)}px`);
  }
}
