import { describe, expect, it } from 'vitest';
import { EssError } from '../errors.ts';
import { isAllowed, isListedHost, readBody, resolveHref } from './reading.ts';

const BASE = 'https://data.example/2024/manifest.json';

describe('resolveHref', () => {
  it.each([
    ['events.json', 'https://data.example/2024/events.json'],
    ['../2023/events.json', 'https://data.example/2023/events.json'],
    ['//other.example/events.json', 'https://other.example/events.json'],
    ['http://other.example/events.json', 'http://other.example/events.json'],
  ])('makes %s absolute', (href, url) => {
    expect(resolveHref(href, BASE)).toBe(url);
  });

  it.each([
    'http://[',
    'http://',
    '//',
    'https://data.example:99999/',
    'https://exa mple/',
    'https://%00/',
    'https://user:password@data.example/',
    'data:application/json,{}',
    'blob:https://data.example/0b7e2b9c',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ftp://data.example/events.json',
  ])('gives an error for %s, and throws none', (href) => {
    const error = resolveHref(href, BASE);
    expect(error).toBeInstanceOf(EssError);
    expect(error).toMatchObject({ code: 'schema', message: expect.stringContaining(href) });
  });

  it('gives an error where there is nothing to be relative to', () => {
    expect(resolveHref('events.json', '')).toBeInstanceOf(EssError);
  });
});

describe('the origins that data may lead to', () => {
  const reach = { addresses: [BASE, 'https://cdn.example/a.json'], hosts: ['listed.example', 'listed.example:8443'] };

  it.each([
    'https://data.example/events.json',
    'https://cdn.example/events.json',
    'https://listed.example/events.json',
    'https://listed.example:8443/events.json',
  ])('are those of the manifest and the listed hosts: %s', (url) => {
    expect(isAllowed(url, reach)).toBe(true);
  });

  it.each([
    'https://other.example/events.json',
    'http://data.example/events.json',
    'https://data.example:444/events.json',
    'https://sub.data.example/events.json',
    'https://sub.listed.example/events.json',
    'https://listed.example:444/events.json',
    'https://listed.example.evil.example/events.json',
  ])('are no others: %s', (url) => {
    expect(isAllowed(url, reach)).toBe(false);
  });

  it('tells a listed host from an origin of the manifest', () => {
    expect(isListedHost('https://listed.example/events.json', reach)).toBe(true);
    expect(isListedHost(BASE, reach)).toBe(false);
  });
});

describe('readBody', () => {
  const URL = 'https://data.example/a.json';
  const text = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);

  /** An answer that never ends, and how much of it was asked for. */
  function endless() {
    const seen = { pieces: 0, cancelled: false };
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull: (controller) => {
          seen.pieces++;
          controller.enqueue(new Uint8Array(1_000));
        },
        cancel: () => {
          seen.cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    return { response: (init?: ResponseInit) => new Response(body, init), seen };
  }

  it('gives a body up to the limit as it is', async () => {
    expect(text(await readBody(new Response('abcdé'), URL, 6))).toBe('abcdé');
    expect((await readBody(new Response(null), URL, 6)).byteLength).toBe(0);
    const withoutStream = Object.defineProperty(new Response('abcdé'), 'body', { value: null });
    expect(text(await readBody(withoutStream, URL, 6))).toBe('abcdé');
    const long = Object.defineProperty(new Response('abcdéf'), 'body', { value: null });
    await expect(readBody(long, URL, 6)).rejects.toMatchObject({ code: 'large' });
  });

  it('refuses a body of one byte more, and names the limit', async () => {
    const reading = readBody(new Response('abcdefg'), URL, 6);
    await expect(reading).rejects.toMatchObject({ code: 'large', details: { url: URL, limit: 0.000_006 } });
  });

  it('stops an endless body at the limit', async () => {
    const { response, seen } = endless();
    await expect(readBody(response(), URL, 10_000)).rejects.toMatchObject({ code: 'large' });
    expect(seen).toEqual({ pieces: 11, cancelled: true });
  });

  it('takes nothing of a body whose announced length is too large', async () => {
    const { response, seen } = endless();
    const reading = readBody(response({ headers: { 'content-length': '10001' } }), URL, 10_000);
    await expect(reading).rejects.toMatchObject({ code: 'large' });
    expect(seen).toEqual({ pieces: 0, cancelled: true });
  });

  it('counts what a compressed body becomes, not what it was sent as', async () => {
    const zeros = new Response(new Uint8Array(1_000_000)).body?.pipeThrough(new CompressionStream('gzip'));
    const sent = await new Response(zeros).arrayBuffer();
    expect(sent.byteLength).toBeLessThan(2_000);
    const bomb = new Response(sent).body?.pipeThrough(new DecompressionStream('gzip'));
    await expect(readBody(new Response(bomb), URL, 100_000)).rejects.toMatchObject({ code: 'large' });
  });

  it('says why a body broke off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('cut')) });
    await expect(readBody(new Response(body), URL, 10)).rejects.toThrow('cut');
  });
});
