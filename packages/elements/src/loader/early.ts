/**
 * On a first visit, what an element reads first is asked for while its code is on its way. Later the client has copies of
 * its own, and knows how old they are.
 */
import type { ASKING as asking } from '@ess-widgets/core/internal/data/client/reading';
import type { PageDefaults } from '../base/defaults.ts';

const MEMBERS = 'memberships colleges territories measures/members-stock organisations';

/**
 * By tag: attributes, files and collections of the manifest that an element always reads, `measures/` before the indicator
 * whose measures it reads; those of its `indicator`, if it has one, where none is said. With `+` before the tag: what it
 * computes its figure from where no build has written it, `observations` where none is said.
 */
const FIRST: Readonly<Record<string, string>> = {
  'ess-event-agenda': 'events series categories',
  'ess-event-counter': 'measures/events-held',
  '+ess-event-counter': 'observations events series territories',
  'ess-member-list': MEMBERS,
  'ess-member-map': `${MEMBERS} basemap`,
  'ess-report': 'report measures',
};

/** As much of a manifest as is looked at before there is code that checks it. */
export interface EarlyManifest extends Readonly<Partial<Record<string, unknown>>> {
  readonly collections: Readonly<Record<string, { readonly href?: string } | undefined>>;
  readonly catalogue?: { readonly href?: string };
  readonly excerpts?: Readonly<Record<string, readonly string[]>>;
}

/** As the client asks, whose code is not here yet. */
const ASKING: typeof asking = { referrerPolicy: 'no-referrer', credentials: 'same-origin' };

/** What has been asked for, which the page's client takes over. */
const early: NonNullable<PageDefaults['early']> = new Map();
/** Manifests by their address, each with where it came from. */
const manifests: Record<string, Promise<readonly [EarlyManifest, string]> | undefined> = {};

/** Asks for a file of code. Whoever needs it says what fails. */
type AskForCode = (name: string) => void;

/** The address of a list, as the source of lists recognises it. */
const LIST = /[.=][ct]sv\b/i;

/** A column that may tell where members are, so that no commune has to be looked up. */
const POSITIONS = /\b(lat|latitude|y)\b/i;

/**
 * Whether nothing is kept from an earlier visit; false where the browser does not say. A page in a sandbox keeps nothing,
 * and is not asked: Chromium leaves a rejection there that nobody can handle.
 */
const isFirstVisit: Promise<boolean> = (async () => (origin === 'null' ? [] : indexedDB.databases()))().then(
  (kept) => kept.every(({ name }) => name !== 'ess-widgets'),
  () => false,
);

/**
 * Asks for what an element reads first, and for the code that reads it. Rejects with what kept it from doing so.
 */
export async function askEarly(element: Element, defaults: PageDefaults, ask: AskForCode): Promise<void> {
  const { localName } = element;
  const isDirectory = localName.startsWith('ess-member-');
  if (readsRecords(localName)) ask('records');
  // A report begins with tiles.
  if (localName === 'ess-report') ask('ess-indicator');
  if (!(await isFirstVisit)) return;
  defaults.early = early;
  const { src } = defaults;
  const own = element.closest('[src]')?.getAttribute('src');
  const urls = own?.split(/\s+/).flatMap((one) => urlOf(one)?.href ?? []) ?? (src ? [src] : []);
  for (const url of urls) {
    if (LIST.test(url)) askList(url);
    // What is read of a data set that is joined to others is said by the code that joins them.
    else if (urls[1]) void askFor(url);
    else await askOf(url);
  }

  function askList(url: string): void {
    const list = askFor(url)?.then((answer) => answer.clone().text());
    ask('csv');
    // A directory shows its members before it says how many they are: what counts them would come in their way.
    if (!isDirectory) askComputer();
    // The table of communes and the ground of a map are those of the page's own data set.
    if (!src || src === url) return;
    askOf(src, localName === 'ess-member-map' ? 'basemap' : '').catch(() => undefined);
    list
      ?.then(async (text) => {
        if (POSITIONS.test(text.split('\n', 1)[0] ?? '')) return;
        ask('communes');
        await askOf(src, 'communes');
      })
      .catch(() => undefined);
  }

  function askComputer(): void {
    ask('compute');
    ask('records');
  }

  /** @param wanted names of attributes, files and collections of a manifest; what such an element reads where none are said */
  async function askOf(from: string, wanted?: string): Promise<void> {
    // Copied before anybody can have read it.
    manifests[from] ??= askFor(from)?.then(async (answer) => [await answer.clone().json(), answer.url]);
    const [found, at] = (await manifests[from]) ?? [];
    if (!found) return;
    if (found['packed'] && wanted === undefined) return askPacked(from, found);
    const written = wanted ?? FIRST[localName] ?? measuresOf(element);
    const isComputed = !found['measures'] && written.startsWith('measures');
    for (const name of (isComputed ? `catalogue ${FIRST[`+${localName}`] ?? 'observations'}` : written).split(' ')) {
      const { href = addressOf(name, found) } = found.collections[name] ?? {};
      // Other attributes that are called as what is read (`series`) say which of it is shown.
      const named = name === 'basemap' && element.getAttribute(name);
      // No ground: `basemap="none"`.
      if (named === 'none') continue;
      if (named) void askFor(named);
      else if (href) askForNamed(`${href}`, from, at);
    }
    // After the data: over HTTP/1.1 a browser asks a host for six files at once.
    if (isComputed) askComputer();
  }

  function askPacked(from: string, { basemap, collections }: EarlyManifest): void {
    if (!isDirectory) return;
    // Other members than those of the columns are read from the records, where there are any.
    const isOther = collections['organisations'] && element.closest('[period],[where]');
    askOf(from, `colleges basemap${isOther ? '' : ' packed'}`).catch(() => undefined);
    ask('large');
    if (!basemap && localName === 'ess-member-map') ask('world-coarse');
  }
}

/** Whether an element reads records, whatever its attributes. */
const readsRecords = (tag: string): boolean => /^ess-(event-agenda|member-|report|territory|timeline)/.test(tag);

/** `measures/members-stock measures/members-joined` for the ids of an attribute. */
const measuresOf = (element: Element): string =>
  (element.getAttribute('indicator') ?? '').replace(/\S+/g, 'measures/$&');

/** Where a manifest says that a file is: an excerpt of the measures where it has some, else the whole of them. */
function addressOf(name: string, manifest: EarlyManifest): unknown {
  const [field = '', indicator] = name.split('/');
  const { excerpts } = manifest;
  if (field === 'catalogue') return manifest.catalogue?.href;
  if (!indicator || !excerpts) return manifest[field];
  return Object.keys(excerpts).find((href) => excerpts[href]?.includes(indicator));
}

/** Asks for a file that a manifest names, where it is of the manifest's own origin: the client, which knows the hosts, asks for others. */
function askForNamed(href: string, src: string, from = src): void {
  const url = urlOf(href, from);
  if (url && [src, from].some((own) => urlOf(own)?.origin === url.origin)) void askFor(url.href, 'error');
}

/**
 * Asks for a file as the client would, unless somebody has. Whoever takes the answer over says what fails.
 * @param redirect whether its server may send us elsewhere: that of an address of the page's author
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

/** An address of the web; undefined for what is none, which the client says. */
function urlOf(href: string, base = document.baseURI): URL | undefined {
  const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
  return url?.protocol.startsWith('http') ? url : undefined;
}
