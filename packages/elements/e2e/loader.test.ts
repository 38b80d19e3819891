/** The tag of the loader on the pages of sites that we do not write: what it says, how it is written, what optimisers make of it. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { MOUNTS, ROOT } from '../../../scripts/site/mounts.mjs';
import { type Host, type HostOptions, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, settled, states, texts, visitor, warnings } from './support/visit.ts';

const site = useSite();
const open: Host[] = [];
async function host(options: HostOptions): Promise<Host> {
  const opened = await openHost(options);
  open.push(opened);
  return opened;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const FIGURE = '<div data-ess="indicator" data-ess-indicator="members-stock"></div>';
const BARE = '<script type="module" src="/ess/ess.js"></script>';
const CLASSIC = '<script src="/ess/ess.classic.js" data-src="/data/manifest.json"></script>';
/** A list of our own, with another number of members than the data of Bretagne. */
const OTHER = {
  body: `nom;commune;lat;lon\n${Array.from({ length: 9 }, (_, at) => `Épicerie imaginaire ${at};Brest;48.4;-4.5`).join('\n')}\n`,
  type: 'text/csv; charset=utf-8',
};

/** Opens a page and returns what its figures say, and what the console does. */
async function shown(body: string, head: string, more: HostOptions = {}) {
  const { pages, ...options } = more;
  const { url } = await host({ pages: { '/': pageOf(body, head), '/other.csv': OTHER, ...pages }, ...options });
  const visit = await visitor(site.browser);
  await visit.page.goto(url);
  // A classic script brings the loader when the page is there already.
  await visit.page.locator('ess-indicator').first().waitFor({ state: 'attached' });
  await settled(visit.page);
  const seen = { text: await texts(visit.page, 'ess-indicator'), states: await states(visit.page), visit };
  return seen;
}
const adjust = (tag: string, attributes: string): string => tag.replace('></', ` ${attributes}></`);
const langs = (page: Page): Promise<readonly (string | null | undefined)[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('ess-indicator')].map(({ shadowRoot }) =>
      shadowRoot?.querySelector('.frame')?.getAttribute('lang'),
    ),
  );
const schemes = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('ess-indicator')].map((each) => getComputedStyle(each).colorScheme),
  );

describe('the classic script', () => {
  it('is under half a kilobyte', () => {
    const { size } = statSync(path.join(ROOT, 'packages/elements/cdn/ess.classic.js'));
    expect(size).toBeLessThan(500);
  });

  it.each([
    ['in the head', CLASSIC, ''],
    ['with async', adjust(CLASSIC, 'async'), ''],
    ['with defer', adjust(CLASSIC, 'defer'), ''],
    ['at the end', '', CLASSIC],
    ['twice', CLASSIC, CLASSIC],
    ['beside the module', CLASSIC, LOADER],
  ])('brings the widgets and their data, %s', async (_how, head, end) => {
    const { text, visit } = await shown(FIGURE + end, head);
    expect(text[0]).toContain('117');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('leaves what it says to the loader though an optimiser removes the tag', async () => {
    const gone = `${CLASSIC}<script>for (const each of document.querySelectorAll('script[data-src]')) each.remove()</script>`;
    const { text, visit } = await shown(FIGURE, gone);
    expect(text[0]).toContain('117');
    await visit.close();
  });

  it('takes the version of its own address along', async () => {
    const asked: string[] = [];
    const heard: HostOptions['heard'] = ({ url = '' }) => void asked.push(url);
    const { visit } = await shown(FIGURE, CLASSIC.replace('.classic.js', '.classic.js?v=0.1.0'), { heard });
    expect(asked).toContain('/ess/ess.js?v=0.1.0');
    await visit.close();
  });
});

describe('the classic script that an optimiser has changed', () => {
  const text = readFileSync(path.join(ROOT, 'packages/elements/cdn/ess.classic.js'), 'utf8');
  const inlined = (attributes: string) => `<script ${attributes}>${text}</script>`;

  it.each([
    ['inlined', inlined('data-loader="/ess/ess.js" data-src="/data/manifest.json"'), {}],
    [
      'joined with others',
      '<script src="/all.js" data-loader="/ess/ess.js" data-src="/data/manifest.json"></script>',
      { '/all.js': { body: `var other = 1;\n${text}`, type: 'text/javascript' } },
    ],
  ])('finds the loader where its tag says it, %s', async (_how, head, more) => {
    const { text: said, visit } = await shown(FIGURE, '', { pages: { '/': pageOf(FIGURE, head), ...more } });
    expect(said[0]).toContain('117');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it.each([
    ['inlined', inlined('data-src="/data/manifest.json"')],
    ['joined with others', '<script src="/all.js?f=/ess/ess.classic.js"></script>'],
  ])('says in one line what helps, %s', async (_how, head) => {
    const pages = { '/': pageOf(FIGURE, head), '/all.js': { body: text, type: 'text/javascript' } };
    const own = await host({ pages });
    const visit = await visitor(site.browser);
    await visit.page.goto(own.url);
    expect(visit.complaints).toEqual([expect.stringContaining('data-loader')]);
    await visit.close();
  });
});

describe('what the tag of the loader says', () => {
  const english = 'lang="en"';

  it('is the default of the page: theme, language, territory', async () => {
    const { text, visit } = await shown(
      FIGURE,
      adjust(LOADER, 'data-theme="dark" data-lang="en" data-territory="departement-29"'),
    );
    expect(await schemes(visit.page)).toEqual(['dark']);
    expect(await langs(visit.page)).toEqual(['en']);
    expect(text[0]).toContain('at least 2');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('comes after what a provider says, which comes after what an element says', async () => {
    const inside = `<ess-provider src="/other.csv" theme="light" ${english} territory="">`;
    const { text, visit } = await shown(
      `${FIGURE}${inside}${FIGURE}<ess-indicator src="/data/manifest.json" indicator="members-stock" theme="auto" lang="br"></ess-indicator></ess-provider>`,
      adjust(LOADER, 'data-theme="dark" data-lang="fr" data-territory="departement-29"'),
    );
    expect(await langs(visit.page)).toEqual(['fr', 'en', 'br']);
    expect(await schemes(visit.page)).toEqual(['dark', 'light', 'light dark']);
    expect(text[0]).toContain('au moins 2');
    // A list has no published figure: that of the page's data set is shown, of no territory as the provider says.
    expect(text[1]).toContain('117');
    expect(text[2]).toContain('117');
    await visit.close();
  });

  it('counts for the sections of a page that have a language of their own less than that', async () => {
    const { visit } = await shown(`${FIGURE}<section lang="br">${FIGURE}</section>`, adjust(LOADER, 'data-lang="en"'));
    expect(await langs(visit.page)).toEqual(['en', 'br']);
    await visit.close();
  });

  it('is completed by other tags of loaders, in the order of the page, for what it does not say', async () => {
    const first =
      '<script type="text/plain" src="/a/ess.js?v=1" data-src="/data/manifest.json" data-theme="dark"></script>';
    const second = '<script type="text/plain" src="/b/ess.js" data-src="/other.csv" data-lang="en"></script>';
    const { text, visit } = await shown(FIGURE, `${first}${second}${adjust(BARE, 'data-theme="light"')}`);
    expect(text[0]).toContain('117');
    expect(await schemes(visit.page)).toEqual(['light']);
    expect(await langs(visit.page)).toEqual(['en']);
    await visit.close();
  });
});

describe('a page cache', () => {
  const own = FIGURE.replace('></', ' data-ess-src="/data/manifest.json"></');

  it('that drops data-src leaves a block its own source', async () => {
    const { text, visit } = await shown(own, BARE);
    expect(text[0]).toContain('117');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('that moves the script and delays it until the visitor does something only delays the widgets', async () => {
    const delayed = `<script>addEventListener('pointermove', () => {
      const late = Object.assign(document.createElement('script'), { type: 'module', src: '/ess/ess.js' });
      document.body.append(late);
    }, { once: true })</script>`;
    const { url } = await host({ pages: { '/': pageOf(own, delayed) } });
    const visit = await visitor(site.browser);
    await visit.page.goto(url);
    await visit.page.mouse.move(10, 10);
    await expect.poll(async () => (await texts(visit.page, 'ess-indicator')).join()).toContain('117');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('that removes the type of the script is answered by the classic one', async () => {
    const { text, visit } = await shown(own, '<script src="/ess/ess.classic.js"></script>');
    expect(text[0]).toContain('117');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});

describe('a site in a folder', () => {
  it('has its widgets from addresses below it', async () => {
    const below = (text: string): string => text.replaceAll('="/', '="/site/');
    const { text, visit } = await shown(FIGURE, '', {
      mounts: MOUNTS.map(({ url, folder }) => ({ url: `/site${url}` as const, folder })),
      pages: { '/': pageOf(FIGURE, below(LOADER)) },
    });
    expect(text[0]).toContain('117');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});

describe('a script that an async attribute runs while the page is still read', () => {
  it('takes a block with all that is in it', async () => {
    const still = '<p class="ess-still">117 adhérents</p>';
    const { url } = await host({
      pages: {
        '/': pageOf(FIGURE.replace('></', `>${still}</`) + '<p>Suite</p>'.repeat(2000), adjust(LOADER, 'async')),
      },
    });
    const visit = await visitor(site.browser);
    await goTo(visit.page, url);
    expect(await visit.page.locator('.ess-still').count()).toBe(0);
    expect(await visit.page.locator('[data-ess] > *').count()).toBe(1);
    await visit.close();
  });
});

describe('a loader whose folder is gone', () => {
  it('says what to do, and leaves what the block holds', async () => {
    const still = '<p class="ess-still">117 adhérents</p>';
    const { url } = await host({
      pages: { '/': pageOf(FIGURE.replace('></', ` style="min-height:20rem">${still}</`), LOADER) },
    });
    const visit = await visitor(site.browser);
    await visit.page.route(/\/ess\/\d/, (route) => route.fulfill({ status: 404, body: 'gone' }));
    await visit.page.goto(url);
    await visit.page.getByRole('button', { name: 'Réessayer' }).waitFor();
    expect(warnings(visit)).toEqual([
      expect.stringMatching(/<ess-indicator> .*Gone \(404\)\? Copy the whole folder again, empty caches/),
    ]);
    expect(await visit.page.getByText('117 adhérents').isVisible()).toBe(true);
    await visit.close();
  });
});

describe('a theme that resets every element', () => {
  it('leaves a widget its box, its width and its colours', async () => {
    const { text, visit } = await shown(
      `${FIGURE}<ess-breakdown indicator="members-stock" by="college"></ess-breakdown>`,
      `<style>* { all: unset } head, script, style, title { display: none }</style>${LOADER}`,
    );
    expect(text[0]).toContain('117');
    const boxes = await visit.page.evaluate(() =>
      [...document.querySelectorAll('ess-indicator, ess-breakdown')].map((each) => {
        const { display } = getComputedStyle(each);
        return [display, each.getBoundingClientRect().width > 1000];
      }),
    );
    expect(boxes).toEqual(Array.from({ length: 2 }, () => ['block', true]));
    expect(await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('leaves a block its margin', async () => {
    const block = '<div data-ess="indicator" data-ess-indicator="members-stock"></div>';
    const { visit } = await shown(
      block + block,
      `<style>* { all: unset } head, script, style, title { display: none }</style>${LOADER}`,
    );
    const [above, below] = await visit.page.evaluate(() =>
      [...document.querySelectorAll('[data-ess]')].map((each) => each.getBoundingClientRect()),
    );
    expect(below!.top - above!.bottom).toBe(24);
    await visit.close();
  });
});
