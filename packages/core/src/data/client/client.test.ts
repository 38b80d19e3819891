import { describe, expect, it } from 'vitest';
import type { CommuneLocator } from '../../model/index.ts';
import { type Cache, cacheKey } from '../cache/cache.ts';
import { createMemoryCache } from '../cache/memory-cache.ts';
import { csv } from '../sources/csv/csv.ts';
import { essDataset } from '../sources/ess-dataset/ess-dataset.ts';
import type { Source } from '../sources/source.ts';
// Import the modules of the dynamic imports now: tests wait for promises, not for files.
import '../../model/manifest.ts';
import '../sources/csv/load.ts';
import '../sources/ess-dataset/judge-records.ts';
import '../sources/ess-dataset/judge-record.ts';
import '../sources/ess-dataset/problems.ts';
import '../sources/json-position.ts';
import '../sources/judge.ts';
import '../sources/mismatch.ts';
import './http-error.ts';
import './revalidate.ts';
import './tab-lock.ts';
import { createClient } from './client.ts';
import { IDLE } from './query-state.ts';
import { createRefresher } from './refresher.ts';
import type { ClientOptions, Query } from './types.ts';

const BASE = 'https://data.example/';
const START = Date.parse('2025-03-10T09:00:00Z');

/** Creates a clock that the test moves. */
function manualClock(now = START) {
  const waiting = new Map<number, { readonly at: number; readonly callback: () => void }>();
  let next = 0;
  return {
    now: () => now,
    setTimeout: (callback: () => void, ms: number) => {
      waiting.set(++next, { at: now + ms, callback });
      return next;
    },
    clearTimeout: (handle: unknown) => void waiting.delete(handle as number),
    advance: async (ms: number) => {
      now += ms;
      for (const [handle, { at, callback }] of [...waiting]) {
        if (at > now || !waiting.delete(handle)) continue;
        callback();
      }
      await settle();
    },
    get pending() {
      return waiting.size;
    },
  };
}

/** Lets every promise that can settle do so. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

interface File {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly type?: string;
  readonly etag?: string;
  readonly headers?: Record<string, string>;
}

type Behaviour = File | 'offline' | 'hang' | { readonly status: number; readonly headers?: Record<string, string> };

/** A server in memory: what it answers can be changed, and it remembers what it was asked. */
function server(files: Record<string, Behaviour>) {
  const log: string[] = [];
  const held: (() => void)[] = [];
  let gate = false;
  const fetch: ClientOptions['fetch'] = async (url, { signal, headers, cache }) => {
    const name = url.slice(BASE.length);
    const validator = headers?.['If-None-Match'] ?? headers?.['If-Modified-Since'];
    log.push(
      `${name}${validator ? ` if ${validator}` : ''}${cache && url.startsWith('https://other') ? ` ${cache}` : ''}`,
    );
    if (gate) {
      await new Promise<void>((resolve, reject) => {
        held.push(resolve);
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    }
    const file = files[name] ?? { status: 404 };
    if (file === 'offline') throw new TypeError('fetch failed');
    if (file === 'hang') {
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    }
    if ('status' in file) return new Response('no', { status: file.status, headers: file.headers ?? {} });
    if (file.etag && validator === file.etag) return new Response(null, { status: 304 });
    const etag = file.etag ? { etag: file.etag } : {};
    return new Response(file.body, {
      headers: { 'content-type': file.type ?? 'application/json', ...etag, ...file.headers },
    });
  };
  return {
    files,
    log,
    fetch,
    close: () => {
      gate = true;
    },
    open: () => {
      gate = false;
      for (const release of held.splice(0)) release();
    },
    asked: () => log.splice(0),
  };
}

const manifest = (extra: object = {}, collections: object = {}) => ({
  format: 'ess-dataset/1',
  id: 'test',
  title: { fr: 'Essai' },
  publisher: { name: 'Essai' },
  licence: { name: 'CC0' },
  language: 'fr',
  updated: '2025-03-05',
  network: 'net',
  periods: ['2024'],
  collections: {
    organisations: { href: 'organisations.json', count: 1, hash: 'o1' },
    networks: { href: 'networks.json', count: 1, hash: 'n1' },
    ...collections,
  },
  ...extra,
});

const json = (value: unknown, etag?: string, headers?: Record<string, string>): File => ({
  body: JSON.stringify(value),
  ...(etag ? { etag } : {}),
  ...(headers ? { headers } : {}),
});

const organisations = (...names: readonly string[]) => names.map((name) => ({ id: name.toLowerCase(), name }));

const dataset = (): Record<string, Behaviour> => ({
  'manifest.json': json(manifest(), '"m1"'),
  'organisations.json': json(organisations('Kerhea'), '"o1"'),
  'networks.json': json([{ id: 'net', name: { fr: 'Réseau' } }], '"n1"'),
});

/** Creates a page: a client over a server and a cache, with a clock that the test moves. */
function page(files: Record<string, Behaviour> = dataset(), options: Partial<ClientOptions> = {}) {
  const clock = manualClock();
  const web = server(files);
  const cache = options.cache ?? createMemoryCache();
  const client = createClient({ sources: [essDataset, csv], cache, fetch: web.fetch, clock, base: BASE, ...options });
  return { client, clock, web, cache };
}

const ASKED = { src: 'manifest.json', need: ['organisations'] } as const;

/** Listens to a query and notes its states in a word each. */
function watch(query: Query) {
  const seen: string[] = [];
  const stop = query.subscribe(() => {
    const { data, origin, fetching, error, stale } = query.state;
    const names = data?.collections.organisations?.map(({ name }) => name).join('+') ?? '–';
    seen.push([names, origin, fetching && 'fetching', stale && 'stale', error?.code].filter(Boolean).join(' '));
  });
  return { seen, stop };
}

/** A cache filled by a first visit. */
async function visited(files = dataset()) {
  const cache = createMemoryCache();
  await page(files, { cache }).client.query(ASKED).ready;
  return { cache, files };
}

describe('a corrected figure', () => {
  const HASHES = ['0a1b2c3d4e5f6071', '1a1b2c3d4e5f6072'] as const;
  /** A publication: collections under names with their hash, and the manifest that names them. */
  const published = (name: string, hash: string, etag: string): Record<string, Behaviour> => ({
    [`organisations.${hash}.json`]: json(organisations(name), `"${hash}"`, { 'cache-control': 'immutable' }),
    'networks.aaaabbbbccccdddd.json': json([{ id: 'net', name: { fr: 'Réseau' } }], '"n"'),
    'manifest.json': json(
      manifest(
        {},
        {
          organisations: { href: `organisations.${hash}.json`, count: 1, hash },
          networks: { href: 'networks.aaaabbbbccccdddd.json', count: 1, hash: 'aaaabbbbccccdddd' },
        },
      ),
      etag,
      { 'cache-control': 'no-cache' },
    ),
  });
  const before = () => published('Kerhea', HASHES[0], '"m1"');
  const after = () => published('Kerheol', HASHES[1], '"m2"');
  const NEED = { src: 'manifest.json', need: ['organisations', 'networks'] } as const;
  const MINUTE = 60_000;

  /** An open page that refreshes each minute. */
  function refreshed(files: Record<string, Behaviour>) {
    const made = page(files);
    const query = made.client.query(NEED);
    const { seen } = watch(query);
    const { now, setTimeout, clearTimeout } = made.clock;
    const environment = { now, setTimeout, clearTimeout, random: () => 1, visible: () => true, onWake: () => () => {} };
    createRefresher({ query, interval: MINUTE, environment });
    return { ...made, query, seen };
  }

  it('reaches an open page with its next refresh, which asks for the manifest and for what has changed', async () => {
    const files = before();
    const { clock, web, query } = refreshed(files);
    await settle();
    await clock.advance(MINUTE);
    web.asked();
    Object.assign(files, after());
    await clock.advance(MINUTE - 1);
    expect([query.state.data?.collections.organisations?.[0]?.name, web.asked()]).toEqual(['Kerhea', []]);
    await clock.advance(1);
    expect(query.state.data?.collections.organisations?.[0]?.name).toBe('Kerheol');
    expect(web.asked()).toEqual(['manifest.json if "m1"', `organisations.${HASHES[1]}.json`]);
  });

  it('reaches any visit with one question to the server, after the figure that it held', async () => {
    const { cache, files } = await visited(before());
    Object.assign(files, after());
    const { client, web } = page(files, { cache });
    const { seen } = watch(client.query(ASKED));
    await settle();
    expect(seen).toEqual(['Kerhea cache fetching', 'Kerheol network fetching', 'Kerheol network']);
    expect(web.asked()).toEqual(['manifest.json if "m1"', `organisations.${HASHES[1]}.json`]);
  });

  it('goes back to that of the day before with its manifest alone, and without a file that an open page has read', async () => {
    const files = before();
    const { clock, web, query } = refreshed(files);
    await settle();
    Object.assign(files, after());
    await clock.advance(MINUTE);
    expect(query.state.data?.collections.organisations?.[0]?.name).toBe('Kerheol');
    web.asked();
    Object.assign(files, { 'manifest.json': before()['manifest.json'] });
    await clock.advance(MINUTE);
    expect(query.state.data?.collections.organisations?.[0]?.name).toBe('Kerhea');
    expect(query.state.error).toBeNull();
    expect(web.asked()).toEqual(['manifest.json if "m2"']);
  });

  it('is not seen, nor is anything else lost, while its manifest stands without its files', async () => {
    const files = before();
    const { clock, query } = refreshed(files);
    await settle();
    Object.assign(files, { 'manifest.json': after()['manifest.json'] });
    await clock.advance(MINUTE);
    const { data, error, updatedAt } = query.state;
    expect([data?.collections.organisations?.[0]?.name, error?.code, updatedAt]).toEqual(['Kerhea', 'http', START]);
  });
});

describe('a query', () => {
  it('loads nothing before somebody listens', async () => {
    const { client, web } = page();
    const query = client.query(ASKED);
    await settle();
    expect(query.state).toEqual(IDLE);
    expect(web.log).toEqual([]);
    expect(client.size).toBe(0);
  });

  it('gives what the network gave, with its date', async () => {
    const { client, clock } = page();
    const query = client.query(ASKED);
    const { seen } = watch(query);
    expect(query.state.fetching).toBe(true);
    await settle();
    expect(seen).toEqual(['Kerhea network fetching', 'Kerhea network']);
    expect(query.state.updatedAt).toBe(clock.now());
    expect(query.state.error).toBeNull();
  });

  it('loads only the collections that are needed', async () => {
    const { client, web } = page();
    const { data } = await client.query(ASKED).ready;
    expect(web.log).toEqual(['manifest.json', 'organisations.json']);
    expect(Object.keys(data?.collections ?? {})).toEqual(['organisations']);
  });

  it('is shared by those who ask for the same, in any order', async () => {
    const { client, web } = page();
    const a = client.query({ src: 'manifest.json', need: ['networks', 'organisations'] });
    const b = client.query({ src: ' manifest.json ', need: ['organisations', 'networks'] });
    watch(a);
    watch(b);
    await settle();
    expect(client.size).toBe(1);
    expect(web.log).toHaveLength(3);
    expect(a.state).toBe(b.state);
  });

  it('shares the manifest between two widgets that need different collections', async () => {
    const { client, web } = page();
    watch(client.query({ src: 'manifest.json', need: ['organisations'] }));
    watch(client.query({ src: 'manifest.json', need: ['networks'] }));
    await settle();
    expect(web.log.sort()).toEqual(['manifest.json', 'networks.json', 'organisations.json']);
  });

  it('asks no resource twice within five seconds', async () => {
    const { client, clock, web } = page();
    watch(client.query({ src: 'manifest.json', need: ['organisations'] }));
    await settle();
    await clock.advance(4_999);
    const other = client.query({ src: 'manifest.json', need: ['networks'] });
    watch(other);
    await settle();
    expect(web.asked()).toEqual(['manifest.json', 'organisations.json', 'networks.json']);
    await clock.advance(1);
    await other.refresh();
    expect(web.asked()).toEqual(['manifest.json if "m1"']);
  });

  it('survives an element that is moved, and is let go after its last listener', async () => {
    const { client, clock, web } = page();
    const query = client.query(ASKED);
    const first = watch(query);
    await settle();
    first.stop();
    first.stop();
    await clock.advance(999);
    const { data } = query.state;
    const second = watch(query);
    expect(query.state.data).toBe(data);
    await clock.advance(5_000);
    expect(client.size).toBe(1);
    second.stop();
    await clock.advance(1_000);
    expect(client.size).toBe(0);
    expect(clock.pending).toBe(0);
    expect(query.state).toEqual(IDLE);
    expect(web.log).toHaveLength(2);
  });

  it('aborts its requests when its last listener has left', async () => {
    const { client, clock } = page({ 'manifest.json': 'hang' });
    const { stop, seen } = watch(client.query(ASKED));
    await settle();
    stop();
    await clock.advance(1_000);
    expect(client.size).toBe(0);
    expect(clock.pending).toBe(0);
    expect(seen).toEqual([]);
  });

  it('does not abort a request that another query waits for', async () => {
    const { client, clock, web } = page();
    web.close();
    const first = watch(client.query({ src: 'manifest.json', need: ['organisations'] }));
    const second = client.query({ src: 'manifest.json', need: ['networks'] });
    watch(second);
    await settle();
    first.stop();
    await clock.advance(1_000);
    web.open();
    await settle();
    expect(second.state.data?.collections.networks).toHaveLength(1);
    expect(web.log.filter((line) => line === 'manifest.json')).toHaveLength(1);
  });

  it('leaves nothing behind after a hundred comings and goings', async () => {
    const { client, clock } = page();
    for (let time = 0; time < 100; time++) watch(client.query(ASKED)).stop();
    await clock.advance(1_000);
    expect(client.size).toBe(0);
    expect(clock.pending).toBe(0);
  });
});

describe('a second visit', () => {
  it('shows what is held at once, asks nothing while it is fresh', async () => {
    const { cache, files } = await visited();
    const { client, web } = page(files, { cache });
    const state = await client.query(ASKED).ready;
    expect(state).toMatchObject({ origin: 'cache', updatedAt: START, fetching: false, stale: false });
    expect(web.log).toEqual([]);
  });

  it('shows what is held, then asks whether it has changed, and keeps the same object when it has not', async () => {
    const { cache, files } = await visited();
    const { client, clock, web } = page(files, { cache });
    await clock.advance(60_000);
    const query = client.query(ASKED);
    const { seen } = watch(query);
    web.close();
    await settle();
    expect(seen).toEqual(['Kerhea cache fetching']);
    const { data } = query.state;
    web.open();
    await settle();
    web.open();
    await settle();
    expect(seen.at(-1)).toBe('Kerhea network');
    expect(query.state.data).toBe(data);
    expect(query.state.updatedAt).toBe(START + 60_000);
    expect(web.log).toEqual(['manifest.json if "m1"', 'organisations.json if "o1"']);
  });

  it('renews the date of what was confirmed, so that the next visit asks nothing', async () => {
    const { cache, files } = await visited();
    const second = page(files, { cache });
    await second.clock.advance(60_000);
    await second.client.query(ASKED).ready;
    const third = page(files, { cache });
    await third.clock.advance(90_000);
    expect(await third.client.query(ASKED).ready).toMatchObject({ origin: 'cache', updatedAt: START + 60_000 });
    expect(third.web.log).toEqual([]);
  });

  it('replaces what has changed', async () => {
    const { cache, files } = await visited();
    const { client, clock } = page(
      { ...files, 'organisations.json': json(organisations('Kerhea', 'Xylm'), '"o2"') },
      { cache },
    );
    await clock.advance(60_000);
    const { seen } = watch(client.query(ASKED));
    await settle();
    expect(seen).toEqual(['Kerhea cache fetching', 'Kerhea+Xylm network fetching', 'Kerhea+Xylm network']);
  });

  it('recognises an unchanged body from a server that has no validators', async () => {
    const files = {
      ...dataset(),
      'manifest.json': json(manifest()),
      'organisations.json': json(organisations('Kerhea')),
    };
    const { cache } = await visited(files);
    const { client, clock, web } = page(files, { cache });
    await clock.advance(60_000);
    const query = client.query(ASKED);
    const states: unknown[] = [];
    query.subscribe(() => states.push(query.state.data));
    await settle();
    expect(web.log).toEqual(['manifest.json', 'organisations.json']);
    expect(new Set(states).size).toBe(1);
  });

  it('learns what a file that was written anew with the same content is called now', async () => {
    const { cache, files } = await visited();
    const rewritten = { ...files, 'organisations.json': json(organisations('Kerhea'), '"o2"') };
    const second = page(rewritten, { cache });
    await second.clock.advance(60_000);
    await second.client.query(ASKED).ready;
    expect(second.web.log).toContain('organisations.json if "o1"');
    const third = page(rewritten, { cache });
    await third.clock.advance(120_000);
    await third.client.query(ASKED).ready;
    // It need not come whole again: the server knows what is asked for.
    expect(third.web.log).toContain('organisations.json if "o2"');
  });

  it('keeps figures on screen, with their date, when the network fails', async () => {
    const { cache } = await visited();
    const { client, clock } = page({ 'manifest.json': 'offline' }, { cache });
    await clock.advance(3_600_000);
    const state = await client.query(ASKED).ready;
    expect(state).toMatchObject({ origin: 'cache', updatedAt: START, stale: true, fetching: false });
    expect(state.error).toMatchObject({ name: 'EssError', code: 'network' });
    expect(state.data?.collections.organisations).toHaveLength(1);
  });

  it('never replaces good data by bad data, on screen or in the cache', async () => {
    const { cache, files } = await visited();
    const bad = page({ ...files, 'organisations.json': json({ oops: true }, '"o2"') }, { cache });
    await bad.clock.advance(60_000);
    const state = await bad.client.query(ASKED).ready;
    expect(state.error?.code).toBe('schema');
    expect(state.data?.collections.organisations?.[0]?.name).toBe('Kerhea');
    const later = page({ 'manifest.json': 'offline' }, { cache });
    expect((await later.client.query(ASKED).ready).data?.collections.organisations?.[0]?.name).toBe('Kerhea');
    expect((await cache.get(cacheKey(`${BASE}organisations.json`)))?.etag).toBe('"o1"');
  });

  it('obeys max-age of the query, then of the server, then a minute', async () => {
    const hour = { 'cache-control': 'public, max-age=3600' };
    const files = {
      ...dataset(),
      'manifest.json': json(manifest(), '"m1"', hour),
      'organisations.json': json(organisations('Kerhea'), '"o1"', hour),
    };
    const { cache } = await visited(files);
    const visit = async (after: number, maxAge?: number) => {
      const { client, clock, web } = page(files, { cache });
      await clock.advance(after);
      await client.query({ ...ASKED, ...(maxAge === undefined ? {} : { maxAge }) }).ready;
      return web.log.length;
    };
    expect(await visit(3_599_000)).toBe(0);
    expect(await visit(3_599_000, 7_200)).toBe(0);
    expect(await visit(3_599_000, 60)).toBe(2);
    // Confirmed by the visit above: fresh for one more hour, though a 304 repeated nothing else.
    expect(await visit(3_599_000 + 3_599_000)).toBe(0);
    expect(await visit(3_599_000 + 3_600_000)).toBe(2);
    expect(await visit(3_599_000 + 3_600_000, 0)).toBe(2);
  });

  it('trusts no date of the future: the clock of a device may have been put right', async () => {
    const { cache, files } = await visited();
    await cache.touch([cacheKey(`${BASE}manifest.json`)], {
      fetchedAt: START + 86_400_000,
      expiresAt: START + 90_000_000,
    });
    const { client, web } = page(files, { cache });
    await client.query(ASKED).ready;
    expect(web.log).toContain('manifest.json if "m1"');
  });

  it('never asks again for what is named by its content or immutable', async () => {
    const collections = {
      organisations: { href: 'organisations.3f9a1c0be2d47a55.json', count: 1, hash: '3f9a1c0be2d47a55' },
      networks: { href: 'networks.json', count: 1, hash: 'n1' },
    };
    const files = {
      'manifest.json': json(manifest({}, collections), '"m1"'),
      'organisations.3f9a1c0be2d47a55.json': json(organisations('Kerhea'), '"o1"'),
      'networks.json': json([{ id: 'net', name: { fr: 'Réseau' } }], '"n1"', {
        'cache-control': 'max-age=9, immutable',
      }),
    };
    const cache = createMemoryCache();
    const asked = { src: 'manifest.json', need: ['organisations', 'networks'] } as const;
    await page(files, { cache }).client.query(asked).ready;
    const { client, clock, web } = page(files, { cache });
    await clock.advance(86_400_000);
    const state = await client.query(asked).ready;
    expect(web.log).toEqual(['manifest.json if "m1"']);
    expect(state.updatedAt).toBe(START + 86_400_000);
  });

  it('does not keep what the server forbids to store', async () => {
    const files = {
      ...dataset(),
      'organisations.json': json(organisations('Kerhea'), '"o1"', { 'cache-control': 'no-store' }),
    };
    const { cache } = await visited(files);
    expect(await cache.get(cacheKey(`${BASE}organisations.json`))).toBeUndefined();
    expect(await cache.get(cacheKey(`${BASE}manifest.json`))).toBeDefined();
  });

  it('marks what it uses, so that it is not the first to leave', async () => {
    const { cache, files } = await visited();
    const { client, clock } = page(files, { cache });
    await clock.advance(30_000);
    await client.query(ASKED).ready;
    expect((await cache.get(cacheKey(`${BASE}manifest.json`)))?.usedAt).toBe(START + 30_000);
  });

  it('sends its validators to its own origin only: another would want a preflight', async () => {
    const { cache, files } = await visited();
    const { client, clock, web } = page(files, { cache, base: 'https://other.example/page' });
    await clock.advance(60_000);
    await client.query({ ...ASKED, src: `${BASE}manifest.json` }).ready;
    expect(web.log).toEqual(['manifest.json', 'organisations.json']);
  });

  it('is written once, though what shares it comes before the writing is over', async () => {
    const kept = createMemoryCache();
    const written: string[] = [];
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const setAll: Cache['setAll'] = async (entries) => {
      written.push(...entries.map(({ key }) => key.replace(/.*\//, '')));
      await finished;
      await kept.setAll(entries);
    };
    const { client } = page(dataset(), { cache: { ...kept, setAll } });
    const queries = [client.query(ASKED), client.query({ ...ASKED, need: ['networks'] })];
    for (const query of queries) watch(query);
    await settle();
    finish();
    await Promise.all(queries.map(({ ready }) => ready));
    expect(written.toSorted()).toEqual(['manifest.json', 'networks.json', 'organisations.json']);
  });

  it('works without its cache when that fails at every call', async () => {
    const said: string[] = [];
    const fail = () => Promise.reject(new Error('denied'));
    const cache: Cache = { get: fail, setAll: fail, touch: fail, delete: fail };
    const { client } = page(dataset(), { cache, onWarn: (code) => said.push(code) });
    expect((await client.query(ASKED).ready).data).not.toBeNull();
    expect(new Set(said)).toEqual(new Set(['cache']));
  });
});

describe('a refresh', () => {
  it('keeps the data while it asks, and its promise waits for the answer', async () => {
    const { client, clock, web } = page();
    const query = client.query(ASKED);
    const { seen } = watch(query);
    await settle();
    seen.length = 0;
    web.files['organisations.json'] = json(organisations('Kerhea', 'Xylm'), '"o2"');
    await clock.advance(5_000);
    await query.refresh();
    expect(seen).toEqual(['Kerhea network fetching', 'Kerhea+Xylm network fetching', 'Kerhea+Xylm network']);
  });

  it('asks the servers even when the first load was answered by the cache alone', async () => {
    const cache = createMemoryCache();
    await page(dataset(), { cache }).client.query(ASKED).ready;
    const { client, web } = page(dataset(), { cache });
    await client.query(ASKED).refresh();
    expect(web.log).toHaveLength(2);
  });

  it('is aborted when the last listener leaves meanwhile, and its promise ends', async () => {
    const { client, clock, web } = page();
    const query = client.query(ASKED);
    const { stop, seen } = watch(query);
    await settle();
    seen.length = 0;
    web.files['manifest.json'] = 'hang';
    await clock.advance(5_000);
    const refreshed = query.refresh();
    await settle();
    stop();
    await clock.advance(1_000);
    await refreshed;
    expect(seen).toEqual(['Kerhea network fetching']);
    expect([client.size, clock.pending]).toEqual([0, 0]);
  });

  it('that nobody listens to is waited for all the same', async () => {
    const { client, clock, web } = page();
    web.close();
    const refreshed = client.query(ASKED).refresh();
    await clock.advance(2_000);
    expect(client.size).toBe(1);
    web.open();
    await settle();
    web.open();
    await refreshed;
    await clock.advance(1_000);
    expect([client.size, web.log.length]).toEqual([0, 2]);
  });

  it('that fails says why and is forgotten by one that succeeds', async () => {
    const { client, clock, web } = page();
    const query = client.query(ASKED);
    watch(query);
    await settle();
    const good = web.files['manifest.json'] as File;
    web.files['manifest.json'] = 'offline';
    await clock.advance(5_000);
    await query.refresh();
    expect(query.state).toMatchObject({ stale: true, error: { code: 'network' }, origin: 'network' });
    web.files['manifest.json'] = good;
    await query.refresh();
    expect(query.state).toMatchObject({ stale: false, error: null });
  });

  it('brings back the other queries that the same source has failed', async () => {
    const { client, clock, web } = page({ ...dataset(), 'manifest.json': 'offline' });
    const query = client.query(ASKED);
    const other = client.query({ src: 'manifest.json', need: ['networks'] });
    watch(query);
    watch(other);
    await settle();
    expect(other.state.error?.code).toBe('network');
    web.files['manifest.json'] = json(manifest(), '"m2"');
    await clock.advance(5_000);
    await query.refresh();
    await settle();
    expect(other.state).toMatchObject({ error: null, origin: 'network' });
  });

  it('asks once where it fails again, and nothing of queries that have not failed', async () => {
    const { client, clock, web } = page();
    const query = client.query(ASKED);
    const other = client.query({ src: 'manifest.json', need: ['networks'] });
    watch(query);
    watch(other);
    await settle();
    await clock.advance(5_000);
    web.asked();
    await query.refresh();
    await settle();
    expect(web.asked().filter((each) => each.startsWith('networks'))).toEqual([]);
    web.files['manifest.json'] = 'offline';
    await clock.advance(5_000);
    await query.refresh();
    await clock.advance(5_000);
    expect(web.asked()).toHaveLength(1);
  });

  it('respects Retry-After, for every query over that address', async () => {
    const { client, clock, web } = page();
    const query = client.query(ASKED);
    watch(query);
    await settle();
    web.files['manifest.json'] = { status: 503, headers: { 'retry-after': '120' } };
    await clock.advance(5_000);
    await query.refresh();
    expect(query.state.error).toMatchObject({ code: 'http', details: { status: 503, retryAfter: 120 } });
    web.asked();
    web.files['manifest.json'] = json(manifest(), '"m2"');
    await clock.advance(119_000);
    const refused = query.state.error;
    await query.refresh();
    await client.query({ src: 'manifest.json', need: ['networks'] }).refresh();
    expect(web.asked()).toEqual([]);
    expect(query.state.error).not.toBe(refused);
    expect(query.state.error?.details).toMatchObject({ status: 503, retryAfter: 1 });
    await clock.advance(1_000);
    await query.refresh();
    expect(query.state.error).toBeNull();
  });

  it('asks again once a clock that ran ahead is put right, though an answer or a refusal seems still to count', async () => {
    const { client, clock, web } = page();
    const query = client.query(ASKED);
    watch(query);
    await settle();
    await clock.advance(-86_400_000);
    web.files['organisations.json'] = json(organisations('Kerhea', 'Xylm'), '"o2"');
    await query.refresh();
    expect(query.state.data?.collections.organisations).toHaveLength(2);
    web.files['manifest.json'] = { status: 503, headers: { 'retry-after': '120' } };
    await clock.advance(5_000);
    await query.refresh();
    expect(query.state.error?.details.retryAfter).toBe(120);
    web.files['manifest.json'] = json(manifest(), '"m2"');
    await clock.advance(-86_400_000);
    await query.refresh();
    expect(query.state.error).toBeNull();
  });

  it('tells every listener, and blames no source for one that throws', async () => {
    const thrown: unknown[] = [];
    const note = (error: unknown): number => thrown.push(error);
    process.on('unhandledRejection', note);
    const { client } = page();
    const query = client.query(ASKED);
    const fault = new Error('a fault of the listener');
    query.subscribe(() => {
      throw fault;
    });
    const { seen } = watch(query);
    await settle();
    process.off('unhandledRejection', note);
    expect(seen.at(-1)).toBe('Kerhea network');
    expect(query.state.error).toBeNull();
    expect(new Set(thrown)).toEqual(new Set([fault]));
  });
});

describe('staleness', () => {
  const stale = async (nextUpdate: string | undefined) => {
    const files = { ...dataset(), 'manifest.json': json(manifest(nextUpdate === undefined ? {} : { nextUpdate })) };
    return (await page(files).client.query(ASKED).ready).stale;
  };

  it('is not a matter of age', async () => expect(await stale(undefined)).toBe(false));
  it('comes the day after the expected update', async () => {
    expect(await stale('2025-03-09')).toBe(true);
    expect(await stale('2025-03-10')).toBe(false);
  });
  it('waits for the end of a vague date', async () => {
    expect(await stale('2025')).toBe(false);
    expect(await stale('2025-02')).toBe(true);
  });
});

describe('an error', () => {
  const errorOf = async (behaviour: Behaviour, options: Partial<ClientOptions> = {}) =>
    (await page({ ...dataset(), 'manifest.json': behaviour }, options).client.query(ASKED).ready).error;

  it('of the server has its status', async () => {
    expect(await errorOf({ status: 404 })).toMatchObject({
      code: 'http',
      details: { status: 404, url: `${BASE}manifest.json` },
    });
  });
  it('of the server may say when to come back, by a date too', async () => {
    const later = new Date(START + 90_000).toUTCString();
    expect((await errorOf({ status: 429, headers: { 'retry-after': later } }))?.details.retryAfter).toBe(90);
  });
  it('of a page in place of data says so, by its type or by its first letter', async () => {
    expect((await errorOf({ body: '<!doctype html><title>Login</title>', type: 'text/html' }))?.code).toBe('html');
    expect((await errorOf({ body: ' <html>', type: 'application/json' }))?.code).toBe('html');
  });
  it('of syntax has its line and column', async () => {
    const error = await errorOf({ body: '{\n  "format": "ess-dataset/1",\n  oops\n}' });
    expect(error).toMatchObject({ code: 'syntax', details: { path: 'line 3, column 3' } });
  });
  it('of shape has path, received and expected', async () => {
    const error = await errorOf(json({ ...manifest(), periods: '2024' }));
    expect(error).toMatchObject({ code: 'schema', details: { path: 'periods' } });
    expect(error?.message).toContain('received "2024", expected a list');
  });
  it('of version names both', async () => {
    const error = await errorOf(json({ ...manifest(), format: 'ess-dataset/2' }));
    expect(error?.code).toBe('format');
    expect(error?.message).toContain('ess-dataset/2: this release reads ess-dataset/1');
  });
  it('of a collection is an error of the whole', async () => {
    const { client } = page({ ...dataset(), 'organisations.json': { status: 404 } });
    expect(await client.query(ASKED).ready).toMatchObject({ data: null, error: { code: 'http' } });
  });
  it('of time comes after fifteen seconds, and aborts the request', async () => {
    const { client, clock } = page({ 'manifest.json': 'hang' });
    const query = client.query(ASKED);
    watch(query);
    await settle();
    await clock.advance(14_999);
    expect(query.state.error).toBeNull();
    await clock.advance(1);
    expect(query.state.error).toMatchObject({ code: 'timeout', details: { url: `${BASE}manifest.json` } });
    expect(clock.pending).toBe(0);
  });
  it('of time leaves four times as long to an answer that has begun', async () => {
    let finish = (): void => undefined;
    const web = server(dataset());
    const fetch: ClientOptions['fetch'] = async (url, init) => {
      const text = await (await web.fetch(url, init)).text();
      const slow = new ReadableStream<Uint8Array>({
        start: (body) => {
          init.signal.addEventListener('abort', () => body.error(init.signal.reason));
          finish = () => {
            body.enqueue(new TextEncoder().encode(text));
            body.close();
          };
        },
      });
      return new Response(slow, { headers: { 'content-type': 'application/json' } });
    };
    const { client, clock } = page({}, { fetch });
    const query = client.query(ASKED);
    watch(query);
    await settle();
    await clock.advance(59_999);
    finish();
    await settle();
    expect(web.log).toEqual(['manifest.json', 'organisations.json']);
    await clock.advance(59_999);
    expect(query.state).toMatchObject({ fetching: true, error: null });
    await clock.advance(1);
    const { code, message } = query.state.error ?? {};
    expect([code, message]).toEqual(['timeout', `No answer from ${BASE}organisations.json within 60000 ms.`]);
    expect(clock.pending).toBe(0);
  });
  it('of a source with a fault of its own is still an error of the state', async () => {
    const source = { id: 'odd', title: 'Odd', detect: () => 1, load: () => Promise.reject(new RangeError('odd')) };
    const { client } = page({}, { sources: [source] });
    expect((await client.query(ASKED).ready).error?.message).toContain('odd');
  });
  it('is told to the page’s author', async () => {
    const said: string[] = [];
    await errorOf({ status: 404 }, { onWarn: (code) => said.push(code) });
    expect(said).toEqual(['source-http']);
  });
});

describe('a source', () => {
  const stateOf = async (asked: { src: string; format?: string }, files: Record<string, Behaviour>) =>
    page(files).client.query({ need: ['organisations'], ...asked }).ready;
  const table: File = { body: 'nom;commune\nKerhea;Brest\n', type: 'text/csv' };

  it('is recognised by its address', async () => {
    expect((await stateOf({ src: 'membres.csv' }, { 'membres.csv': table })).data?.manifest.id).toBe('membres');
  });
  it('is recognised by its content where the address says nothing, without a second request', async () => {
    const { client, web } = page({ data: json(manifest()), 'organisations.json': json(organisations('Kerhea')) });
    expect((await client.query({ src: 'data', need: ['organisations'] }).ready).error).toBeNull();
    expect(web.log).toEqual(['data', 'organisations.json']);
    expect((await stateOf({ src: 'export' }, { export: table })).data).not.toBeNull();
  });
  it('is the one that is named', async () => {
    expect((await stateOf({ src: 'a.json', format: 'csv' }, { 'a.json': table })).data).not.toBeNull();
    expect((await stateOf({ src: 'a.csv', format: 'auto' }, { 'a.csv': table })).data).not.toBeNull();
  });
  it('with an unknown name is a configuration error that names those there are', async () => {
    const { error } = await stateOf({ src: 'a.csv', format: 'xlsx' }, {});
    expect(error?.code).toBe('config');
    expect(error?.message).toContain('"xlsx"');
    expect(error?.message).toContain('ess-dataset, csv');
  });
  it('that nobody recognises is a configuration error, a page is said to be one', async () => {
    expect((await stateOf({ src: 'a' }, { a: { body: 'hello' } })).error?.code).toBe('config');
    expect((await stateOf({ src: 'a' }, { a: { body: '<html>' } })).error?.code).toBe('html');
  });
  it('that is a JSON of another kind is said to be that, whatever it is called', async () => {
    for (const src of ['a.json', 'a.geojson', 'a'])
      expect((await stateOf({ src }, { [src]: json({ type: 'Topology', arcs: [], objects: {} }) })).error, src).toEqual(
        expect.objectContaining({ code: 'config', message: expect.stringContaining('is TopoJSON') }),
      );
  });
  it('lets the page answer its visitor while a long list is read', async () => {
    const long: File = { body: `nom;commune\n${'Kerhea;Brest\n'.repeat(1_000)}`, type: 'text/csv' };
    let pauses = 0;
    const pause = async (): Promise<void> => void pauses++;
    const { data } = await page({ 'membres.csv': long }, { pause }).client.query({
      src: 'membres.csv',
      need: ['organisations'],
    }).ready;
    expect(data?.collections.organisations).toHaveLength(1_000);
    expect(pauses).toBeGreaterThan(2);
  });
  it.each([
    [{ status: 403 }, 'http', true],
    [{ body: '<html>login' }, 'html', true],
    [{ status: 503 }, 'http', false],
    [{ status: 429 }, 'http', false],
    ['offline', 'network', false],
  ] as const)('that answers %j says what to do, unless that passes', async (answer, code, isTold) => {
    const remedy = { fr: 'Ouvrez la vue', en: 'Open the view' };
    const reader = {
      addressIn: (text: string) => text,
      creditOf: (name: string) => ({ name }),
      splitOptions: (src: string) => ({ src, options: {} }),
      readAddress: () => ({ src: `${BASE}vue.csv`, remedy }),
    };
    const addresses = async () => reader;
    const { client } = page({ 'vue.csv': answer }, { addresses });
    const { error } = await client.query({ src: 'vue', need: ['organisations'] }).ready;
    expect([error?.code, error?.details.remedy]).toEqual([code, isTold ? remedy : undefined]);
  });
  it('with an address that cannot be is a configuration error', async () => {
    for (const src of ['', 'javascript:alert(1)', 'file:///etc/passwd', 'http://']) {
      expect((await stateOf({ src }, {})).error?.code, src).toBe('config');
    }
  });
  it('with a relative address needs a base', async () => {
    const clock = manualClock();
    const client = createClient({ sources: [essDataset], cache: createMemoryCache(), fetch: server({}).fetch, clock });
    expect((await client.query(ASKED).ready).error?.code).toBe('config');
  });
  it('that does without a part is not shown from a cache that lacks it', async () => {
    const source: Source = {
      id: 'lenient',
      title: 'Lenient',
      detect: () => 1,
      load: async ({ src }, { fetch }) => {
        const response = await fetch(src);
        const parsed = { ...(await response.json()), collections: {} };
        const extra = await fetch(`${BASE}extra.json`).then(
          (each) => each.json(),
          () => [],
        );
        return { dataset: { manifest: parsed, base: src, collections: { organisations: extra } }, issues: [] };
      },
    };
    const cache = createMemoryCache();
    const files = { ...dataset(), 'extra.json': json(organisations('Kerhea'), '"e1"') };
    await page(files, { cache, sources: [source] }).client.query(ASKED).ready;
    await cache.delete(cacheKey(`${BASE}extra.json`));
    const { client, web } = page(files, { cache, sources: [source] });
    const { seen } = watch(client.query(ASKED));
    await settle();
    expect(seen).toEqual(['Kerhea network fetching', 'Kerhea network']);
    expect(web.log).toContain('extra.json');
  });
  it('is given the place-finder of the page', async () => {
    const placer: CommuneLocator = () => ({ kind: 'found', insee: '29019', name: 'Brest', position: null });
    const { client } = page({ 'm.csv': table }, { placer: async () => placer });
    const { data } = await client.query({ src: 'm.csv', need: ['organisations'] }).ready;
    expect(data?.collections.organisations?.[0]?.territories).toEqual(['commune-29019']);
  });
  it('that is no UTF-8 is kept byte for byte', async () => {
    const bytes = Uint8Array.from([...'nom;ville\nCaf'].map((c) => c.charCodeAt(0)).concat(0xe9, 0x3b, 0x42));
    const cache = createMemoryCache();
    const files = { 'm.csv': { body: bytes, type: 'text/csv' } };
    for (const origin of ['network', 'cache']) {
      const state = await page(files, { cache }).client.query({ src: 'm.csv', need: ['organisations'] }).ready;
      expect(state.origin).toBe(origin);
      expect(state.data?.collections.organisations?.[0]?.name).toBe('Café');
    }
  });
});

describe('several sources', () => {
  const table: File = { body: 'nom;commune\nXylm;Brest\n', type: 'text/csv' };
  const both = { src: 'manifest.json membres.csv', need: ['organisations'] } as const;

  it('are merged in order', async () => {
    const { data, error } = await page({ ...dataset(), 'membres.csv': table }).client.query(both).ready;
    expect(error).toBeNull();
    expect(data?.manifest.id).toBe('test');
    expect(data?.collections.organisations?.map(({ name }) => name)).toEqual(['Kerhea', 'Xylm']);
  });
  it('pair their formats by position', async () => {
    const files = { a: table, b: json(manifest()), 'organisations.json': json(organisations('Kerhea')) };
    const { data } = await page(files).client.query({ src: 'a b', format: 'csv ess-dataset', need: ['organisations'] })
      .ready;
    expect(data?.collections.organisations?.map(({ name }) => name)).toEqual(['Xylm', 'Kerhea']);
  });
  it('show nothing before each has answered: part of a sum is no sum', async () => {
    const { client, clock } = page({ ...dataset(), 'membres.csv': 'hang' });
    const query = client.query(both);
    watch(query);
    await settle();
    expect(query.state).toMatchObject({ data: null, fetching: true });
    await clock.advance(15_000);
    expect(query.state.data?.collections.organisations).toHaveLength(1);
    expect(query.state.error?.code).toBe('timeout');
  });
  it('do without the one that fails, and say which', async () => {
    const state = await page({ ...dataset(), 'membres.csv': { status: 500 } }).client.query(both).ready;
    expect(state.data?.collections.organisations).toHaveLength(1);
    expect(state.error?.code).toBe('http');
    expect(state.issues).toMatchObject([{ rule: 'source', severity: 'error', where: { file: 'membres.csv' } }]);
  });
  it('keep one object while nothing changes', async () => {
    const { client, clock } = page({ ...dataset(), 'membres.csv': { ...table, etag: '"c1"' } });
    const query = client.query(both);
    watch(query);
    await settle();
    const { data } = query.state;
    await clock.advance(60_000);
    await query.refresh();
    expect(query.state.data).toBe(data);
  });
});

describe('two tabs', () => {
  /** Locks as the platform has them, shared by tabs. */
  function lockManager() {
    const queues = new Map<string, Promise<unknown>>();
    const asked: string[] = [];
    return {
      asked,
      request: (name: string, { signal }: { signal: AbortSignal }, callback: () => Promise<void>) => {
        asked.push(name);
        const before = queues.get(name) ?? Promise.resolve();
        const refused = new Promise<never>((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
        const mine = Promise.race([before, refused]).then(callback);
        queues.set(name, Promise.allSettled([before, mine]));
        return mine;
      },
    };
  }

  /** A page of somebody who was there a minute ago: its copy is shown, and asked for again. */
  const pageAgain = async (options: Partial<ClientOptions>, known?: Awaited<ReturnType<typeof visited>>) => {
    const { cache, files } = known ?? (await visited());
    const again = page(files, { cache, ...options });
    await again.clock.advance(60_000);
    return again;
  };

  it('fetch a source once: the second reads what the first stored', async () => {
    const locks = lockManager();
    const known = await visited();
    const a = await pageAgain({ locks }, known);
    const b = await pageAgain({ locks }, known);
    a.web.close();
    const first = a.client.query(ASKED);
    const second = b.client.query(ASKED);
    watch(first);
    watch(second);
    await settle();
    await a.clock.advance(500);
    await b.clock.advance(500);
    a.web.open();
    await settle();
    a.web.open();
    await settle();
    expect(first.state).toMatchObject({ origin: 'network', updatedAt: START + 60_500 });
    expect(second.state).toMatchObject({ error: null, fetching: false, updatedAt: START + 60_500 });
    expect(b.web.log).toEqual([]);
    expect(locks.asked).toEqual([`ess:${BASE}manifest.json`, `ess:${BASE}manifest.json`]);
  });

  it('do not wait for each other more than three seconds', async () => {
    const never = { request: () => new Promise<never>(() => undefined) };
    const { client, clock, web } = await pageAgain({ locks: never });
    const query = client.query(ASKED);
    watch(query);
    await settle();
    await clock.advance(2_999);
    expect(web.log).toEqual([]);
    await clock.advance(1);
    expect(web.log).not.toEqual([]);
    expect(query.state.origin).toBe('network');
  });

  it('of a first visit do not wait: with nothing to show, each asks', async () => {
    const never = { request: () => new Promise<never>(() => undefined) };
    const { client } = page(dataset(), { locks: never });
    expect((await client.query(ASKED).ready).data).not.toBeNull();
  });

  it('let the lock go when nobody listens any more, even while they wait for it', async () => {
    const signals: AbortSignal[] = [];
    const locks = {
      request: (_name: string, { signal }: { signal: AbortSignal }) => {
        signals.push(signal);
        return new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    };
    const { client, clock } = await pageAgain({ locks });
    const { stop } = watch(client.query(ASKED));
    await settle();
    stop();
    await clock.advance(1_000);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(clock.pending).toBe(0);
  });

  it('fetch for themselves where locks are refused', async () => {
    const said: string[] = [];
    const refusing = {
      request: () => {
        throw new DOMException('opaque origin', 'SecurityError');
      },
    };
    const { client } = await pageAgain({ locks: refusing, onWarn: (code) => said.push(code) });
    expect((await client.query(ASKED).ready).origin).toBe('network');
    expect(said).toEqual(['locks']);
  });
});
