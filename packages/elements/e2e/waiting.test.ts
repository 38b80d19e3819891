/** Widgets that hold a current still wait: their code comes when a visitor or the data ask for it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf, MOUNTS, SITE } from '../../../scripts/site/mounts.mjs';
import { violations } from './support/axe.ts';
import { type Host, openHost } from './support/host.ts';
import { shiftsOf, watchShifts } from './support/shifts.ts';
import { useSite } from './support/site.ts';
import { states, type Visit, visitor, warnings } from './support/visit.ts';

const site = useSite();
let host: Host;
let visit: Visit;
const FILLED = readFileSync(path.join(SITE, 'cms/index.html'), 'utf8');
const blockOf = (name: string): string =>
  new RegExp(`<div data-ess="${name}"[\\s\\S]*?</div>(?=\\s)`).exec(FILLED)?.[0] ?? '';
const INDICATOR = blockOf('indicator');
const AGENDA = blockOf('event-agenda');
/** A still without a skin: it does not look like its widget. */
const WORDS = INDICATOR.replace('class="ess-still ess-value"', 'class="ess-still"');
const pageOf = (body: string, tag = ''): string =>
  FILLED.replace('<script type="module"', `$&${tag}`).replace(
    /<main[^>]*>[\s\S]*<\/main>/,
    `<main id="contenu"><h1>Essai</h1>${body}</main>`,
  );
/** The mark of a still: data, release, day, and the day from which it may be out of date. */
const marked = (body: string, at: number, word: string): string =>
  body.replace(/(data-ess-still=")([^"]*)/, (_all, name: string, mark: string) => {
    const words = mark.split(' ');
    words[at] = word;
    return `${name}${words.join(' ')}`;
  });
const PAGES = {
  '/one': pageOf(INDICATOR),
  '/five': pageOf(INDICATOR.repeat(5)),
  '/agenda': pageOf(`<p style="height:300vh">Haut de page</p>${AGENDA}`),
  '/other': pageOf(marked(INDICATOR, 0, '0123456789abcdef')),
  '/old': pageOf(marked(INDICATOR, 3, '2025-01-01')),
  '/now': pageOf(INDICATOR, ' data-upgrade="now"'),
  '/words': pageOf(WORDS),
  '/asked': pageOf(WORDS, ' data-upgrade="tap"'),
  '/picker': pageOf(`<ess-territory-picker></ess-territory-picker>${INDICATOR}`),
  '/refresh': pageOf(INDICATOR.replace('<div ', '<div data-ess-refresh="5m" ')),
  '/word': pageOf(INDICATOR.replace('<div ', '<div data-ess-upgrade="soon" ')),
};

beforeAll(async () => {
  host = await openHost({
    pages: { ...PAGES, '/cms.css': { body: readFileSync(path.join(SITE, 'cms/cms.css')), type: 'text/css' } },
  });
});
afterAll(() => host?.close());

/** Opens a page, and notes what it asks for. */
async function opened(name: keyof typeof PAGES): Promise<readonly string[]> {
  await visit?.close();
  visit = await visitor(site.browser);
  await visit.page.addInitScript(watchShifts);
  const asked: string[] = [];
  visit.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await visit.page.goto(new URL(name, host.url).href);
  await visit.page.waitForLoadState('networkidle');
  return asked;
}
afterAll(() => visit?.close());

/** Bytes of a file as a host sends it. */
function sizeOf(pathname: string): number {
  const file = fileOf(pathname, MOUNTS);
  return file ? gzipSync(readFileSync(file), { level: 9 }).length : 0;
}
const codeIn = (asked: readonly string[]): readonly string[] =>
  asked.filter((file) => file.endsWith('.js')).map((file) => path.basename(file));
const ready = (tag: string): Promise<void> => expect.poll(() => states(visit.page)).toEqual([`${tag} ready`]);

describe('a widget that holds a current still', () => {
  it('asks for the loader, what waits and the manifest, and for nothing more until it is used', async () => {
    const asked = await opened('/one');
    expect(codeIn(asked)).toEqual(['ess.js', 'wait.js']);
    expect(asked.filter((file) => file.includes('/data/'))).toEqual(['/data/manifest.json']);
    expect(await visit.page.locator('ess-indicator').count()).toBe(0);
    expect(await violations(visit.page)).toEqual([]);
    await visit.page.locator('[data-ess]').hover();
    await ready('ess-indicator');
    expect(asked.filter((file) => file === '/data/manifest.json')).toHaveLength(1);
    const { shift, shifts } = await shiftsOf(visit.page);
    expect(shift, shifts).toBeLessThanOrEqual(0.01);
    expect(visit.complaints).toEqual([]);
  });

  it('asks for as much with four others of the same data', async () => {
    const asked = await opened('/five');
    expect(codeIn(asked)).toEqual(['ess.js', 'wait.js']);
    expect(asked.filter((file) => file.includes('/data/'))).toHaveLength(1);
    // The page and its still are the author's: what is fetched beside them is ours.
    const bytes = asked.filter((file) => !file.endsWith('/five') && !file.endsWith('.css')).map(sizeOf);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(20_000);
  });

  it('is brought by the keyboard', async () => {
    await opened('/one');
    await visit.page.keyboard.press('Tab');
    while ((await visit.page.locator('[data-ess] :focus').count()) === 0) await visit.page.keyboard.press('Tab');
    await ready('ess-indicator');
  });

  it('comes within a screen of the window, once a visitor does something, where its still leaves rows out', async () => {
    const asked = await opened('/agenda');
    expect(codeIn(asked)).toEqual(['ess.js', 'wait.js']);
    await visit.page.mouse.move(5, 5);
    await visit.page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await visit.page.locator('ess-event-agenda').count()).toBe(0);
    await visit.page.mouse.wheel(0, 2500);
    await ready('ess-event-agenda');
  });

  it.each(['/other', '/old', '/now', '/refresh', '/words'] as const)('does not wait on %s', async (name) => {
    await opened(name);
    await ready('ess-indicator');
    expect(visit.complaints).toEqual([]);
  });

  it('does not wait where a picker chooses what it shows', async () => {
    await opened('/picker');
    await expect.poll(() => states(visit.page)).toEqual(['ess-territory-picker ready', 'ess-indicator ready']);
  });

  it('waits with words alone where the page says so', async () => {
    expect(codeIn(await opened('/asked'))).toEqual(['ess.js', 'wait.js']);
  });

  it('is told of a word that is none of its attribute, and waits as without it', async () => {
    const asked = await opened('/word');
    expect(codeIn(asked)).toEqual(['ess.js', 'wait.js']);
    await visit.page.locator('[data-ess]').hover();
    await ready('ess-indicator');
    await expect.poll(() => warnings(visit).join()).toMatch(/soon.*upgrade/);
  });

  it('follows a change of its block while it waits', async () => {
    await opened('/one');
    await visit.page.locator('[data-ess]').evaluate((block) => block.setAttribute('data-ess-period', '2023'));
    await ready('ess-indicator');
    expect(await visit.page.locator('ess-indicator').getAttribute('period')).toBe('2023');
  });

  it('comes where what waits does not', async () => {
    await visit?.close();
    visit = await visitor(site.browser);
    await visit.page.route(/\/wait\.js/, (route) => route.abort());
    await visit.page.goto(new URL('/one', host.url).href);
    await ready('ess-indicator');
  });
});
