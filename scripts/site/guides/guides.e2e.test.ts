import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { violations } from '../../../packages/elements/e2e/support/axe.ts';
import { type Host, openHost, pageOf } from '../../../packages/elements/e2e/support/host.ts';
import { useSite } from '../../../packages/elements/e2e/support/site.ts';
import { goTo, settled, states, visitor } from '../../../packages/elements/e2e/support/visit.ts';
import { codeOf } from '../../stories/code.ts';
import { MOUNTS } from '../mounts.mjs';
import { GUIDES } from './compile.ts';
import { type Group, type Guide, groupsIn } from './list.ts';

const site = useSite();
const guidesOf = (groups: readonly Group[]): readonly Guide[] =>
  groups.flatMap(({ pairs }) => pairs.flatMap(({ fr, en }) => [fr, en].filter((each) => each !== undefined)));
const GROUPS = groupsIn(GUIDES);
const guides = guidesOf(GROUPS);
const URLS = ['/guides/', '/guides/en/', ...guides.map(({ url }) => url)];

/** Pages of every kind: the index, tables, a widget, code, many widgets. */
const SAMPLE = [
  '/telecharger/',
  '/guides/dossier/',
  '/guides/',
  '/guides/accessibilite/',
  '/guides/demarrer/',
  '/guides/theme/',
  '/guides/en/embed/',
];

describe('the guides of the built site', () => {
  it.concurrent.each(URLS)('%s is shown, asks no other host and says nothing in the console', async (url) => {
    const visit = await visitor(site.browser, { viewport: { width: 360, height: 800 } });
    const answer = await visit.page.goto(new URL(url, site.url).href);
    expect(answer?.status()).toBe(200);
    await settled(visit.page);
    expect(await visit.page.locator('h1').count()).toBe(1);
    const shown = (await states(visit.page)).filter(
      (state) => !/ ready$/.test(state) && state !== 'ess-data-check empty',
    );
    expect([shown, visit.complaints]).toEqual([[], []]);
    const { wide, narrow } = await visit.page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      narrow: document.documentElement.clientWidth,
    }));
    expect(wide).toBe(narrow);
    await visit.close();
  });

  it.each(SAMPLE)('%s breaks no rule of axe, light and dark', async (url) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const visit = await visitor(site.browser, { colorScheme });
      await goTo(visit.page, new URL(url, site.url).href);
      expect(await violations(visit.page)).toEqual([]);
      await visit.close();
    }
  });

  it('are reached from the first page, and lead from one language to the other', async () => {
    const visit = await visitor(site.browser);
    await visit.page.goto(site.url);
    await visit.page
      .getByRole('link', { name: /^Guides/ })
      .first()
      .click();
    await visit.page.getByRole('link', { name: 'Démarrer en cinq minutes' }).click();
    await visit.page.getByRole('link', { name: 'In English' }).click();
    expect(await visit.page.locator('h1').textContent()).toBe('Start in five minutes');
    await visit.close();
  });

  it('have code that scrolls by keyboard', async () => {
    const visit = await visitor(site.browser, { viewport: { width: 360, height: 800 } });
    await visit.page.goto(new URL('/guides/demarrer/', site.url).href);
    const code = visit.page.locator('pre').first();
    await code.focus();
    await visit.page.keyboard.press('ArrowRight');
    await expect.poll(() => code.evaluate((each) => each.scrollLeft)).toBeGreaterThan(0);
    await visit.close();
  });
});

/** Whether a snippet waits for its reader to fill it in: an address elsewhere, a version, an ellipsis. */
const isToFill = (html: string): boolean => /\s(?:data-)?(?:ess-)?src="https?:|= https?:|X\.X\.X|tiles=|…/.test(html);

const LOADER_TAG = /<script type="module"[^>]*><\/script>/;
const LOADER = '<script type="module" src="ess/ess.js" data-src="data/manifest.json"></script>';

/** Returns the pages of a guide that its snippets of HTML make: those with a script of their own are a page each. */
function pagesOf(guide: Guide): readonly string[] {
  const snippets = codeOf(guide.file)
    .filter(({ language, text }) => language === 'html' && !isToFill(text))
    .map(({ text }) => text);
  const apart = snippets.filter((text) => LOADER_TAG.test(text));
  const together = snippets.filter((text) => !LOADER_TAG.test(text) && /<ess-|data-ess=/.test(text));
  return [...apart, ...(together.length > 0 ? [LOADER + together.join('\n')] : [])];
}

const folderOf = (url: string): string => MOUNTS.find((mount) => mount.url === url)?.folder ?? '';
const list = { body: readFileSync(path.join(folderOf('/pole/'), 'adherents.csv')), type: 'text/csv' };
const calendar = {
  body: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:essai\r\nBEGIN:VEVENT\r\nUID:1@essai\r\nDTSTAMP:20240101T000000Z\r\nDTSTART:21000301T100000Z\r\nSUMMARY:Rencontre imaginaire\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  type: 'text/calendar',
};
const fileOf = (name: string) => ({
  body: readFileSync(path.join(folderOf('/data/'), name)),
  type: 'application/json',
});

/** Serves a page below `/lieu/`, with the two folders and the files that the guides name beside it. */
function serve(guide: Guide, page: string): Promise<Host> {
  const manifest = codeOf(guide.file).find(({ language, text }) => language === 'json' && text.includes('"communes"'));
  const files = {
    ...Object.fromEntries(['adherents.csv', 'members.csv'].map((name) => [`/lieu/${name}`, list])),
    ...Object.fromEntries(['fond.json', 'ground.json'].map((name) => [`/lieu/${name}`, fileOf('basemap.json')])),
    '/lieu/agenda.ics': calendar,
    '/lieu/communes.json': fileOf('communes.json'),
    ...(manifest && { '/lieu/manifest.json': { body: manifest.text, type: 'application/json' } }),
  };
  const mounts = (['/ess/', '/data/'] as const).flatMap((url) => {
    const folder = folderOf(url);
    return [
      { url, folder },
      { url: `/lieu${url}` as const, folder },
      // Hosts with a root of their own keep both in one folder there.
      { url: `/ess-widgets${url}` as const, folder },
    ];
  });
  return openHost({ mounts, pages: { ...files, '/lieu/': pageOf(page) } });
}

describe('the snippets of a guide', () => {
  // Those for developers are templates of frameworks, or need code of the reader's own: their types are checked elsewhere.
  const forPages = guidesOf(GROUPS.filter(({ title }) => title.fr !== 'Développer'));
  const shown = forPages.flatMap((guide) =>
    pagesOf(guide).map((page, at) => [guide.file, at + 1, guide, page] as const),
  );

  it.concurrent.each(shown)('work in a page beside the two folders: %s, page %i', async (_file, _at, guide, page) => {
    const host = await serve(guide, page);
    const visit = await visitor(site.browser);
    await goTo(visit.page, `${host.url}lieu/`);
    const found = await states(visit.page);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((state) => !/ ready$/.test(state) && state !== 'ess-data-check empty')).toEqual([]);
    await visit.close();
    await host.close();
  });
});
