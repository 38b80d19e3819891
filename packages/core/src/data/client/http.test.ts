import { describe, expect, it } from 'vitest';
import { isHashed, parseCachePolicy } from './http.ts';
import { retryAfterOf } from './http-error.ts';

const NOW = Date.parse('2025-03-10T09:00:00Z');
const keeping = (headers: Record<string, string>) => parseCachePolicy(new Headers(headers), NOW);

describe('what a server says of freshness', () => {
  it('is nothing when it says nothing', () => {
    expect(keeping({})).toEqual({ noStore: false, immutable: false });
  });
  it('is a number of seconds, less the age in a proxy', () => {
    expect(keeping({ 'cache-control': 'public, Max-Age=300' }).expiresAt).toBe(NOW + 300_000);
    expect(keeping({ 'cache-control': 'max-age=300', age: '100' }).expiresAt).toBe(NOW + 200_000);
  });
  it('is a date where there are no seconds; seconds win', () => {
    const expires = new Date(NOW + 5_000).toUTCString();
    expect(keeping({ expires }).expiresAt).toBe(NOW + 5_000);
    expect(keeping({ expires, 'cache-control': 'max-age=60' }).expiresAt).toBe(NOW + 60_000);
  });
  it('is "expired" for a date that is none', () => {
    expect(keeping({ expires: 'never' }).expiresAt).toBe(NOW);
    expect(keeping({ expires: '0' }).expiresAt).toBeLessThan(NOW);
  });
  it('is "ask each time" for no-cache, whatever else is said', () => {
    expect(keeping({ 'cache-control': 'no-cache, max-age=60' }).expiresAt).toBe(NOW);
  });
  it('may forbid storing, or promise never to change', () => {
    expect(keeping({ 'cache-control': 'no-store' }).noStore).toBe(true);
    expect(keeping({ 'cache-control': 'max-age=1, immutable' }).immutable).toBe(true);
  });
});

describe('Retry-After', () => {
  const wait = (text: string) => retryAfterOf(new Headers({ 'retry-after': text }), NOW);
  it('is seconds or a date', () => {
    expect(wait('120')).toBe(120);
    expect(wait(new Date(NOW + 1_500).toUTCString())).toBe(1);
    expect(wait(new Date(NOW - 60_000).toUTCString())).toBe(0);
  });
  it('is nothing when it cannot be read', () => {
    expect(wait('soon')).toBeUndefined();
    expect(retryAfterOf(new Headers(), NOW)).toBeUndefined();
  });
});

describe('an address named by its content', () => {
  it.each([
    ['https://d.example/organisations.3f9a1c0be2d47a55.json', true],
    ['https://d.example/a/organisations_3f9a1c0be2d47a55.v1.json?x=1', true],
    ['https://d.example/organisations.json', false],
    ['https://d.example/3f9a1c0be2d47a55/organisations.json', false],
    // Short ones may be words and dates; that of a record, a UUID, stays while its content changes.
    ['https://d.example/organisations-3f9a1c0b.json', false],
    ['https://d.example/liste-cafe2024.csv', false],
    ['https://d.example/annuaire_20241231b.csv', false],
    ['https://d.example/550e8400-e29b-41d4-a716-44665544000f.csv', false],
    // A date, a postal code and a word: none is a hash.
    ['https://d.example/annuaire_20201011.csv', false],
    ['https://d.example/adherents-29200.csv', false],
    ['https://d.example/export-20241231120000123.csv', false],
    ['https://d.example/liste-facadebebe.csv', false],
  ])('%s: %s', (url, expected) => expect(isHashed(url)).toBe(expected));
});
