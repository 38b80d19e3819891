/** A browser, the page that is attacked, and the host that must never hear of it. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../site/browser.mjs';
import { fileOf, MOUNTS } from '../site/mounts.mjs';
import { detectors, type Found, inspect, type Kept, NOTHING } from './detect.ts';

/** Answers a request to a path of the stand. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Stand {
  readonly browser: Browser;
  /** Origin with a slash at its end: the loader under `/ess/`, the data of the repository under `/data/`. */
  readonly url: string;
  /** `127.0.0.1:port` of the host that nobody may ask. */
  readonly canary: string;
  /** Addresses that the canary host was asked for. */
  readonly asked: string[];
  /** Serves what is below a path, instead of files: `/case-1/`. */
  readonly serve: (folder: `/${string}/`, answer: Answer) => void;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

export async function openStand(): Promise<Stand> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  // Addresses of hostile parameters are longer than the 16 kB of heads that a server reads by default.
  const site = createServer({ maxHeaderSize: 1_000_000 }, (request, response) => {
    const folder = /^\/[^/?]+\//.exec(request.url ?? '')?.[0] ?? '/';
    const answer = answers.get(folder) ?? sendFile;
    answer(request, response);
  });
  const canary = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/plain' }).end('');
  });
  const [url, host] = [await listen(site), await listen(canary)];
  const browser = await openBrowser();
  return {
    browser,
    url: `http://${url}/`,
    canary: host,
    asked,
    serve: (folder, answer) => answers.set(folder, answer),
    close: async () => {
      await browser.close();
      for (const server of [site, canary]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`The server has no port: ${address}`);
  return `127.0.0.1:${address.port}`;
}

/** Pages of any policy load these: one in a sandbox has no origin, one that is isolated asks for a word. */
const SHARED = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/** Files that do not change while an attack runs. */
const files = new Map<string, Buffer>();

const sendFile: Answer = (request, response) => {
  const file = fileOf(request.url ?? '/', MOUNTS);
  if (!file) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
  const body = files.get(file) ?? readFileSync(file);
  files.set(file, body);
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file)] ?? 'text/plain',
    'cache-control': 'no-cache',
    ...SHARED,
  });
  response.end(body);
};

/** The day of the attacks: after the data's, so that what is dated stands still. */
const TODAY = new Date('2025-03-10T10:00:00+01:00');

/** A visitor under observation. */
export interface Watch {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests to any other origin, aborted before they left. */
  readonly elsewhere: readonly string[];
  /** Exceptions and rejections that nobody handled, dialogs. */
  readonly unhandled: readonly string[];
  /** Lines of the console that begin with our name. */
  readonly lines: readonly string[];
  /** Reads the page, through shadow roots and frames. */
  readonly look: () => Promise<Found>;
  /** Files that were given to the visitor, since the last time. */
  readonly downloads: () => Promise<readonly Kept[]>;
  readonly close: () => Promise<void>;
}

export interface WatchOptions extends BrowserContextOptions {
  /** Continues in a context that was there before. */
  readonly context?: BrowserContext;
  /** Runs in the page before everything else. */
  readonly before?: string;
  /** Whether time moves by `page.clock` only; else it runs. */
  readonly hasClock?: boolean;
  readonly today?: Date;
}

export async function watch(stand: Stand, options: WatchOptions = {}): Promise<Watch> {
  const { context: given, before, hasClock, today = TODAY, ...rest } = options;
  const context =
    given ??
    (await stand.browser.newContext({
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      viewport: { width: 1000, height: 900 },
      ...rest,
    }));
  const [elsewhere, unhandled, lines]: [string[], string[], string[]] = [[], [], []];
  const own = new URL(stand.url).origin;
  const isStrange = (url: URL): boolean => /^(https?|wss?|ftp):$/.test(url.protocol) && url.origin !== own;
  const page = await context.newPage();
  await page.route(isStrange, (route) => route.abort());
  if (hasClock) await page.clock.install({ time: today });
  else await page.clock.setFixedTime(today);
  await page.addInitScript(detectors);
  if (before) await page.addInitScript({ content: before });
  page.on('request', (request) => {
    const url = URL.parse(request.url());
    if (url && isStrange(url)) elsewhere.push(url.href.slice(0, 200));
  });
  page.on('websocket', (socket) => elsewhere.push(socket.url()));
  page.on('pageerror', (error) => unhandled.push(`${error.stack ?? error}`.slice(0, 600)));
  page.on('dialog', (dialog) => {
    unhandled.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.text().startsWith('[ess-widgets]')) lines.push(message.text());
  });
  return {
    context,
    page,
    elsewhere,
    unhandled,
    lines,
    look: async () => {
      const found = await Promise.all(page.frames().map((frame) => frame.evaluate(inspect).catch(() => NOTHING)));
      return found.reduce(
        (sum, each) => ({
          executed: [...sum.executed, ...each.executed],
          handlers: [...sum.handlers, ...each.handlers],
          foreign: [...sum.foreign, ...each.foreign],
          links: [...sum.links, ...each.links],
          blank: [...sum.blank, ...each.blank],
          wide: Math.max(sum.wide, each.wide),
          widest: sum.widest || each.widest,
        }),
        NOTHING,
      );
    },
    downloads: () => page.evaluate(() => (globalThis as unknown as { given(): Promise<Kept[]> }).given()),
    close: () => (given ? page.close() : context.close()),
  };
}

/** Time in which a page must show its content, in ms: the processors are shared. */
const PATIENCE_MS = 40_000;

/** Between two looks at a page, ms. */
const LOOK_MS = 40;

/**
 * Waits until no widget is on its way any more. Looks are counted, not the time: on a machine that stands still for some
 * seconds the page does too, and it is not given less for that.
 * @param limit ms on an idle machine
 * @returns false where one never comes
 */
export async function settle(page: Page, limit = PATIENCE_MS): Promise<boolean> {
  const isSettled = (): Promise<boolean> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement & { state?: string }>('*')]
        .filter(({ localName }) => localName.startsWith('ess-') && localName !== 'ess-provider')
        .every(({ state, shadowRoot, textContent }) =>
          shadowRoot
            ? state !== 'loading' && shadowRoot.querySelector('[part~="frame"]')?.textContent?.trim()
            : textContent?.trim(),
        ),
    );
  for (let looks = limit / LOOK_MS; looks > 0; looks--) {
    if (await isSettled()) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return isSettled();
}

/** Two frames of the page. */
export const frames = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
