/**
 * Widgets that hold a current still wait: it shows what they would show, so their code comes once a visitor does what HTML
 * cannot do, or once the data have changed. Pages without stills do not load this; it imports nothing, not even from the loader.
 */

/** A widget that holds a still, and how the loader reads the page. */
export interface WaitingWidget {
  /** Its block, or the element itself. */
  readonly element: Element;
  readonly tag: string;
  /** Returns what it says: attributes of a block and of an element have different names. */
  readonly said: (name: string) => string;
  /** When its code comes, by its attribute or the tag of the loader; empty where neither says. */
  readonly upgrade: string;
  readonly page: Document;
  /** Address of the manifest of its data, if they have one; its hash as it is now. */
  readonly manifest: string | undefined;
  readonly hashOf: (manifest: string) => Promise<string | undefined>;
  /** Brings its code, once. */
  readonly wake: (element: Element) => void;
}

/** Widgets whose still says all that they show at first; others leave rows out, and a visitor will look for them. */
const SAYS_ALL = /(?:breakdown|counter|indicator|timeline|trend)$/;
/** Most rows of a table that says all. */
const ROWS = 50;
/** What a visitor does in a page that is read, and what with a widget that is used. */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'wheel', 'scroll'];
const USES = ['click', 'focusin', 'keydown', 'pointerover'];
/** Distance from the window at which a widget is in sight, in screens. */
const NEAR = '100%';

/** Resolves at the first thing that a visitor does in the page. */
let sign: Promise<void> | undefined;

/** Wakes a widget when its time has come: at once where the still is no longer what it would show. */
export function wait({ element, tag, said, upgrade, page, manifest, hashOf, wake }: WaitingWidget): void {
  const [data, , , expires] = said('still').split(' ');
  const isCurrent = !expires || expires === '-' || Date.parse(expires) > Date.now();
  // A picker and the address choose what is shown; a part of a report is named after its `#`.
  const isChosenFor =
    said('url-state') ||
    (tag === 'ess-report' && location.hash) ||
    page.querySelector('ess-territory-picker,[data-ess=territory-picker]');
  if (!isCurrent || said('refresh') || isChosenFor) return wake(element);
  const saysAll = SAYS_ALL.test(tag) || (tag === 'ess-table' && element.getElementsByTagName('tr').length <= ROWS);
  if (upgrade === 'tap' || (upgrade !== 'visible' && saysAll)) {
    const use = ({ type, pointerType }: Event & { readonly pointerType?: string }): void => {
      // A finger that scrolls passes over widgets, a mouse that rests on one is about to use it.
      if (type !== 'pointerover' || pointerType === 'mouse') wake(element);
    };
    for (const kind of USES) element.addEventListener(kind, use, { capture: true, passive: true });
  } else {
    sign ??= new Promise((resolve) => {
      for (const kind of SIGNS) addEventListener(kind, () => resolve(), { once: true, passive: true });
    });
    void sign.then(() => {
      const observer = new IntersectionObserver(
        ([entry]) => {
          if (!entry?.isIntersecting) return;
          observer.disconnect();
          wake(element);
        },
        { rootMargin: NEAR },
      );
      observer.observe(element);
    });
  }
  if (!manifest) return;
  const compare = (): Promise<void> =>
    hashOf(manifest).then(
      // Data without a hash do not say whether they have changed.
      (hash) => void (hash && hash !== data && wake(element)),
      () => undefined,
    );
  if (page.readyState === 'complete') void compare();
  else addEventListener('load', compare, { once: true });
}
