import type { LitElement, ReactiveController } from 'lit';

/** Blocks this far below the window hold what follows them: they are on their way when a reader comes to them. */
const AHEAD = 400;
/** How long a block may hold what follows it, ms: a text is not kept back by data that do not come. */
const BLOCK_TIMEOUT_MS = 5_000;
/** What a block has loaded besides, its styles or its marks, may be a moment behind it, ms. */
const REST = 120;

/** What has a height of its own to come: blocks, and each figure of a row of them. */
const BLOCKS = '.chapters :is(.blocks > :not(.tiles), .tiles > *)';

type Stated = Element & { readonly state?: string };

/** Whether a block has not what it will show yet, and so not its height. */
const isOnItsWay = ({ classList, localName, state }: Stated): boolean =>
  classList.contains('room') || (localName.startsWith('ess-') && (state === undefined || state === 'loading'));

/** Blocks and figures of a report that have not come yet. */
export const pendingBlocks = (root: ParentNode): readonly Element[] =>
  [...root.querySelectorAll(BLOCKS)].filter(isOnItsWay);

/**
 * Keeps a page still that fills itself while somebody scrolls through it: what stands under a block that has not come yet
 * stays unseen for that moment, instead of being seen twice in two places. What stands above the window is the browser's,
 * which moves the window with it.
 *
 * The aim, which e2e/report.test.ts keeps: read window by window to its end, by wheel or by keyboard, a report shifts by 0.01
 * at most in all (cumulative layout shift), wide or narrow.
 */
export class LayoutShiftGuard implements ReactiveController {
  readonly #host: LitElement;
  /** When blocks were first seen on their way, and when they had come. */
  readonly #since = new WeakMap<Element, number>();
  readonly #came = new WeakMap<Element, number>();
  #held: readonly Element[] = [];
  #by: Element | undefined;
  #frame = 0;
  /** Where what is held first stands in the page. */
  #top = 0;
  #isRead = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  hostConnected(): void {
    // Before anybody scrolls, the first view is laid out as it is.
    window.addEventListener('scroll', this.#look, { passive: true, capture: true });
  }

  /** What was filled may not stand where it was waited for. It has a height once it has drawn itself, before the next frame. */
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

  /** Looks in each frame for as long as something in sight is on its way. */
  readonly #look = (): void => {
    this.#isRead = true;
    cancelAnimationFrame(this.#frame);
    const block = this.#first();
    // What is seen again in the frame in which it moves would be seen to move.
    const top = this.#held[0]?.getBoundingClientRect().top ?? 0;
    const isMoving = top + scrollY !== this.#top;
    this.#top = top + scrollY;
    if (block || !isMoving) this.#hold(block);
    if (block || this.#by) this.#frame = requestAnimationFrame(this.#look);
  };

  /** The first block in sight, or soon to be, that is on its way. */
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

/** What comes after a block, up to the end of the report; where the focus is stays in sight. */
function followers(block: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at: Element | null = block; at && !at.classList.contains('chapters'); at = at.parentElement) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      if (!next.matches(':focus-within')) found.push(next);
    }
  }
  return found;
}
