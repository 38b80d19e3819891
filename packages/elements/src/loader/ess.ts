/**
 * The loader: one script tag for a site. It registers the elements that are on the page, when they are on the page, and
 * turns `<div data-ess="member-map" data-ess-where="…">` blocks, which survive editors that remove custom elements.
 *
 * `<script type="module" src="…/ess.js" data-src="…/manifest.json"></script>`
 */
import type { PageDefaults } from '../base/defaults.ts';
import { dom, pageDocument, unnamed } from '../base/dom.ts';
import { takenNames } from '../base/taken-names.ts';
import type * as authorCode from './author.ts';
import { askEarly, earlyManifestAt, manifestOf, tagSays } from './early.ts';
import { loadModule as loadFile, needs } from './files.ts';
import { attributeOf } from './names.ts';

// Nothing is imported that an element imports too: it would be a file to wait for before anything can be asked for. The build
// gives the loader a copy of the one exception, `dom.ts`.
const DEFAULTS = Symbol.for('ess-widgets');

/** The host page's global object, where the first loader leaves its address, and what its tag says. */
const page: typeof globalThis & { [DEFAULTS]?: PageDefaults } = globalThis;
const defaults: PageDefaults = (page[DEFAULTS] ??= {});
const asked = new Set<string>();
/** Members of the window that Lit asks for and most browsers lack, and one of ours. */
const LIT =
  'litHtmlVersions litElementVersions reactiveElementVersions litHtmlPolyfillSupport litElementPolyfillSupport reactiveElementPolyfillSupport litPropertyMetadata litElementHydrateSupport litNonce ShadyDOM ShadyCSS trustedTypes scheduler'.split(
    ' ',
  );
/** Number of screens, from the top of the window, that a visitor may see at first. */
const SIGHT = 1.5;
/** Longest time that elements further down wait for the code of those in view, ms. */
const QUEUE_TIMEOUT_MS = 5_000;
/** Pending code of the elements in view. Elements further down wait for it, because their requests would only delay it. */
let busy: Promise<unknown> | undefined;
/** Time without an answer after which code counts as lost, ms. If it is loaded later, it still counts. */
const CODE_TIMEOUT_MS = 15_000;
/**
 * Texts shown where the code of a widget cannot be loaded, by language: the line, its button, and the button of the second
 * time.
 */
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
/** Names in markup that hide what Lit reads, once they have been told. */
let told = '';
/** Tags of elements whose file of this release could not be loaded. */
const gone = new Set<string>();
/** Widgets that wait, by their block or element, with what brings their code; those that waited once. */
const waiting = new Map<Element, () => void>();
const woken = new WeakSet<Element>();
/** Lines shown inside elements whose code could not be loaded. */
const lost = new WeakMap<HTMLElement, HTMLElement>();

/**
 * Observer of elements that the page adds later (a tab that opens, an editor's preview, a framework that renders) and of
 * changed blocks.
 */
let observer: MutationObserver;

// A server that renders pages may import this too, and has no document. A copy that was imported to find the files of
// another release must not touch the page, which belongs to the first one.
if ('document' in globalThis && !AGAIN) apart(start);

function start(): void {
  observer = new MutationObserver((changes) => {
    for (const change of changes) {
      // The style of a block is changed by the widget that gives back its reserved height.
      if (change.attributeName?.startsWith('data-ess') && !wake(change.target as Element))
        withAuthorCode(({ follow }) => apart(() => follow(change, attributeOf, visit)));
      for (const node of change.addedNodes) {
        if (!(node instanceof Element)) continue;
        visit(node);
        apart(() => visitAll(node));
      }
    }
  });
  if (defaults.loader) return withAuthorCode(({ warnDuplicateLoader }) => warnDuplicateLoader());
  defaults.loader = import.meta.url;
  // A script that runs while the page is still being read would move half a block, and miss the tags that follow.
  if (dom.readyState === 'loading') addEventListener('DOMContentLoaded', () => apart(begin));
  else begin();
}

function begin(): void {
  giveBack();
  setDefaults();
  scan(pageDocument());
}

/**
 * Takes back the names of the window that Lit asks for, where no script has set them: `<a id="litHtmlVersions">` would end
 * it. What a script or the browser has set is a member of the window itself.
 */
function giveBack(): void {
  for (const name of LIT) if (name in page && !Object.hasOwn(page, name)) Reflect.set(page, name, undefined);
}

/**
 * Registers the elements that are in a document or a shadow root, now and later: a page that writes ours into a shadow
 * root of its own names it, `import { scan } from '…/ess.js'`.
 */
export function scan(root: Document | ShadowRoot): void {
  observer.observe(root, { childList: true, subtree: true });
  visitAll(root);
}

/**
 * Keeps what the tag of this script says. Other loaders' tags are read by the elements, for what this one does not say. A module
 * has no `currentScript`.
 */
function setDefaults(): void {
  const tags = (defaults.tags ??= []);
  for (const { src, dataset } of dom.scripts) if (src === defaults.loader) tags.push(dataset);
}

function visitAll(root: Document | ShadowRoot | Element): void {
  for (const element of unnamed(() => root).querySelectorAll('*')) visit(element);
}

function visit(element: Element): void {
  apart(() => {
    const { localName, getAttribute } = unnamed(() => element);
    // A link that becomes a widget, a frame whose height is followed: few pages have one, and without its code each stays what it is.
    if (localName === 'a' && getAttribute('data-ess-embed') !== null)
      import('./links.ts').then((links) => links.embedLink(element, attributeOf)).catch(() => undefined);
    if (localName === 'iframe' && getAttribute('data-ess-frame') !== null)
      import('./frames.ts').then((frames) => frames.followFrame(element)).catch(() => undefined);
    // An editor may leave an invisible space.
    const name = getAttribute('data-ess')?.trim();
    const isElement = localName.startsWith('ess-');
    if (!isElement && !name) return;
    const tag = isElement ? localName : `ess-${name}`;
    const act = (): void => apart(() => (isElement ? register : upgrade)(tag, element));
    // Nobody's code is needed for a widget that a still shows, unless it is there already.
    if (!isOurs(tag) || (isElement && customElements.get(tag)) || !waits(element, tag, act)) act();
    // The attributes of a block that waits may change.
    else if (!isElement) observer.observe(element, { attributes: true });
  });
}

/** Tells whether a widget waits, since it holds a still: its code comes when the visitor or the data ask for it. */
function waits(element: Element, tag: string, act: () => void): boolean {
  if (waiting.has(element)) return true;
  const { getAttribute, querySelector, parentElement } = unnamed(() => element);
  const said = (name: string): string => getAttribute(`data-ess-${name}`) ?? getAttribute(name) ?? '';
  const wasHeld = [element, parentElement].some((each) => each && woken.has(each));
  const still = querySelector(':scope > .ess-still');
  // A still that looks like its widget has the name of what it shows too. Words alone wait where the page's author says so.
  const upgrade = said('upgrade') || tagSays(defaults, 'upgrade') || (still?.classList[1] ? '' : 'now');
  if (wasHeld || upgrade === 'now' || !said('still')) return false;
  waiting.set(element, act);
  const manifest = manifestOf(element, said('src'), defaults);
  const hashOf = async (url: string): Promise<string | undefined> => (await earlyManifestAt(url))?.[0].hash;
  import('./wait.ts')
    .then((code) => code.wait({ element, tag, said, upgrade, page: dom, manifest, hashOf, wake }))
    .catch(() => wake(element));
  return true;
}

/** Brings the code of a widget that waits. @returns whether it did */
function wake(element: Element): boolean {
  const act = waiting.get(element);
  if (!act) return false;
  waiting.delete(element);
  woken.add(element);
  act();
  return true;
}

/** Writes a line for the page's author in the form of `createWarn` of the core, whose code may be missing. */
function say(text: string, code: string): void {
  console.warn(`[ess-widgets] ${text} (${code}; see the guide "Messages")`);
}

/** Runs the work on one element. An exception becomes one line in the console, and does not stop the others. */
function apart(act: () => void): void {
  try {
    act();
  } catch (error) {
    say(String(error), 'fault');
  }
}

function register(tag: string, element: Element): void {
  const known = customElements.get(tag);
  if (known) {
    if (isOurs(tag) && !('isEssWidget' in known)) withAuthorCode(({ warnTaken }) => warnTaken(tag));
    return;
  }
  if (!isOurs(tag)) return withAuthorCode(({ complain }) => complain(element, tag, needs));
  const isFar = element.getBoundingClientRect().top > SIGHT * innerHeight;
  if (isFar && busy) return void busy.then(() => register(tag, element));
  // A failed early request is repeated, and reported, by the code that needs it.
  askEarly(element, defaults, ask).catch(() => undefined);
  if (asked.has(tag)) return;
  asked.add(tag);
  const coming = bring(tag).catch((error: unknown) => {
    // The next element with this tag tries again, and so does a browser that is online again.
    asked.delete(tag);
    addEventListener('online', () => register(tag, element), { once: true });
    showLoadFailure(tag, element.getRootNode() as Document | ShadowRoot, error);
  });
  if (!isFar) {
    const all = Promise.race([
      Promise.all([busy, coming]),
      new Promise((pass) => setTimeout(pass, QUEUE_TIMEOUT_MS)),
    ]).then(() => {
      if (busy === all) busy = undefined;
    });
    busy = all;
  }
  // Its imports are requested at once, not only when its file is there and names them. A failure is reported above.
  ask(tag);
}

/** Requests early what an element, or late code, needs. The code that needs it reports a failure. */
function ask(name: string): void {
  for (const file of needs[name] ?? []) loadFile(file, '').catch(() => undefined);
}

/** Tells whether a tag is that of one of our elements. */
function isOurs(tag: string): boolean {
  return needs[tag] !== undefined;
}

/** Loads the code of an element from the files of this release; those of a copy are asked for anew. */
export function load(tag: string): Promise<unknown> {
  return loadFile(tag, AGAIN ?? '');
}

/**
 * Loads the code of an element: from this release, else from the one that is on the server by now, whose loader names its
 * files. A page or a cache may have a loader whose folder has been replaced.
 */
async function bring(tag: string): Promise<void> {
  if (!gone.has(tag)) {
    try {
      return await arrive(tag, load(tag));
    } catch (error) {
      // A bundle that contains the loader cannot be imported again as the loader of another release.
      if (!needs[tag]?.length) throw error;
      // A browser repeats a failed answer for the same address, and waits again for one that never answers.
      gone.add(tag);
    }
  }
  // A query may contain a question mark, so the one of a site ("?ver=6") stays as it is.
  const copy = `${import.meta.url}?again=${Date.now()}`;
  latest ??= import(/* @vite-ignore */ /* webpackIgnore: true */ copy);
  const code = latest.then((loader) => loader.load(tag));
  try {
    await arrive(tag, code);
  } catch (error) {
    // The next press of the button requests the loader again.
    latest = undefined;
    throw error;
  }
}

/** Resolves once an element is defined. Rejects if its code is not loaded in time, or does not define it. */
async function arrive(tag: string, code: Promise<unknown>): Promise<void> {
  const late = new Promise((_resolve, reject) => setTimeout(reject, CODE_TIMEOUT_MS, 'no answer'));
  await Promise.race([code, late]);
  if (!customElements.get(tag)) throw new Error('not defined');
}

/**
 * Reports that the code of an element could not be loaded: in the console, and below the content that the page has put into
 * each such element, with a button that tries again, then one that reloads the page.
 */
function showLoadFailure(tag: string, root: Document | ShadowRoot, error: unknown): void {
  const taken = takenNames().join(', ');
  if (!taken)
    say(
      `the code of <${tag}> could not be loaded: ${String(error)}. Gone (404)? Copy the whole folder again, empty caches`,
      'chunk',
    );
  else if (taken !== told)
    say(`<${tag}> cannot start: an element of the page has the name or id ${taken}. Rename it`, 'names');
  told = taken;
  for (const element of unnamed(() => root).querySelectorAll<HTMLElement>(tag)) {
    const [text, retry, reload] = WORDS[`${element.closest<HTMLElement>('[lang]')?.lang.slice(0, 2)}`] ?? WORDS.fr;
    const known = lost.get(element);
    const line = known ?? dom.createElement('p');
    const button = line.querySelector('button') ?? dom.createElement('button');
    button.type = 'button';
    button.style.minHeight = '24px';
    button.textContent = known ? reload : retry;
    button.ariaDisabled = null;
    button.onclick = () => {
      if (known) return location.reload();
      // From here on a screen reader announces the outcome.
      line.role = 'status';
      button.ariaDisabled = 'true';
      register(tag, element);
    };
    if (known) continue;
    line.append(`${text} `, button);
    element.append(line);
    lost.set(element, line);
    // The height that the page reserves is that of a whole widget, and this line is shorter.
    for (const box of [element, element.closest<HTMLElement>('[data-ess]')]) if (box) box.style.minHeight = '0';
    void customElements.whenDefined(tag).then(() => {
      // The button is removed with its line, so the focus moves to the widget that it was pressed for.
      if (line.contains(dom.activeElement)) {
        element.tabIndex = -1;
        element.focus();
      }
      line.remove();
    });
  }
}

/** Loads the diagnostics for page authors. Most pages never need them, so they stay out of the loader. */
function withAuthorCode(use: (code: typeof authorCode) => void): void {
  import('./author.ts').then(use).catch(() => undefined);
}

/** Puts the element inside its block. The content of the block (a link to the report) becomes the element's own fallback. */
function upgrade(tag: string, block: Element): void {
  const computed = getComputedStyle(block);
  const { minWidth, marginBlock, position, cssFloat } = computed;
  const { style, querySelector, attributes, childNodes, append } = unnamed(() => block as HTMLElement);
  // In a row or a grid, which has its gap, the block shrinks as the element alone does.
  if (minWidth === 'auto') style.minWidth = '0';
  // Some pages leave no room between their blocks. It is taken from the reserve of the block, so that what follows stays.
  else if (/^0pxnone[sr]/.test(marginBlock + cssFloat + position)) {
    style.marginBlock = 'var(--ess-margin, 1.5rem)';
    if (style.minHeight)
      style.minHeight = `calc(${style.minHeight} - ${computed.marginTop} - ${computed.marginBottom})`;
  }
  // `attributeOldValue` implies `attributes`.
  observer.observe(block, { attributeOldValue: true });
  if (!isOurs(tag)) return register(tag, block);
  if (querySelector(`:scope > ${tag}`)) return;
  const element = dom.createElement(tag);
  const strange: string[] = [];
  for (const { name, value } of attributes) {
    // Says of what a still was made, which is nothing that an element shows.
    if (!/^data-ess-(?!still$)/.test(name)) continue;
    const known = attributeOf(name);
    if (known) element.setAttribute(known, value.trim());
    else strange.push(name);
  }
  if (strange.length > 0) withAuthorCode(({ warnIneffective }) => warnIneffective(element, strange, attributeOf));
  element.append(...childNodes);
  // The observer sees it and registers it, as any other element that is added.
  append(element);
}
