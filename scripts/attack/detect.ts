/** Runs in the attacked page: traps that are set before its scripts, and a reading of everything that it shows. */

/** Breaches that were found, each in a few words. */
export interface Found {
  /** Code of a payload that ran, and properties that every object has got. */
  readonly executed: readonly string[];
  /** Attributes that are handlers. */
  readonly handlers: readonly string[];
  /** Elements that are made of data. */
  readonly foreign: readonly string[];
  /** Links and sources with a scheme that is none of ours. */
  readonly links: readonly string[];
  /** Widgets that say nothing, and those that load for ever. */
  readonly blank: readonly string[];
  /** Pixels that the page is wider than its window. */
  readonly wide: number;
  /** The innermost element that makes it so wide; empty where it is not. */
  readonly widest: string;
}

export const NOTHING: Found = { executed: [], handlers: [], foreign: [], links: [], blank: [], wide: 0, widest: '' };

/** A file that was given to the visitor. */
export interface Kept {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Sets the traps. Runs in each frame before its scripts. */
export function detectors(): void {
  const page = globalThis as unknown as {
    hit(what: unknown): void;
    hits: string[];
    given(): Promise<Kept[]>;
    print(): void;
  };
  page.hits = [];
  page.hit = (what) => {
    page.hits.push(String(what));
  };
  // A browser says when it has printed; until then the page may stay laid out for paper.
  page.print = () => void dispatchEvent(new Event('afterprint'));
  const blobs = new Map<string, Blob>();
  const given: { name: string; blob: Blob }[] = [];
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    const url = create.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function press(this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob) given.push({ name: this.download, blob });
    // A link that a script presses would leave the page.
    else if (!this.hasAttribute('download')) click.call(this);
  };
  page.given = () =>
    Promise.all(given.splice(0).map(async ({ name, blob }) => ({ name, type: blob.type, text: await blob.text() })));
}

/** Reads a document through its shadow roots. Runs in the page. */
export function inspect(): Found {
  const BANNED =
    /^(script|iframe|object|embed|applet|link|base|meta|frame|frameset|portal|foreignobject|animate|set|marquee|audio|video|source|track|math|noscript|template|keygen|image)$/;
  const SCHEMES = /^(https?|mailto|tel|webcal):$/;
  const ADDRESSES = [
    'href',
    'xlink:href',
    'src',
    'action',
    'formaction',
    'poster',
    'data',
    'srcset',
    'background',
    'ping',
  ];
  const [handlers, foreign, links, blank]: [string[], string[], string[], string[]] = [[], [], [], []];
  const say = (element: Element): string => element.outerHTML.slice(0, 120);
  const judge = (element: Element): void => {
    const name = element.localName.toLowerCase();
    if (BANNED.test(name) || element.hasAttribute('canary')) foreign.push(say(element));
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) handlers.push(say(element));
      if (!ADDRESSES.includes(attribute) || value.startsWith('#') || name === 'use') continue;
      if (name.startsWith('ess-')) continue;
      const url = URL.parse(value, document.baseURI);
      if (!url ? /^\s*[a-z]+:/i.test(value) && !/^\s*https?:/i.test(value) : !SCHEMES.test(url.protocol))
        links.push(say(element));
    }
  };
  const walk = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      judge(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document.body ?? document.documentElement);
  const { scrollWidth, clientWidth } = document.documentElement;
  /** Finds the innermost element that reaches beyond the window and that nothing around it cuts off. */
  const stickingOut = (root: ParentNode): string => {
    for (const element of root.children) {
      const { left, right } = element.getBoundingClientRect();
      const isCut = getComputedStyle(element).overflowX !== 'visible';
      const inner = isCut ? '' : (element.shadowRoot && stickingOut(element.shadowRoot)) || stickingOut(element);
      // A text that does not break is wider than its box.
      const isOut = Math.max(right, isCut ? 0 : left + element.scrollWidth) + scrollX > clientWidth + 1;
      if (inner || isOut) return inner || element.outerHTML.slice(0, 160);
    }
    return '';
  };
  for (const element of document.querySelectorAll<HTMLElement & { state?: string }>('*')) {
    const { localName, shadowRoot, state } = element;
    if (!localName.startsWith('ess-') || localName === 'ess-provider') continue;
    const text = shadowRoot
      ? shadowRoot.querySelector<HTMLElement>('[part~="frame"]')?.textContent
      : element.textContent;
    if (!text?.trim()) blank.push(`<${localName}> ${state ?? 'not defined'}: says nothing`);
    else if (state === 'loading') blank.push(`<${localName}> loads for ever: ${text.trim().slice(0, 60)}`);
  }
  const { hits = [] } = globalThis as unknown as { hits?: string[] };
  const polluted = Object.keys(Object.prototype).map((name) => `Object.prototype.${name}`);
  return {
    executed: [...hits, ...polluted],
    handlers,
    foreign,
    links,
    blank,
    wide: Math.max(0, scrollWidth - clientWidth),
    widest: scrollWidth > clientWidth ? stickingOut(document) : '',
  };
}

/**
 * Presses what can be pressed, through shadow roots, what appears then too, and fills what can be written in. Runs in the
 * page.
 * @returns how many
 */
export async function pressAll({ text, most }: { readonly text: string; readonly most: number }): Promise<number> {
  const pressed = new WeakSet<Element>();
  const PRESSED = 'button, summary, [role="button"], [role="tab"], [role="option"], [role="menuitem"], input, select';
  const all = (root: ParentNode): Element[] => [
    ...root.querySelectorAll(PRESSED),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? all(shadowRoot) : [])),
  ];
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const tell = (element: Element): void => {
    for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  };
  const press = (element: Element): void => {
    if (element instanceof HTMLSelectElement) element.selectedIndex = element.options.length - 1;
    else if (element instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(element.type))
      element.value = text;
    else return (element as HTMLElement).click();
    tell(element);
  };
  /** Returns the number of elements of its kind before an element in its own root. */
  const orders = new WeakMap<Element, number>();
  const orderOf = (element: Element): number => {
    const known = orders.get(element);
    if (known !== undefined) return known;
    const root = element.getRootNode() as ParentNode;
    for (const [order, each] of [...root.querySelectorAll(PRESSED)].entries()) orders.set(each, order);
    return orders.get(element) ?? 0;
  };
  let count = 0;
  for (let round = 0; round < 6 && count < most; round++) {
    const found = all(document.body).filter((element) => !pressed.has(element));
    if (found.length === 0) break;
    // Of every widget some, where there are more than may be pressed.
    const next = found.sort((a, b) => orderOf(a) - orderOf(b));
    for (const element of next) {
      if (count >= most) break;
      pressed.add(element);
      if (!element.isConnected) continue;
      press(element);
      if (++count % 20 === 0) await frame();
    }
    await frame();
    await frame();
  }
  return count;
}
