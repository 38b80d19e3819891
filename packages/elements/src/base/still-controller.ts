import type { ReactiveController } from 'lit';
import type { Localized } from '../texts/texts.ts';
import { dom, unnamed } from './dom.ts';
import type { EssElement } from './element.ts';

/** A still in the moment before it goes. */
interface Replaced {
  readonly still: Element;
  /** Height of the box, and of the element itself. */
  readonly height: number;
  readonly own: number;
  /** Whether what is below the box is in sight. */
  readonly isAbove: boolean;
}

/**
 * Keeps the still of a block, prerendered content with the class `ess-still`, in sight until its element has something to show,
 * then removes it in the same task.
 */
export class StillController implements ReactiveController {
  readonly #host: EssElement;
  /** The still that this update replaces, to be removed after it. */
  #replaced: Replaced | null = null;
  /** Width of the window for which the height is kept. */
  #width = 0;
  readonly #update = (): void => this.#host.requestUpdate();
  readonly #release = (): void => {
    if (innerWidth === this.#width) return;
    this.#host.style.minBlockSize = '';
    removeEventListener('resize', this.#release);
  };

  constructor(host: EssElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The box whose height moves the page: the block of the page, which may reserve some. */
  get #box(): HTMLElement {
    return this.#host.closest<HTMLElement>('[data-ess]') ?? this.#host;
  }

  get #still(): Element | null {
    return this.#host.querySelector(':scope > .ess-still');
  }

  /** Whether there is a still, which has a title of its own. */
  get isThere(): boolean {
    return this.#still !== null;
  }

  /** Returns the day of the data in the still, in words; empty where there is no still, or where it does not say. */
  dateIn(m: Localized): string {
    // The line under the figures, the last one, has it in words: a page may keep no other element of HTML.
    const [before = '', after = ''] = m.text('dataOf', { date: '.' }).split('.');
    const words = this.#still?.textContent.split(before).slice(1).at(-1) ?? '';
    return words.split('.', 1)[0]?.replace(after, '') ?? '';
  }

  /**
   * Tells whether the still is shown in place of the frame. An error without data keeps it, in the frame below the notice.
   * @param isWaiting whether the element is not drawn yet
   * @param hasView whether it has something to show
   */
  holds(isWaiting: boolean, hasView: boolean): boolean {
    const still = this.#still;
    if (!still) return false;
    const isHeld = isWaiting || (hasView && this.#isSelected(still));
    if (hasView && !isHeld) {
      const { bottom, height } = this.#box.getBoundingClientRect();
      this.#replaced = { still, height, own: this.#host.offsetHeight, isAbove: bottom > 0 && bottom < innerHeight };
    }
    return isHeld;
  }

  /** Keeps the still: nothing could be drawn in its place. */
  keep(): void {
    this.#replaced = null;
  }

  hostUpdated(): void {
    const replaced = this.#replaced;
    if (!replaced) return;
    this.#replaced = null;
    const { still, height, own, isAbove } = replaced;
    const { activeElement } = unnamed(() => still.getRootNode() as Document | ShadowRoot);
    if (activeElement && still.contains(activeElement)) this.#focus(activeElement);
    const isMore = [...still.querySelectorAll(':scope > details[open]')].some(
      (each) => each !== still.lastElementChild,
    );
    still.remove();
    // A visitor who has opened the other rows finds them open.
    if (isMore) this.#host.renderRoot.querySelector<HTMLElement>('[part~=more]')?.click();
    if (isAbove && this.#box.offsetHeight < Math.floor(height)) this.#keepHeight(own);
  }

  /** Keeps words below in their place, as long as the window is as wide. */
  #keepHeight(height: number): void {
    this.#host.style.minBlockSize = `${height}px`;
    this.#width = innerWidth;
    addEventListener('resize', this.#release);
  }

  hostDisconnected(): void {
    dom.removeEventListener('selectionchange', this.#update);
    removeEventListener('resize', this.#release);
  }

  /** Words that the visitor has selected, maybe to copy them, stay until the selection is given up. */
  #isSelected(still: Element): boolean {
    const selection = getSelection();
    const isSelected = selection?.isCollapsed === false && selection.containsNode(still, true);
    if (isSelected) dom.addEventListener('selectionchange', this.#update, { once: true });
    return isSelected;
  }

  /** Moves the focus to the same link, from the source to the control of the source, else to the title. */
  #focus(from: Element): void {
    const root = this.#host.renderRoot;
    const href = from.getAttribute('href');
    const same = href
      ? [...root.querySelectorAll('a')].find((link) => link.getAttribute('href') === href)
      : root.querySelector<HTMLElement>('button.cited, .foot button');
    const title = root.querySelector<HTMLElement>('#title');
    if (!same) title?.setAttribute('tabindex', '-1');
    (same ?? title)?.focus();
  }
}
