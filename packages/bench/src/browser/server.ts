/** Serves what is measured on 127.0.0.1 as a good host does: compressed once, with ages that a browser may rely on. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** A folder and the address that it stands under, with a slash at its end. */
interface Mount {
  readonly url: string;
  readonly folder: string;
}

interface Stored {
  readonly body: Buffer;
  readonly etag: string;
  readonly type: string;
}

export interface Server {
  /** Origin with a slash at its end. */
  readonly url: string;
  /** Bytes of a file as they are sent, compressed; 0 for what is not there. */
  sizeOf(pathname: string): number;
  /** Pages written here, by path: they may be added to. */
  readonly pages: Map<string, string>;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
};

/** Above this a data file is compressed quickly: the last percent of it is not worth seconds. */
const LARGE = 2_000_000;

const compress = (text: Buffer): Buffer => gzipSync(text, { level: text.length > LARGE ? 6 : 9 });

function stored(text: Buffer, extension: string): Stored {
  const type = TYPES[extension] ?? 'application/octet-stream';
  return { body: compress(text), etag: `"${createHash('sha1').update(text).digest('hex')}"`, type };
}

/** A name or a folder with a hash never changes what it holds; anything else is asked for again after ten minutes, a page at once. */
export function ageOf(pathname: string): string {
  if (/-([A-Z0-9]{8}|[0-9a-f]{8}\/[^/]+)\.(js|mjs|css)$/.test(pathname)) return 'public, max-age=31536000, immutable';
  return pathname.endsWith('/') ? 'no-cache' : 'public, max-age=600';
}

/** Returns the file under a mount that an address asks for, or null. */
function fileUnder(pathname: string, mounts: readonly Mount[]): string | null {
  const mount = mounts.find(({ url }) => pathname.startsWith(url));
  if (!mount) return null;
  const file = path.join(mount.folder, pathname.slice(mount.url.length));
  if (!file.startsWith(mount.folder + path.sep)) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/** Serves on a free port until it is closed. */
export async function openServer(mounts: readonly Mount[]): Promise<Server> {
  const pages = new Map<string, string>();
  const kept = new Map<string, Stored>();
  const find = (pathname: string): Stored | null => {
    const page = pages.get(pathname);
    if (page !== undefined) return stored(Buffer.from(page), '.html');
    const known = kept.get(pathname);
    if (known) return known;
    const file = fileUnder(pathname, mounts);
    if (!file) return null;
    const found = stored(readFileSync(file), path.extname(file));
    kept.set(pathname, found);
    return found;
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const found = find(pathname);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    const headers = { etag: found.etag, 'cache-control': ageOf(pathname) };
    if (request.headers['if-none-match'] === found.etag) response.writeHead(304, headers).end();
    else {
      const { body, type } = found;
      response.writeHead(200, {
        ...headers,
        'content-type': type,
        'content-encoding': 'gzip',
        'content-length': body.length,
      });
      response.end(body);
    }
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`the server has no port: ${address}`);
  return {
    url: `http://127.0.0.1:${address.port}/`,
    sizeOf: (pathname) => find(pathname)?.body.length ?? 0,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
