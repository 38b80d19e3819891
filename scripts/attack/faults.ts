/** Faults of connections, servers, files, code, storage and platforms, by kind. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

export type FaultGroup = 'connection' | 'status' | 'body' | 'headers' | 'one file' | 'chunk' | 'storage' | 'platform';

/** The least number of faults of each group. */
export const LEAST_FAULTS: Readonly<Record<FaultGroup, number>> = {
  connection: 9,
  status: 12,
  body: 18,
  headers: 9,
  'one file': 8,
  chunk: 8,
  storage: 18,
  platform: 8,
};

type Send = (response: ServerResponse, body: string) => void;

export interface Fault {
  readonly group: FaultGroup;
  readonly id: string;
  /** Answers a request for a file of the data. @param body that a good server would give */
  readonly answer?: (response: ServerResponse, body: string) => void;
  /** The files that it strikes; all of them without it. */
  readonly file?: string;
  /** Answers a request for a file of the elements' code. */
  readonly code?: Send;
  /** Runs in the page before its scripts. */
  readonly before?: string;
  /** Every widget shows its figures in spite of it. */
  readonly isHarmless?: boolean;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const connection = (id: string, answer: Send): Fault => ({ group: 'connection', id, answer });
const status = (id: string, code: number, headers: Readonly<Record<string, string>> = {}): Fault => ({
  group: 'status',
  id,
  answer: (response) => void response.writeHead(code, headers).end(code === 204 || code === 304 ? undefined : '{}'),
});
const body = (id: string, make: (good: string) => string | Buffer): Fault => ({
  group: 'body',
  id: `body-${id}`,
  answer: (response, good) => void response.writeHead(200, JSON_TYPE).end(make(good)),
});
const headers = (id: string, all: Readonly<Record<string, string>>, isHarmless = true): Fault => ({
  group: 'headers',
  id: `headers-${id}`,
  isHarmless,
  answer: (response, good) => void response.writeHead(200, all).end(good),
});
const one = (file: string, id: string, answer: Send): Fault => ({
  group: 'one file',
  id: `one-${id}`,
  file,
  answer,
});
const chunk = (id: string, code: Send, isHarmless = false): Fault => ({
  group: 'chunk',
  id: `chunk-${id}`,
  code,
  isHarmless,
});
const storage = (id: string, before: string): Fault => ({
  group: 'storage',
  id: `storage-${id}`,
  before,
  isHarmless: true,
});
const platform = (id: string, before: string): Fault => ({
  group: 'platform',
  id: `platform-${id}`,
  before,
  isHarmless: true,
});

const SCRIPT_TYPE = { 'content-type': 'text/javascript' };
const script = (response: ServerResponse, code: string): void => void response.writeHead(200, SCRIPT_TYPE).end(code);

const half = (text: string): string => text.slice(0, text.length >> 1);
const without = (name: string): string =>
  `Object.defineProperty(globalThis, '${name}', {value: undefined, configurable: true});`;
/** Has a method of a storage do something else. */
const instead = (owner: string, method: string, code: string): string =>
  `{const own = ${owner}.prototype.${method}; ${owner}.prototype.${method} = function (...all) { ${code} };}`;
const QUOTA = "throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')";

/** Rows that our code did not write, in the stores of our database. */
const rows = (head: string, content: string): string => `{
  const opened = indexedDB.open('ess-widgets', 1);
  opened.onupgradeneeded = () => {
    opened.result.createObjectStore('heads', {keyPath: 'key'});
    opened.result.createObjectStore('bodies');
  };
  opened.onsuccess = () => {
    const change = opened.result.transaction(['heads', 'bodies'], 'readwrite');
    for (const name of ['manifest.json', 'events.json', 'organisations.json', 'memberships.json', 'measures-members.json']) {
      const key = '1 ' + new URL(name, location.href).href;
      const head = ${head};
      if (head) change.objectStore('heads').put({key, ...head});
      change.objectStore('bodies').put(${content}, key);
    }
    opened.result.close();
  };
}`;

export const FAULTS: readonly Fault[] = [
  connection('reset', (response) => void response.socket?.resetAndDestroy()),
  connection('closed', (response) => void response.socket?.destroy()),
  connection('garbage', (response) => void response.socket?.end('\u0000\u0001 no HTTP at all\r\n\r\n')),
  connection('cut-in-headers', (response) => void response.socket?.end('HTTP/1.1 200 OK\r\ncontent-ty')),
  connection('cut-in-body', (response, good) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': String(Buffer.byteLength(good)) });
    response.write(half(good), () => response.socket?.destroy());
  }),
  connection('cut-in-chunks', (response, good) => {
    response.writeHead(200, JSON_TYPE);
    response.write(half(good), () => response.socket?.destroy());
  }),
  connection('never-answers', () => undefined),
  connection('never-ends', (response, good) => {
    response.writeHead(200, JSON_TYPE);
    response.write(half(good));
  }),
  connection('drips', (response) => {
    response.writeHead(200, JSON_TYPE);
    const drip = setInterval(() => response.write(' '), 100);
    response.on('close', () => clearInterval(drip));
  }),
  status('404', 404),
  status('403', 403),
  status('410', 410),
  status('500', 500),
  status('503', 503, { 'retry-after': '5' }),
  status('429-huge', 429, { 'retry-after': '9'.repeat(400) }),
  status('503-ten-years', 503, { 'retry-after': 'Wed, 10 Mar 2035 10:00:00 GMT' }),
  status('429-negative', 429, { 'retry-after': '-30' }),
  status('503-junk', 503, { 'retry-after': 'bientôt'.normalize('NFD').replace(/[^\x20-\x7e]/g, '') }),
  status('429-past', 429, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }),
  status('503-fraction', 503, { 'retry-after': '0.0000001' }),
  status('redirect-for-ever', 302, { location: '?again' }),
  status('redirect-to-nothing', 301, {}),
  status('204', 204),
  status('304-unasked', 304),
  body('empty', () => ''),
  body('blanks', () => ' \n\t '),
  body('web-page', () => '<!doctype html><title>Connexion</title><form><input name="motdepasse"></form>'),
  body('cut', half),
  body('null', () => 'null'),
  body('list', () => '[[[]]]'),
  body('number', () => '-1e999'),
  body('text', () => '"ess-dataset/1"'),
  body('deep', () => '['.repeat(200_000)),
  body('deep-objects', () => '{"a":'.repeat(100_000)),
  body('nul', () => '\u0000'.repeat(5_000)),
  body('pdf', () => '%PDF-1.7\n%âãÏÓ\n1 0 obj'),
  body('zip', () => Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0])),
  body('utf-16', (good) => Buffer.from(`\ufeff${good}`, 'utf16le')),
  body('not-utf-8', (good) => Buffer.from(good, 'latin1')),
  body('gzip-unsaid', (good) => gzipSync(good)),
  body('later-format', () => '{"format":"ess-dataset/99"}'),
  body('earlier-format', () => '{"format":"ess-dataset/0","collections":{}}'),
  body('other-shape', () => '{"format":"ess-dataset/1","id":1,"collections":[]}'),
  body('prototype', () => '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  body('csv', () => 'nom;commune\nÉpicerie;Brest\n'),
  body('25-MB', () => Buffer.alloc(25_000_000, ' ')),
  headers('html', { 'content-type': 'text/html' }),
  headers('binary', { 'content-type': 'application/octet-stream' }),
  headers('no-type', {}),
  headers('charset', { 'content-type': 'application/json; charset=utf-16' }),
  headers('encoding', { ...JSON_TYPE, 'content-encoding': 'gzip' }, false),
  headers('too-long', { ...JSON_TYPE, 'content-length': '99999999' }, false),
  headers('no-store', { ...JSON_TYPE, 'cache-control': 'no-store' }),
  headers('for-ever', { ...JSON_TYPE, 'cache-control': 'public, max-age=99999999999999999999, immutable' }),
  headers('odd-dates', { ...JSON_TYPE, expires: '0', 'last-modified': 'hier', etag: '"', age: '-1' }),
  headers('refresh', {
    ...JSON_TYPE,
    refresh: '0;url=http://CANARY/',
    link: '<http://CANARY/a.js>; rel=preload; as=script',
  }),
  headers('download', { 'content-type': 'application/json', 'content-disposition': 'attachment; filename=a.exe' }),
  one('events.json', 'events-404', (response) => void response.writeHead(404).end()),
  one('organisations.json', 'members-500', (response) => void response.writeHead(500).end()),
  one('memberships.json', 'memberships-reset', (response) => void response.socket?.resetAndDestroy()),
  one(
    'measures-members.json',
    'measures-cut',
    (response, good) => void response.writeHead(200, JSON_TYPE).end(half(good)),
  ),
  one('measures-members.json', 'measures-404', (response) => void response.writeHead(404).end()),
  one('colleges.json', 'colleges-page', (response) => void response.writeHead(200).end('<!doctype html><p>Accueil')),
  one('territories.json', 'territories-empty', (response) => void response.writeHead(200, JSON_TYPE).end('')),
  one('series.json', 'series-never', () => undefined),
  one('categories.json', 'categories-object', (response) => void response.writeHead(200, JSON_TYPE).end('{"a":1}')),
  chunk('missing', (response) => void response.writeHead(404).end('not found')),
  chunk('server-error', (response) => void response.writeHead(500).end()),
  chunk('page', (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Accueil</p>')),
  chunk('wrong-type', (response, code) => void response.writeHead(200, JSON_TYPE).end(code)),
  chunk('empty', (response) => script(response, '')),
  chunk('cut', (response, code) => script(response, half(code))),
  chunk('broken', (response) => script(response, 'throw new Error("broken");')),
  chunk('hanging', () => undefined),
  storage('gone', without('indexedDB')),
  storage(
    'denied',
    "Object.defineProperty(globalThis, 'indexedDB', {get() { throw new DOMException('denied', 'SecurityError') }});",
  ),
  storage('open-throws', instead('IDBFactory', 'open', "throw new DOMException('denied', 'InvalidStateError')")),
  storage('open-never', instead('IDBFactory', 'open', 'return new EventTarget()')),
  storage(
    'open-fails',
    instead('IDBFactory', 'open', "const asked = own.call(this, '', 0x1fffffffffffff); return asked"),
  ),
  storage(
    'open-refused',
    instead(
      'IDBFactory',
      'open',
      "const it = new EventTarget(); setTimeout(() => it.onerror?.(new Event('error'))); return it",
    ),
  ),
  storage(
    'later-version',
    "{const asked = indexedDB.open('ess-widgets', 99); asked.onsuccess = () => asked.result.close();}",
  ),
  storage(
    'other-stores',
    "{const asked = indexedDB.open('ess-widgets', 1); asked.onupgradeneeded = () => asked.result.createObjectStore('other'); asked.onsuccess = () => asked.result.close();}",
  ),
  storage('put-throws', instead('IDBObjectStore', 'put', QUOTA)),
  storage(
    'put-aborts',
    instead(
      'IDBObjectStore',
      'put',
      'const it = own.apply(this, all); setTimeout(() => { try { this.transaction.abort() } catch {} }); return it',
    ),
  ),
  storage('put-never', instead('IDBObjectStore', 'put', 'return new EventTarget()')),
  storage('get-throws', instead('IDBObjectStore', 'get', "throw new DOMException('damaged', 'UnknownError')")),
  storage('get-never', instead('IDBObjectStore', 'get', 'return new EventTarget()')),
  storage(
    'transaction-throws',
    instead('IDBDatabase', 'transaction', "throw new DOMException('closing', 'InvalidStateError')"),
  ),
  storage(
    'database-closes',
    instead('IDBDatabase', 'transaction', 'const it = own.apply(this, all); setTimeout(() => this.close()); return it'),
  ),
  storage('rows-without-dates', rows('{size: 1}', "'{}'")),
  storage(
    'rows-of-numbers',
    rows('{url: 1, contentType: 2, fetchedAt: "hier", size: -1, usedAt: null, etag: 3}', '42'),
  ),
  storage('rows-without-heads', rows('null', "'{}'")),
  storage(
    'rows-of-tomorrow',
    rows('{url: location.href, contentType: "", fetchedAt: 9e15, usedAt: 9e15, size: 2, immutable: false}', "'{}'"),
  ),
  storage('no-list-of-databases', 'IDBFactory.prototype.databases = undefined;'),
  storage(
    'local-storage-denied',
    "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(globalThis, name, {get() { throw new DOMException('denied', 'SecurityError') }});",
  ),
  platform('no-resize-observer', 'delete globalThis.ResizeObserver;'),
  platform('no-intersection-observer', without('IntersectionObserver')),
  platform('no-worker', without('Worker')),
  platform('no-locks', "Object.defineProperty(Navigator.prototype, 'locks', {value: undefined});"),
  platform('locks-never', 'navigator.locks.request = () => new Promise(() => {});'),
  platform('no-idle', without('requestIdleCallback')),
  platform('no-segmenter', 'Intl.Segmenter = undefined;'),
  platform('no-broadcast', without('BroadcastChannel')),
  platform('clock-of-1970', '{const now = Date.now; const from = now(); Date.now = () => now() - from;}'),
  platform(
    'clock-jumps',
    '{const now = Date.now; let turn = 0; Date.now = () => now() + (turn++ % 2 ? 4e10 : -4e10);}',
  ),
];
