/** A visitor's browser on a page, and what the page did behind their back. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** The day of these tests: after the data's, so that the agenda and the dates of our copies do not move. */
export const TODAY = new Date('2025-03-10T10:00:00+01:00');

/** `today` stands still unless time `runs`, and may then be moved with `page.clock.fastForward`. */
export interface Time {
  readonly today?: Date;
  readonly runs?: boolean;
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Warnings and errors of the console, errors of the page, requests that failed or went to another host. */
  readonly complaints: string[];
  /** Addresses of the data that the page asked for. */
  readonly data: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}

/** Opens a page that is not there yet: scripts and routes may be set before {@link goTo}. */
export async function visitor(browser: Browser, options: BrowserContextOptions = {}, time?: Time): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1200, height: 900 },
    ...options,
  });
  const visit = await visitIn(context, time);
  return { ...visit, close: () => context.close() };
}

/** A page in a context that has been there before: its cache is what the visit before left. */
export async function visitIn(context: BrowserContext, { today = TODAY, runs = false }: Time = {}): Promise<Visit> {
  const page = await context.newPage();
  // The report on one page, as a host may show it: no page of the site does.
  await page.route(/\/rapport\/entier(#|$)/, async (route) => {
    const response = await route.fetch({ url: new URL('./', route.request().url()).href });
    const body = (await response.text()).replace('<ess-report ', '<ess-report view="whole" ');
    await route.fulfill({ response, body });
  });
  if (runs) await page.clock.install({ time: today });
  else await page.clock.setFixedTime(today);
  const complaints: string[] = [];
  const data = new Set<string>();
  page.on('console', (message) => {
    if (message.type() === 'warning' || message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname.startsWith('/data/')) data.add(url.href);
    if (url.protocol.startsWith('http') && url.hostname !== '127.0.0.1') complaints.push(`elsewhere: ${url.href}`);
  });
  return { context, page, complaints, data, close: () => page.close() };
}

/** Every widget of the page and the state it shows: `ess-indicator ready`. */
export function states(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement & { state?: string }>('*')]
      .filter(({ localName }) => localName.startsWith('ess-') && localName !== 'ess-provider')
      .map(({ localName, state }) => `${localName} ${state ?? 'not defined'}`),
  );
}

/** Enters every still of a page, as the keyboard does: a widget whose still says all waits for that. A hostile name may hide what `document` has. */
export async function useStills(page: Page): Promise<void> {
  // A sign of the visitor, after which widgets in sight come.
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await page.evaluate(async () => {
    for (const summary of Document.prototype.querySelectorAll.call(document, '[data-ess-still] > .ess-still summary')) {
      (summary as HTMLElement).focus();
      // Those further up are seen before those further down are scrolled to.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  });
}

/** Time that a page may take to show its contents, ms: everything that runs shares two cores. */
const TIMEOUT_MS = 20_000;

/** Asks again until what is read is empty. @throws with what is left */
export async function until(read: () => Promise<readonly unknown[]>): Promise<void> {
  const end = performance.now() + TIMEOUT_MS;
  for (let left = await read(); left.length > 0; left = await read()) {
    if (performance.now() > end) throw new Error(`Still there after ${TIMEOUT_MS} ms: ${left.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until every widget shows what it has, and every map is drawn. */
export async function settled(page: Page): Promise<void> {
  await until(async () => (await states(page)).filter((state) => / (loading|not defined)$/.test(state)));
  await until(() => page.evaluate(onTheWay));
}

/** Widgets that say nothing yet (their language is on its way) and maps whose box is empty. Runs in the page. */
function onTheWay(): readonly string[] {
  const widgets = [...document.querySelectorAll('*')].filter(
    ({ localName, shadowRoot }) => localName.startsWith('ess-') && localName !== 'ess-provider' && shadowRoot,
  );
  return widgets.flatMap(({ localName, shadowRoot }) => {
    const isSilent = !shadowRoot?.querySelector('[part~="frame"]')?.textContent?.trim();
    const isBare = shadowRoot?.querySelector('.map-box')?.childElementCount === 0;
    return [...(isSilent ? [`${localName} without a word`] : []), ...(isBare ? [`${localName} without its map`] : [])];
  });
}

/** Waits until the map of the site says what lies off it: by code that comes after its ground. */
export const offTheMap = ({ page }: Pick<Visit, 'page'>): Promise<void> =>
  page.locator('ess-member-map').getByText('hors de la région').waitFor();

/** Waits until all data that a page has read are kept for its next visit. */
export async function kept({ page, data }: Visit): Promise<void> {
  await until(async () => {
    const keys = await page.evaluate(keysKept);
    return [...data].filter((address) => !keys.some((key) => key.endsWith(` ${address}`)));
  });
}

/** Keys of what the page has stored. Runs in the page. */
async function keysKept(): Promise<readonly string[]> {
  const opened = indexedDB.open('ess-widgets', 1);
  // Not by us: the page makes its own stores.
  opened.onupgradeneeded = () => opened.transaction?.abort();
  return new Promise((resolve) => {
    opened.onerror = () => resolve([]);
    opened.onsuccess = () => {
      const read = opened.result.transaction('heads').objectStore('heads').getAllKeys();
      opened.result.close();
      read.onsuccess = () => resolve(read.result.map(String));
    };
  });
}

/** Opens an address and waits for its widgets. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await settled(page);
}

/** Returns the text that a visitor reads in each element that a selector finds, with plain spaces. */
export async function texts(page: Page, selector: string): Promise<readonly string[]> {
  const found = await page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)].map(
        ({ shadowRoot }) => shadowRoot?.querySelector<HTMLElement>('[part~="frame"]')?.innerText ?? '',
      ),
    selector,
  );
  return found.map((text) => text.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim());
}

/** The accessibility tree of the page as text, with plain spaces. */
export async function spoken(page: Page, selector = 'body'): Promise<string> {
  const tree = await page.locator(selector).first().ariaSnapshot();
  return tree.replace(/\s+/g, ' ').replaceAll(' ,', ',');
}

/** Our own lines in the console. */
export const warnings = ({ complaints }: Visit): readonly string[] =>
  complaints.filter((line) => line.startsWith('[ess-widgets]'));

/** Describes the element that has the focus, through shadow roots: its role or tag, and its name. */
export function focus(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!(active instanceof HTMLElement) || active === document.body) return '';
    const name = active.getAttribute('aria-label') ?? active.getAttribute('placeholder') ?? active.innerText;
    const kind = active.getAttribute('role') ?? (active.classList[0] || active.localName);
    return `${kind}: ${name.replace(/\s+/g, ' ').trim()}`;
  });
}

/** Presses Tab until what has the focus starts with `wanted`. @returns every stop on the way, the last one included */
export async function tabTo(page: Page, wanted: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<readonly string[]> {
  const stops: string[] = [];
  while (stops.length < 200) {
    await page.keyboard.press(key);
    const stop = await focus(page);
    stops.push(stop);
    if (stop.startsWith(wanted)) return stops;
  }
  throw new Error(`No stop "${wanted}" among: ${stops.join(' > ')}`);
}
