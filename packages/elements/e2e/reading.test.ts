/** A data set sends nobody to a host that the page's author did not write: a second host listens. */
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/site/mounts.mjs';
import { type Host, type HostPage, openHost, pageOf } from './support/host.ts';
import { useSite } from './support/site.ts';
import { goTo, states, texts, visitor } from './support/visit.ts';

interface Manifest {
  readonly collections: Readonly<Record<string, object>>;
  readonly excerpts?: Readonly<Record<string, unknown>>;
}

const MANIFEST: Manifest = JSON.parse(readFileSync(path.join(ROOT, 'packages/bretagne/data/manifest.json'), 'utf8'));

/** The manifest with one address changed. */
type Change = (href: string) => object;
const collection =
  (name: string): Change =>
  (href) => ({ collections: { ...MANIFEST.collections, [name]: { ...MANIFEST.collections[name], href } } });

/** Each field that holds an address, and an element that reads it. */
const FIELDS: Readonly<Record<string, readonly [Change, string]>> = {
  organisations: [collection('organisations'), 'ess-member-list'],
  events: [collection('events'), 'ess-event-agenda'],
  measures: [(measures) => ({ measures, excerpts: undefined }), 'ess-indicator indicator="members-stock"'],
  excerpts: [
    (href) => ({ excerpts: { [href]: Object.values(MANIFEST.excerpts ?? {}).flat() } }),
    'ess-indicator indicator="members-stock"',
  ],
  basemap: [(basemap) => ({ basemap }), 'ess-member-map'],
  report: [(report) => ({ report }), 'ess-report'],
  packed: [(packed) => ({ packed }), 'ess-member-list'],
};

const MALFORMED = [
  'http://[',
  'http://',
  '//',
  'https://127.0.0.1:99999/',
  'https://exa mple/',
  'https://%00/',
  'https://user:password@127.0.0.1/',
  'javascript:alert(1)',
  'ftp://127.0.0.1/',
  'http://a:b:c/',
  'https://[::1',
  'mailto:nobody@example.org',
];

const site = useSite();
let host: Host;
let canary: Host;
const pages: Record<string, string | HostPage> = {};
const asked: (readonly [url: string, headers: IncomingHttpHeaders])[] = [];
const heard: (readonly [url: string, headers: IncomingHttpHeaders])[] = [];

beforeAll(async () => {
  const others = { 'access-control-allow-origin': '*' };
  canary = await openHost({ headers: others, heard: ({ url = '', headers }) => heard.push([url, headers]) });
  host = await openHost({ pages, heard: ({ url = '', headers }) => asked.push([url, headers]) });
  const redirect = { body: '', to: `${canary.url}data/events.json` };
  Object.assign(pages, { '/data/away.json': redirect });
});
afterAll(async () => {
  await host?.close();
  await canary?.close();
});

/** Addresses that lead away, however they are written. */
const away = (): readonly string[] => {
  const { host: other, port } = new URL(canary.url);
  return [
    `${canary.url}data/events.json`,
    `//${other}/data/events.json`,
    `http://localhost:${port}/data/events.json`,
    'data:application/json,[]',
    'blob:http://127.0.0.1/0b7e2b9c',
    'file:///etc/hostname',
    'away.json',
  ];
};

/** A page with the element of a field for each address, which a manifest of its own holds. */
function pageFor(field: string, hrefs: readonly string[]): string {
  const [change, element] = FIELDS[field]!;
  const blocks = hrefs.map((href, at) => {
    const src = `/data/${field}-${at}.json`;
    pages[src] = { body: JSON.stringify({ ...MANIFEST, ...change(href) }), type: 'application/json' };
    return `<${element} src="${src}"></${element.split(' ', 1)[0]}>`;
  });
  pages[`/${field}/`] = pageOf(blocks.join(''), '<script type="module" src="/ess/ess.js"></script>');
  return `${host.url}${field}/`;
}

describe('the addresses in a data set', () => {
  it.each(Object.keys(FIELDS))('send nobody elsewhere, and end in calm words: %s', async (field) => {
    heard.length = 0;
    const visit = await visitor(site.browser);
    const elsewhere: string[] = [];
    visit.page.on('request', (request) => {
      if (request.resourceType() === 'fetch' && !request.url().startsWith(host.url)) elsewhere.push(request.url());
    });
    const hrefs = [...away(), ...MALFORMED];
    await goTo(visit.page, pageFor(field, hrefs));
    const said = await texts(visit.page, '[src^="/data/"]');
    expect(await states(visit.page)).toHaveLength(hrefs.length);
    expect(said).toHaveLength(hrefs.length);
    expect(said.filter((text) => text.length < 20)).toEqual([]);
    expect(elsewhere).toEqual([]);
    expect(heard).toEqual([]);
    expect(visit.complaints.filter((line) => line.startsWith('uncaught'))).toEqual([]);
    await visit.close();
  });

  it('lead to a host that a provider lists, which is not told where from', async () => {
    heard.length = 0;
    asked.length = 0;
    const [change] = FIELDS['events']!;
    const { host: listed } = new URL(canary.url);
    pages['/data/listed.json'] = {
      body: JSON.stringify({ ...MANIFEST, ...change(`${canary.url}data/events.json`) }),
      type: 'application/json',
    };
    const agenda = '<ess-event-agenda></ess-event-agenda>';
    pages['/listed/'] = pageOf(
      `<ess-provider src="/data/listed.json" hosts="${listed}">${agenda}</ess-provider>`,
      '<script type="module" src="/ess/ess.js"></script>',
    );
    const visit = await visitor(site.browser);
    await goTo(visit.page, `${host.url}listed/`);
    expect(await states(visit.page)).toEqual(['ess-event-agenda ready']);
    expect(heard.map(([url]) => url)).toEqual(['/data/events.json']);
    const data = [...heard, ...asked.filter(([url]) => url.startsWith('/data/'))];
    expect(data.length).toBeGreaterThan(1);
    expect(data.filter(([, { referer }]) => referer !== undefined)).toEqual([]);
    await visit.close();
  });

  it('say to the author which host to list, and to the visitor that it is not allowed', async () => {
    const { host: other } = new URL(canary.url);
    const visit = await visitor(site.browser);
    await goTo(visit.page, pageFor('events', [`${canary.url}data/events.json`]));
    expect((await texts(visit.page, 'ess-event-agenda')).join()).toContain(
      `les données renvoient vers un autre site, ${other}, que cette page n’autorise pas`,
    );
    expect(visit.complaints.join('\n')).toContain(`data-hosts="${other}"`);
    await visit.close();
  });
});
