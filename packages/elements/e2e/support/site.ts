/** The built site and a browser, opened once for all files of tests that a worker runs: they share its modules. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from '../../../../scripts/site/browser.mjs';
import { serveSite } from '../../../../scripts/site/server.mjs';

/** Both of them, to be read inside tests only. */
export interface Shared {
  readonly browser: Browser;
  /** Address of the site of `npm start`. */
  readonly url: string;
}

/** Both end with the process of the worker. */
let opening: Promise<Shared> | undefined;

async function open(): Promise<Shared> {
  const [browser, { url }] = await Promise.all([openBrowser(), serveSite({ port: 0 })]);
  return { browser, url };
}

export function useSite(): Shared {
  let shared: Shared | undefined;
  beforeAll(async () => {
    opening ??= open();
    shared = await opening;
  });
  // Pages that a test has left open would go on working beside those of the next file.
  afterAll(() => Promise.all(shared?.browser.contexts().map((context) => context.close()) ?? []));
  return {
    get browser() {
      return there(shared).browser;
    },
    get url() {
      return there(shared).url;
    },
  };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The site is opened before the first test.');
  return value;
}
