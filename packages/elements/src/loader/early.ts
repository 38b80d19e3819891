/**
 * Early requests of a first visit: the files that an element reads first, while its code is still being loaded. On later
 * visits the client has copies of its own, and knows how old they are.
 */
import type { ASKING as asking } from '@ess-widgets/core/reading';
import type { PageDefaults } from '../base/defaults.ts';
import { dom } from '../base/dom.ts';

const MEMBERS = 'memberships colleges territories measures/members-stock organisations';

/**
 * By tag: attributes, files and collections of the manifest that an element always reads, `measures/` before the indicator
 * whose measures it reads; those of its `indicator`, if it has one, where none is said. With `+` before the tag: what it computes its figure from where no
 * build has written it, `observations` where none is said.
 */
const FIRST: Readonly<Record<string, string>> = {
  'ess-event-agenda': 'events series categories',
  'ess-event-counter': 'measures/events-held',
  '+ess-event-counter': 'observations events series territories',
  'ess-member-list': MEMBERS,
  'ess-member-map': `${MEMBERS} basemap`,
  'ess-report': 'report story measures',
};

/** Fields of a manifest that are read before the code that checks it is loaded. */
export interface EarlyManifest extends Readonly<Partial<Record<string, unknown>>> {
  readonly collections: Readonly<Record<string, { readonly href?: string } | undefined>>;
  readonly catalogue?: { readonly href?: string };
  readonly excerpts?: Readonly<Record<string, readonly string[]>>;
  readonly hash?: string;
}

/** Options of the client's requests, repeated because its code is not loaded yet. */
const ASKING: typeof asking = { referrerPolicy: 'no-referrer', credentials: 'same-origin' };

/** Requests made here, whose answers the page's client takes over. */
const early: NonNullable<PageDefaults['early']> = new Map();
/** Manifests by their address, each with the address of its answer, which a redirect may change. */
const manifests: Record<string, Promise<readonly [EarlyManifest, string]> | undefined> = {};

/** Function that requests late code by its name in the table of the build. The code that needs it reports a failure. */
type AskForCode = (name: string) => void;

/** Pattern of the address of a list, as the source of lists recognises it. */
const LIST = /[.=][ct]sv\b/i;

/** A line of declared sources: its name and its addresses. */
const SOURCE_LINE = /^\s*([\w-]+)\s*=(.*)$/gm;

/** Pattern of the address of a calendar. */
const CALENDAR = /[./=]ics(?=[?#&]|$)/i;

/** Pattern of a column that may have positions, so that no commune has to be looked up. */
const POSITIONS = /\b(lat(itude)?|y)\b/i;

/**
 * Whether nothing is stored from an earlier visit, by the mark that the page's client leaves beside what it stores; false where
 * the browser does not say, as in a sandbox.
 */
function isFirstVisit(): boolean {
  try {
    return localStorage.getItem('ess-widgets') === null;
  } catch {
    return false;
  }
}

/**
 * Requests the files that an element reads first, and the code that reads them. Rejects with the error that prevented it.
 */
export async function askEarly(element: Element, defaults: PageDefaults, ask: AskForCode): Promise<void> {
  const { localName } = element;
  const isDirectory = localName.startsWith('ess-member-');
  if (!isFirstVisit()) return;
  defaults.early = early;
  const said = (name: 'src' | 'reference' | 'sources' | 'cms'): string => tagSays(defaults, name);
  const around = element.closest('[src]');
  const addressesIn = (text: string): readonly string[] =>
    text.split(/\s+/).flatMap((one) => (one && urlOf(one)?.href) || []);
  // Where contributors write elements, the reference data are the site's alone.
  const inside = !said('cms') && element.closest('[reference]')?.getAttribute('reference');
  const named = inside || said('reference') || said('src');
  const src = !LIST.test(named) && !CALENDAR.test(named) && named ? urlOf(named)?.href : undefined;
  // A list or a calendar around an element that shows neither leaves it the reference data.
  const isEvents = localName.startsWith('ess-event-');
  const suits = (url: string): boolean => isEvents || (!CALENDAR.test(url) && (isDirectory || !LIST.test(url)));
  const source = element.getAttribute('source')?.split(/\s+/);
  const declared = [...said('sources').matchAll(SOURCE_LINE)];
  const all = [around?.getAttribute('src') ?? said('src'), ...declared.map(([, , addresses = '']) => addresses)].map(
    addressesIn,
  );
  // The first that may hold what the element shows, unless it says by name what it wants.
  const written = source
    ? declared.flatMap(([, name = '', addresses = '']) => (source.includes(name) ? addressesIn(addresses) : []))
    : (all.find((some) => some.some(suits)) ?? all.flat());
  const urls = src && around !== element && !source && !written.some(suits) ? [src] : written;
  // Where there are several addresses, code chooses among them before anything is read.
  if (declared.length > 0 || (src && urls[0] !== src)) ask('pick');
  for (const url of urls) {
    if (LIST.test(url)) askList(url);
    else if (CALENDAR.test(url)) {
      // The code that knows services refuses some of their addresses, those with a secret among them, without a request.
      if (new URL(url).origin === origin) void askFor(url);
      else ask('addresses');
      ask('calendar');
    }
    // Of several data sets only the manifests are requested, because the code that joins them decides which files it reads.
    // The page of a service is not the address of its data.
    else if (!/\.json\b/i.test(url)) continue;
    else if (urls[1]) void askFor(url);
    else await askOf(url);
  }

  function askList(url: string): void {
    const list = askFor(url)?.then((answer) => answer.clone().text());
    ask('csv');
    // A directory shows its members before their number, so the code that counts them must not delay them.
    if (!isDirectory) askComputer();
    // The table of communes and the basemap are those of the reference data.
    if (!src || src === url) return;
    askOf(src, localName === 'ess-member-map' ? 'basemap' : '').catch(() => undefined);
    list
      ?.then(async (text) => {
        if (POSITIONS.test(text.split('\n', 1)[0] ?? '')) return;
        ask('communes');
        await askOf(src, 'communes territories');
      })
      .catch(() => undefined);
  }

  function askComputer(): void {
    ask('compute');
    ask('records');
  }

  /** @param wanted names of attributes, files and collections of a manifest; what such an element reads where none are said */
  async function askOf(from: string, wanted?: string): Promise<void> {
    const [found, at] = (await earlyManifestAt(from)) ?? [];
    if (!found) return;
    if (found['packed'] && wanted === undefined) return askPacked(from, found);
    const written = wanted ?? FIRST[localName] ?? measuresOf(element);
    const isComputed = !found['measures'] && written.startsWith('measures');
    for (const name of (isComputed ? `catalogue ${FIRST[`+${localName}`] ?? 'observations'}` : written).split(' ')) {
      const { href = addressOf(name, found) } = found.collections[name] ?? {};
      // Only `basemap` has an address. Other attributes with the name of a collection (`series`) choose records of it.
      const named = name === 'basemap' && element.getAttribute(name);
      // `basemap="none"` is a map without a basemap.
      if (named === 'none') continue;
      if (named) void askFor(named);
      else if (href) askForNamed(`${href}`, from, at);
    }
    // Requested after the data, because over HTTP/1.1 a browser makes six requests to a host at once.
    if (isComputed) askComputer();
  }

  function askPacked(from: string, { basemap, collections }: EarlyManifest): void {
    if (!isDirectory) return;
    // With a period or with pairs the members are read from the records, if there are any, and not from the columns.
    const isOther = collections['organisations'] && element.closest('[period],[where]');
    askOf(from, `colleges basemap${isOther ? '' : ' packed'}`).catch(() => undefined);
    ask('large');
    if (!basemap && localName === 'ess-member-map') ask('world-coarse');
  }
}

/** Returns what the tag of the loader says. */
export const tagSays = (defaults: PageDefaults, name: string): string =>
  defaults.tags?.find((tag) => tag[name])?.[name] ?? '';

/**
 * Returns the address of the manifest that an element shows; undefined where it shows something else, or several.
 * @param own its own `src`
 */
export function manifestOf(element: Element, own: string, defaults: PageDefaults): string | undefined {
  const given = own || element.closest('[src]')?.getAttribute('src') || tagSays(defaults, 'src');
  return /^\S+\.json\b\S*$/i.test(given.trim()) ? urlOf(given)?.href : undefined;
}

/** Returns a manifest, which is asked for once, and the address of its answer. */
export function earlyManifestAt(url: string): (typeof manifests)[string] {
  // The answer is cloned at once, before the client can have read it.
  manifests[url] ??= askFor(url)?.then(async (answer) => [await answer.clone().json(), answer.url]);
  return manifests[url];
}

/** Returns `measures/members-stock measures/members-joined` for the ids of an attribute. */
const measuresOf = (element: Element): string =>
  (element.getAttribute('indicator') ?? '').replace(/\S+/g, 'measures/$&');

/** Returns the address of a file in a manifest: for measures that of an excerpt if there is one, else that of all measures. */
function addressOf(name: string, manifest: EarlyManifest): unknown {
  const [field = '', indicator] = name.split('/');
  const { excerpts } = manifest;
  if (field === 'catalogue') return manifest.catalogue?.href;
  if (!indicator || !excerpts) return manifest[field];
  return Object.keys(excerpts).find((href) => excerpts[href]?.includes(indicator));
}

/**
 * Requests a file that a manifest names, if it has the manifest's own origin. The client, which knows the hosts, requests
 * others.
 */
function askForNamed(href: string, src: string, from = src): void {
  const url = urlOf(href, from);
  if (url && [src, from].some((own) => urlOf(own)?.origin === url.origin)) void askFor(url.href, 'error');
}

/**
 * Requests a file as the client would, unless it was requested already. The code that takes over the answer reports a failure.
 * @param redirect whether the server may redirect: it may for an address of the page's author
 */
function askFor(href: string, redirect: 'follow' | 'error' = 'follow'): Promise<Response> | undefined {
  const url = urlOf(href)?.href;
  if (!url || early.has(url)) return undefined;
  const stop = new AbortController();
  const answer = fetch(url, { cache: 'no-cache', ...ASKING, redirect, signal: stop.signal });
  answer.catch(() => undefined);
  early.set(url, { answer, stop });
  return answer;
}

/** Returns an address of the web; undefined for any other text, which the client reports. */
function urlOf(href: string, base = dom.baseURI): URL | undefined {
  const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
  return url?.protocol.startsWith('http') ? url : undefined;
}
