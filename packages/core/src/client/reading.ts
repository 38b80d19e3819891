/**
 * The one reading policy, of a page and of the command line: which addresses are read, how they are asked for, and how much
 * of an answer is taken.
 *
 * An address is the author's (an attribute, the loader's tag, an argument of a command) or the data's (any address inside a
 * file). The author's may be anywhere. The data's stay where their manifest is, or on a host that the author lists.
 */
import { EssError } from '../errors.ts';

/** Bytes that are read of one file, decompressed, where the author sets no other limit. */
export const MAX_BYTES = 20_000_000;

/** Bytes of a CSV file that are parsed, where the author sets no other limit. */
export const MAX_CSV_BYTES = 10_000_000;

/** The highest limit that an author can set: that of the command line. */
export const HIGHEST_MAX_BYTES = 100_000_000;

/** The longest wait that a server can ask for, in seconds. */
export const MAX_WAIT = 3_600;

/** Where the addresses inside a data set may lead. */
export interface Reach {
  /** Addresses of the manifest, as written and as redirected: files of their origins are read. */
  readonly addresses: readonly string[];
  /** Other hosts that the author lists, each as `URL.host` gives it: lower case, with the port where it is not the usual one. */
  readonly hosts: readonly string[];
}

/** How every file is asked for: the server is not told which page asks, and other origins get no cookie. */
export const ASKING = { referrerPolicy: 'no-referrer', credentials: 'same-origin' } as const;

/**
 * Makes the absolute address of one that is relative to `base`. It never throws: what cannot be read, is not http(s) or
 * names a user comes back as the error to show. Only beside a `file:` base may an address be one too.
 */
export function resolveHref(href: string, base: string): string | EssError {
  try {
    const url = new URL(href, base);
    // A data set on a disk, which the command line alone reads, names files of that disk.
    const isOfFile = url.protocol === 'file:' && base.startsWith('file:');
    if ((isOfFile || /^https?:$/.test(url.protocol)) && !url.username && !url.password) return url.href;
  } catch {
    // Said below, as for any other address that is not read.
  }
  const message = `"${href}" in ${base} is no address that can be read: expected http(s), or one relative to that file.`;
  return new EssError('schema', message, { url: base, given: href });
}

/** Whether an address of the data may be read: it is of an origin of the manifest, or on a listed host. */
export function isAllowed(url: string, { addresses, hosts }: Reach): boolean {
  const { host, origin } = new URL(url);
  return hosts.includes(host) || addresses.some((address) => new URL(address).origin === origin);
}

/** Whether an address is on a host that the author lists: only there the data's addresses may be redirected. */
export const isListed = (url: string, { hosts }: Reach): boolean => hosts.includes(new URL(url).host);

/**
 * Reads the body of an answer, counting its decompressed bytes as they come, and cancels it at the limit. An announced
 * length above the limit stops it at once.
 * @throws EssError `large`, which names the limit
 */
export async function readBody(response: Response, url: string, maxBytes: number): Promise<ArrayBuffer> {
  const reader = response.body?.getReader();
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
  // What it says of its end is of no interest: the reading is over.
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
