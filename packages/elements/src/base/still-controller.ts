import type { ReactiveController } from 'lit';
import type { EssElement } from './element.ts';

/**
 * Keeps the still of a block, prerendered content with the class `ess-still`, in sight until its element has something to show,
 * then removes it in the same task.
 */
export class StillController implements ReactiveController {
  readonly #host: EssElement;
  /** Whether the element shows what the still showed: it is removed after the update. */
  #isReplaced = false;
  readonly #update = (): void => this.#host.requestUpdate();

  constructor(host: EssElement) {
    this.#host = host;
    host.addController(this);
  }

  get #still(): Element | null {
    return this.#host.querySelector(':scope > .ess-still');
  }

  /**
   * Tells whether the still is shown in place of the frame. Without data to show an error keeps it, in the frame below the
   * notice.
   * @param isLoading whether the element waits for its data
   * @param hasView whether it has something to show
   */
  holds(isLoading: boolean, hasView: boolean): boolean {
    const still = this.#still;
    if (!still) return false;
    const isHeld = isLoading || (hasView && this.#isSelected(still));
    this.#isReplaced = hasView && !isHeld;
    return isHeld;
  }

  hostUpdated(): void {
    const still = this.#isReplaced ? this.#still : null;
    if (!still) return;
    this.#isReplaced = false;
    const { activeElement } = still.getRootNode() as Document | ShadowRoot;
    if (activeElement && still.contains(activeElement)) this.#focus(activeElement);
    still.remove();
  }

  hostDisconnected(): void {
    document.removeEventListener('selectionchange', this.#update);
  }

  /** Words that the visitor has selected, maybe to copy them, stay until the selection is given up. */
  #isSelected(still: Element): boolean {
    const selection = getSelection();
    const isSelected = selection?.isCollapsed === false && selection.containsNode(still, true);
    document.removeEventListener('selectionchange', this.#update);
    if (isSelected) document.addEventListener('selectionchange', this.#update);
    return isSelected;
  }

  /** Moves the focus to the same link, else to the title. */
  #focus(from: Element): void {
    const root = this.#host.renderRoot;
    const href = from instanceof HTMLAnchorElement ? from.href : '';
    const same = [...root.querySelectorAll('a')].find((link) => href !== '' && link.href === href);
    const title = root.querySelector<HTMLElement>('#title');
    if (!same) title?.setAttribute('tabindex', '-1');
    (same ?? title)?.focus();
  }
}
