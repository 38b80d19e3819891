/** The live page: figures that move while one looks, and stay, dated, while their server is broken. */
import { get } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../scripts/site/browser.mjs';
import { BREAKAGES } from './live/breakages.mjs';
import { serveLive } from './server.mjs';

/** Milliseconds between two refreshes of the page, as its attributes say. */
const REFRESH = 5_000;

let browser: Browser;
let live: Awaited<ReturnType<typeof serveLive>>;
let context: BrowserContext;
let page: Page;
/** Exceptions and rejections that nobody handled, and what the page itself wrote as an error. */
let errors: string[];
/** Names of the files of the data set that were asked for. */
let asked: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  live = await serveLive({ every: 0 });
  context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  [errors, asked] = [[], []];
  page = await open();
});
afterEach(async () => {
  await context.close();
  await live.close();
});

/** Opens the page with a clock that the test can move, until the counter has a value. */
async function open(): Promise<Page> {
  const opened = await context.newPage();
  await opened.clock.install({ time: new Date() });
  opened.on('pageerror', (error) => errors.push(String(error)));
  opened.on('console', (message) => {
    // The browser itself reports each answer that is an error.
    const isOwn = !message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && isOwn) errors.push(message.text());
  });
  opened.on('request', (request) => {
    const name = /\/data\/(.*)/.exec(request.url())?.[1];
    if (name) asked.push(name);
  });
  await opened.goto(live.url);
  await opened.locator('ess-event-counter [part="value"]').waitFor();
  await opened.locator('ess-indicator[indicator="members-left"] [part="value"]').waitFor();
  return opened;
}

const counter = async (): Promise<number> =>
  Number(await page.locator('ess-event-counter [part="value"]').textContent());
const departures = async (of = page): Promise<number> =>
  Number(await of.locator('ess-indicator[indicator="members-left"] [part="value"]').textContent());
const notice = (): Promise<readonly string[]> => page.locator('ess-event-counter .notice').allTextContents();

/** Lets the page’s time pass, one refresh after the other, until something is so. */
async function pass(isSo: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        if (await isSo()) return true;
        await page.clock.fastForward(REFRESH);
        return false;
      },
      { interval: 200, timeout: 40_000 },
    )
    .toBe(true);
}

/** Makes a member join, an event take place and a figure be corrected. */
const changeAll = (): void => void [1, 2, 3].map(() => live.change());

describe('the live page', () => {
  it('says that its region is invented, and its counter moves with the data', async () => {
    expect(await page.locator('main').textContent()).toContain('inventés');
    const before = await counter();
    changeAll();
    await pass(async () => (await counter()) === before + 1);
    expect(await page.locator('.journal').textContent()).toContain('un événement est tenu');
    expect(errors).toEqual([]);
  });

  it('changes by itself where nobody presses anything', async () => {
    const own = await serveLive({ every: 20 });
    const manifest = async (): Promise<string> => (await fetch(`${own.url}data/manifest.json`)).text();
    const first = await manifest();
    await expect.poll(async () => (await manifest()) !== first).toBe(true);
    await own.close();
  });

  it('answers addresses that nothing is at, and those that cannot be parsed, and goes on', async () => {
    const { port } = new URL(live.url);
    const status = (path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        get({ port, path }, (response) => resolve(response.resume().statusCode)).on('error', reject);
      });
    const paths = ['/none', '//', '//[', '/%E0%A4%A', '/../server.mjs', '/data/..%2fserver.mjs', '/data/none.json'];
    expect(await Promise.all(paths.map(status))).toEqual([404, 404, 404, 404, 404, 404, 404]);
    expect(await status('/data/manifest.json')).toBe(200);
  });

  it('shows a corrected figure within one refresh where it is open, and at once where it is visited again', async () => {
    const before = await departures();
    changeAll();
    asked.length = 0;
    await page.clock.fastForward(REFRESH);
    await expect.poll(() => departures()).toBe(before + 1);
    // The manifest, and the files whose content has changed, under their new names.
    expect(new Set(asked.map((name) => name.replace(/\.[0-9a-f]{16}/, '')))).toEqual(
      new Set(['manifest.json', 'events.json', 'memberships.json', 'observations.json', 'organisations.json']),
    );
    await page.close();
    changeAll();
    asked.length = 0;
    const again = await open();
    await expect.poll(() => departures(again)).toBe(before + 2);
    expect(asked.filter((name) => name === 'manifest.json')).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it.each(BREAKAGES.map(({ id, label }) => [label, id] as const))(
    'keeps the value with its date while its source is broken, and recovers: %s',
    async (label, id) => {
      changeAll();
      await pass(async () => (await counter()) === 1);
      await page.getByRole('radio', { name: label }).check();
      await page.locator('.journal').getByText('panne').first().waitFor();
      changeAll();
      await pass(async () => (await notice()).length > 0);
      expect([id, await counter()]).toEqual([id, 1]);
      expect((await notice())[0]).toMatch(/Données du \d+(?:er)? \S+ \d{4}/);
      await page.getByRole('radio', { name: 'répond comme il faut' }).check();
      await pass(async () => (await counter()) === 2 && (await notice()).length === 0);
      expect(errors).toEqual([]);
    },
  );
});
