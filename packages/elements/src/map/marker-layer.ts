/**
 * Markers and clusters as real buttons over the map: one tab stop, arrows between them in the order of the list.
 * A focused button that disappears hands its focus to the one that now holds its first point.
 */
import { type Item, type ItemPart, itemSize, ringOf, shapePaths } from '@ess-widgets/core/charts';
import { hollowTransform } from '../views/symbols.ts';
import { element, moveTo, picture, svgElement, write } from './dom.ts';
import type { MapOrigin, MapPoint } from './types.ts';

/** Callbacks of the layer to its map. */
interface MarkerEvents {
  readonly nameOf: (item: Item) => string;
  readonly countOf: (item: Item) => string;
  /** What a cluster holds, in words; empty where that is not known. */
  readonly contentsOf: (item: Item) => string;
  /** Whether an item is or holds a point. */
  readonly holds: (item: Item, id: string) => boolean;
  readonly activate: (item: Item, origin: MapOrigin) => void;
  /** Escape was pressed, or the last marker went away while it had the focus. */
  readonly leave: () => void;
  /** A marker received the focus: it should be in sight. */
  readonly reveal: (item: Item) => void;
  /** The marker under the pointer or the focus, null for none. */
  readonly hint: (item: Item | null) => void;
}

interface Drawn {
  readonly button: HTMLButtonElement;
  item: Item;
}

/** The layer of markers. */
export class MarkerLayer {
  readonly root: HTMLDivElement = element('div', 'markers', { role: 'group' });
  readonly #events: MarkerEvents;
  #drawn = new Map<string, Drawn>();
  #order: readonly Item[] = [];
  #current = '';
  #selected: Item | null = null;

  constructor(events: MarkerEvents) {
    this.#events = events;
    this.root.addEventListener('keydown', this.#onKey);
    this.root.addEventListener('focusin', this.#onFocus);
    this.root.addEventListener('focusout', this.#onBlur);
  }

  /** The items in the DOM. */
  get items(): readonly Item[] {
    return this.#order;
  }

  /** The item that has the focus. */
  get focused(): Item | null {
    const active = (this.root.getRootNode() as Document | ShadowRoot).activeElement;
    return this.#order.find((item) => this.#drawn.get(item.key)?.button === active) ?? null;
  }

  /** Draws these items, in this order; `selected` is the one that shows the chosen point. */
  render(items: readonly Item[], selected: Item | null): void {
    const focused = this.focused;
    const next = new Map<string, Drawn>();
    for (const item of items) next.set(item.key, this.#draw(item, item === selected));
    const heir = focused !== null && !next.has(focused.key) ? this.#heirOf(focused, items) : null;
    const left = focused === null || next.has(focused.key) ? null : this.#drawn.get(focused.key)?.button;
    for (const [key, { button }] of this.#drawn) if (!next.has(key) && button !== left) button.remove();
    this.#drawn = next;
    this.#order = items;
    this.#selected = selected;
    this.#arrange(focused && next.get(focused.key)?.button);
    if (heir !== null) this.#current = heir.key;
    this.#rove();
    // The heir takes the focus before the old button goes, so that it never falls to the page.
    if (heir !== null) next.get(heir.key)?.button.focus({ preventScroll: true });
    else if (left) this.#events.leave();
    left?.remove();
  }

  /** Writes names again, after a change of language. */
  rename(): void {
    for (const { button, item } of this.#drawn.values()) this.#name(button, item);
  }

  /** Puts every button in its place. */
  move(x: number, y: number, k: number): void {
    for (const { button, item } of this.#drawn.values()) moveTo(button, x + item.x * k, y + item.y * k);
  }

  /** Gives the focus to the button of an item. */
  focus(item: Item): void {
    this.#drawn.get(item.key)?.button.focus({ preventScroll: true });
  }

  #draw(item: Item, selected: boolean): Drawn {
    const known = this.#drawn.get(item.key);
    const drawn = known ?? { button: this.#createButton(item.key), item };
    const { button } = drawn;
    if (known === undefined || lookOf(known.item) !== lookOf(item)) fill(button, item, this.#events.countOf(item));
    drawn.item = item;
    this.#name(button, item);
    button.classList.toggle('selected', selected);
    if (selected) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
    const size = `${itemSize(item, selected)}px`;
    button.style.setProperty('--_size', size);
    return drawn;
  }

  #name(button: HTMLButtonElement, item: Item): void {
    write(button, 'aria-label', this.#events.nameOf(item));
    const contents = this.#events.contentsOf(item);
    if (contents) write(button, 'aria-description', contents);
    else button.removeAttribute('aria-description');
  }

  #createButton(key: string): HTMLButtonElement {
    const button = element('button', 'marker', { type: 'button', tabindex: '-1' });
    const item = () => this.#drawn.get(key)?.item;
    button.addEventListener('click', (event) => {
      const found = item();
      if (found !== undefined) this.#events.activate(found, event.detail === 0 ? 'keyboard' : 'pointer');
    });
    button.addEventListener('pointerenter', (event) => {
      if (event.pointerType !== 'touch') this.#events.hint(item() ?? null);
    });
    button.addEventListener('pointerleave', () => this.#events.hint(this.focused));
    return button;
  }

  /**
   * Keeps the DOM in the order of the list, and what stands there already where it is: what is put in anew is laid out
   * and painted anew, and the focused button would lose its focus.
   */
  #arrange(focused: HTMLButtonElement | undefined | null): void {
    let before: Element | null = null;
    for (const { key } of this.#order) {
      const button = this.#drawn.get(key)?.button;
      if (button === undefined) continue;
      const there: Element | null = before === null ? this.root.firstElementChild : before.nextElementSibling;
      if (button !== there && button !== focused) this.root.insertBefore(button, there);
      before = button;
    }
  }

  #heirOf({ point }: Item, items: readonly Item[]): Item | null {
    return items.find((item) => this.#events.holds(item, point.id)) ?? null;
  }

  #rove(): void {
    if (!this.#drawn.has(this.#current)) this.#current = this.#selected?.key ?? this.#order[0]?.key ?? '';
    for (const [key, { button }] of this.#drawn) write(button, 'tabindex', key === this.#current ? '0' : '-1');
  }

  readonly #onFocus = (): void => {
    const item = this.focused;
    if (item === null) return;
    this.#current = item.key;
    this.#rove();
    this.#events.reveal(item);
    this.#events.hint(item);
  };

  readonly #onBlur = (): void => this.#events.hint(null);

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      // Nor does it close a dialog around the map.
      event.preventDefault();
      event.stopPropagation();
      this.#events.leave();
      return;
    }
    const here = this.#order.findIndex((item) => item.key === this.#current);
    const there = stepTo(event.key, here, this.#order.length);
    const item = there === null ? undefined : this.#order[there];
    if (item === undefined) return;
    event.preventDefault();
    this.#drawn.get(item.key)?.button.focus();
  };
}

function stepTo(key: string, here: number, length: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  if (key === 'ArrowRight' || key === 'ArrowDown') return (here + 1) % length;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (here - 1 + length) % length;
  return null;
}

/**
 * Returns a key of the look of an item. It leaves out the name: a marker whose name comes after it keeps its picture.
 */
const lookOf = ({ count, parts = [], point: { shape, tone, hollow, layer } }: Item): string =>
  `${count > 1 ? [count, ...parts.map(({ tone: colour, shape: mark, n }) => `${colour}${mark}${n}`)] : [shape, tone, hollow, layer]}`;

function fill(button: HTMLButtonElement, item: Item, written: string): void {
  button.replaceChildren();
  button.classList.toggle('cluster', item.count > 1);
  button.classList.toggle('donut', item.count > 1 && item.parts !== undefined);
  if (item.count > 1) {
    if (item.parts) button.append(drawRing(item.parts, itemSize(item, false)));
    const count = element('span', 'cluster-count');
    count.textContent = written;
    count.classList.toggle('long', written.length > 4);
    button.append(count);
    button.style.removeProperty('color');
    return;
  }
  const { point } = item;
  button.dataset['layer'] = point.layer;
  button.classList.toggle('hollow', point.hollow);
  button.style.setProperty('color', `var(${point.tone})`);
  button.append(drawSymbol(point));
}

/** Draws a ring of the parts of a cluster, each as long as its share, from the top. */
function drawRing(parts: readonly ItemPart[], size: number): SVGSVGElement {
  const svg = svgElement('svg', { class: 'ring', viewBox: `0 0 ${size} ${size}`, 'aria-hidden': 'true' });
  for (const { d, tone, shape } of ringOf(parts, size)) {
    const part = svgElement('path', { d });
    part.style.stroke = `var(${tone})`;
    svg.append(part, svgElement('path', { d, class: `grain ${shape}` }));
  }
  return svg;
}

/** The symbol with its halo: a wider stroke of the ground's colour behind it. */
function drawSymbol(point: MapPoint): SVGSVGElement {
  const svg = picture('shape', shapePaths[point.shape], { class: 'halo' });
  const front = picture('', shapePaths[point.shape], point.hollow ? { transform: hollowTransform } : {}).firstChild;
  if (front !== null) svg.append(front);
  return svg;
}
