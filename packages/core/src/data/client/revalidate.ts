/** Conditional requests for a resource of which a copy is stored. */
import type { CacheEntry } from '../cache/cache.ts';
import type { ClientOptions, Fetch } from './types.ts';

/** Headers and cache mode of a request. */
export type ConditionalRequest = Pick<Parameters<Fetch>[1], 'headers' | 'cache'>;

/**
 * Returns our validators, to our own origin only: to another one they would cost a preflight that most static hosts
 * refuse. There the browser's cache asks with its own validators, and equal bodies are recognised when they arrive.
 */
export function validatorsOf({ base }: Pick<ClientOptions, 'base'>, url: string, held: CacheEntry): ConditionalRequest {
  const { etag, lastModified, url: from = url } = held;
  // An address of ours may lead to another origin, and one of another origin to ours.
  const isOurs = !base || [url, from].every((one) => new URL(base).origin === new URL(one).origin);
  if (!isOurs || !(etag || lastModified)) return { cache: 'no-cache' };
  return {
    headers: {
      ...(etag ? { 'If-None-Match': etag } : {}),
      ...(lastModified ? { 'If-Modified-Since': lastModified } : {}),
    },
  };
}

/**
 * Returns the entry after a 304. Where that says nothing about freshness, the lifetime that the content came with
 * stays.
 */
export function renewed(held: CacheEntry, now: number, expiresAt: number | undefined): CacheEntry {
  const lifetime = held.expiresAt === undefined ? undefined : held.expiresAt - held.fetchedAt;
  const until = expiresAt ?? (lifetime === undefined ? undefined : now + lifetime);
  return { ...held, fetchedAt: now, usedAt: now, ...(until === undefined ? {} : { expiresAt: until }) };
}
