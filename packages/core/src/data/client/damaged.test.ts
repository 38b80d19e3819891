/** Copies that a storage gives back other than they were: a server that is asked whether they have changed says that they have not. */
import { describe, expect, it } from 'vitest';
import { type Cache, cacheKey } from '../cache/cache.ts';
import { createMemoryCache } from '../cache/memory-cache.ts';
import { essDataset } from '../sources/ess-dataset/ess-dataset.ts';
import { createClient } from './client.ts';
import { systemClock } from './system-clock.ts';
import type { Client } from './types.ts';

const BASE = 'https://data.example/';
const SRC = `${BASE}manifest.json`;
const HASHED = 'organisations.3f9a1c0be2d47a55.json';
const manifest = {
  format: 'ess-dataset/1',
  id: 'essai',
  title: { fr: 'Essai' },
  publisher: { name: 'Essai' },
  licence: { name: 'Essai' },
  language: 'fr',
  updated: '2025-03-05',
  periods: ['2024'],
  collections: { organisations: { href: HASHED, count: 1, hash: '3f9a1c0be2d47a55', coverage: [] } },
};
const organisations = [{ id: 'a', name: 'Épicerie imaginaire' }];

/** A server whose files have an ETag, each `"1"`; `files` may be changed. */
function visitOf(cache: Cache, files: Record<string, unknown>): { readonly client: Client; readonly asked: string[] } {
  const asked: string[] = [];
  const client = createClient({
    sources: [essDataset],
    cache,
    base: BASE,
    clock: systemClock,
    fetch: async (url, { headers }) => {
      const name = url.slice(BASE.length);
      const isHeld = headers?.['If-None-Match'] === '"1"';
      asked.push(isHeld ? `${name} if` : name);
      if (isHeld) return new Response(null, { status: 304 });
      return new Response(JSON.stringify(files[name]), { headers: { etag: '"1"', 'cache-control': 'no-cache' } });
    },
  });
  return { client, asked };
}

const need = ['organisations'] as const;
const load = (client: Client) => client.query({ src: SRC, need: [...need] }).ready;

/** A cache after a visit, in which `name` is damaged. */
async function damaged(name: string, body: string): Promise<Cache> {
  const cache = createMemoryCache({});
  await load(visitOf(cache, { 'manifest.json': manifest, [HASHED]: organisations }).client);
  await expect.poll(() => cache.get(cacheKey(`${BASE}${name}`))).toBeDefined();
  const entry = await cache.get(cacheKey(`${BASE}${name}`));
  if (entry) await cache.setAll([{ ...entry, body }]);
  return cache;
}

describe('a copy that is damaged', () => {
  it.each([
    ['the manifest', 'manifest.json'],
    ['a collection that is named by its content', HASHED],
  ])('is asked for whole: %s', async (_title, name) => {
    const cache = await damaged(name, '');
    const files = { 'manifest.json': manifest, [HASHED]: organisations };
    const { client, asked } = visitOf(cache, files);
    const { data, error } = await load(client);
    expect(error).toBe(null);
    expect(data?.collections.organisations).toHaveLength(1);
    expect(asked.filter((one) => !one.endsWith(' if'))).toContain(name);
    const again = visitOf(cache, files);
    expect((await load(again.client)).error).toBe(null);
    expect(again.asked).toEqual(['manifest.json if']);
  });

  it('of a file beside the data is asked for whole', async () => {
    const cache = createMemoryCache({});
    const url = `${BASE}basemap.json`;
    const read = (client: Client) => client.file(url, (text) => JSON.parse(text) as unknown);
    const files = { 'basemap.json': { a: 1 } };
    await read(visitOf(cache, files).client);
    await expect.poll(() => cache.get(cacheKey(url))).toBeDefined();
    const entry = await cache.get(cacheKey(url));
    if (entry) await cache.setAll([{ ...entry, body: '{"a":' }]);
    const { client, asked } = visitOf(cache, files);
    expect(await read(client)).toEqual({ a: 1 });
    expect(asked).toEqual(['basemap.json']);
  });

  it('is no reason to ask twice at every refresh where it is the server’s own that cannot be read, nor to forget what can', async () => {
    const cache = await damaged(HASHED, 'null');
    const broken = visitOf(cache, { 'manifest.json': manifest, [HASHED]: null });
    const query = broken.client.query({ src: SRC, need: [...need] });
    const close = query.subscribe(() => undefined);
    await query.ready;
    expect(query.state.error?.code).toBe('schema');
    const { length } = broken.asked;
    await query.refresh();
    close();
    expect(broken.asked.length - length).toBeLessThanOrEqual(1);
    expect(await cache.get(cacheKey(SRC))).toBeDefined();
  });
});
