/**
 * Sizes of pages with our widgets: every script and style that a browser fetches, and the basemap where there is a map,
 * each compressed on its own as servers do (gzip, level 9). Data files are not counted. Needs the built elements.
 *
 * `npx tsx --conditions=ess-source scripts/sizes.ts` prints the table and writes `dist/sizes.json`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Request, Response } from 'playwright-core';
import { LOADER, openHost, pageOf } from '../packages/elements/e2e/support/host.ts';
import { settled } from '../packages/elements/e2e/support/visit.ts';
import { openBrowser } from './site/browser.mjs';
import { ROOT } from './site/mounts.mjs';

/** One page, its budget and what it weighs. */
export interface PageSize {
  readonly page: string;
  /** Bytes allowed, kilobytes of 1,000 bytes: of pages whose widgets nobody uses. What others need is counted by `closures.test.ts`. */
  readonly budget?: number;
  /** Bytes fetched, compressed. */
  readonly size: number;
  readonly files: readonly FileSize[];
}

export interface FileSize {
  readonly file: string;
  readonly size: number;
}

interface Measured {
  readonly page: string;
  readonly kilobytes?: number;
  readonly body: string;
  readonly act?: (page: Page) => Promise<void>;
}

const widget = (tag: string, attributes = ''): string => `<${tag} ${attributes}></${tag}>`;
const ATTRIBUTES: Readonly<Record<string, string>> = {
  'ess-indicator': 'indicator="members-stock"',
  'ess-breakdown': 'indicator="members-stock"',
  'ess-event-counter': 'series="mois-de-l-ess"',
  'ess-table': 'collection="publications"',
  'ess-timeline': 'collections="meetings votes"',
  'ess-trend': 'indicator="audience-followers"',
};
const tag = (name: string): string => widget(name, ATTRIBUTES[name]);

/** Searches as a visitor does: the search library comes with the first word. */
async function search(page: Page): Promise<void> {
  await page.locator('ess-member-map').getByRole('searchbox').fill('brest');
  await page.locator('ess-member-map').getByText('sur la carte').first().waitFor();
}

const REPORT = '<ess-report></ess-report>';
const WHOLE = '<ess-report view="whole"></ess-report>';

/** Shows that somebody reads, and waits until every section has what it shows. */
async function readAll(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
  await page.locator('ess-report').locator('.room:not(.map)').first().waitFor({ state: 'detached' });
  await settled(page);
}

/** A block that holds the still of the data as they are, as `ess-widgets render` leaves it. */
const { hash } = JSON.parse(readFileSync(path.join(ROOT, 'packages/bretagne/data/manifest.json'), 'utf8'));
const STILL = `<div data-ess="indicator" data-ess-indicator="members-stock" data-ess-still="${hash} 0.2.0 2026-01-01 -"><p class="ess-still skin">117</p></div>`;

/**
 * Pages that are weighed. A build shares files between elements that show alike, and holds a little more in each than one page
 * uses. The first view of a report is its overview, with six charts.
 */
const PAGES: readonly Measured[] = [
  { page: 'loader alone', body: '' },
  { page: 'widget with its still, until it is used', kilobytes: 12, body: STILL },
  { page: 'five widgets with their stills', kilobytes: 20, body: STILL.repeat(5) },
  { page: 'event counter', body: tag('ess-event-counter') },
  { page: 'indicator', body: tag('ess-indicator') },
  { page: 'report page at first view', body: REPORT },
  // Every section of it, with the elements that they need; its maps wait until a reader comes near.
  { page: 'report page read whole, without its maps', body: WHOLE, act: readAll },
  { page: 'member map at first paint', body: tag('ess-member-map') },
  { page: 'member map after the first search', body: tag('ess-member-map'), act: search },
];

/** Opens every page of the table in a browser of its own and weighs what it fetched. */
export async function measureSizes(browser: Browser): Promise<readonly PageSize[]> {
  const sizes: PageSize[] = [];
  for (const measured of PAGES) sizes.push(await measure(browser, measured));
  return sizes;
}

async function measure(browser: Browser, { page: name, kilobytes, body, act }: Measured): Promise<PageSize> {
  const host = await openHost({ pages: { '/': pageOf(body, LOADER) } });
  const context = await browser.newContext({ locale: 'fr-FR' });
  try {
    const page = await context.newPage();
    // On a busy machine a page is read for longer than its copies are fresh, and would ask whether they are still good.
    await page.clock.setFixedTime(new Date());
    const weighed: Promise<FileSize>[] = [];
    page.on('response', (response) => {
      if (counts(response)) weighed.push(weigh(response));
    });
    const idle = idleOf(page);
    await page.goto(host.url);
    await settled(page);
    await idle();
    if (act) {
      await act(page);
      await idle();
    }
    const files = (await Promise.all(weighed)).sort((a, b) => b.size - a.size);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    return { page: name, ...(kilobytes === undefined ? {} : { budget: kilobytes * 1000 }), size, files };
  } finally {
    await context.close();
    await host.close();
  }
}

/** ms without a request after which a page asks for nothing more. */
const IDLE = 1000;

/** @returns what waits until a page asks for nothing more; Playwright's own `networkidle` comes once a page, with its first load */
function idleOf(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let last = performance.now();
  const end = (request: Request): void => {
    open.delete(request);
    last = performance.now();
  };
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return async () => {
    last = performance.now();
    while (open.size > 0 || performance.now() - last < IDLE) await new Promise((resolve) => setTimeout(resolve, 50));
  };
}

/** Scripts, styles, and the one data file that is ours whatever the data: the ground of the map. */
function counts(response: Response): boolean {
  const { pathname } = new URL(response.url());
  return /\.(m?js|css)$/.test(pathname) || /\/basemap\.json$/.test(pathname);
}

async function weigh(response: Response): Promise<FileSize> {
  const body = await response.body();
  return { file: new URL(response.url()).pathname.slice(1), size: gzipSync(body, { level: 9 }).length };
}

/** Returns the sizes as a table, for a terminal. */
export function tableOf(sizes: readonly PageSize[]): string {
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(6);
  const rows = sizes.map(
    ({ page, size, budget = 0 }) =>
      `${budget && size > budget ? 'OVER' : 'ok  '} ${kilobytes(size)} kB${budget ? ` of ${kilobytes(budget)}` : ''}  ${page}`,
  );
  return rows.join('\n');
}

/** Writes `dist/sizes.json`, for what quotes these figures. */
export function writeSizes(sizes: readonly PageSize[]): void {
  const folder = path.join(ROOT, 'dist');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const browser = await openBrowser();
  try {
    const sizes = await measureSizes(browser);
    writeSizes(sizes);
    console.log(tableOf(sizes));
    if (process.argv.includes('--files')) {
      for (const { page, files } of sizes) {
        console.log(`\n${page}`);
        for (const { file, size } of files) console.log(`${String(size).padStart(8)}  ${file}`);
      }
    }
    process.exitCode = sizes.some(({ size, budget = size }) => size > budget) ? 1 : 0;
  } finally {
    await browser.close();
  }
}
