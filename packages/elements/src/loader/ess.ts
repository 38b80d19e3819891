/**
 * The loader: one script tag for a site. It registers the elements that are on the page, when they are on the page, and
 * turns `<div data-ess="member-map" data-ess-where="…">` blocks, which survive editors that remove custom elements.
 *
 * `<script type="module" src="…/ess.js" data-src="…/manifest.json"></script>`
 */
import type { PageDefaults } from '../internal/defaults.ts';
import { along } from './along.ts';
import { askEarly } from './early.ts';
import { registry } from './registry.ts';

// Nothing is imported that an element imports too: it would be a file to wait for before anything can be asked for.
const LOADED = Symbol.for('ess-widgets.loader');
const DEFAULTS = Symbol.for('ess-widgets.defaults');

/** The host page's global object, where the first loader leaves its mark, and what its tag says. */
const page: typeof globalThis & { [LOADED]?: string; [DEFAULTS]?: PageDefaults } = globalThis;
const defaults: PageDefaults = (page[DEFAULTS] ??= {});
const asked = new Set<string>();
/** No object has anything of its own under a name that begins as those of our tags do. */
const known: Readonly<Partial<Record<string, () => Promise<unknown>>>> = registry;
/** Chunks before the manifest: over HTTP/1.1 a browser asks a host for six files at once, and the manifest names others. */
const FIRST = 4;
/** In a box whose code does not come, by the language around it; French where that is another. */
const UNAVAILABLE: Readonly<Partial<Record<string, string>>> = {
  br: 'Dihegerz eo ar widget',
  en: 'Widget unavailable',
};

if (page[LOADED]) {
  say('twice', 'ess.js is on the page twice; the first one stays');
} else {
  page[LOADED] = import.meta.url;
  start();
}

function start(): void {
  setDefaults();
  scan(document);
  // Blocks that the page adds later: a tab that opens, an editor's preview, a framework that renders.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element) scan(node);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}

/** The script's own tag gives the data set of elements that name none. A module has no `currentScript`. */
function setDefaults(): void {
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[data-src]');
  const own = [...scripts].find((script) => script.src === import.meta.url);
  const src = own?.dataset['src'];
  // Against the page, as every address written in a page.
  if (src) defaults.src = new URL(src, document.baseURI).href;
}

function scan(root: Document | Element): void {
  if (root instanceof Element) visit(root);
  for (const element of root.querySelectorAll('*')) visit(element);
}

function visit(element: Element): void {
  const tag = element.localName;
  if (tag.startsWith('ess-')) load(tag, element);
  else if (element instanceof HTMLElement && element.dataset['ess']) upgrade(element, `ess-${element.dataset['ess']}`);
}

function load(tag: string, element: Element): void {
  const define = known[tag];
  if (!define || customElements.get(tag)) return;
  // What fails there fails again, and is said, where it is wanted.
  const early = askEarly(element, defaults).then(
    (isComputed) => isComputed && namesOf(`=${tag}`).forEach(ask),
    () => undefined,
  );
  if (asked.has(tag)) return;
  asked.add(tag);
  define().catch((error: unknown) => {
    // The next one of its kind tries again.
    asked.delete(tag);
    say('chunk', `the code of <${tag}> could not be loaded: ${String(error)}`);
    // No box stays blank: what the page has put inside is there, else a word that is understood.
    for (const each of document.querySelectorAll(tag)) {
      const { lang = '' } = each.closest<HTMLElement>('[lang]') ?? {};
      each.textContent ||= UNAVAILABLE[lang.slice(0, 2)] ?? 'Widget indisponible';
    }
  });
  // What it imports is asked for at once, not when it has come and names it. What fails there fails the element, above.
  const names = namesOf('*', tag);
  names.splice(0, FIRST).forEach(ask);
  void early.then(() => names.forEach(ask));
}

/** What comes along under some keys. */
function namesOf(...keys: readonly string[]): string[] {
  return keys.flatMap((key) => along[key]?.split(' ') ?? []);
}

function ask(chunk: string): void {
  import(/* @vite-ignore */ `./chunks/${chunk}.js`).catch(() => undefined);
}

/** A line in the console, as `createWarn` of the core writes them. */
function say(code: string, message: string): void {
  console.warn(`[ess-widgets] ${message} (${code}; see the guide "Messages")`);
}

/** Puts the element inside its block: what the block held (a link to the report) becomes the element's own fallback. */
function upgrade(block: HTMLElement, tag: string): void {
  if (!known[tag] || block.querySelector(`:scope > ${tag}`)) return;
  const element = document.createElement(tag);
  for (const { name, value } of block.attributes) {
    if (name.startsWith('data-ess-')) element.setAttribute(name.slice('data-ess-'.length), value);
  }
  element.append(...block.childNodes);
  block.append(element);
  load(tag, element);
}
