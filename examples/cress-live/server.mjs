/**
 * `npm start -- live`: a page over data that change while one looks, with a switch that breaks their server. Everything is kept
 * in memory, on 127.0.0.1 alone. The data are invented.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileOf, MOUNTS, TYPES } from '../../scripts/site/mounts.mjs';
import { BREAKAGES } from './live/breakages.mjs';
import { regionAfter } from './live/region.mjs';

/** The page, and the elements as they were built last. */
const PAGES = [
  ...MOUNTS.filter(({ url }) => url === '/ess/'),
  { url: /** @type {const} */ ('/'), folder: path.join(import.meta.dirname, 'live') },
];
/** Changes whose files stay: what an open page has read of them it may ask for again. */
const KEPT = 20;
/** The position of the switch in which nothing is broken. */
const FINE = 'fine';
/** Lines of the journal that the panel shows. */
const LINES = 12;

/** @param {string} text */
const etagOf = (text) => `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;

/**
 * Serves the live page.
 * @param {{port?: number, every?: number}} [options] `port` 0 takes a free one; `every` milliseconds the data change, 0 leaves them
 * @returns {Promise<{url: string, change: () => string, close: () => Promise<void>}>} `change` makes the next change and says
 *   which; `url` ends with a slash
 */
export async function serveLive({ port = 0, every = 4_000 } = {}) {
  const day = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.now());
  /** Files of the last changes: hashed names are added, the manifest is put in their place last. @type {Map<string, string>[]} */
  const history = [];
  /** @type {{at: number, what: string}[]} */
  const journal = [];
  /** @type {import('./live/breakages.mjs').Breakage | undefined} */
  let broken;
  let changes = -1;

  const say = (/** @type {string} */ what) => {
    journal.unshift({ at: Date.now(), what });
    journal.length = Math.min(journal.length, LINES);
    return what;
  };
  const change = () => {
    const { what, files } = regionAfter(day(), ++changes);
    history.unshift(new Map(files));
    history.length = Math.min(history.length, KEPT);
    return say(what);
  };
  change();

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response @param {string} name */
  function answerData(request, response, name) {
    const held = history.find((files) => files.has(name))?.get(name);
    if (broken) return broken.answer(response, { name, body: held ?? '' });
    if (held === undefined) return void response.writeHead(404).end();
    const etag = etagOf(held);
    // A name with a hash never has another content; the manifest is asked for each time, and confirmed without being sent.
    const isHashed = name !== 'manifest.json';
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: etag,
    };
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
    response.writeHead(200, headers).end(held);
  }

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response @param {URL} url */
  function answerPanel(request, response, url) {
    // A page of another site may not press the switch.
    const isOwn = (request.headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';
    if (request.method === 'POST' && isOwn) {
      const id = url.searchParams.get('broken');
      broken = BREAKAGES.find((each) => each.id === id);
      say(broken ? `panne\u202f: ${broken.label}` : 'la source répond de nouveau');
    }
    const state = {
      broken: broken?.id ?? FINE,
      modes: [{ id: FINE, label: 'répond comme il faut' }, ...BREAKAGES.map(({ id, label }) => ({ id, label }))],
      journal,
    };
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify(state));
  }

  const server = createServer((request, response) => {
    // An address that cannot be parsed is one that nothing is at.
    const url = new URL(`http://live${request.url?.startsWith('/') ? request.url : '/'}`);
    const [, name] = /^\/data\/([\w.-]+)$/.exec(url.pathname) ?? [];
    if (name) return answerData(request, response, name);
    if (url.pathname === '/panel') return answerPanel(request, response, url);
    const file = fileOf(request.url ?? '/', PAGES);
    if (!file) return void response.writeHead(404).end();
    response.setHeader('Content-Type', TYPES.get(path.extname(file)) ?? 'application/octet-stream');
    response.setHeader('Cache-Control', 'no-cache');
    response.end(readFileSync(file));
  });
  await /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  );
  const timer = every > 0 ? setInterval(change, every) : undefined;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`The server has no port: ${address}`);
  return {
    url: `http://127.0.0.1:${address.port}/`,
    change,
    close: () =>
      new Promise((resolve) => {
        clearInterval(timer);
        server.close(() => resolve());
        // Answers that never come keep their connections open.
        server.closeAllConnections();
      }),
  };
}

/** Serves it where `npm start -- live` says. */
export async function startLive() {
  const { url } = await serveLive({ port: Number(process.env['PORT']) || 5190 });
  console.log(
    `\n  Live data, and their failures: ${url}\n\n  Ctrl+C stops it; PORT=5191 npm start -- live serves it elsewhere.\n`,
  );
}
