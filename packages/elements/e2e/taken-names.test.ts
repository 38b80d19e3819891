/**
 * Names in markup hide members of the document: `<img name="scripts">` in a text, which the filters of WordPress and SPIP
 * keep, is `document.scripts` from then on.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, LOADER, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { until, type Visit, visitor, warnings } from './support/visit.ts';

const FIGURE =
  '<div data-ess="indicator" data-ess-indicator="members-stock"><a href="/chiffres">Nos chiffres</a></div>';
const STILL =
  '<div data-ess="indicator" data-ess-indicator="members-stock"><figure class="ess-still">Cent dix-sept</figure></div>';
const CLASSIC = '<script src="/ess/ess.classic.js" data-src="/data/manifest.json"></script>';

/** Elements by which a name reaches the document or the window, as filters of texts keep them. */
const FORMS: Readonly<Record<string, (name: string) => string>> = {
  image: (name) => `<img name="${name}" src="/foreign.js" data-src="/foreign.json" alt="">`,
  'image with an id': (name) => `<img name="a" id="${name}" src="/foreign.js" alt="">`,
  'two images': (name) => `<img name="${name}" src="/foreign.js" data-src="/foreign.json" alt="">`.repeat(2),
  object: (name) => `<object id="${name}" data-src="/foreign.json"></object>`,
  embed: (name) => `<embed name="${name}" data-src="/foreign.json">`,
  form: (name) => `<form name="${name}"><input name="src" value="/foreign.js"><input name="dataset"></form>`,
  frame: (name) => `<iframe name="${name}" title="a" hidden></iframe>`,
  link: (name) => `<a id="${name}" href="/foreign.js">a</a>`,
};

/** Members of the document that Lit reads, beyond our reach. */
const OF_LIT = ['createTreeWalker', 'createComment', 'createElement', 'createTextNode', 'importNode'];
/** Names that Lit looks for on the window, from its code: all begin with its own or that of its base. */
const LIT = ['lit-html/lit-html.js', 'lit-element/lit-element.js', '@lit/reactive-element/reactive-element.js'].flatMap(
  (file) =>
    readFileSync(new URL(`../../../node_modules/${file}`, import.meta.url), 'utf8').match(
      /\b(?:lit|reactive)[A-Z]\w+/g,
    ) ?? [],
);
/** Names of the window that Lit or we look for, and a browser may lack. */
const OF_WINDOW = [
  ...LIT,
  ...['litNonce', 'ShadyDOM', 'ShadyCSS', 'trustedTypes', 'scheduler'],
  ...['customElements', 'ess-widgets', 'location', 'fetch', 'Document', 'Reflect'],
];

const site = useSite();
let host: Host;
const pages: Record<string, string> = {};
const asked: string[] = [];
let members: readonly string[] = [];

beforeAll(async () => {
  host = await openHost({ pages, heard: ({ url = '' }) => void asked.push(url) });
  pages['/'] = pageOf('');
  const { page, close } = await visitor(site.browser);
  await page.goto(host.url);
  members = await page.evaluate(() =>
    [Document, Node, EventTarget].flatMap((type) => Object.getOwnPropertyNames(type.prototype)),
  );
  await close();
});
afterAll(() => host?.close());

/** Returns what a visitor reads in the widgets, read as no name in markup can hinder. */
const shown = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...Document.prototype.querySelectorAll.call(document, 'ess-indicator')].map((one) => {
      const text = one.shadowRoot?.querySelector('.frame')?.textContent ?? one.shadowRoot?.textContent ?? '';
      return `${(one as Element & { state?: string }).state} ${text.replace(/\s+/g, ' ').trim()}`;
    }),
  );

async function opened(body: string, head: string): Promise<Visit> {
  pages['/'] = pageOf(body, head);
  asked.length = 0;
  const visit = await visitor(site.browser);
  await visit.page.goto(host.url);
  return visit;
}

const isReady = (all: readonly string[]): boolean =>
  all.length > 0 && all.every((one) => one.startsWith('ready') && one.includes('117'));

/** Waits until every figure of the page is shown. */
const ready = ({ page }: Visit): Promise<void> =>
  until(async () => {
    const all = await shown(page);
    return isReady(all) ? [] : ['not ready', ...all];
  });

describe('a name in the text of a page', () => {
  it.each(Object.keys(FORMS))('that is any member of the document, of an %s, changes nothing', async (form) => {
    const free = members.filter((name) => !OF_LIT.includes(name));
    expect(free.length).toBeGreaterThan(200);
    expect(LIT).toContain('litPropertyMetadata');
    const text = [...free, ...OF_WINDOW].map((name) => FORMS[form]?.(name)).join('');
    const visit = await opened(text + FIGURE, LOADER);
    await ready(visit);
    expect(asked.filter((url) => url.startsWith('/foreign.json'))).toEqual([]);
    expect(warnings(visit)).toEqual([]);
    await visit.close();
  });

  it.each([
    ['defer', Object.keys(FORMS)],
    ['async', Object.keys(FORMS)],
  ])('is never run in the place of the classic loader, with %s', async (how, forms) => {
    const names = ['currentScript', 'scripts', 'baseURI', 'head', 'body'];
    const text = forms.flatMap((form) => names.map((name) => FORMS[form]?.(name))).join('');
    const visit = await opened(text + FIGURE, CLASSIC.replace('src=', `${how} src=`));
    await visit.page.evaluate(() => Reflect.set(globalThis, 'foreign', 0));
    await ready(visit);
    const scripts = await visit.page.evaluate(() =>
      performance.getEntriesByType('resource').flatMap((one) => {
        const { name, initiatorType } = one as PerformanceResourceTiming;
        return initiatorType === 'script' || initiatorType === 'other' ? new URL(name).pathname : [];
      }),
    );
    expect(scripts.filter((path) => path.startsWith('/foreign'))).toEqual([]);
    await visit.close();
  });

  it.each(OF_LIT)(
    'that is “%s”, which Lit reads, is told in one calm line, and blocks keep their link and their still',
    async (name) => {
      const visit = await opened(`<img name="${name}" alt="">${FIGURE}${STILL}`, LOADER);
      await until(async () => (warnings(visit).length > 0 ? [] : ['no line yet']));
      // An element that has started has its data by now.
      await until(async () => (await shown(visit.page)).filter((one) => one.startsWith('loading')));
      expect(warnings(visit)).toEqual([expect.stringContaining(name)]);
      expect(visit.complaints).toHaveLength(1);
      const text = await visit.page.evaluate(() => document.body.innerText);
      expect(text).toContain('Nos chiffres');
      expect(text).toContain('Cent dix-sept');
      await visit.close();
    },
  );
});
