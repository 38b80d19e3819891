/** The built site and a browser, opened once for a file of tests. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from '../../../../scripts/site/browser.mjs';
import { serveSite } from '../../../../scripts/site/server.mjs';

/** What a file of tests shares; to be read inside tests only. */
export interface Shared {
  readonly browser: Browser;
  /** Address of the site of `npm start`. */
  readonly url: string;
}

export function useSite(): Shared {
  const shared: { browser?: Browser; site?: Awaited<ReturnType<typeof serveSite>> } = {};
  beforeAll(async () => {
    shared.site = await serveSite({ port: 0 });
    shared.browser = await openBrowser();
  });
  afterAll(async () => {
    await shared.browser?.close();
    await shared.site?.close();
  });
  return {
    get browser() {
      return there(shared.browser);
    },
    get url() {
      return there(shared.site).url;
    },
  };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The site is opened before the first test.');
  return value;
}
