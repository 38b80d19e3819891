/** A page whose blocks hold what their widgets show, as `ess-widgets render` wrote it: examples/cms-page in the built site. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContextOptions, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SITE } from '../../../scripts/site/mounts.mjs';
import { violations } from './support/axe.ts';
import { type Host, openHost } from './support/host.ts';
import { shiftsOf, watchShifts } from './support/shifts.ts';
import { useSite } from './support/site.ts';
import { goTo, spoken, states, type Visit, visitor } from './support/visit.ts';

const site = useSite();
const STILL = '.ess-still';
const FILLED = readFileSync(path.join(SITE, 'cms/index.html'), 'utf8');
/** The same page, whose widgets do not wait for their visitor. */
const AT_ONCE = FILLED.replace('<script type="module"', '$& data-upgrade="now"');
const refused = (route: Route): Promise<void> => route.fulfill({ status: 404, body: '' });

const opened = async (options: BrowserContextOptions = {}, data?: (route: Route) => unknown): Promise<Visit> => {
  const visit = await visitor(site.browser, options);
  await visit.page.addInitScript(watchShifts);
  await visit.page.route('**/cms/', (route) => route.fulfill({ body: AT_ONCE, contentType: 'text/html' }));
  if (data) await visit.page.route('**/data/**', data);
  return visit;
};

/** What the stills of the page say. */
const SAID = [/117\sadhérents/, /Journée régionale Écologie et travail/, /Wind Coop/, /Données du.{0,10}5 mars 2025/];

describe('a page filled by render', () => {
  it('has figures, events and members in text without script, for screen readers too', async () => {
    const { page, close } = await opened({ javaScriptEnabled: false });
    await page.goto(`${site.url}cms/`);
    const text = await page.locator('main').innerText();
    const tree = await spoken(page);
    for (const words of SAID) {
      expect(text).toMatch(words);
      expect(tree).toMatch(words);
    }
    expect(await page.locator(STILL).count()).toBe(3);
    await close();
  });

  it('has its events and members as JSON-LD', () => {
    const [, text = ''] = /<script type="application\/ld\+json" data-ess-still>(.*?)<\/script>/.exec(FILLED) ?? [];
    const types = (JSON.parse(text)['@graph'] as readonly { readonly '@type': string }[]).map((each) => each['@type']);
    expect(new Set(types)).toEqual(new Set(['Event', 'Organization']));
    expect(types.length).toBeLessThanOrEqual(50);
  });

  it('shows its stills while the data are on their way, each once, and nothing else of its widgets', async () => {
    let release = (): void => undefined;
    const free = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page, close } = await opened({}, async (route) => {
      await free;
      await route.continue();
    });
    await page.goto(`${site.url}cms/`);
    await expect.poll(() => states(page)).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/ loading$/)));
    const tree = await spoken(page);
    for (const words of SAID) expect(tree).toMatch(words);
    expect(tree.match(/strong: 117\sadhérents/g)).toHaveLength(1);
    expect(tree).not.toContain('Chargement');
    expect(await violations(page)).toEqual([]);
    release();
    await expect.poll(() => page.locator(STILL).count(), { timeout: 20_000 }).toBe(0);
    await close();
  });

  it('has them replaced by its widgets', async () => {
    const { page, close } = await opened();
    await goTo(page, `${site.url}cms/`);
    await expect.poll(() => page.locator(STILL).count()).toBe(0);
    expect(await states(page)).toEqual(['ess-indicator ready', 'ess-event-agenda ready', 'ess-member-list ready']);
    expect(await violations(page)).toEqual([]);
    await close();
  });

  it('keeps them under what went wrong where the data cannot be read', async () => {
    const { page, close } = await opened({}, refused);
    await goTo(page, `${site.url}cms/`);
    expect(await states(page)).toEqual(['ess-indicator error', 'ess-event-agenda error', 'ess-member-list error']);
    for (const still of await page.locator(STILL).all()) expect(await still.isVisible()).toBe(true);
    const tree = await spoken(page);
    for (const words of SAID) expect(tree).toMatch(words);
    expect(tree).toContain('la source répond par une erreur');
    expect(await violations(page)).toEqual([]);
    await close();
  });
});

describe.each([360, 768, 1200])('in a window of %i px', (width) => {
  let host: Host;
  afterAll(() => host?.close());
  let heights: readonly number[] = [];

  beforeAll(async () => {
    host = await openHost({
      pages: {
        '/cms.css': { body: readFileSync(path.join(SITE, 'cms/cms.css')), type: 'text/css' },
        '/free': AT_ONCE.replaceAll(/ style="min-height[^"]*"/g, ''),
        get '/reserved'() {
          const left = [...heights];
          return AT_ONCE.replaceAll(/ style="min-height[^"]*"/g, () => ` style="min-height:${left.shift()}px"`);
        },
      },
    });
  });

  it('moves nothing of the page where each block reserves the height of its widget', async () => {
    const options = { viewport: { width, height: 900 } };
    const first = await opened(options);
    await goTo(first.page, `${host.url}free`);
    await expect.poll(() => first.page.locator(STILL).count()).toBe(0);
    heights = await first.page
      .locator('[data-ess]')
      .evaluateAll((blocks) => blocks.map((block) => Math.ceil(block.getBoundingClientRect().height)));
    await first.close();
    const { page, close } = await opened(options);
    await goTo(page, `${host.url}reserved`);
    await expect.poll(() => page.locator(STILL).count()).toBe(0);
    const { shift, shifts } = await shiftsOf(page);
    expect(shift, shifts).toBeLessThanOrEqual(0.01);
    await close();
  });
});
