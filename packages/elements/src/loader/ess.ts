/**
 * The loader: one script tag for a site. It registers the elements that are on the page, when they are on the page, and
 * turns `<div data-ess="member-map" data-ess-where="…">` blocks, which survive editors that remove custom elements.
 *
 * `<script type="module" src="…/ess.js" data-src="…/manifest.json"></script>`
 */
import type { PageDefaults } from '../base/defaults.ts';
import type * as authorCode from './author.ts';
import { askEarly } from './early.ts';
import { load as loadFile, needs } from './files.ts';
import { attributeOf } from './names.ts';

// Nothing is imported that an element imports too: it would be a file to wait for before anything can be asked for.
const DEFAULTS = Symbol.for('ess-widgets');

/** The host page's global object, where the first loader leaves its address, and what its tag says. */
const page: typeof globalThis & { [DEFAULTS]?: PageDefaults } = globalThis;
const defaults: PageDefaults = (page[DEFAULTS] ??= {});
const asked = new Set<string>();
/** Screens from the top of the window that a visitor may see at first. */
const SIGHT = 1.5;
/** Code that does not come holds up what is further down no longer than this, ms. */
const QUEUE_TIMEOUT_MS = 5_000;
/** Until the code of what is in sight has come: what is further down would only come in its way. */
let busy: Promise<unknown> | undefined;
/** Code that has not answered by then counts as lost, ms. It still counts when it comes. */
const CODE_TIMEOUT_MS = 15_000;
/** The line where the code of a widget does not come, its button, and the button of the second time, by language. */
type Words = readonly [line: string, retry: string, reload: string];
const WORDS: Readonly<Record<string, Words>> & { readonly fr: Words } = {
  br: ['Dihegerz eo ar widget', 'Klask en-dro', 'Adkargañ ar bajenn'],
  en: ['Widget unavailable', 'Try again', 'Reload the page'],
  fr: ['Widget indisponible', 'Réessayer', 'Recharger la page'],
};
/** The end of the address under which the loader has imported itself to learn the files of the release on the server. */
const AGAIN = /\?again=\d+$/.exec(import.meta.url)?.[0];
/** The loader as it is on the server now, once it had to be asked for. */
let latest: Promise<{ readonly load: (tag: string) => Promise<unknown> }> | undefined;
/** Elements whose file of this release did not come. */
const gone = new Set<string>();
/** The lines in the places of elements whose code has not come. */
const lost = new WeakMap<HTMLElement, HTMLElement>();

/** What the page adds later: a tab that opens, an editor's preview, a framework that renders; and what it changes of a block. */
let observer: MutationObserver;

// A server that renders pages may import this too, and has nothing to look at. A copy that was imported to find the files
// of another release leaves the page to the first one.
if ('document' in globalThis && !AGAIN) start();

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
  if (defaults.loader) return tellAuthor(({ warnDuplicateLoader }) => warnDuplicateLoader());
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

/** Writes a line for the page's author as `createWarn` of the core does, which may not come. */
function say(text: string, code: string): void {
  console.warn(`[ess-widgets] ${text} (${code}; see the guide "Messages")`);
}

/** Does what concerns one element: what it throws is said in one line, and keeps nothing from the others. */
function apart(act: () => void): void {
  try {
    act();
  } catch (error) {
    say(String(error), 'fault');
  }
}

function register(tag: string, element: Element): void {
  if (customElements.get(tag)) return;
  if (!isOurs(tag)) return tellAuthor(({ complain }) => complain(element, tag, needs));
  const isFar = element.getBoundingClientRect().top > SIGHT * innerHeight;
  if (isFar && busy) return void busy.then(() => register(tag, element));
  // What fails there fails again, and is said, where it is wanted.
  askEarly(element, defaults, ask).catch(() => undefined);
  if (asked.has(tag)) return;
  asked.add(tag);
  const coming = bring(tag).catch((error: unknown) => {
    // The next one of its kind tries again, and so does a browser that has a network again.
    asked.delete(tag);
    addEventListener('online', () => register(tag, element), { once: true });
    showLoadFailure(tag, element.getRootNode() as Document | ShadowRoot, error);
  });
  if (!isFar) {
    const past = new Promise((pass) => setTimeout(pass, QUEUE_TIMEOUT_MS));
    const all = Promise.race([Promise.all([busy, coming]), past]).then(() => {
      if (busy === all) busy = undefined;
    });
    busy = all;
  }
  // What it imports is asked for at once, not when it has come and names it. What fails there fails the element, above.
  for (const name of needs[tag]?.split(' ').filter(Boolean) ?? []) ask(name);
}

/** Asks for a file. Whoever needs it says what fails. */
function ask(name: string): void {
  loadFile(name, '').catch(() => undefined);
}

/** Whether an element of ours has a tag. */
function isOurs(tag: string): boolean {
  return needs[tag] !== undefined;
}

/** Loads the code of an element from the files of this release; those of a copy are asked for anew. */
export function load(tag: string): Promise<unknown> {
  return loadFile(tag, AGAIN ?? '');
}

/**
 * Brings the code of an element: from this release, else from the one that is on the server by now, whose loader names its
 * files. A page or a cache may hold a loader whose folder has been replaced.
 */
async function bring(tag: string): Promise<void> {
  if (!gone.has(tag)) {
    try {
      return await arrive(tag, load(tag));
    } catch (error) {
      // A bundle that holds the loader is no loader: it cannot be asked for what another release names.
      if (!needs[tag]) throw error;
      // A browser gives the same answer for the same address, and waits again for one that never comes.
      gone.add(tag);
    }
  }
  // A query may hold a question mark: that of a site ("?ver=6") stays as it is.
  const copy = `${import.meta.url}?again=${Date.now()}`;
  latest ??= import(/* @vite-ignore */ /* webpackIgnore: true */ copy);
  const code = latest.then((loader) => loader.load(tag));
  await arrive(tag, code).catch((error: unknown) => {
    // The next press asks for the loader anew.
    latest = undefined;
    throw error;
  });
}

/** Resolves once an element is defined. Rejects where its code does not come in time, or comes and does not define it. */
async function arrive(tag: string, code: Promise<unknown>): Promise<void> {
  const late = new Promise((_resolve, reject) => setTimeout(reject, CODE_TIMEOUT_MS, 'no answer'));
  await Promise.race([code, late]);
  if (!customElements.get(tag)) throw new Error('not defined');
}

/**
 * Says that the code of an element does not come: in the console, and below what the page has put in each place of one, with
 * a button that tries again, then one that reloads the page.
 */
function showLoadFailure(tag: string, root: ParentNode, error: unknown): void {
  say(`the code of <${tag}> could not be loaded: ${String(error)}`, 'chunk');
  for (const element of root.querySelectorAll<HTMLElement>(tag)) {
    const [text, retry, reload] = WORDS[`${element.closest<HTMLElement>('[lang]')?.lang.slice(0, 2)}`] ?? WORDS.fr;
    const known = lost.get(element);
    const line = known ?? document.createElement('p');
    const button = line.querySelector('button') ?? document.createElement('button');
    button.type = 'button';
    button.style.minHeight = '24px';
    button.textContent = known ? reload : retry;
    button.ariaDisabled = null;
    button.onclick = () => {
      if (known) return location.reload();
      // From here on a reader hears what becomes of it.
      line.role = 'status';
      button.ariaDisabled = 'true';
      register(tag, element);
    };
    if (known) continue;
    line.append(`${text} `, button);
    element.append(line);
    lost.set(element, line);
    // The height that the page reserves is that of a widget.
    for (const box of [element, element.closest<HTMLElement>('[data-ess]')]) if (box) box.style.minHeight = '0';
    void customElements.whenDefined(tag).then(() => {
      // The button leaves with its line: what it was pressed for takes its place.
      if (line.contains(document.activeElement)) {
        element.tabIndex = -1;
        element.focus();
      }
      line.remove();
    });
  }
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
  if (!isOurs(tag)) return register(tag, block);
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
