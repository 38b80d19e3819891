/** Tests which addresses the client fetches and which it refuses: the policy of `reading.ts`, applied to data sets. */
import { describe, expect, it } from 'vitest';
import { createMemoryCache } from '../cache/memory-cache.ts';
import { csv } from '../sources/csv/csv.ts';
import '../sources/csv/load.ts';
import '../sources/ess-dataset/judge-records.ts';
import { essDataset } from '../sources/ess-dataset/ess-dataset.ts';
import { createClient } from './client.ts';
import type { ClientOptions, Fetch, QueryRequest } from './types.ts';

const SRC = 'https://data.example/manifest.json';
const MANIFEST = {
  format: 'ess-dataset/1',
  id: 'test',
  title: { fr: 'Essai' },
  publisher: { name: 'Essai' },
  licence: { name: 'CC0' },
  language: 'fr',
  updated: '2025-03-05',
  network: 'reseau',
  periods: ['2024'],
  documents: {},
};
const EVENTS = { count: 0, hash: '', coverage: [] };
const manifest = (href: string, more: object = {}): string =>
  JSON.stringify({ ...MANIFEST, collections: { events: { href, ...EVENTS } }, ...more });

type Answer = string | { readonly status: number; readonly retryAfter?: string } | { readonly to: string };

/** Creates a client on a web in memory, with a clock that the test moves. */
function world(files: Record<string, Answer>, options: Partial<ClientOptions> = {}) {
  const time = { now: Date.parse('2025-03-10T09:00:00Z') };
  const asked: string[] = [];
  const inits: Parameters<Fetch>[1][] = [];
  const fetch: Fetch = async (url, init) => {
    asked.push(url);
    inits.push(init);
    const answer = files[url] ?? { status: 404 };
    if (typeof answer === 'string') return Object.defineProperty(new Response(answer), 'url', { value: url });
    if ('to' in answer) {
      if (init.redirect === 'error') throw new TypeError('unexpected redirect');
      const body = files[answer.to];
      return Object.defineProperty(new Response(typeof body === 'string' ? body : ''), 'url', { value: answer.to });
    }
    const headers = answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter };
    return new Response('', { status: answer.status, headers });
  };
  const clock = { now: () => time.now, setTimeout: () => 0, clearTimeout: () => undefined };
  const client = createClient({ sources: [essDataset, csv], cache: createMemoryCache({}), fetch, clock, ...options });
  const query = (more: Partial<QueryRequest> = {}) => client.query({ src: SRC, need: ['events'], ...more });
  const state = async (more: Partial<QueryRequest> = {}) => query(more).ready;
  return { files, time, asked, inits, client, query, state };
}

const ELSEWHERE = 'https://canary.example/events.json';

describe('the addresses inside data', () => {
  it.each([
    ['another host', ELSEWHERE],
    ['another host in the same scheme', '//canary.example/events.json'],
    ['another port', 'https://data.example:8443/events.json'],
    ['another scheme', 'http://data.example/events.json'],
    ['a subdomain', 'https://canary.data.example/events.json'],
    ['data:', 'data:application/json,[]'],
    ['blob:', 'blob:https://data.example/0b7e2b9c'],
    ['file:', 'file:///etc/passwd'],
    ['no address at all', 'http://['],
  ])('lead nowhere but to the origin of the manifest: %s', async (_what, href) => {
    const { state, asked } = world({ [SRC]: manifest(href), [ELSEWHERE]: '[]' });
    const { data, error } = await state();
    expect(data).toBeNull();
    expect(error?.code).toMatch(/^(blocked|schema)$/);
    expect(asked).toEqual([SRC]);
  });

  it('name the host and the attribute where it is blocked', async () => {
    const { error } = await world({ [SRC]: manifest(ELSEWHERE) }).state();
    expect(error).toMatchObject({ code: 'blocked', details: { host: 'canary.example' } });
    expect(error?.message).toContain('data-hosts="canary.example"');
    expect(error?.message).toContain('hosts="canary.example" on <ess-provider>');
  });

  it('lead to hosts that the page or the query lists', async () => {
    const files = { [SRC]: manifest(ELSEWHERE), [ELSEWHERE]: '[]' };
    const hosts = ['canary.example'];
    expect((await world(files, { hosts }).state()).error).toBeNull();
    expect((await world(files).state({ hosts })).error).toBeNull();
    const { client, query, state } = world(files);
    expect((await query({ hosts }).ready).error).toBeNull();
    // Permissions of one query do not hold for another.
    expect((await state()).error?.code).toBe('blocked');
    expect(client.size).toBeGreaterThan(0);
  });

  it('may lead to where the manifest was redirected to, and to where it was asked for', async () => {
    const moved = 'https://cdn.example/manifest.json';
    const files = { [SRC]: { to: moved }, 'https://cdn.example/events.json': '[]' };
    expect((await world({ ...files, [moved]: manifest('events.json') }).state()).error).toBeNull();
    const first = 'https://data.example/events.json';
    expect((await world({ ...files, [moved]: manifest(first), [first]: '[]' }).state()).error).toBeNull();
  });

  it('are not redirected, but from a listed host to a listed one', async () => {
    const own = 'https://data.example/events.json';
    const { state, inits } = world({ [SRC]: manifest('events.json'), [own]: { to: ELSEWHERE }, [ELSEWHERE]: '[]' });
    expect((await state()).error?.code).toBe('network');
    expect(inits.map(({ redirect }) => redirect)).toEqual(['follow', 'error']);
    const listed = 'https://listed.example/events.json';
    const files = { [SRC]: manifest(listed), [listed]: { to: ELSEWHERE }, [ELSEWHERE]: '[]' };
    expect((await world(files).state({ hosts: ['listed.example'] })).error?.code).toBe('blocked');
    expect((await world(files).state({ hosts: ['listed.example', 'canary.example'] })).error).toBeNull();
  });

  it('hold for the files beside a data set, too', async () => {
    const { client, state, asked } = world({
      [SRC]: manifest('events.json'),
      'https://data.example/events.json': '[]',
    });
    const { data } = await state();
    const of = data ?? { base: '' };
    for (const href of [ELSEWHERE, '//canary.example/', 'data:,x', 'http://['])
      await expect(client.file(href, (text) => text, { author: 'data', of })).rejects.toMatchObject({
        code: expect.stringMatching(/^(blocked|schema)$/),
      });
    expect(asked.filter((url) => !url.startsWith('https://data.example/'))).toEqual([]);
  });

  it('are asked for without a referrer, and with cookies of their own origin alone', async () => {
    const { state, inits } = world({ [SRC]: manifest('events.json'), 'https://data.example/events.json': '[]' });
    await state();
    for (const init of inits) expect(init).toMatchObject({ referrerPolicy: 'no-referrer', credentials: 'same-origin' });
    expect(inits).toHaveLength(2);
  });
});

describe('the bytes that are read', () => {
  const list = (bytes: number): string => `Nom;Ville\n${'a;b\n'.repeat(bytes / 4)}`;
  const sheet = 'https://data.example/members.csv';

  it('are 20 MB of a file, unless the author says otherwise', async () => {
    const files = { [SRC]: manifest('events.json'), 'https://data.example/events.json': `[${' '.repeat(20_000_000)}]` };
    const { error } = await world(files).state();
    expect(error).toMatchObject({ code: 'large', details: { limit: 20 } });
    expect((await world(files).state({ maxBytes: 30_000_000 })).error).toBeNull();
    expect((await world(files, { maxBytes: 30_000_000 }).state()).error).toBeNull();
  });

  it('are never more than 100 MB', async () => {
    const files = { [SRC]: `${manifest('events.json')}${' '.repeat(100_000_000)}` };
    const { error } = await world(files).state({ maxBytes: 1e12 });
    expect(error).toMatchObject({ code: 'large', details: { limit: 100 } });
  });

  it('are 10 MB of a CSV, which is not parsed beyond', async () => {
    const { state } = world({ [sheet]: list(10_000_004) });
    expect((await state({ src: sheet })).error).toMatchObject({ code: 'large', details: { limit: 10 } });
  });

  it('leave the last good data where they were', async () => {
    const own = 'https://data.example/events.json';
    const { files, time, query } = world({ [SRC]: manifest('events.json'), [own]: '[]' });
    const asked = query();
    const leave = asked.subscribe(() => undefined);
    const { data } = await asked.ready;
    files[own] = `[${' '.repeat(20_000_000)}]`;
    time.now += 60_000;
    await asked.refresh();
    expect(asked.state.error?.code).toBe('large');
    expect(asked.state.data).toBe(data);
    leave();
  });
});

describe('a visitor who tries again', () => {
  const good = { [SRC]: manifest('events.json'), 'https://data.example/events.json': '[]' };
  const refused = (retryAfter: string) => ({ status: 503, retryAfter });

  it.each([
    ['a number of 400 digits', '9'.repeat(400), 3600],
    ['ten years', '315360000', 3600],
    ['a date in ten years', 'Sat, 10 Mar 2035 09:00:00 GMT', 3600],
    ['two minutes', '120', 120],
    ['the past', 'Mon, 10 Mar 2015 09:00:00 GMT', 0],
    ['a negative number', '-5', 0],
    ['no time at all', 'soon', undefined],
  ])('is told to wait no longer than an hour: %s', async (_what, text, seconds) => {
    const { error } = await world({ [SRC]: refused(text) }).state();
    expect(error?.details.retryAfter).toBe(seconds);
  });

  it('asks again 30 s after the refusal, and hears before what is left', async () => {
    const { files, time, asked, query } = world({ [SRC]: refused('600') });
    const held = query();
    const leave = held.subscribe(() => undefined);
    await held.ready;
    Object.assign(files, good);
    time.now += 18_000;
    await held.refresh({ byHand: true });
    expect(held.state.error?.details).toMatchObject({ askAgainIn: 12 });
    time.now += 11_000;
    await held.refresh({ byHand: true });
    expect(held.state.error?.details).toMatchObject({ askAgainIn: 1 });
    time.now += 2_000;
    // In the background the whole time is waited for.
    await held.refresh();
    expect(held.state.error?.details.askAgainIn).toBeUndefined();
    expect(asked).toEqual([SRC]);
    await held.refresh({ byHand: true });
    expect(held.state.error).toBeNull();
    expect(held.state.data).not.toBeNull();
    leave();
  });

  it('asks again at once where no wait was asked for', async () => {
    const { files, query } = world({ [SRC]: { status: 500 } });
    const held = query();
    const leave = held.subscribe(() => undefined);
    await held.ready;
    Object.assign(files, good);
    await held.refresh({ byHand: true });
    expect(held.state.error).toBeNull();
    leave();
  });

  it('asks again for files beside the data, too', async () => {
    const url = 'https://data.example/basemap.json';
    const { files, time, client } = world({ [url]: refused('600') });
    const read = (byHand: boolean) => client.file(url, (text) => text, { byHand });
    await expect(read(false)).rejects.toMatchObject({ details: { retryAfter: 600 } });
    files[url] = 'ground';
    time.now += 29_000;
    await expect(read(true)).rejects.toMatchObject({ details: { askAgainIn: 1 } });
    time.now += 2_000;
    await expect(read(false)).rejects.toMatchObject({ code: 'http' });
    expect(await read(true)).toBe('ground');
  });
});

describe('an answer that could not be read', () => {
  const good = manifest('events.json');
  const html = '<!doctype html><title>Login</title>';

  it.each([
    ['a page', html],
    ['a page with a byte order mark', `\ufeff${html}`],
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['null', 'null'],
    ['a number', '42'],
    ['a text', '"manifest"'],
    ['a list', '[]'],
    ['an empty object', '{}'],
    ['JSON that is cut', good.slice(0, 80)],
    ['JSON twice', good + good],
    ['another format', JSON.stringify({ ...MANIFEST, format: 'geojson', collections: {} })],
    ['a later version', JSON.stringify({ ...MANIFEST, format: 'ess-dataset/99', collections: {} })],
    ['collections that are none', JSON.stringify({ ...MANIFEST, collections: 3 })],
    ['an address that is none', manifest('http://[')],
    ['bytes of something else', '\u0000\u0001\u0002PK'],
  ])('is not kept: the next press asks, and shows what has come (%s)', async (_what, bad) => {
    const { files, time, asked, query } = world({ [SRC]: bad, 'https://data.example/events.json': '[]' });
    const held = query();
    const leave = held.subscribe(() => undefined);
    expect((await held.ready).error).not.toBeNull();
    files[SRC] = good;
    time.now += 500;
    asked.length = 0;
    await held.refresh({ byHand: true });
    expect(held.state.error).toBeNull();
    expect(held.state.data).not.toBeNull();
    expect(asked.filter((url) => url === SRC)).toHaveLength(1);
    leave();
  });

  it('is not kept of a file beside the data', async () => {
    const url = 'https://data.example/basemap.json';
    const { files, asked, client } = world({ [url]: 'no json' });
    const read = () => client.file(url, (text): unknown => JSON.parse(text));
    await expect(read()).rejects.toThrow();
    files[url] = '{}';
    expect(await read()).toEqual({});
    expect(asked).toEqual([url, url]);
  });

  it('never replaces a good one', async () => {
    const { files, time, query } = world({ [SRC]: good, 'https://data.example/events.json': '[]' });
    const held = query();
    const leave = held.subscribe(() => undefined);
    const { data } = await held.ready;
    files[SRC] = html;
    time.now += 60_000;
    await held.refresh();
    expect(held.state.error?.code).toBe('html');
    expect(held.state.data).toBe(data);
    leave();
  });
});
