import type { LitElement, ReactiveController } from 'lit';

/**
 * Distance below the window within which a pending block hides its followers, px: a reader may come to it before it is
 * loaded.
 */
const AHEAD = 400;
/** Longest time that a block may hide its followers, ms, so that data which never come do not hide a text for ever. */
const BLOCK_TIMEOUT_MS = 5_000;
/** Time after which a loaded block has its final height, ms: its styles and its marks may be loaded a moment later. */
const REST = 120;

/** Selector of the elements that have a height of their own: blocks, and each figure of a row of them. */
const BLOCKS = '.chapters :is(.blocks > :not(.tiles), .tiles > *)';

type Stated = Element & { readonly state?: string };

/** Tells whether a block is not loaded yet, and so has not its final height. */
const isOnItsWay = ({ classList, localName, state }: Stated): boolean =>
  classList.contains('room') || (localName.startsWith('ess-') && (state === undefined || state === 'loading'));

/** Returns the blocks and figures of a report that are not loaded yet. */
export const pendingBlocks = (root: ParentNode): readonly Element[] =>
  [...root.querySelectorAll(BLOCKS)].filter(isOnItsWay);

/**
 * Prevents layout shifts while somebody scrolls through a report that is still being loaded: the content below a block that is
 * not loaded is hidden for that moment, instead of being seen to move. Above the window the browser's own scroll anchoring
 * does this.
 *
 * The aim, which e2e/report.test.ts keeps: read window by window to its end, by wheel or by keyboard, a report shifts by 0.01
 * at most in all (cumulative layout shift), wide or narrow.
 */
export class LayoutShiftGuard implements ReactiveController {
  readonly #host: LitElement;
  /** Times at which blocks were first seen pending; `#came` has the times at which they were loaded. */
  readonly #since = new WeakMap<Element, number>();
  readonly #came = new WeakMap<Element, number>();
  #held: readonly Element[] = [];
  #by: Element | undefined;
  #frame = 0;
  /** Position in the page of the first hidden element, px. */
  #top = 0;
  #isRead = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  hostConnected(): void {
    // Nothing is hidden before somebody scrolls: the first view is shown as it is laid out.
    window.addEventListener('scroll', this.#look, { passive: true, capture: true });
  }

  /** Looks again after an update, because new blocks may stand elsewhere. They have their height by the next frame. */
  hostUpdated(): void {
    if (!this.#isRead) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.#look);
  }

  hostDisconnected(): void {
    window.removeEventListener('scroll', this.#look, { capture: true });
    cancelAnimationFrame(this.#frame);
    this.#hold(undefined);
  }

  /** Looks for pending blocks, in each frame for as long as one is in view. */
  readonly #look = (): void => {
    this.#isRead = true;
    cancelAnimationFrame(this.#frame);
    const block = this.#first();
    // Content is not shown again in a frame in which it moves, because the move would be visible and count as a shift.
    const top = this.#held[0]?.getBoundingClientRect().top ?? 0;
    const isMoving = top + scrollY !== this.#top;
    this.#top = top + scrollY;
    if (block || !isMoving) this.#hold(block);
    if (block || this.#by) this.#frame = requestAnimationFrame(this.#look);
  };

  /** Returns the first pending block in view, or soon to be in view. */
  #first(): Element | undefined {
    const now = performance.now();
    return [...this.#host.renderRoot.querySelectorAll(BLOCKS)].find((block) => {
      const isComing = isOnItsWay(block);
      const { top, bottom } = isComing ? block.getBoundingClientRect() : { top: 0, bottom: 1 };
      if (bottom <= 0 || top >= innerHeight + AHEAD) return false;
      if (isComing && !this.#since.has(block)) this.#since.set(block, now);
      const since = this.#since.get(block);
      if (since === undefined || now - since >= BLOCK_TIMEOUT_MS) return false;
      if (isComing) return true;
      const came = this.#came.get(block) ?? now;
      this.#came.set(block, came);
      return now - came < REST;
    });
  }

  #hold(block: Element | undefined): void {
    if (block === this.#by) return;
    this.#by = block;
    const next = block ? followers(block) : [];
    for (const each of this.#held) if (!next.includes(each)) each.classList.remove('held');
    for (const each of next) each.classList.add('held');
    this.#held = next;
  }
}

/** Returns the elements after a block, up to the end of the report, except for one with the focus, which must stay visible. */
function followers(block: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at: Element | null = block; at && !at.classList.contains('chapters'); at = at.parentElement) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      if (!next.matches(':focus-within')) found.push(next);
    }
  }
  return found;
}
