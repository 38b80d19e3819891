/** `data-ess` blocks in the layouts that editors of pages offer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, visitor } from './support/visit.ts';

const site = useSite();
const block = (attributes = '') => `<div data-ess="indicator" data-ess-indicator="members-stock" ${attributes}></div>`;
const ROW = '<style>.row{display:flex;flex-wrap:nowrap;gap:1rem}.wide{min-width:16rem}</style>';
let host: Host;

beforeAll(async () => {
  host = await openHost({
    pages: {
      '/row': pageOf(`<div class="row">${block().repeat(4)}</div>`, ROW + LOADER),
      '/wide': pageOf(
        `<div class="row">${block('class="wide"')}${block('style="min-width:17rem"')}</div>`,
        ROW + LOADER,
      ),
      '/alone': pageOf(block(), ROW + LOADER),
    },
  });
});
afterAll(() => host.close());

/** Widths of the blocks of a page, what of the page is out of sight at its side, and scripts that it has asked for. */
async function laidOut(path: string, width: number) {
  const visit = await visitor(site.browser, { viewport: { width, height: 780 } });
  const scripts: string[] = [];
  visit.page.on('request', (request) => scripts.push(request.url()));
  await goTo(visit.page, new URL(path, host.url).href);
  const seen = await visit.page.evaluate(() => ({
    widths: [...document.querySelectorAll('[data-ess]')].map((each) => each.getBoundingClientRect().width),
    hidden: document.documentElement.scrollWidth - innerWidth,
    styles: [...document.querySelectorAll('[data-ess]')].map((each) => each.getAttribute('style')),
  }));
  const { complaints } = visit;
  await visit.close();
  return { ...seen, complaints, scripts };
}

describe('a data-ess block', () => {
  it('gives way in a row, as the element alone does', async () => {
    for (const width of [360, 1200]) {
      const { widths, hidden, complaints } = await laidOut('row', width);
      expect(hidden).toBe(0);
      expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1);
      expect(complaints).toEqual([]);
    }
  });

  it('keeps a width that its page gives it there, and is left as it is elsewhere', async () => {
    expect((await laidOut('wide', 360)).widths).toEqual([256, 272]);
    expect((await laidOut('alone', 360)).styles).toEqual([null]);
  });

  it('has none of the code for its author, who has changed nothing', async () => {
    expect((await laidOut('row', 360)).scripts.filter((url) => url.includes('author'))).toEqual([]);
  });
});
