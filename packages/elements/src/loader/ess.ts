/**
 * The loader: one script tag for a site. It registers the elements that are on the page, when they are on the page, and
 * turns `<div data-ess="member-map" data-ess-where="…">` blocks, which survive editors that remove custom elements.
 *
 * `<script type="module" src="…/ess.js" data-src="…/manifest.json"></script>`
 */
import type { PageDefaults } from '../internal/defaults.ts';
import { elements, load } from './along.ts';
import type * as authorCode from './author.ts';
import { askForChunk, namesOf } from './chunks.ts';
import { askEarly, isFirstVisit } from './early.ts';
import { attributeOf } from './names.ts';

// Nothing is imported that an element imports too: it would be a file to wait for before anything can be asked for.
const DEFAULTS = Symbol.for('ess-widgets');

/** The host page's global object, where the first loader leaves its address, and what its tag says. */
const page: typeof globalThis & { [DEFAULTS]?: PageDefaults } = globalThis;
const defaults: PageDefaults = (page[DEFAULTS] ??= {});
const asked = new Set<string>();
/** Chunks before the manifest: over HTTP/1.1 a browser asks a host for six files at once, and the manifest names others. */
const FIRST = 4;
/** Screens from the top of the window that a visitor may see at first. */
const SIGHT = 1.5;
/** Code that does not come holds up what is further down no longer than this, ms. */
const PATIENCE = 5_000;
/** Until the code of what is in sight has come: what is further down would only come in its way. */
let busy: Promise<unknown> | undefined;
/** In a box whose code does not come, by the language around it; French where that is another. */
const UNAVAILABLE: Readonly<Partial<Record<string, string>>> = {
  br: 'Dihegerz eo ar widget',
  en: 'Widget unavailable',
};

/** What the page adds later: a tab that opens, an editor's preview, a framework that renders; and what it changes of a block. */
let observer: MutationObserver;

// A server that renders pages may import this too, and has nothing to look at.
if ('document' in globalThis) start();

function start(): void {
  observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.attributeName) tellAuthor(({ follow }) => apart(() => follow(change, attributeOf, visit)));
      for (const node of change.addedNodes) {
        if (!(node instanceof Element)) continue;
        visit(node);
        apart(() => visitAll(node));
      }
    }
  });
  if (defaults.loader) return tellAuthor(({ sayTwice }) => sayTwice());
  defaults.loader = import.meta.url;
  setDefaults();
  scan(document);
}

/**
 * Registers the elements that are in a document or a shadow root, now and later: a page that writes ours into a shadow
 * root of its own names it, `import { scan } from '…/ess.js'`.
 */
export function scan(root: Document | ShadowRoot): void {
  observer.observe(root, { childList: true, subtree: true });
  visitAll(root);
}

/** The script's own tag gives the data set of elements that name none, and what may be read. A module has no `currentScript`. */
function setDefaults(): void {
  for (const script of document.scripts) {
    if (script.src !== defaults.loader) continue;
    const { src, hosts, maxBytes } = script.dataset;
    // Against the page, as every address written in a page. What is none stays as it is: the widgets say so.
    if (src) defaults.src = Object.assign(document.createElement('a'), { href: src }).href;
    if (hosts) defaults.hosts = hosts.toLowerCase().split(/\s+/).filter(Boolean);
    if (maxBytes === undefined) continue;
    if (/^[1-9]\d*$/.test(maxBytes)) defaults.maxBytes = Number(maxBytes);
    else tellAuthor(({ sayMaxBytes }) => sayMaxBytes(maxBytes));
  }
}

function visitAll(root: Document | ShadowRoot | Element): void {
  for (const element of root.querySelectorAll('*')) visit(element);
}

function visit(element: Element): void {
  apart(() => {
    const { localName } = element;
    // An editor may leave a space that is not seen.
    const name = element.getAttribute('data-ess')?.trim();
    if (localName.startsWith('ess-')) register(localName, element);
    else if (name) upgrade(element, `ess-${name}`);
  });
}

/** Does what concerns one element: what it throws is said in one line, and keeps nothing from the others. */
function apart(act: () => void): void {
  try {
    act();
  } catch (error) {
    console.warn(`[ess-widgets] ${String(error)} (fault; see the guide "Messages")`);
  }
}

function register(tag: string, element: Element): void {
  if (customElements.get(tag)) return;
  if (!elements[tag]) return tellAuthor(({ complain }) => complain(element, tag, elements));
  const isFar = element.getBoundingClientRect().top > SIGHT * innerHeight;
  if (isFar && busy) return void busy.then(() => register(tag, element));
  // What fails there fails again, and is said, where it is wanted.
  const early = askEarly(element, defaults).catch(() => undefined);
  if (asked.has(tag)) return;
  asked.add(tag);
  const [own, ...others] = namesOf(tag);
  const coming = load(tag, own).catch((error: unknown) => {
    // The next one of its kind tries again, and so does a browser that has a network again.
    asked.delete(tag);
    addEventListener('online', () => register(tag, element), { once: true });
    // As `createWarn` of the core writes it, which may not come either.
    console.warn(
      `[ess-widgets] the code of <${tag}> could not be loaded: ${String(error)} (chunk; see the guide "Messages")`,
    );
    // No box stays blank: what the page has put inside is there, else a word that is understood.
    for (const each of document.querySelectorAll(tag)) {
      const { lang = '' } = each.closest<HTMLElement>('[lang]') ?? {};
      each.textContent ||= UNAVAILABLE[lang.slice(0, 2)] ?? 'Widget indisponible';
    }
  });
  if (!isFar) {
    const past = new Promise((pass) => setTimeout(pass, PATIENCE));
    const all = Promise.race([Promise.all([busy, coming]), past]).then(() => {
      if (busy === all) busy = undefined;
    });
    busy = all;
  }
  // What it imports is asked for at once, not when it has come and names it. What fails there fails the element, above.
  const names = [...namesOf('*'), ...others];
  names.splice(0, FIRST).forEach(askForChunk);
  // The manifest has been asked for then. With the early line what every element needs has come before it: one more fits in.
  void isFirstVisit.then(() => names.splice(0, 1).forEach(askForChunk));
  void early.then(() => names.forEach(askForChunk));
}

/** What a page whose author makes no mistake and changes no block never loads. */
function tellAuthor(use: (code: typeof authorCode) => void): void {
  import('./author.ts').then(use).catch(() => undefined);
}

/** Puts the element inside its block: what the block held (a link to the report) becomes the element's own fallback. */
function upgrade(block: Element, tag: string): void {
  // In a row it gives way as the element alone does. Before it is observed: that is no change of its author's.
  if (getComputedStyle(block).minWidth === 'auto') (block as HTMLElement).style.minWidth = '0';
  // That implies `attributes`.
  observer.observe(block, { attributeOldValue: true });
  if (!elements[tag]) return register(tag, block);
  if (block.querySelector(`:scope > ${tag}`)) return;
  const element = document.createElement(tag);
  const strange: string[] = [];
  for (const { name, value } of block.attributes) {
    if (!name.startsWith('data-ess-')) continue;
    const known = attributeOf(name);
    if (known) element.setAttribute(known, value.trim());
    else strange.push(name);
  }
  if (strange.length > 0) tellAuthor(({ sayStrange }) => sayStrange(element, strange, attributeOf));
  element.append(...block.childNodes);
  // Seen there as every other that is added.
  block.append(element);
}
