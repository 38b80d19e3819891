/** Tests what a `data-ess` block may do to the page: anyone who writes a post can write such a block. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrived, HANDLERS, HOSTILE, hostile, KEYFRAMES, valueOf } from '../../../scripts/hosts/hostile.ts';
import { ROOT } from '../../../scripts/site/mounts.mjs';
import { tagsOf } from '../../../scripts/sync/elements.ts';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, settled, states, visitor, warnings } from './support/visit.ts';

const KINDS = tagsOf(ROOT).map((tag) => tag.slice('ess-'.length));
const FIGURE = '<div data-ess="indicator" data-ess-indicator="members-stock"></div>';
const DAMAGED =
  '<div data-ess="indicator" data-ess-indicator="members-stock" data-ess-="1" data-ess-é="1" data-ess-1a="1"></div>';
/** A script of the page that fails where the loader puts an element into the block. */
const BREAKS = `<script>{
  const { append } = Element.prototype;
  Element.prototype.append = function (...nodes) {
    if (this.id === 'broken') throw new Error('broken');
    append.apply(this, nodes);
  };
}</script>`;
const blocks = (attributes: string) => KINDS.map((kind) => `<div data-ess="${kind}" ${attributes}></div>`).join('');
const site = useSite();
let host: Host;

beforeAll(async () => {
  host = await openHost({
    pages: {
      '/load': pageOf(blocks(`${hostile} data-ess-theme="dark" data-ess-lang="en"`), KEYFRAMES + LOADER),
      '/later': pageOf(blocks(''), KEYFRAMES + LOADER),
      '/damaged': pageOf(DAMAGED + FIGURE.repeat(4), LOADER),
      '/throws': pageOf(`<div id="broken" data-ess="indicator"></div>${FIGURE.repeat(4)}`, BREAKS + LOADER),
      // Its own field stands in the place of a property that the loader reads.
      '/form': pageOf(
        `<form data-ess="indicator" data-ess-indicator="members-stock">${'attributes append style getAttribute querySelector'.replaceAll(/\S+/g, '<input name="$&">')}</form>${FIGURE.repeat(4)}`,
        LOADER,
      ),
      '/mistyped': pageOf(FIGURE.replace('></', ' data-ess-perod="2024" data-ess-hosts="a.fr"></').repeat(2), LOADER),
    },
  });
});
afterAll(() => host?.close());

const opened = async (path: string) => {
  const visit = await visitor(site.browser);
  await goTo(visit.page, new URL(path, host.url).href);
  return visit;
};

/** Returns the selector of the widgets of a page that have an attribute. */
const all = (name: string) => `[data-ess] > [${name}]`;

describe('a data-ess block', () => {
  it('gives its widget no handler and no global attribute of HTML, and nothing runs', async () => {
    expect(HANDLERS.length).toBeGreaterThan(120);
    const { page, close } = await opened('load');
    expect(await page.evaluate(arrived, HOSTILE)).toEqual([]);
    expect(await page.locator(all('theme="dark"')).count()).toBe(KINDS.length);
    expect(await page.locator(all('lang="en"')).count()).toBe(KINDS.length);
    await close();
  });

  it('gives it none by a later change either', async () => {
    const { page, close } = await opened('later');
    const pairs = [...HOSTILE.map((name) => [name, valueOf(name)] as const), ['theme', 'dark'] as const];
    await page.evaluate((written) => {
      for (const block of document.querySelectorAll('[data-ess]')) {
        for (const [name, value] of written) block.setAttribute(`data-ess-${name}`, value);
      }
    }, pairs);
    // The last one that was written: all others have been looked at when it has come.
    await expect.poll(() => page.locator(all('theme="dark"')).count()).toBe(KINDS.length);
    expect(await page.evaluate(arrived, HOSTILE)).toEqual([]);
    await close();
  });

  it('whose names no element can have is told in one line, and all five widgets are ready', async () => {
    const visit = await opened('damaged');
    expect(await states(visit.page)).toEqual(Array.from({ length: 5 }, () => 'ess-indicator ready'));
    await expect.poll(() => warnings(visit).length).toBe(1);
    expect(warnings(visit)[0]).toMatch(/«\s?é\s?».*\(config; /);
    await visit.close();
  });

  it('that throws is told in one line, and the four others are ready', async () => {
    const visit = await opened('throws');
    expect(await states(visit.page)).toEqual(Array.from({ length: 4 }, () => 'ess-indicator ready'));
    expect(warnings(visit)).toEqual([expect.stringMatching(/\(fault; see the guide "Messages"\)$/)]);
    await visit.close();
  });

  it('that is a form is not hindered by its own fields', async () => {
    const visit = await opened('form');
    expect(await states(visit.page)).toEqual(Array.from({ length: 5 }, () => 'ess-indicator ready'));
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('has each name without effect told once in the console, with the nearest one, and never in the page', async () => {
    const visit = await opened('mistyped');
    await expect.poll(() => warnings(visit).length).toBe(2);
    expect(warnings(visit)[0]).toMatch(/hosts="…" of a post has no effect: the site alone sets it/);
    expect(warnings(visit)[1]).toMatch(/«\s?perod\s?» n’existe pas\. Les plus proches\s?: period\b/);
    expect(await states(visit.page)).toEqual(['ess-indicator ready', 'ess-indicator ready']);
    await visit.close();
  });
});

/** Elements with everything that the site alone decides. */
const WIDENED = `<ess-provider hosts="a.fr" max-bytes="90000000" audience="internal"><ess-member-map tiles="osm" tiles-consent="granted" audience="internal" territory="departement-29"></ess-member-map></ess-provider>`;
/** What an element makes of it. Runs in the page. */
const widened = () => {
  const read = (selector: string, names: readonly string[]) => {
    const found = document.querySelector(selector);
    return names.map((name) => (found && Reflect.get(found, name)) ?? null);
  };
  return [
    ...read('ess-provider', ['hosts', 'maxBytes', 'audience']),
    ...read('ess-member-map', ['tiles', 'tilesConsent', 'audience', 'territory']),
  ];
};
const NOTHING = [null, null, null, null, null, null, 'departement-29'];

describe('an element of a page in which contributors write', () => {
  // That it is there is enough: an optimiser may drop its value.
  const cms = LOADER.replace('></', ' data-cms></');

  it.each(['at load', 'by a later change', 'in an element that comes later'])('widens nothing, %s', async (when) => {
    const bare = WIDENED.replaceAll(/ (?:hosts|max-bytes|audience|tiles|tiles-consent)="[^"]*"/g, '');
    const body = { 'at load': WIDENED, 'by a later change': bare }[when] ?? '';
    const own = await openHost({ pages: { '/': pageOf(body + FIGURE, cms) } });
    const visit = await visitor(site.browser);
    await goTo(visit.page, own.url);
    await visit.page.evaluate(
      ([html, isNew]) => {
        const template = document.createElement('template');
        template.innerHTML = `${html}`;
        if (isNew) document.body.append(template.content.cloneNode(true));
        for (const from of template.content.querySelectorAll('*'))
          for (const { name, value } of from.attributes)
            document.querySelector(from.localName)?.setAttribute(name, value);
      },
      [WIDENED, when.endsWith('later')] as const,
    );
    await settled(visit.page);
    expect(await visit.page.evaluate(widened)).toEqual(NOTHING);
    expect(visit.complaints.filter((line) => line.startsWith('elsewhere'))).toEqual([]);
    // The code that says it comes late.
    const said = (): readonly string[] =>
      warnings(visit).flatMap((line) => /\] (\S+?)="…" of a post/.exec(line)?.[1] ?? []);
    await expect.poll(() => [...said()].sort()).toEqual(['audience', 'hosts', 'max-bytes', 'tiles', 'tiles-consent']);
    await visit.close();
    await own.close();
  });

  it('is the site’s own where its tag says nothing of contributors', async () => {
    const own = await openHost({ pages: { '/': pageOf(WIDENED.replace('osm', 'none'), LOADER) } });
    const visit = await visitor(site.browser);
    await goTo(visit.page, own.url);
    expect(await visit.page.evaluate(widened)).toEqual([
      ...['a.fr', '90000000', 'internal', 'none', 'granted', 'internal', 'departement-29'],
    ]);
    expect(warnings(visit)).toEqual([]);
    await visit.close();
    await own.close();
  });
});

describe('a block with a street map', () => {
  const map = '<div data-ess="member-map" data-ess-tiles="osm" data-ess-tiles-consent="granted"></div>';

  it.each([
    ['the loader', LOADER],
    ['the classic script', LOADER.replace('ess.js', 'ess.classic.js').replace('type="module" ', '')],
    ['a site that names none', LOADER.replace('></', ' data-cms="wordpress" data-tiles=""></')],
  ])('asks no other host, and offers none, with %s', async (_kind, tag) => {
    const own = await openHost({ pages: { '/': pageOf(map, tag) } });
    const visit = await visitor(site.browser);
    await goTo(visit.page, own.url);
    // The classic script loads the loader after the page.
    await expect.poll(() => states(visit.page)).toEqual(['ess-member-map ready']);
    expect(await visit.page.locator('.ground-choice').count()).toBe(0);
    expect(visit.complaints.filter((line) => line.startsWith('elsewhere'))).toEqual([]);
    await visit.close();
    await own.close();
  });

  it('has that of the site’s tag, with its consent', async () => {
    const tiles = 'data-tiles="/tiles/{z}/{x}/{y}.png" data-tiles-consent="granted"';
    const asked: string[] = [];
    const heard = ({ url = '' }) => void asked.push(url);
    const own = await openHost({ pages: { '/': pageOf(map, LOADER.replace('></', ` ${tiles}></`)) }, heard });
    const visit = await visitor(site.browser);
    await goTo(visit.page, own.url);
    await expect.poll(() => asked.some((url) => url.startsWith('/tiles/'))).toBe(true);
    await visit.close();
    await own.close();
  });
});

describe('the tag of the loader', () => {
  it.each([
    [
      'data-hosts="A.fr  b.fr:8080" data-max-bytes="30000000"',
      { hosts: ['a.fr', 'b.fr:8080'], maxBytes: 30_000_000 },
      0,
    ],
    ['data-max-bytes="0"', {}, 1],
    ['data-max-bytes="30 MB"', {}, 1],
  ])('says with %s what may be read', async (attributes, expected, lines) => {
    const own = await openHost({ pages: { '/': pageOf(FIGURE, LOADER.replace('></', ` ${attributes}></`)) } });
    const visit = await visitor(site.browser);
    await goTo(visit.page, own.url);
    const said = await visit.page.evaluate(() => {
      const page = globalThis as unknown as Readonly<Record<symbol, { hosts?: unknown; maxBytes?: unknown }>>;
      const { hosts, maxBytes } = page[Symbol.for('ess-widgets')] ?? {};
      return { hosts, maxBytes };
    });
    expect(said).toEqual(expected);
    await expect.poll(() => warnings(visit).filter((line) => line.includes('(config; '))).toHaveLength(lines);
    await visit.close();
    await own.close();
  });
});
