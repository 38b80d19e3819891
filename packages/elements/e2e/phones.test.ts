/** The site on phones and tablets of every width, where a word or a number that breaks is read as two. */
import { describe, expect, it } from 'vitest';
import { brokenWords } from './support/broken-words.ts';
import { useSite } from './support/site.ts';
import { goTo, until, visitor } from './support/visit.ts';

const site = useSite();
/** Steps between the widths, px: the report is long, and every one of them lays it out anew. */
const PAGES = [
  ['', 16],
  ['rapport/entier', 48],
  ['pole/', 16],
] as const;

describe.each(PAGES)('the page /%s', (address, step) => {
  it('breaks no word and no number, however wide the screen', async () => {
    const visit = await visitor(site.browser, { viewport: { width: 360, height: 900 } });
    await goTo(visit.page, new URL(address, site.url).href);
    await visit.page.keyboard.press('Shift');
    await until(() => visit.page.locator('ess-report .room:not(.map), .loading').allTextContents());
    for (let width = 320; width <= 800; width += step) {
      await visit.page.setViewportSize({ width, height: 900 });
      expect(await visit.page.evaluate(brokenWords), `${width} px`).toEqual([]);
    }
    await visit.close();
  });
});
