import {
  type Client,
  createClient,
  createPageCache,
  essDataset,
  type Fetch,
  type Source,
  systemClock,
} from '@ess-widgets/core/data';
import { resolveHref } from '@ess-widgets/core/reading';
import { isNamedBySite, pageDefaults } from './defaults.ts';
import { dom } from './dom.ts';
import { warn } from './warn.ts';

/** Delay before data are written to the cache, ms: rendering them comes first. */
const WRITE_AFTER = 500;

/** The formats that the page's client reads, besides those that few pages have. */
export const pageSources: Source[] = [essDataset];

let client: Client | undefined;

/**
 * Returns the page's one client: every element shares its requests and its cache. Tests and applications may set their own.
 * @since 0.1.0
 */
export function pageClient(): Client {
  client ??= createClient({
    sources: pageSources,
    moreSources: async () => (await import('@ess-widgets/core/data/all')).moreSources,
    addresses: () => import('@ess-widgets/core/data/address'),
    // Of a system that the table of services does not name the author is told what one of any page is.
    host: pageDefaults.cms as 'wordpress' | 'spip' | undefined,
    zone: () => pageDefaults.zone,
    cache: createPageCache({
      isEmpty: () => !!pageDefaults.early,
      pause: () => new Promise((resolve) => setTimeout(resolve, WRITE_AFTER)),
      onStored: markVisit,
      onFallback: (reason) => warn('storage', `storage fails, figures are kept for this page only: ${reason}`),
    }),
    fetch: ask,
    clock: systemClock,
    base: dom.baseURI,
    isOwn: isNamedBySite,
    hosts: pageDefaults.hosts,
    maxBytes: pageDefaults.maxBytes,
    ...(navigator.locks ? { locks: navigator.locks } : {}),
    pause: answerVisitor,
    placer: async (reference, towns) => (await import('./placer.ts')).placerOf(pageClient(), reference, towns),
    // A source that fails is said by the element, which knows where it stands.
    onWarn: (code, message) => {
      if (!code.startsWith('source-')) warn(code, message);
    },
  });
  return client;
}

/**
 * Says where a page has the communes of France, which place the towns of lists: the folder `reference` of `@ess-widgets/core`, as an
 * application serves it. The loader has them beside its code.
 * @since 0.2.0
 */
export function setFrance(folder: string): void {
  const href = resolveHref(folder.replace(/\/*$/, '/'), dom.baseURI);
  if (typeof href === 'string') pageDefaults.france = href;
}

/** Lets what waits go first. Timers wait long on a page that nobody sees, so they come second. */
export function answerVisitor(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/** Leaves the mark by which the loader knows, without asking a data base, that there are copies of an earlier visit. */
function markVisit(): void {
  try {
    localStorage.setItem('ess-widgets', 'visited');
  } catch {
    // Without it the loader takes the next visit for a first one.
  }
}

/** Asks a server, unless the loader has done so already. */
const ask: Fetch = (url, init) => {
  const { early: asked } = pageDefaults;
  const early = asked?.get(url);
  // The loader has nothing to ask there any more, and the next request is a new one.
  asked?.set(url, null);
  if (!early) return globalThis.fetch(url, init);
  init.signal.addEventListener('abort', () => early.stop.abort());
  return early.answer;
};

/**
 * Replaces the page's client; `undefined` goes back to the default one. A client of an application's own reads the sources
 * that it was made with.
 * @since 0.1.0
 */
export function setPageClient(next: Client | undefined): void {
  client = next;
}
