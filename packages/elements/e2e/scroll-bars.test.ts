/** The site where scroll bars take room of their own, as on most desktops: what stands beside one has less of it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../scripts/site/browser.mjs';
import { brokenWords } from './support/broken-words.ts';
import { useSite } from './support/site.ts';
import { standingOut } from './support/standing-out.ts';
import { goTo, until, visitor } from './support/visit.ts';

const site = useSite();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ scrollBars: true });
});
afterAll(() => browser.close());

describe.each(['', 'rapport/', 'rapport/#I', 'rapport/#donnees', 'rapport/entier', 'pole/'])(
  'the page /%s',
  (address) => {
    it.each([1200, 1000])('breaks no word and stands within a window of %i px', async (width) => {
      const visit = await visitor(browser, { viewport: { width, height: 900 } });
      await goTo(visit.page, new URL(address, site.url).href);
      await visit.page.keyboard.press('Shift');
      await until(() => visit.page.locator('ess-report .room:not(.map), .loading').allTextContents());
      const room = await visit.page.evaluate(() => innerWidth - document.documentElement.clientWidth);
      expect(room, 'px that the bar of the page takes').toBeGreaterThan(0);
      expect(await visit.page.evaluate(brokenWords)).toEqual([]);
      expect(await standingOut(visit.page)).toEqual([]);
      await visit.close();
    });
  },
);
