import { EssError, withoutKey } from '../../errors.ts';
import { ASKING, type Manner, readBody } from '../../reading/index.ts';
import { type CacheEntry, cacheKey } from '../cache/cache.ts';
import { parseCachePolicy } from './http.ts';
import type { ConditionalRequest } from './revalidate.ts';
import type { ClientOptions } from './types.ts';

/** An answer of the server: the new content, or our copy confirmed. */
export interface Answer {
  readonly entry: CacheEntry;
  /** Whether the body is the one that was held. */
  readonly confirmed: boolean;
  /** Not to be kept beyond the page (`no-store`). */
  readonly noStore: boolean;
}

/** The browser's own cache asks the server, with its own validators. */
const NO_CACHE: ConditionalRequest = { cache: 'no-cache' };

/** Factor by which an answer that has begun may take longer to arrive whole: large data come slowly to a phone. */
const WHOLE = 4;

/** Asks the server for one resource, naming what we hold. @throws EssError `http`, `network`, `timeout` or `large`; AbortError */
export async function request(
  options: Pick<ClientOptions, 'fetch' | 'clock' | 'timeout' | 'base'>,
  url: string,
  held: CacheEntry | undefined,
  signal: AbortSignal,
  { redirect, maxBytes }: Manner,
): Promise<Answer> {
  // Called without its object: a browser's own `fetch` refuses any other.
  const { clock, fetch } = options;
  let limit = options.timeout ?? 15_000;
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  let handle = clock.setTimeout(abort, limit);
  signal.addEventListener('abort', abort);
  try {
    signal.throwIfAborted();
    // A first visit has no validators, so their module is imported only when there is a copy.
    const asked = held ? (await import('./revalidate.ts')).validatorsOf(options, url, held) : NO_CACHE;
    const response = await fetch(url, { signal: controller.signal, ...ASKING, redirect, ...asked });
    clock.clearTimeout(handle);
    limit *= WHOLE;
    handle = clock.setTimeout(abort, limit);
    return await read(response, url, held, clock.now(), maxBytes);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const isLate = controller.signal.aborted;
    // Cancel the rest of the answer, and stop any other reader of it.
    controller.abort();
    if (isLate) throw new EssError('timeout', `No answer from ${url} within ${limit} ms.`, { url });
    if (error instanceof EssError) throw error;
    throw await (await import('./unreachable.ts')).unreachable(
      options,
      url,
      { redirect, wasRead: held !== undefined },
      error,
    );
  } finally {
    clock.clearTimeout(handle);
    signal.removeEventListener('abort', abort);
  }
}

async function read(
  response: Response,
  url: string,
  held: CacheEntry | undefined,
  now: number,
  maxBytes: number,
): Promise<Answer> {
  const { headers, status } = response;
  const from = withoutKey(response.url || url);
  const policy = parseCachePolicy(headers, now);
  const { expiresAt } = policy;
  if (status === 304 && held) {
    const { renewed } = await import('./revalidate.ts');
    const entry = { ...renewed(held, now, expiresAt), url: from };
    return { entry, confirmed: isSame(held, entry), noStore: false };
  }
  if (!response.ok) throw (await import('./http-error.ts')).httpError(url, response, now);
  const bytes = await readBody(response, url, maxBytes);
  const body = textOf(bytes);
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  const entry: CacheEntry = {
    key: cacheKey(url),
    url: from,
    body,
    contentType: headers.get('content-type') ?? '',
    fetchedAt: now,
    size: bytes.byteLength,
    usedAt: now,
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(policy.immutable ? { immutable: true } : {}),
  };
  return { entry, confirmed: isSame(held, entry), noStore: policy.noStore };
}

/**
 * Returns the text with its byte order mark, so that its bytes can be restored; the bytes themselves when they are not
 * UTF-8.
 */
function textOf(bytes: ArrayBuffer): string | ArrayBuffer {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/** Whether two answers are the same: of one place, byte for byte. */
export const isSame = (a: CacheEntry | undefined, b: CacheEntry | undefined): boolean =>
  a?.url === b?.url && sameBody(a?.body ?? '', b?.body ?? '');

function sameBody(a: CacheEntry['body'], b: CacheEntry['body']): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  const [x, y] = [new Uint8Array(a), new Uint8Array(b)];
  return x.length === y.length && x.every((byte, index) => byte === y[index]);
}

/** Returns the entry as the response that a source reads, from where it came. `date` is when our copy was fetched. */
export function responseOf({ url, body, contentType, lastModified, fetchedAt }: CacheEntry): Response {
  const headers = {
    ...(contentType ? { 'content-type': contentType } : {}),
    ...(lastModified ? { 'last-modified': lastModified } : {}),
    date: new Date(fetchedAt).toUTCString(),
  };
  return Object.defineProperty(new Response(body, { headers }), 'url', { value: url });
}
