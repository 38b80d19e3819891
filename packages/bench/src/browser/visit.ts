/** One visit to one page, and what it cost. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { quiet, type Slowness, slow } from './chromium.ts';
import type { Contender } from './contender.ts';
import type { Server } from './server.ts';
import { type LongTask, watch } from './watch.ts';

/** Figures of a visit, by name. */
interface Visited {
  readonly page: Page;
  readonly session: CDPSession;
  /** ms until the figure is on screen. */
  readonly figure: number;
  readonly tasks: readonly LongTask[];
  readonly bytes: Bytes;
  /** Number of files that it had requested when the figure was there. */
  readonly requests: number;
}

/** Compressed bytes that a page fetched. */
interface Bytes {
  /** Scripts and styles. */
  readonly code: number;
  /** The page itself and what it shows. */
  readonly data: number;
}

/** Returns the time in which the main thread was blocked, in ms: the part of every long task above 50. */
export const blockingOf = (tasks: readonly LongTask[]): number =>
  tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);

export const longestOf = (tasks: readonly LongTask[]): number =>
  tasks.reduce((longest, { duration }) => Math.max(longest, duration), 0);

/** tsx gives every function its name through a helper, which functions sent to a page do not find there. */
export const NAME_HELPER = 'globalThis.__name = (named) => named;';

/** Conditions of a visit. */
interface Where {
  readonly server: Server;
  readonly url: string;
  readonly slowness: Slowness | null;
  /** ms that a figure may take; a contender without one by then has failed. */
  readonly patience?: number;
}

/** Opens a page and waits for its figure, then until it is quiet. The page stays open. */
export async function visit(context: BrowserContext, { signs, name }: Contender, where: Where): Promise<Visited> {
  const { server, url, slowness, patience = 60_000 } = where;
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  const fetched = new Set<string>();
  page.on('request', (request) => {
    const { origin, pathname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !server.url.startsWith(origin)) complaints.push(`elsewhere: ${request.url()}`);
    fetched.add(pathname);
  });
  const session = await context.newCDPSession(page);
  await slow(session, slowness);
  await page.addInitScript({ content: NAME_HELPER });
  await page.addInitScript(watch, signs);
  await page.goto(url, { waitUntil: 'commit' });
  const figure = await figureOf(page, patience).catch((error: Error) => {
    throw new Error(`${name}: ${[error.message, ...complaints].join(' ')}`);
  });
  const requests = fetched.size;
  await quiet(page);
  const tasks = await page.evaluate(() => globalThis.essWatch.tasks);
  if (complaints.length > 0) throw new Error(`${name}: ${complaints.join(' ')}`);
  return { page, session, figure, tasks, bytes: bytesOf([...fetched], server), requests };
}

/** @throws Error where there is none in time */
async function figureOf(page: Page, patience: number): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no figure after ${patience} ms.`)), patience);
  });
  try {
    return await Promise.race([page.evaluate(() => globalThis.essWatch.figure), late]);
  } finally {
    clearTimeout(timer);
  }
}

function bytesOf(pathnames: readonly string[], server: Server): Bytes {
  const isCode = (pathname: string): boolean => /\.(js|mjs|css)$/.test(pathname);
  const sum = (code: boolean): number =>
    pathnames.filter((each) => isCode(each) === code).reduce((total, each) => total + server.sizeOf(each), 0);
  return { code: sum(true), data: sum(false) };
}
