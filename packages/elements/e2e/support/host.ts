/** A partner's site: pages written here, folders behind their addresses, headers of its own. */
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { fileOf, MOUNTS } from '../../../../scripts/site/mounts.mjs';

/** Answer of a host in place of a file. */
export interface HostPage {
  readonly body: string | Buffer;
  readonly type?: string;
  /** Address to which it sends the browser instead. */
  readonly to?: string;
}

export interface HostOptions {
  /** By path: `/`, `/liste.csv`. */
  readonly pages?: Readonly<Record<string, string | HostPage>>;
  readonly mounts?: typeof MOUNTS;
  /** Headers of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Told of each request. */
  readonly heard?: (request: IncomingMessage) => void;
}

export interface Host {
  /** Origin with a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** Serves on 127.0.0.1 and a free port until it is closed. */
export async function openHost({ pages = {}, mounts = MOUNTS, headers = {}, heard }: HostOptions): Promise<Host> {
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    heard?.(request);
    const address = request.url ?? '/';
    const page = pages[address.split('?', 1)[0] ?? '/'];
    const send = (status: number, type: string, more = {}) =>
      response.writeHead(status, { ...headers, ...more, 'content-type': type });
    if (page !== undefined) {
      const {
        body,
        type = 'text/html; charset=utf-8',
        to,
      }: HostPage = typeof page === 'string' ? { body: page } : page;
      if (to === undefined) send(200, type);
      else send(302, type, { location: to });
      response.end(body);
      return;
    }
    const file = fileOf(address, mounts);
    send(file ? 200 : 404, TYPES[path.extname(file ?? '')] ?? 'text/plain');
    if (file) createReadStream(file).pipe(response);
    else response.end('not found');
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`The server has no port: ${address}`);
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page in French, with nothing of its own but what is given. */
export const pageOf = (body: string, head = ''): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head><body><main><h1>Essai</h1><h2>Widgets</h2>${body}</main></body></html>`;

/** The one line of the guide. */
export const LOADER = '<script type="module" src="/ess/ess.js" data-src="/data/manifest.json"></script>';
