/** `data-ess` blocks in the pages that editors of sites make. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOUNTS, ROOT } from '../../../scripts/site/mounts.mjs';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, states, visitor } from './support/visit.ts';

const shared = useSite();
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
  const visit = await visitor(shared.browser, { viewport: { width, height: 780 } });
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

  it('keeps a width that its page gives it there, and has a margin alone elsewhere', async () => {
    expect((await laidOut('wide', 360)).widths).toEqual([256, 272]);
    expect((await laidOut('alone', 360)).styles).toEqual(['margin-block: var(--ess-margin, 1.5rem);']);
  });

  it('has none of the code for its author, who has changed nothing', async () => {
    expect((await laidOut('row', 360)).scripts.filter((url) => url.includes('author'))).toEqual([]);
  });
});

describe.each(['integrer.fr.mdx', 'embed.en.mdx'])('the guide of embedding, %s', (file) => {
  it('has lines for WordPress and for SPIP that show its block in a page without a folder', async () => {
    const guide = await readFile(path.join(ROOT, 'stories/guides', file), 'utf8');
    const [, block = ''] = /```html\n(<div [^]*?)```/.exec(guide) ?? [];
    const pasted = block.replace('="data/', '="/ess-widgets/data/');
    const scripts = [...guide.matchAll(/'(<script .*<\/script>)'/g)].map(([, script = '']) => script);
    expect(scripts).toHaveLength(2);
    const pages = scripts.map((script, at) => [`/2026/11/agenda-${at}/`, pageOf(pasted + script)] as const);
    const site = await openHost({
      mounts: MOUNTS.map(({ url, folder }) => ({ url: `/ess-widgets${url}`, folder })),
      pages: Object.fromEntries(pages),
    });
    for (const [address] of pages) {
      const visit = await visitor(shared.browser);
      await goTo(visit.page, new URL(address, site.url).href);
      expect(await states(visit.page)).toEqual(['ess-event-agenda ready']);
      expect(visit.complaints).toEqual([]);
      await visit.close();
    }
    await site.close();
  });
});
