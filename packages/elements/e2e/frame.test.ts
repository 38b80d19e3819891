/** Tests the page of a frame, in a sandbox of another site: it is right or refused, and says how high it is. Then a link to it. */
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { snippetFor } from '../src/base/embed.ts';
import { violations } from './support/axe.ts';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { settled, type Visit, visitor } from './support/visit.ts';

const SOURCES = {
  format: 'ess-sources/1',
  sources: { donnees: { src: 'data/manifest.json' }, liste: { src: 'liste.csv' } },
};

const site = useSite();
let host: Host;
let partner: Host;
let visit: Visit;
const asked: string[] = [];
const pages: Record<string, string> = {};

beforeAll(async () => {
  host = await openHost({
    headers: { 'access-control-allow-origin': '*' },
    pages: {
      '/sources.json': { body: JSON.stringify(SOURCES), type: 'application/json' },
      '/f/x.fr/oembed.json': {
        // Relative to nothing: the address of the host is known once it is open.
        get body() {
          const frame = `${host.url}ess/atelier/embed.html?widget=event-counter&series=mois-de-l-ess`;
          return JSON.stringify({ version: '1.0', type: 'rich', frame });
        },
        type: 'application/json',
      },
      '/liste.csv': { body: 'Structure;Commune\nCoop A;Rennes\nAsso B;Brest\n', type: 'text/csv' },
    },
    heard: ({ url = '' }) => asked.push(url),
  });
  partner = await openHost({ pages, heard: ({ url = '' }) => asked.push(`partner ${url}`) });
});
afterAll(async () => {
  await host?.close();
  await partner?.close();
});
afterEach(() => visit.close());

/** Opens a page of a partner with a frame in its sandbox, which keeps what the frame says. */
async function framed(query: string, width = 1000, hash = ''): Promise<Frame> {
  asked.length = 0;
  visit = await visitor(site.browser, { viewport: { width, height: 900 } });
  const src = `${host.url}ess/atelier/embed.html${query}${hash}`.replaceAll('&', '&amp;');
  const frame = `<iframe title="Widget" src="${src}" sandbox="allow-scripts allow-popups allow-downloads" style="inline-size:100%;block-size:300px;border:0"></iframe>`;
  pages['/'] = pageOf(frame);
  await visit.page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    addEventListener('message', ({ data }) => heard.push(data));
  });
  await visit.page.goto(partner.url);
  const found = await (await visit.page.waitForSelector('iframe')).contentFrame();
  if (!found) throw new Error('The page has no frame.');
  return found;
}

const heard = () => visit.page.evaluate(() => (globalThis as unknown as { heard: readonly unknown[] }).heard);

/** Returns the height that the frame said last. */
const said = async () =>
  (await heard())
    .flatMap((each) => {
      const { type, height } = each as { readonly type?: string; readonly height?: number };
      return type === 'ess-height' ? [height] : [];
    })
    .at(-1);

describe('a frame', () => {
  it.each([320, 1200])('shows its widget in a sandbox, and says its height, at %i px', async (width) => {
    const frame = await framed('?widget=event-counter&source=donnees&series=mois-de-l-ess', width);
    await frame.locator('ess-event-counter:state(ready)').waitFor();
    const height = await frame.locator('#frame').evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
    await expect.poll(said).toBe(height);
    expect(height).toBeGreaterThan(150);
    await visit.page.goto(frame.url());
    await visit.page.locator('ess-event-counter:state(ready)').waitFor();
    // It is a part of another page, which has the first heading.
    const broken = await violations(visit.page);
    expect(broken.filter((rule) => !rule.startsWith('page-has-heading-one'))).toEqual([]);
  });

  it('reads a list by the name that the folder gives it', async () => {
    const frame = await framed('?widget=member-list&source=liste');
    await frame.locator('ess-member-list:state(ready)').waitFor();
    await frame.getByText('Asso B').waitFor();
  });

  it('shows no data of an address in its query', async () => {
    const foreign = `${partner.url}evil.json`;
    const frame = await framed(
      `?widget=event-counter&series=mois-de-l-ess&src=${foreign}&calendar=${foreign}&onclick=alert(1)`,
    );
    await frame.locator('ess-event-counter:state(ready)').waitFor();
    expect(asked.filter((url) => url.startsWith('partner /evil'))).toEqual([]);
    expect(await frame.locator('[onclick], [data-ess-src], [data-ess-calendar]').count()).toBe(0);
  });

  it.each([
    '?widget=member-map&source=inconnue',
    '?widget=member-map&source=https://evil.example/',
    '?widget=%3Cb%3E',
    '?',
  ])('is refused as %s', async (query) => {
    const frame = await framed(query);
    await frame.getByText('ne nomme aucun widget').waitFor();
    expect(await frame.locator('[data-ess]').count()).toBe(0);
  });

  it('answers WordPress and iframe-resizer with numbers alone, and does nothing that a message says', async () => {
    const frame = await framed('?widget=event-counter&series=mois-de-l-ess', 1000, '#?secret=abc');
    await frame.locator('ess-event-counter:state(ready)').waitFor();
    await visit.page.evaluate(() => {
      const { contentWindow } = document.querySelector('iframe') as HTMLIFrameElement;
      for (const message of [
        '[iFrameSizer]one:8:false:false:32:true:true:alert(1):bodyOffset:red:url(https://evil.example/):1:1',
        '[iFrameSizer]<img src=x onerror=alert(1)>:1',
        { type: 'ess-height', height: 1e9 },
        { message: 'link', value: 'https://evil.example/' },
        'javascript:alert(1)',
      ])
        contentWindow?.postMessage(message, '*');
    });
    await expect
      .poll(async () => (await heard()).filter((each) => /^\[iFrameSizer\]one:\d+:0:resize$/.test(String(each))).length)
      .toBeGreaterThan(0);
    expect(await heard()).toContainEqual({ message: 'height', value: expect.any(Number), secret: 'abc' });
    expect(frame.url()).toContain('embed.html');
    expect(await frame.evaluate(() => document.body.style.cssText)).not.toMatch(/red|evil/);
    // A sandbox has no storage, which is said once.
    expect(visit.complaints.filter((each) => !each.includes('storage fails'))).toEqual([]);
  });
});

/** What is asked for beside the page: the late code of frames and links, by its name. */
const late = () => asked.flatMap((url) => /\/(frames|links)\.js/.exec(url)?.[1] ?? []);

describe('a page with our loader', () => {
  const visitPage = async (body: string, options = {}) => {
    asked.length = 0;
    visit = await visitor(site.browser, options);
    pages['/'] = pageOf(body, LOADER);
    await visit.page.goto(partner.url);
  };

  it.each([320, 360, 1200])('gives a frame the height of its content at %i px', async (width) => {
    const { code } = snippetFor(
      {
        tag: 'ess-event-counter',
        attributes: [['series', 'mois-de-l-ess']],
        ...{ src: '', link: null, loader: '', source: 'donnees', title: 'Widget', page: null },
        frame: `${host.url}ess/atelier/embed.html`,
        frameHeight: 222,
      },
      'frame',
      'frame',
    );
    await visitPage(`<div style="height:2000px"></div>${code}`, { viewport: { width, height: 800 } });
    const element = visit.page.locator('iframe');
    await element.scrollIntoViewIfNeeded();
    const inside = visit.page.frameLocator('iframe');
    await inside.locator('ess-event-counter:state(ready)').waitFor();
    await expect
      .poll(async () => {
        const own = await inside.locator('#frame').evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
        return (await element.evaluate((each) => each.clientHeight)) - own;
      })
      .toBe(0);
    expect(await element.evaluate((each) => each.clientHeight)).toBeGreaterThan(222);
    // Nothing in it is cut, and nothing of the page lies beside the window.
    expect(await inside.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight)).toBe(0);
    expect(await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(late()).toEqual(['frames']);
    expect(visit.complaints.filter((each) => !each.includes('storage fails'))).toEqual([]);
  });

  const LINKS = () =>
    `<p>Voir <a data-ess-embed href="${host.url}ess/atelier/embed.html?widget=member-list&amp;source=liste&amp;src=${partner.url}evil.json">la liste</a>.</p>
    <p><a data-ess-embed href="${host.url}f/x.fr/">le compteur</a></p><p><a data-ess-embed href="${host.url}rapport/">un lien</a></p>`;

  it('shows a widget in the place of a link to a frame, or to the page of a figure, with the link inside', async () => {
    await visitPage(LINKS());
    await visit.page.locator('[data-ess] > ess-member-list:state(ready)').waitFor();
    await visit.page.locator('[data-ess] > ess-event-counter:state(ready)').waitFor();
    await settled(visit.page);
    await visit.page.getByText('Asso B').first().waitFor();
    expect(await visit.page.locator('ess-member-list > a, ess-event-counter > a').allTextContents()).toEqual([
      'la liste',
      'le compteur',
    ]);
    expect(await visit.page.locator('p > a[data-ess-embed]').allTextContents()).toEqual(['un lien']);
    expect(late()).toEqual(['links']);
    expect(asked.filter((url) => url.includes('evil.json'))).toEqual([]);
    expect(visit.complaints).toEqual([expect.stringMatching(/rapport\/ stays a link/)]);
  });

  it('that comes later is taken up as well', async () => {
    await visitPage('<p>Rien</p>');
    expect(late()).toEqual([]);
    await visit.page.evaluate((html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html), LINKS());
    await visit.page.locator('[data-ess] > ess-member-list:state(ready)').waitFor();
  });

  it('leaves plain links without scripts', async () => {
    await visitPage(LINKS(), { javaScriptEnabled: false });
    expect(await visit.page.locator('p > a').allTextContents()).toEqual(['la liste', 'le compteur', 'un lien']);
    expect(await visit.page.locator('[data-ess]').count()).toBe(0);
  });
});
