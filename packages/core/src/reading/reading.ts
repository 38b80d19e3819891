/**
 * The one reading policy, of a page and of the command line: which addresses are read, how they are asked for, and how much
 * of an answer is taken.
 *
 * Who wrote an address decides where it may lead: the site and a block name data anywhere; an address inside a file stays where
 * its manifest is, or on a host that the site lists.
 */

import { EssError } from '../errors.ts';
import type { Reach } from '../model/index.ts';
import { type Author, decides } from './authority.ts';

/** Bytes that are read of one file, decompressed, where the site sets no other limit. */
const MAX_BYTES = 20_000_000;

/** Bytes of a CSV file that are parsed, where the site sets no other limit. */
export const MAX_CSV_BYTES = 10_000_000;

/** The highest limit that a site can set: that of the command line. */
export const HIGHEST_MAX_BYTES = 100_000_000;

/** The longest wait that a server can ask for, in seconds. */
export const MAX_WAIT = 3_600;

/** Fetch options of every file: the server gets no referrer, and other origins get no cookie. */
export const ASKING = { referrerPolicy: 'no-referrer', credentials: 'same-origin' } as const;

/** Protocols that a page may read; a calendar's `webcal:` is https. */
const WEB = /^https?:$/;

/** Permissions that the site adds: further hosts, more bytes. */
export interface Allowance {
  readonly hosts?: Reach['hosts'] | undefined;
  readonly maxBytes?: Reach['maxBytes'];
}

/** Rules for fetching one file: whether its server may redirect, and how many bytes are read. */
export interface Manner {
  readonly redirect: 'follow' | 'error';
  readonly maxBytes: number;
}

/** Returns the bytes that are read of one file: those that the site allows, else the usual ones. */
export const limitOf = (allowed: number | undefined, usual = MAX_BYTES): number =>
  Math.min(allowed ?? usual, HIGHEST_MAX_BYTES);

/**
 * Returns the rules for fetching a file.
 * @param author who wrote its address
 * @throws EssError `blocked` where an address of that author may not lead to it
 */
export async function mannerOf(url: string, author: Author, reach: Reach): Promise<Manner> {
  await checkReach(url, author, reach);
  return {
    // A host that the site lists may redirect, as an address of its own may.
    redirect: decides(author, 'source') || isListedHost(url, reach) ? 'follow' : 'error',
    maxBytes: limitOf(reach.maxBytes),
  };
}

/** @throws EssError `blocked` where an address of an author may not lead to another one */
export async function checkReach(url: string, author: Author, reach: Reach): Promise<void> {
  if (!decides(author, 'source') && !isAllowed(url, reach)) throw (await import('./refusals.ts')).blockedError(url);
}

/**
 * Returns the absolute address of one that is relative to `base`. It never throws: an address that cannot be read, is
 * not http(s) or names a user gives the error to show.
 * @param schemes other schemes, for a reader of local files
 */
export function resolveHref(href: string, base: string | undefined, schemes = WEB): string | EssError {
  try {
    const url = new URL(href.replace(/^webcals?:\/\//i, 'https://'), base || undefined);
    if (schemes.test(url.protocol) && !url.username && !url.password) return url.href;
  } catch {
    // Refused below, as any other address that is not read.
  }
  const where = base ? ` in ${base}` : '';
  const message = `"${href}"${where} is no address that can be read: expected http(s), or a relative one.`;
  return new EssError('schema', message, { url: base || href, given: href });
}

/** Returns the absolute address of one that is relative to `base`. @throws EssError as {@link resolveHref} gives it */
export function addressOf(...given: Parameters<typeof resolveHref>): string {
  const url = resolveHref(...given);
  if (typeof url !== 'string') throw url;
  return url;
}

/** Whether an address of the data may be read: it is of an origin of the manifest, or on a listed host. */
export function isAllowed(url: string, { addresses, hosts }: Reach): boolean {
  const { host, origin } = new URL(url);
  return hosts.includes(host) || addresses.some((address) => new URL(address).origin === origin);
}

/** Whether an address is on a host that the site lists: only there the data's addresses may be redirected. */
export const isListedHost = (url: string, { hosts }: Reach): boolean => hosts.includes(new URL(url).host);

/**
 * Reads the body of an answer, counting its decompressed bytes as they come, and cancels it at the limit. An announced
 * length above the limit stops it at once.
 * @throws EssError `large`, which names the limit
 */
export async function readBody(response: Response, url: string, maxBytes: number): Promise<ArrayBuffer> {
  // Some answers have bytes and no stream of them.
  const reader = (response.body ?? new Response(await response.arrayBuffer()).body)?.getReader();
  if (!reader) return new ArrayBuffer(0);
  const parts: Uint8Array[] = [];
  let size = 0;
  let isLarge = Number(response.headers.get('content-length')) > maxBytes;
  while (!isLarge) {
    const { done, value } = await reader.read();
    if (done) return joined(parts, size);
    parts.push(value);
    size += value.byteLength;
    isLarge = size > maxBytes;
  }
  // A failed cancellation is ignored, because the reading is over.
  reader.cancel().catch(() => undefined);
  throw (await import('./refusals.ts')).largeError(url, maxBytes);
}

function joined(parts: readonly Uint8Array[], size: number): ArrayBuffer {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all.buffer;
}
