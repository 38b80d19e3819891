/**
 * Helpers for the tests and stories of elements: a client over files in memory, and waiting for an element to settle.
 * Nothing here is shipped.
 */
import { type Client, createClient, createMemoryCache, csv, essDataset, systemClock } from '@ess-widgets/core/data';
import type { EssElement } from '../base/element.ts';
import { setPageClient } from '../base/page.ts';

/** Answer of a test's server for an address: a text or JSON, a status, a failure, or nothing at all. */
export type FileAnswer =
  /** `after` some ms, where it takes its time. */
  | { readonly json: unknown; readonly after?: number }
  | { readonly text: string; readonly type?: string }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | 'offline'
  | 'never';

/** Answers by file name; a server that takes its time promises one. */
type Files = Readonly<Record<string, FileAnswer | Promise<FileAnswer>>>;

/** Time of the clients made here, in ms ahead of the real one: a client asks nothing twice within five seconds. */
export const clock = { ahead: 0 };

/** Returns a client whose requests are answered from memory by file name; an unknown file is a 404. */
export function clientOf(files: Files, cache = createMemoryCache({})): Client {
  return createClient({
    sources: [essDataset, csv],
    cache,
    clock: { ...systemClock, now: () => Date.now() + clock.ahead },
    base: document.baseURI,
    fetch: async (url, { signal }) => answer(await fileOf(files, fileName(url)), signal),
  });
}

/** Makes the page's client answer from these files. @returns the client, to be put back with `setPageClient(undefined)` */
export function useFiles(files: Files, cache = createMemoryCache({})): Client {
  const client = clientOf(files, cache);
  setPageClient(client);
  return client;
}

/**
 * Returns a file of the test; the catalogue that data sets of {@link datasetFile} name is that of Brittany, unless one is
 * given.
 */
const fileOf = async (files: Files, name: string): Promise<FileAnswer> =>
  (await files[name]) ?? (name === CATALOGUE ? { json: await catalogue() } : { status: 404 });

const CATALOGUE = 'catalogue.json';

const catalogue = async (): Promise<unknown> =>
  (await fetch(new URL('../../../bretagne/data/catalogue.json', import.meta.url))).json();

const fileName = (url: string): string => new URL(url).pathname.split('/').pop() ?? '';

async function answer(file: FileAnswer, signal: AbortSignal): Promise<Response> {
  if (file === 'offline') throw new TypeError('Failed to fetch');
  if (file === 'never') {
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  }
  if ('status' in file) return new Response('', file);
  if ('json' in file) {
    if (file.after) await new Promise((resolve) => setTimeout(resolve, file.after));
    return Response.json(file.json);
  }
  return new Response(file.text, { headers: { 'content-type': file.type ?? 'text/plain' } });
}

/** Has the server of the tests give a file, to a worker too. @returns its address */
export function serve(body: string | Uint8Array<ArrayBuffer>): string {
  const url = new URL(`/test-files/${crypto.randomUUID()}`, location.href).href;
  const request = new XMLHttpRequest();
  // At once: the address may be asked for as soon as it is known.
  request.open('POST', url, false);
  request.send(body);
  return url;
}

/** A single-file data set with these collections, all of them complete unless `coverage` says otherwise. */
export function datasetFile(
  collections: Readonly<Record<string, readonly object[]>>,
  extra: Readonly<Record<string, unknown>> = {},
): { json: unknown } {
  return {
    json: {
      format: 'ess-dataset/1',
      id: 'essai',
      title: { fr: 'Données d’essai' },
      publisher: { name: 'Réseau d’essai' },
      licence: { name: 'CC0' },
      language: 'fr',
      updated: '2025-03-05',
      network: 'reseau',
      periods: ['2024'],
      documents: { rapport: { title: { fr: 'Rapport d’essai 2024' } } },
      catalogue: { href: CATALOGUE, hash: '' },
      ...extra,
      collections,
    },
  };
}

/** Waits until something is so, however busy the machine. @throws Error with what was waited for */
export async function waitUntil(
  isSo: () => unknown,
  what = 'what was waited for',
  { timeout = 20_000, interval = 20 } = {},
): Promise<void> {
  const end = performance.now() + timeout;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${timeout} ms`);
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}

/**
 * Waits until an element shows what it has loaded on demand.
 * @param code the same import as the element's own
 */
export async function came(element: EssElement, code: Promise<unknown>): Promise<void> {
  await code;
  // Work that follows the element's own import is done when this turn of the event loop is over.
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

/** Waits until something is drawn in an element, for parts with code and texts of their own. */
export async function appears(element: EssElement, selector: string): Promise<void> {
  const isThere = () => element.renderRoot.querySelector(selector) !== null;
  for (let turns = 0; turns < 4000 && !isThere(); turns++) await new Promise((resolve) => setTimeout(resolve, 5));
  if (!isThere()) throw new Error(`<${element.localName}> never had "${selector}"`);
}

/** Waits until the source card of an element is open: its texts may come after its code. */
export async function cardOpen(element: EssElement): Promise<void> {
  await appears(element, '.card');
  await element.updateComplete;
}

/** Buttons of a share bar, by the words of what they open; data for all others. */
const OPENERS: readonly (readonly [words: RegExp, kind: string])[] = [
  [/SVG|PNG/, 'image'],
  [/phrase|sentence|frazenn|Cit/, 'share'],
];

/** Opens what the share bar of an element, or of its open card, offers. @returns what is open */
export async function openShare(element: EssElement, kind: string): Promise<HTMLElement> {
  const { renderRoot } = element;
  const find = (): HTMLElement | null =>
    renderRoot.querySelector<HTMLElement>(`.card [data-take=${kind}]`) ??
    renderRoot.querySelector<HTMLElement>(`[data-take=${kind}]`);
  const opener = find();
  if (!opener) throw new Error(`<${element.localName}> has no button for "${kind}"`);
  if (opener.ariaExpanded !== 'true') opener.click();
  const panel = () => renderRoot.querySelector<HTMLElement>(`#${opener.getAttribute('aria-controls')}`);
  await waitUntil(() => opener.ariaExpanded === 'true' && panel(), `what "${kind}" opens`);
  await element.updateComplete;
  return panel() as HTMLElement;
}

/** Takes what the share bar of an element has under these words: a file, a sentence, the table. */
export async function take(element: EssElement, words: string): Promise<void> {
  const kind = OPENERS.find(([pattern]) => pattern.test(words))?.[1] ?? 'data';
  const panel = await openShare(element, kind);
  const button = [...panel.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words));
  if (!button) throw new Error(`<${element.localName}> offers no "${words}"`);
  button.click();
  await element.updateComplete;
}

/** Waits until an element has left the state `loading`, or reached the one asked for; what is wrong is said by then. */
export async function settle(element: EssElement, state?: string): Promise<void> {
  const isSaid = () => element.state !== 'error' || element.renderRoot.querySelector('.notice') !== null;
  const done = () => (state ? element.state === state : element.state !== 'loading') && isSaid();
  for (let turns = 0; turns < 4000 && !done(); turns++) await new Promise((resolve) => setTimeout(resolve, 5));
  await element.updateComplete;
  if (!done()) throw new Error(`<${element.localName}> stayed in the state "${element.state}"`);
}

/** Returns the text that a visitor sees in an element, with its shadow root's spaces made single. */
export function visibleText(element: Element): string {
  return (element.shadowRoot?.querySelector<HTMLElement>('.frame')?.innerText ?? '').replace(/[ \n\t]+/g, ' ').trim();
}

/** A file that was given to the visitor. */
export interface GivenFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Takes the files that elements give, in place of the browser, until `stop` is called. */
export function watchDownloads(): { readonly files: readonly GivenFile[]; readonly stop: () => void } {
  const native = { create: URL.createObjectURL, click: HTMLAnchorElement.prototype.click };
  const files: GivenFile[] = [];
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (blob: Blob) => {
    const url = native.create.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob) files.push({ name: this.download, blob });
  };
  const stop = (): void => {
    URL.createObjectURL = native.create;
    HTMLAnchorElement.prototype.click = native.click;
  };
  return { files, stop };
}

/** Returns the share of each colour in a picture, from every tenth pixel. */
export function coloursIn(bitmap: ImageBitmap): ReadonlyMap<string, number> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 40) {
    const colour = `#${[...data.subarray(at, at + 3)].map((n) => n.toString(16).padStart(2, '0')).join('')}`;
    counts.set(colour, (counts.get(colour) ?? 0) + 40 / data.length);
  }
  return counts;
}

/** A commune table of two towns, as its file has it. */
export const COMMUNES = {
  format: 'ess-communes/1',
  licences: [],
  attribution: { fr: 'x' },
  departements: [{ code: '29', name: { fr: 'Finistère' } }],
  epci: [],
  columns: {
    insee: ['29019', '29232'],
    name: ['Brest', 'Quimper'],
    lon: [-4.5, -4.1],
    lat: [48.4, 48],
    postal: [['29200'], ['29000']],
    epci: [null, null],
  },
};
