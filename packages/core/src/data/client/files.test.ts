import { describe, expect, it } from 'vitest';
import { createMemoryCache } from '../cache/memory-cache.ts';
import { createClient } from './client.ts';
import { systemClock } from './system-clock.ts';

const URL = 'https://data.example/basemap.json';
const parse = (text: string): unknown => JSON.parse(text);

/** A client over a server that gives these answers in turn, then fails. */
function clientOf(answers: readonly string[], cache = createMemoryCache({})) {
  const left = [...answers];
  const asked: string[] = [];
  let now = 0;
  const client = createClient({
    sources: [],
    cache,
    clock: { ...systemClock, now: () => now },
    fetch: async (url) => {
      asked.push(url);
      const body = left.shift();
      if (body === undefined) throw new TypeError('offline');
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    },
  });
  return { client, cache, asked, wait: (ms: number) => (now += ms) };
}

describe('a file beside a data set', () => {
  it('comes from the network, then from what was kept when the network fails', async () => {
    const first = clientOf(['{"a":1}']);
    expect(await first.client.file(URL, parse)).toEqual({ a: 1 });
    const offline = clientOf([], first.cache);
    expect(await offline.client.file(URL, parse)).toEqual({ a: 1 });
  });

  it('is not kept when it cannot be read', async () => {
    const { client, cache } = clientOf(['<html>', '{"a":2}']);
    await expect(client.file(URL, parse)).rejects.toThrow(SyntaxError);
    expect(await clientOf(['{"a":3}'], cache).client.file(URL, parse)).toEqual({ a: 3 });
  });

  it('is given at once from the kept copy and renewed behind it', async () => {
    const { client, asked, wait } = clientOf(['{"a":1}', '{"a":2}']);
    await client.file(URL, parse);
    wait(3_600_000);
    expect(await client.file(URL, parse)).toEqual({ a: 1 });
    await expect.poll(() => asked.length).toBe(2);
    await expect.poll(() => client.file(URL, parse)).toEqual({ a: 2 });
  });

  it('says that it could not be had', async () => {
    await expect(clientOf([]).client.file(URL, parse)).rejects.toMatchObject({ code: 'network' });
  });
});
