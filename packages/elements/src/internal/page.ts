import { createGuardedCache, createIdbCache, createMemoryCache } from '@ess-widgets/core/cache';
import { type Client, createClient } from '@ess-widgets/core/client';
import type { Placer } from '@ess-widgets/core/model';
import { csv } from '@ess-widgets/core/sources/csv';
import { essDataset } from '@ess-widgets/core/sources/ess-dataset';
import { warn } from './warn.ts';

/** Defaults of the page, set by the loader from its own script tag. */
export interface PageDefaults {
  /** Data set of elements that name none: `data-src` of the loader. */
  src?: string;
}

export const pageDefaults: PageDefaults = {};

let client: Client | undefined;

/** The page's one client: every element shares its requests and its cache. Tests and applications may put their own. */
export function pageClient(): Client {
  client ??= createClient({
    sources: [essDataset, csv],
    cache: createGuardedCache(createIdbCache({ name: 'ess-widgets' }), createMemoryCache({}), {
      onFallback: (reason) => warn('storage', `the browser’s storage cannot be used, figures are kept for this page only: ${reason}`),
    }),
    fetch: (url, init) => globalThis.fetch(url, init),
    clock: () => Date.now(),
    ...(navigator.locks ? { locks: navigator.locks } : {}),
    placer: loadPlacer,
  });
  return client;
}

/** Replaces the page's client; `undefined` goes back to the default one. */
export function setPageClient(next: Client | undefined): void {
  client = next;
}

/** The commune table of the page's own data set, for spreadsheets that only name towns. */
async function loadPlacer(): Promise<Placer | null> {
  if (!pageDefaults.src) return null;
  const { createPlacerFrom } = await import('./placer.ts');
  return createPlacerFrom(new URL(pageDefaults.src, document.baseURI).href);
}
