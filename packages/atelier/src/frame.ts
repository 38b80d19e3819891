/** The page of a frame: one widget, named by the query of its address, of a source that the folder's `sources.json` names. */
import { framedIn } from '../../elements/src/loader/framed.ts';
import { attributeOf } from '../../elements/src/loader/names.ts';

/** Returns what a frame says to the page around it about its height: numbers alone. */
export function heightMessages(height: number, hash: string, sizer: string | null): readonly unknown[] {
  const [, secret] = /[?&#]secret=(\w{1,40})/.exec(hash) ?? [];
  return [
    { type: 'ess-height', height },
    ...(secret ? [{ message: 'height', value: height, secret }] : []),
    ...(sizer ? [`[iFrameSizer]${sizer}:${height}:0:resize`] : []),
  ];
}

/** Returns the name that iframe-resizer gives a frame in its first message; null for any other message. No option of it is taken. */
export const sizerIn = (data: unknown): string | null =>
  (typeof data === 'string' && /^\[iFrameSizer\]([\w-]{1,60}):/.exec(data)?.[1]) || null;

const UNKNOWN = {
  fr: 'Ce cadre ne nomme aucun widget, ou une source que ce site n’a pas.',
  en: 'This frame names no widget, or a source that this site does not have.',
} as const;

async function show(root: HTMLElement): Promise<void> {
  const framed = framedIn(location.search, attributeOf);
  const lang = framed?.attributes['lang'] ?? 'fr';
  document.documentElement.lang = lang;
  const sources = new URL('../../sources.json', location.href).href;
  if (!framed || (framed.source && !(await isDeclared(framed.source, sources)))) {
    root.textContent = UNKNOWN[lang === 'en' ? 'en' : 'fr'];
    return;
  }
  const { widget, source, attributes } = framed;
  const block = document.createElement('div');
  for (const [name, value] of Object.entries({ ...attributes, ...(source ? { source } : {}) }))
    block.setAttribute(`data-ess-${name}`, value);
  block.dataset['ess'] = widget;
  root.append(block);
  const loader = document.createElement('script');
  Object.assign(loader, { type: 'module', src: new URL('../ess.js', location.href).href });
  // What a query says is a block's: it decides nothing else.
  Object.assign(loader.dataset, {
    cms: 'frame',
    atelier: 'off',
    ...(source ? { sources } : { src: new URL('../../data/manifest.json', location.href).href }),
  });
  document.head.append(loader);
}

async function isDeclared(name: string, sources: string): Promise<boolean> {
  try {
    const document: unknown = await (await fetch(sources, { credentials: 'omit' })).json();
    return Object.hasOwn((document as { readonly sources: object }).sources, name);
  } catch {
    return false;
  }
}

/** Tells the page around how high the content is, whenever that changes. */
function tellHeight(root: HTMLElement): void {
  let sizer: string | null = null;
  let last = 0;
  const tell = (): void => {
    last = Math.ceil(root.getBoundingClientRect().height);
    // A frame that is not drawn has no height.
    if (last > 0) for (const message of heightMessages(last, location.hash, sizer)) parent.postMessage(message, '*');
  };
  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    const name = sizerIn(data);
    // WordPress says when it listens: what was said before is said again.
    const isReady = (data as { readonly message?: unknown } | null)?.message === 'ready';
    sizer = name ?? sizer;
    if (name !== null || isReady) tell();
  });
  // WordPress hides a frame until it hears of it, and a browser observes nothing in what is hidden.
  tell();
  new ResizeObserver(() => {
    if (Math.ceil(root.getBoundingClientRect().height) !== last) tell();
  }).observe(root);
}

const root = globalThis.document?.getElementById('frame');
if (root) {
  Object.assign(document.body.style, { margin: '0', fontFamily: 'system-ui, sans-serif' });
  // The marks at the edges of a widget stand in the frame, and count for its height.
  Object.assign(root.style, { display: 'flow-root', padding: '8px' });
  tellHeight(root);
  void show(root);
}
