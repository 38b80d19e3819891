/** The reading of sources on a host site's server: its guards, its limits, the copies that it keeps. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ical } from '@ess-widgets/core/data';
import { describe, expect, it } from 'vitest';
import vectors from '../../packages/core/src/charts/key-vectors.json' with { type: 'json' };
import pickVectors from '../../packages/core/src/data/pick-vectors.json' with { type: 'json' };
import secrets from '../../packages/core/src/data/services/secret-vectors.json' with { type: 'json' };
import listVectors from '../../packages/core/src/data/sources/list/list-vectors.json' with { type: 'json' };
import recipeVectors from '../../packages/core/src/data/sources/recipe-vectors.json' with { type: 'json' };

interface Result {
  readonly error: string | null;
  readonly detail: string;
  readonly age: number | null;
  /** Reasons of failure, or null, by the names of files that were asked for. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly body: string | null;
  readonly type: string | null;
  readonly requests: readonly {
    readonly url: string;
    readonly addresses: readonly string[];
    readonly seconds: number;
  }[];
  /** Time that it waited for others, in microseconds. */
  readonly slept: number;
}
interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly spaces?: number;
  readonly end?: string;
  readonly refused?: string;
  /** Time that it takes. */
  readonly seconds?: number;
}
interface Scenario {
  /** Addresses of the settings; by default those of all steps. */
  readonly saved?: readonly string[];
  /** Those of them that led inside the network when they were saved. */
  readonly internal?: readonly string[];
  /** Kind of all sources; by default `members`. */
  readonly kind?: string;
  /** Recipe of all sources; by default the column `name` is that of names. */
  readonly recipe?: string;
  /** Whether the connection is made to the addresses that were checked. */
  readonly pins?: boolean;
  readonly curl?: true;
  readonly names?: Readonly<Record<string, readonly string[] | readonly (readonly string[])[]>>;
  readonly steps: readonly Readonly<Record<string, unknown>>[];
}

/** Public addresses of no meaning to the test. */
const PUBLIC = ['93.184.216.34', '2606:2800:220:1::1'];
const URL_A = 'https://data.example/a.json';
const NAMES = { 'data.example': PUBLIC };
const GOOD: Answer = { body: '[{"name":"Coop"}]' };
/** What is kept of it. */
const KEPT = '"fields":["name"],"rows":[["Coop"]]}';

/** Runs a scenario; it is asynchronous, since some tests serve what PHP asks for. */
async function run<T = Result>(scenario: Scenario): Promise<readonly T[]> {
  const php = spawn('php', [path.join(import.meta.dirname, 'reading.php')]);
  let [out, err] = ['', ''];
  php.stdout.on('data', (text: Buffer) => (out += text.toString()));
  php.stderr.on('data', (text: Buffer) => (err += text.toString()));
  php.stdin.end(JSON.stringify(scenario));
  const code = await new Promise((resolve) => php.on('close', resolve));
  if (code !== 0) throw new Error(`php: ${err || out}`);
  return JSON.parse(out);
}

/** Reads one address once, with the answer that it gives. */
async function readOnce(url: string, answers: Readonly<Record<string, Answer>>, rest: Partial<Scenario> = {}) {
  const [result] = await run({ names: NAMES, ...rest, steps: [{ do: 'read', url, answers }] });
  return result!;
}

describe('the guard', () => {
  it.each([
    ['loopback', '127.0.0.1'],
    ['private', '10.1.2.3'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared', '100.64.0.1'],
    ['link-local', '169.254.169.254'],
    ['unspecified', '0.0.0.0'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 loopback', '::1'],
    ['IPv6 unspecified', '::'],
    ['ULA', 'fd00::1'],
    ['IPv6 link-local', 'fe80::1'],
    ['IPv4-mapped', '::ffff:127.0.0.1'],
    ['IPv4-mapped and public', '::ffff:93.184.216.34'],
    ['NAT64', '64:ff9b::a00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:1::1'],
    ['documentation', '2001:db8::1'],
  ])('asks no host with an address that is %s: %s, alone or beside a public one', async (_kind, address) => {
    for (const addresses of [[address], [...PUBLIC, address]]) {
      const result = await readOnce(URL_A, { [URL_A]: GOOD }, { names: { 'data.example': addresses } });
      expect(result).toMatchObject({ error: 'private', detail: 'data.example', requests: [] });
    }
    const host = address.includes(':') ? `[${address}]` : address;
    const url = `http://${host}/a.json`;
    expect(await readOnce(url, { [url]: GOOD })).toMatchObject({ error: 'private', requests: [] });
  });

  it('asks an address inside the network where it led there when the administrator saved it', async () => {
    const names = { 'data.example': ['192.168.1.20'] };
    expect(await readOnce(URL_A, { [URL_A]: GOOD }, { names, internal: [URL_A] })).toMatchObject({ error: null });
    expect(await readOnce(URL_A, { [URL_A]: GOOD }, { names })).toMatchObject({ error: 'private', requests: [] });
    const [, other] = await run({
      names: { 'data.example': ['192.168.1.20'], 'other.example': ['192.168.1.20'] },
      internal: [URL_A],
      steps: [URL_A, 'https://other.example/a.json'].map((url) => ({ do: 'read', url, answers: { [url]: GOOD } })),
    });
    expect(other).toMatchObject({ error: 'private', requests: [] });
  });

  it('asks no address that is not saved, though another one of its host is, and none without an address', async () => {
    const other = 'https://data.example/other.json';
    const unsaved = await readOnce(other, { [other]: GOOD }, { saved: [URL_A] });
    expect(unsaved).toMatchObject({ error: 'unsaved', requests: [] });
    const none = await readOnce(URL_A, { [URL_A]: GOOD }, { names: {} });
    expect(none).toMatchObject({ error: 'unresolved', requests: [] });
  });

  it.each([
    'ftp://data.example/a.json',
    'file:///etc/passwd',
    'gopher://data.example/',
    'https://user:secret@data.example/a.json',
    'https://user@data.example/a.json',
    'https://data.example\\@127.0.0.1/',
    'https://data.example/a\r\nHost: other.example',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://localhost/',
    '//data.example/a.json',
    'a.json',
    'https://',
    '',
  ])('asks nothing of %j', async (url) => {
    const odd = ['127.1', '2130706433', '0x7f.0.0.1'];
    const names = Object.fromEntries(['data.example', ...odd].map((name) => [name, PUBLIC]));
    const result = await readOnce(url, { [url]: GOOD }, { names: { ...names, localhost: ['127.0.0.1'] } });
    expect(result.error).not.toBeNull();
    expect(result.requests).toEqual([]);
  });

  it('asks another port where it is that of a saved address', async () => {
    const url = 'https://data.example:8443/a.json';
    expect(await readOnce(url, { [url]: GOOD })).toMatchObject({ error: null });
    const there = { [URL_A]: { status: 302, headers: { location: url } }, [url]: GOOD };
    expect(await readOnce(URL_A, there)).toMatchObject({ error: 'port', requests: [{ url: URL_A }] });
    expect(await readOnce(URL_A, there, { saved: [URL_A, url] })).toMatchObject({ error: null });
  });

  it.each([
    ['http://127.0.0.1/a.json', 'host'],
    ['http://inside.example/a.json', 'private'],
    ['//inside.example/a.json', 'private'],
    ['file:///etc/passwd', 'scheme'],
    ['https://data.example:25/', 'port'],
    ['https://other.example/a.json', 'host'],
    ['https://www.data.example/a.json', 'host'],
    ['https://data.example.other.example/a.json', 'host'],
    ['https://data.example@other.example/a.json', 'address'],
    ['https://doc-0s-4k-sheets.googleusercontent.com/a', 'host'],
    ['https://data.example/owa/calendar/a/reachcalendar.ics', 'secret'],
  ])('does not follow a redirect to %s', async (location, error) => {
    const names = { ...NAMES, 'inside.example': ['10.0.0.1'], 'other.example': PUBLIC, 'www.data.example': PUBLIC };
    const rest = {
      names: { ...names, 'doc-0s-4k-sheets.googleusercontent.com': PUBLIC },
      saved: [URL_A, 'http://inside.example/', 'https://inside.example/'],
    };
    const result = await readOnce(URL_A, { [URL_A]: { status: 302, headers: { location } } }, rest);
    expect(result).toMatchObject({ error, requests: [{ url: URL_A }] });
  });

  it.each([
    ['c.csv', 'https://data.example/a/c.csv'],
    ['./c.csv', 'https://data.example/a/c.csv'],
    ['../c.csv', 'https://data.example/c.csv'],
    ['../../../c.csv', 'https://data.example/c.csv'],
    ['c/./d/../e.csv?z=../1', 'https://data.example/a/c/e.csv?z=../1'],
    ['/c.csv?z=1', 'https://data.example/c.csv?z=1'],
    ['?y=2', 'https://data.example/a/b.csv?y=2'],
    ['#part', 'https://data.example/a/b.csv?x=1'],
    ['', 'https://data.example/a/b.csv?x=1'],
    ['//data.example/c.csv', 'https://data.example/c.csv'],
    ['HTTPS://data.example/c.csv', 'https://data.example/c.csv'],
    ['c:d.csv', undefined],
  ])('follows a redirect from /a/b.csv?x=1 that says "%s"', async (location, to) => {
    const url = 'https://data.example/a/b.csv?x=1';
    const { requests } = await readOnce(url, { [url]: { status: 302, headers: { location } } });
    expect(requests[0]?.url).toBe(url);
    expect(requests[1]?.url).toBe(to);
  });

  it('follows a redirect to the host of a saved address, to its own over https, and to where a service redirects by design', async () => {
    const PUB = 'https://docs.google.com/spreadsheets/d/e/2PACX-1vFictif/pub?output=csv&gid=0';
    const SHEET =
      'https://doc-0s-4k-sheets.googleusercontent.com/pub/fictif/1772456400000/e@2PACX-1vFictif?output=csv&gid=0';
    const names = { 'docs.google.com': PUBLIC, [new URL(SHEET).host]: PUBLIC, 'other.example': PUBLIC, ...NAMES };
    const follow = (from: string, location: string, ...others: readonly string[]) =>
      readOnce(
        from,
        { [from]: { status: 307, headers: { location } }, [location]: { body: 'name,b\n1,2' } },
        { names, saved: [from, ...others] },
      );
    expect(await follow(PUB, SHEET)).toMatchObject({ error: null, type: 'application/json' });
    for (const host of ['doc-0s-4k-sheets.googleusercontent.com.evil.example', 'evil-sheets.googleusercontent.com']) {
      const other = SHEET.replace('doc-0s-4k-sheets.googleusercontent.com', host);
      expect(await follow(PUB, other)).toMatchObject({ error: 'host', detail: host });
    }
    expect(await follow(URL_A, 'https://other.example/b', 'https://other.example/x')).toMatchObject({
      error: null,
    });
    expect(await follow('http://data.example/a', 'https://data.example/a')).toMatchObject({ error: null });
  });

  it('reads no file of a manifest from where its redirects led while that was saved', async () => {
    const url = 'https://data.example/manifest.json';
    const there = 'https://other.example/set/manifest.json';
    const body = JSON.stringify({ format: 'ess-dataset/1', collections: { events: { href: 'events.json' } } });
    const answers = { [url]: { status: 302, headers: { location: there } }, [there]: { body } };
    const serve = { do: 'serve', url, name: 'events.json', answers };
    const names = { ...NAMES, 'other.example': PUBLIC };
    const step = { do: 'read', url, answers };
    const [read] = await run({ names, steps: [step] });
    expect(read).toMatchObject({ error: 'host', detail: 'other.example' });
    const saved = [url, 'https://other.example/x'];
    const [, served] = await run<Result>({ names, saved, steps: [step, serve] });
    expect(served?.requests.map((request) => request.url)).toEqual(['https://other.example/set/events.json']);
  });

  it.each([
    ['https://DATA.Example./a.json', 'https://data.example/a.json'],
    ['https://data.example:0443/a.json#zone=Europe/Paris', 'https://data.example/a.json'],
    ['https://data.example:443?b', 'https://data.example/?b'],
    ['webcal://data.example/a.ics', 'https://data.example/a.ics'],
    ['https://data.example/x/%2e%2E/./a.json?c=/../d', 'https://data.example/a.json?c=/../d'],
    ['https://data.example/é', 'https://data.example/%C3%A9'],
    ['http://[2606:2800:220:0001:0::1]/a', 'http://[2606:2800:220:1::1]/a'],
    ['http://data.example:08080/a', 'http://data.example:8080/a'],
  ])('asks %s in the spelling that it has checked', async (url, asked) => {
    const { requests } = await readOnce(url, {});
    expect(requests.map((request) => request.url)).toEqual([asked]);
  });

  it.each([
    'https://data.example../a.json',
    'https://.data.example/a.json',
    'https://données.example/a.json',
    'https://data.example\u3002/a.json',
    'https://dat%61.example/a.json',
    'http://[fe80::1%25eth0]/a',
    'http://[::1%eth0]/a',
    'http://[127.0.0.1]/a',
    'http://[data.example]/a',
    'https://data.example:0/a',
    'https://data.example:65616/a',
    'https://data.example:+443/a',
    'https:data.example/a',
    'https:///data.example/a',
    'https://data.example:443:80/a',
  ])('refuses %s, which readers of addresses take in different ways', async (url) => {
    const { error, requests } = await readOnce(url, {}, { internal: [url] });
    expect({ error, requests }).toEqual({ error: 'unsaved', requests: [] });
    const [trial] = await run<unknown>({ steps: [{ do: 'address', url }] });
    expect(trial).toBe(url);
  });

  it('asks no name that leads inside at any time where the connection is made by name', async () => {
    const names = { 'data.example': [PUBLIC, ['127.0.0.1'], PUBLIC, PUBLIC] };
    const step = { do: 'read', url: URL_A, answers: { [URL_A]: GOOD } };
    const [lied, told] = await run({ names, pins: false, steps: [step, { ...step, force: true }] });
    expect(lied).toMatchObject({ error: 'unpinned', detail: 'data.example', requests: [] });
    expect(told).toMatchObject({ error: null });
    // The leave of the administrator is for the address that was checked, and nobody checks this one.
    const inside = { names: { 'data.example': ['192.168.1.20'] }, internal: [URL_A] };
    expect(await readOnce(URL_A, { [URL_A]: GOOD }, { ...inside, pins: false })).toMatchObject({
      error: 'unpinned',
      requests: [],
    });
    const literal = 'http://192.168.1.20/a.json';
    const byNumber = { internal: [literal], pins: false };
    expect(await readOnce(literal, { [literal]: GOOD }, byNumber)).toMatchObject({ error: null });
  });

  it('follows two redirects, and no third', async () => {
    const to = (location: string) => ({ status: 302, headers: { location } });
    const chain = { [URL_A]: to('/b/./x/../b?v=1'), 'https://data.example/b/b?v=1': to('c.json#part') };
    const last = 'https://data.example/b/c.json';
    expect(await readOnce(URL_A, { ...chain, [last]: GOOD })).toMatchObject({ error: null, age: 0 });
    expect(
      await readOnce(URL_A, { ...chain, [last]: to('/d.json'), 'https://data.example/d.json': GOOD }),
    ).toMatchObject({
      error: 'redirects',
    });
  });

  it('connects to the addresses that were checked, also where the name answers otherwise afterwards', async () => {
    const names = { 'data.example': [PUBLIC, ['127.0.0.1']] };
    const [first, second] = await run({
      names,
      steps: [
        { do: 'read', url: URL_A, answers: { [URL_A]: GOOD } },
        { do: 'read', url: URL_A, force: true },
      ],
    });
    expect(first).toMatchObject({ error: null, requests: [{ url: URL_A, addresses: PUBLIC }] });
    expect(second).toMatchObject({ error: 'private', requests: [], body: expect.stringContaining(KEPT) });
  });
});

describe('what is kept', () => {
  const CALENDAR = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';
  it.each([
    ['a list of JSON', '\uFEFF[{"name":"Coop","secret":1}]'],
    ['a list in an answer', '{"owner":"secret","results":[{"name":{"value":"Coop"}}]}'],
    ['a list of Grist', '{"records":[{"id":1,"fields":{"name":"Coop","mail":"secret"}}]}'],
    ['CSV', 'Nom;Name\n"secret\n";Coop\n'],
    [
      'CSV with tabs, in the letters of Windows',
      Buffer.from('Pr\u00e9nom\tname\nsecret\tCoop', 'latin1').toString('latin1'),
    ],
  ])('is what its recipe names, of %s', async (_form, body) => {
    const result = await readOnce(URL_A, { [URL_A]: { body } });
    expect(result).toMatchObject({ error: null, type: 'application/json', body: expect.stringContaining(KEPT) });
    expect(result.body).not.toContain('secret');
  });

  it('is nothing of a table without a recipe, or without the column of names', async () => {
    for (const [recipe, error] of [
      ['', 'unverified'],
      ['columns=Nom:-', 'unverified'],
      ['columns=Structure:name', 'column'],
    ] as const) {
      const result = await readOnce(URL_A, { [URL_A]: { body: 'Nom;Ville\nCoop;Brest\n' } }, { recipe });
      expect(result).toMatchObject({ error, body: null });
      // A browser may read what is open.
      const [, address] = await run<unknown>({
        names: NAMES,
        recipe,
        steps: [
          { do: 'read', url: URL_A, answers: { [URL_A]: GOOD } },
          { do: 'address', url: URL_A },
        ],
      });
      expect(address).toBe(URL_A);
    }
  });

  it('stays as it was where a source has changed its columns', async () => {
    const later = { do: 'read', url: URL_A, after: 1000, answers: { [URL_A]: { body: '[{"titre":"Coop"}]' } } };
    const [, after] = await run({
      names: NAMES,
      steps: [{ do: 'read', url: URL_A, answers: { [URL_A]: GOOD } }, later],
    });
    expect(after).toMatchObject({ error: 'column', detail: 'name', age: 1000, body: expect.stringContaining(KEPT) });
  });

  it('is read without the columns that it has lost but those of names, and says which', async () => {
    const recipe = 'columns=name:name,ville:town,mail:-';
    const lost = { body: '[{"name":"Coop","commune":"Brest"}]' };
    const [before, after] = await run<Result & { readonly missing: readonly string[] }>({
      ...{ names: NAMES, recipe },
      steps: [
        { do: 'read', url: URL_A, answers: { [URL_A]: { body: '[{"name":"Coop","ville":"Brest"}]' } } },
        { do: 'read', url: URL_A, after: 1000, answers: { [URL_A]: lost } },
      ],
    });
    expect(before).toMatchObject({ error: null, missing: [] });
    expect(after).toMatchObject({ error: null, missing: ['ville'], body: expect.stringContaining(KEPT) });
  });

  it('is a calendar as it may be shown', async () => {
    expect(await readOnce(URL_A, { [URL_A]: { body: CALENDAR } })).toMatchObject({
      error: null,
      type: 'text/calendar',
      body: CALENDAR.replace('VERSION', 'X-ESS-SOURCE:data.example\r\nVERSION'),
    });
  });

  it.each([
    ['a page', { body: '<!doctype html><title>Sign in</title>' }, 'form'],
    ['a page after an empty line', { body: '\n  <html><p>a,b\nc,d</p>' }, 'form'],
    ['JSON that ends early', { body: '{"a":1,"b":2,\n"c":3,"d":4,' }, 'form'],
    ['one word', { body: '"text"' }, 'form'],
    ['a table without a row', { body: 'Nom;Commune\n' }, 'empty'],
    ['nothing', { body: '' }, 'form'],
    ['bytes of no text', { body: 'a,b\nc,\u0000d' }, 'form'],
    ['a calendar that ends early', { body: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT' }, 'form'],
    ['an error', { status: 500, body: '[]' }, 'status'],
    ['a redirect without a place', { status: 302 }, 'status'],
    ['3 MB', { body: '[', spaces: 3_000_000, end: ']' }, 'size'],
    ['one byte too many', { body: '[]', spaces: 1_999_999 }, 'size'],
    ['a slow body', { refused: 'slow' }, 'slow'],
  ])('is not %s', async (_kind, answer, error) => {
    const later = { do: 'read', url: URL_A, after: 1000, answers: { [URL_A]: answer } };
    const [first, second] = await run({ names: NAMES, steps: [{ ...later, after: 0 }, later] });
    expect(first).toMatchObject({ error, age: null, body: null });
    expect(second).toMatchObject({ error });
    // The last good copy stays beside the reason.
    const good = { do: 'read', url: URL_A, answers: { [URL_A]: GOOD } };
    const [, after] = await run({ names: NAMES, steps: [good, later] });
    expect(after).toMatchObject({ error, age: 1000, body: expect.stringContaining(KEPT), type: 'application/json' });
  });

  it('is 2 MB, the most that is allowed', async () => {
    const result = await readOnce(URL_A, { [URL_A]: { body: '[{"name":"Coop"}', spaces: 1_999_983, end: ']' } });
    expect(result).toMatchObject({ error: null, type: 'application/json' });
  });

  it('is fresh for 15 minutes, then read again; a failed source is tried again after a minute', async () => {
    const read = { do: 'read', url: URL_A };
    const asked = (
      await run({
        names: NAMES,
        steps: [
          { ...read, answers: { [URL_A]: GOOD } },
          { ...read, after: 899 },
          { ...read, after: 0, force: true },
          { ...read, after: 900, answers: { [URL_A]: { status: 503 } } },
          { ...read, after: 59 },
          { ...read, after: 1, answers: { [URL_A]: GOOD } },
        ],
      })
    ).map(({ requests, age, error }) => [requests.length, age, error]);
    expect(asked).toEqual([
      [1, 0, null],
      [0, 899, null],
      [1, 0, null],
      [1, 900, 'status'],
      [0, 959, 'status'],
      [1, 0, null],
    ]);
  });

  it('is there for 30 days after it was read, however often the source fails', async () => {
    const days = (count: number) => count * 86_400;
    const fail = { do: 'read', url: URL_A, answers: { [URL_A]: { status: 503 } } };
    const results = await run({
      names: NAMES,
      steps: [
        { do: 'read', url: URL_A, answers: { [URL_A]: GOOD } },
        { ...fail, after: days(15) },
        { ...fail, after: days(14) },
        { ...fail, after: days(2) },
      ],
    });
    const list = expect.stringContaining(KEPT);
    expect(results.map(({ body }) => body)).toEqual([list, list, list, null]);
    expect(results[3]).toMatchObject({ age: null, error: 'status' });
  });

  it('is not read twice at once', async () => {
    const read = { do: 'read', url: URL_A };
    const [, second] = await run({
      names: NAMES,
      steps: [
        { ...read, answers: { [URL_A]: GOOD } },
        { ...read, after: 1000, locked: true },
      ],
    });
    expect(second).toMatchObject({ requests: [], body: expect.stringContaining(KEPT) });
  });

  it('leaves nothing once it is forgotten', async () => {
    const [, keys] = await run<unknown>({
      names: NAMES,
      steps: [
        { do: 'read', url: URL_A, answers: { [URL_A]: GOOD } },
        { do: 'forget', url: URL_A },
      ],
    });
    expect(keys).toEqual([]);
  });
});

describe('a manifest', () => {
  const FOLDER = 'https://data.example/set/';
  const manifest = (names: readonly string[]) => ({
    format: 'ess-dataset/1',
    title: { fr: 'Essai' },
    contact: 'a@b.example',
    empty: {},
    measures: names[0],
    collections: { events: { href: names[1], count: 1.0 } },
    excerpts: Object.fromEntries(names.slice(2).map((name) => [name, ['id']])),
  });
  const body = (names: readonly string[]) => JSON.stringify(manifest(names));
  const all = (names: readonly string[]) => Object.fromEntries(names.map((name) => [FOLDER + name, GOOD]));
  const url = `${FOLDER}manifest.json`;

  const read = { do: 'read', url };
  const serve = (name: string, rest = {}) => ({ do: 'serve', url, name, ...rest });
  const addresses = (requests: Result['requests']) => requests.map((request) => request.url.slice(FOLDER.length));
  const NAMED = ['measures.json', 'sub/events.json', 'excerpt.json'];
  const SERVED = { [url]: { body: body(NAMED) }, ...all(NAMED) };

  it('is read first, and each of its files once a widget asks for it', async () => {
    const steps = [
      { ...read, answers: SERVED },
      serve('sub/events.json'),
      serve('sub/events.json'),
      serve('none.json'),
      read,
    ];
    const [first, asked, again, unknown, last] = await run<Result & { readonly status: number }>({
      names: NAMES,
      steps,
    });
    expect(first).toMatchObject({ error: null, files: {}, requests: [{ url }] });
    expect(asked).toMatchObject({ status: 200, body: GOOD.body, requests: [{ url: `${FOLDER}sub/events.json` }] });
    expect(again).toMatchObject({ status: 200, requests: [] });
    expect(unknown).toMatchObject({ status: 404, requests: [] });
    expect(last).toMatchObject({ files: { 'sub/events.json': null }, requests: [] });
  });

  it('is served at its address on the site, with those of its files', async () => {
    const [served] = await run<Result>({ names: NAMES, steps: [serve('', { answers: SERVED })] });
    const { measures, title } = JSON.parse(served?.body ?? '');
    expect(measures).toMatch(/^https:\/\/site\.example\/[0-9a-f]{32}-[0-9a-f]{16}$/);
    expect(title).toEqual({ fr: 'Essai' });
    const id = measures.slice('https://site.example/'.length);
    const [, file] = await run<Result>({ names: NAMES, steps: [serve('', { answers: SERVED }), serve('', { id })] });
    expect(file).toMatchObject({ status: 200, body: GOOD.body });
  });

  it('is given out no longer than its address is saved', async () => {
    const other = {
      do: 'serve',
      url: 'https://other.example/a.json',
      answers: { 'https://other.example/a.json': GOOD },
    };
    const [served] = await run<unknown>({ names: { 'other.example': PUBLIC }, saved: [URL_A], steps: [other] });
    expect(served).toMatchObject({ status: 404, requests: [] });
  });

  it('names no file elsewhere', async () => {
    const names = [
      '../up.json',
      'https://other.example/x.json',
      '/root.json',
      '//other.example/x.json',
      'a/../../x.json',
    ];
    const steps = [{ ...read, answers: { [url]: { body: body(names) } } }, ...names.map((name) => serve(name))];
    const [, ...asked] = await run<Result>({ names: NAMES, steps });
    expect(asked).toMatchObject(names.map(() => ({ status: 404, body: '', requests: [] })));
  });

  it('may name a file that was not made; a file that fails keeps its copy, and is told', async () => {
    const lacking = { ...SERVED, [`${FOLDER}excerpt.json`]: { status: 404 } };
    const [, absent, state] = await run<Result>({
      names: NAMES,
      steps: [{ ...read, answers: lacking }, serve('excerpt.json'), read],
    });
    expect(absent).toMatchObject({ status: 404 });
    expect(state).toMatchObject({ error: null, files: {} });
    const failing = { ...SERVED, [`${FOLDER}measures.json`]: { status: 500 } };
    const [, , kept, later] = await run<Result>({
      names: NAMES,
      steps: [
        { ...read, answers: SERVED },
        serve('measures.json'),
        serve('measures.json', { after: 1000, answers: failing }),
        read,
      ],
    });
    expect(kept).toMatchObject({ status: 200, body: GOOD.body });
    expect(addresses(kept?.requests ?? [])).toEqual(['manifest.json', 'measures.json']);
    expect(later).toMatchObject({ error: null, files: { 'measures.json': 'status' } });
  });

  it('makes copies too old that were read before it changed, and drops those that it no longer names', async () => {
    const changed = { ...SERVED, [url]: { body: body(['measures.json', 'other.json']) } };
    const [, , , , after, keys] = await run<Result>({
      names: NAMES,
      steps: [
        { ...read, answers: SERVED },
        serve('excerpt.json'),
        serve('measures.json', { after: 890 }),
        { ...read, after: 20, answers: changed },
        serve('measures.json'),
        { do: 'forget', url },
      ],
    });
    expect(addresses(after?.requests ?? [])).toEqual(['measures.json']);
    expect(keys).toEqual([]);
  });

  it('is read by hand with the files that were asked for, 20 in all', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `f${index}.json`);
    const answers = { [url]: { body: body(names) }, ...all(names) };
    const [, asked, rest] = await run<Result>({
      names: NAMES,
      steps: [
        { ...read, answers },
        ...names.map((name) => serve(name)),
        { ...read, after: 60, force: true },
        serve('f29.json'),
      ],
    }).then((results) => results.slice(-3));
    expect(asked?.requests).toHaveLength(20);
    // It is fresh by its age, but the administrator wants the data of now.
    expect(addresses(rest?.requests ?? [])).toEqual(['f29.json']);
  });

  it('may name all the files of the data set that comes with the plugin', async () => {
    const shipped = path.join(import.meta.dirname, '../../packages/bretagne/data');
    const files = await readdir(shipped).then((found) => found.filter((name) => name.endsWith('.json')));
    expect(files.length).toBeGreaterThan(40);
    const texts = await Promise.all(files.map((name) => readFile(path.join(shipped, name), 'utf8')));
    const answers = Object.fromEntries(files.map((name, index) => [FOLDER + name, { body: texts[index] }]));
    const named = files.filter((name) => name !== 'manifest.json');
    const results = await run<Result>({
      names: NAMES,
      steps: [{ ...read, answers }, ...named.map((name) => serve(name))],
    });
    expect(results[0]).toMatchObject({ error: null, requests: [{ url }] });
    const statuses = results.slice(1).map((result) => (result as Result & { readonly status: number }).status);
    expect(named.filter((_, index) => statuses[index] !== 200)).toEqual([]);
  });

  it('gives stills that its index names, and no other HTML', async () => {
    const still = '<figure class="ess-still"><p>117</p></figure>';
    const index = {
      format: 'ess-stills/1',
      stills: { 'indicator.x.fr': { href: 'x' }, 'indicator.y.fr': { href: 'y' } },
    };
    const answers = {
      [url]: { body: JSON.stringify({ ...manifest(NAMED), stills: 'stills/index.json' }) },
      [`${FOLDER}stills/index.json`]: { body: JSON.stringify(index) },
      [`${FOLDER}stills/indicator.x.fr.html`]: { body: `${still}\n` },
      [`${FOLDER}stills/indicator.y.fr.html`]: { body: '<!doctype html><title>Sign in</title>' },
    };
    const of = (key: string) => ({ do: 'stillOf', url, key });
    const [x, again, y, none, keys] = await run<unknown>({
      names: NAMES,
      steps: [
        { ...of('indicator.x.fr'), answers },
        of('indicator.x.fr'),
        of('indicator.y.fr'),
        of('no.fr'),
        { do: 'forget', url },
      ],
    });
    expect(x).toMatchObject({ still: `${still}\n`, stale: [true, false] });
    expect(again).toMatchObject({ still: `${still}\n`, requests: [] });
    expect(y).toMatchObject({ still: null });
    expect(none).toMatchObject({ still: null, requests: [] });
    expect(keys).toEqual([]);
  });

  it('is served with the addresses of the site, and nothing else changes', async () => {
    const names = ['measures.json', 'events.json', 'excerpt.json'];
    const [renamed] = await run<unknown>({ steps: [{ do: 'rename', body: body(names) }] });
    expect(renamed).toEqual(manifest(names.map((name) => `https://site.example/${name}`)));
  });
});

describe('a source that is read with a key', () => {
  it('is known by its address, as in the core', async () => {
    const [found] = await run<unknown>({ steps: [{ do: 'secrecy', all: secrets.map(([address]) => address) }] });
    expect(found).toEqual(secrets.map(([, secrecy]) => secrecy));
    expect(secrets.length).toBeGreaterThan(50);
  });
});

describe('a list that is made of a table', () => {
  it('is made by the recipe of its source', async () => {
    const [recipes] = await run<unknown>({
      steps: [{ do: 'recipe', all: recipeVectors.map(({ written }) => written) }],
    });
    expect(recipes).toEqual(recipeVectors.map(({ recipe }) => recipe));
    const steps = listVectors.map(({ csv, recipe }) => ({ do: 'list', body: csv, recipe }));
    const made = await run<unknown>({ steps });
    expect(made).toEqual(
      listVectors.map(({ says: _says, csv: _csv, recipe: _recipe, names: _names, ...list }) => ({
        format: 'ess-list/1',
        read: '2026-01-15T10:00:00Z',
        ...list,
      })),
    );
  });

  it('is not made by a recipe that says nothing, and names no machine inside the network', async () => {
    const body = 'Nom;Jour\nCoop;1\n';
    const recipes = [
      '',
      'columns=Nom:quelconque',
      'columns=Nom:email\\',
      'kind=events&columns=Nom:siren',
      'columns=%ff:name',
    ];
    const wrong = await run<unknown>({ steps: recipes.map((recipe) => ({ do: 'list', body, recipe })) });
    expect(wrong).toEqual(recipes.map(() => ({ refused: 'unverified' })));
    const [inside] = await run<unknown>({
      steps: [{ do: 'list', body, recipe: 'columns=Nom:name&kind=members', isInternal: true }],
    });
    expect(inside).toMatchObject({ source: { host: '' } });
  });

  describe('that has no codes of communes', () => {
    const body = 'Nom;Ville;CP\nCoop;Brest;29200\nAutre;Nulle-Part;\n';
    const made = async (more: object, columns = 'Nom:name,Ville:town,CP:postcode') => {
      const step = { do: 'list', body, recipe: `kind=members&columns=${columns}`, isPlaced: true, ...more };
      const [list] = await run<{ readonly fields: readonly string[]; readonly rows: readonly unknown[] }>({
        steps: [step],
      });
      return list && [list.fields.join(' '), ...list.rows];
    };

    it('has them by the names and the postal codes of its towns', async () => {
      expect(await made({})).toEqual([
        'name town postcode insee',
        ['Coop', 'Brest', '29200', '29019'],
        ['Autre', 'Nulle-Part', '', ''],
      ]);
      expect(await made({}, 'Nom:name')).toEqual(['name', ['Coop'], ['Autre']]);
      expect(await made({}, 'Nom:name,Ville:town,CP:insee')).toEqual([
        'name town insee',
        ['Coop', 'Brest', '29200'],
        ['Autre', 'Nulle-Part', ''],
      ]);
    });

    it('gives them with all that they were found by, else not', async () => {
      expect(await made({ ticked: ['name', 'town'] })).toEqual([
        'name town',
        ['Coop', 'Brest'],
        ['Autre', 'Nulle-Part'],
      ]);
      expect(await made({ ticked: ['name', 'insee'] })).toEqual(['name', ['Coop'], ['Autre']]);
      expect(await made({ ticked: ['name', 'town', 'postcode'] })).toEqual([
        'name town postcode insee',
        ['Coop', 'Brest', '29200', '29019'],
        ['Autre', 'Nulle-Part', '', ''],
      ]);
    });
  });

  it.each([
    ['rows', `Nom\n${'a\n'.repeat(30_000)}`, 'text/csv'],
    [
      'fields',
      JSON.stringify(Array.from({ length: 2_000 }, (_, at) => ({ Nom: 'a', [`f${at}`]: 1 }))),
      'application/json',
    ],
  ])('is not made of more %s than a list has', async (_what, body, type) => {
    const [found] = await run<unknown>({
      steps: [{ do: 'list', body, type, recipe: 'kind=members&columns=Nom:name' }],
    });
    expect(found).toEqual({ refused: 'size' });
  });

  it('is made of ten thousand records at most, and says that it is a part', async () => {
    const body = JSON.stringify(Array.from({ length: 10_001 }, () => ({ Nom: 'a' })));
    const [found] = await run<{ readonly isPart?: boolean; readonly rows: readonly unknown[] }>({
      steps: [{ do: 'list', body, type: 'application/json', recipe: 'kind=members&columns=Nom:name' }],
    });
    expect([found?.isPart, found?.rows.length]).toEqual([true, 10_000]);
  });

  it('is made of no list of lists', async () => {
    const body = JSON.stringify(Array.from({ length: 1_000 }, () => ['Nom', 'a']));
    const [found] = await run<unknown>({
      steps: [{ do: 'list', body, type: 'application/json', recipe: 'kind=members&columns=Nom:name' }],
    });
    expect(found).toEqual({ refused: 'column Nom' });
  });

  it.each([
    [['name'], ['name'], ['Coop']],
    // Settings of before have the titles of columns.
    [
      ['Ville', 'Nom'],
      ['name', 'town'],
      ['Coop', 'Brest'],
    ],
    [['*'], undefined, undefined],
    [[], undefined, undefined],
    [['email', 'Courriel'], undefined, undefined],
  ])('gives out what is ticked of it alone: %j', async (ticked, fields, cells) => {
    const body = 'Nom;Courriel;Ville\nCoop;secret@coop.example;Brest\n';
    const [found] = await run<unknown>({
      steps: [{ do: 'list', body, recipe: 'kind=members&columns=Nom:name,Ville:town', ticked }],
    });
    if (fields) expect(found).toMatchObject({ fields, rows: [cells] });
    else expect(found).toBeNull();
  });
});

describe('a feed of a service', () => {
  /** A page of The Events Calendar, with what no widget shows. */
  const event = (id: number) => ({
    id,
    title: `Fête ${id}`,
    start_date: '2026-03-30 18:00:00',
    author: 'secret',
    description: 'secret',
    organizer: [{ organizer: 'secret', email: 'secret@asso.example' }],
    venue: { venue: 'Salle', city: 'Brest', zip: '29200' },
  });
  const TEC = 'https://asso.example/wp-json/tribe/events/v1/events?per_page=50';
  const page = (id: number, next?: string): Answer => ({
    body: JSON.stringify({ events: [event(id)], ...(next ? { next_rest_url: next } : {}) }),
  });
  const FEED = { names: { 'asso.example': PUBLIC, 'other.example': PUBLIC }, kind: '', recipe: '' };
  const pageAt = (at: number) => `${TEC}&page=${at}`;
  const endless = (seconds: number): Readonly<Record<string, Answer>> =>
    Object.fromEntries([
      [TEC, { ...page(1, pageAt(2)), seconds }],
      ...Array.from({ length: 80 }, (_, at) => [pageAt(at + 2), { ...page(at + 2, pageAt(at + 3)), seconds }]),
    ]);
  const asked = ({ requests }: Result) => requests.map(({ url }) => url);

  it('is read once, page by page, without a recipe, and given out as a list', async () => {
    const answers = { [TEC]: page(1, pageAt(2)), [pageAt(2)]: page(2) };
    const [read, served, again, ticks, address] = await run<Result & { readonly status: number }>({
      ...FEED,
      steps: [
        { do: 'read', url: TEC, answers },
        { do: 'serve', url: TEC },
        { do: 'serve', url: TEC },
        { do: 'tickable', url: TEC },
        { do: 'address', url: TEC },
      ],
    });
    expect(asked(read!)).toEqual([TEC, pageAt(2)]);
    expect(again).toMatchObject({ status: 200, requests: [] });
    expect(JSON.parse(served?.body ?? '')).toEqual({
      format: 'ess-list/1',
      kind: 'events',
      source: { title: '', host: 'asso.example', licence: '' },
      read: expect.stringMatching(/^1970-01-12T/),
      fields: ['id', 'name', 'start', 'place', 'town', 'postcode'],
      rows: [1, 2].map((id) => [String(id), `Fête ${id}`, '2026-03-30 18:00:00', 'Salle', 'Brest', '29200']),
    });
    expect(served?.body).not.toContain('secret');
    expect(ticks).toMatchObject({ Titre: 'name', 'Date de début': 'start', 'Code postal': 'postcode' });
    expect(address).toMatch(/^https:\/\/site\.example\//);
  });

  it('that is read with a key gives out what is ticked of it alone', async () => {
    const url = 'https://openagenda.com/agendas/123/events#key=0a1b';
    const api = 'https://api.openagenda.com/v2/agendas/123/events';
    const events = [
      {
        uid: 7,
        title: { fr: 'Atelier' },
        timings: [{ begin: '2026-03-30T18:00:00+02:00', end: '2026-03-30T20:00:00+02:00' }],
        location: { name: 'Salle', city: 'Brest', phone: 'secret', email: 'secret@lieu.example' },
        registration: [{ type: 'email', value: 'secret@asso.example' }],
        creatorUid: 'secret',
      },
    ];
    const body = { body: JSON.stringify({ total: 1, events }) };
    const question = '?size=300&relative%5B%5D=current&relative%5B%5D=upcoming&relative%5B%5D=passed&key=0a1b';
    const [before, read, unticked, ticks, ticked] = await run<Result & { readonly status: number }>({
      ...FEED,
      names: { 'api.openagenda.com': PUBLIC },
      steps: [
        { do: 'tickable', url },
        { do: 'read', url, answers: { [`${api}${question}`]: body } },
        { do: 'serve', url },
        { do: 'tickable', url },
        { do: 'serve', url, ticked: ['name', 'start', 'email'] },
      ],
    });
    expect(before).toEqual([]);
    expect(asked(read!)).toEqual([`${api}${question}`]);
    expect(read).toMatchObject({ error: null });
    expect(unticked).toMatchObject({ status: 403, body: '' });
    expect(Object.values(ticks ?? {})).toEqual(['id', 'name', 'start', 'end', 'place', 'town']);
    expect(Object.keys(ticks ?? {})).toContain('Date de début');
    expect(JSON.parse(ticked?.body ?? '')).toMatchObject({
      fields: ['name', 'start'],
      rows: [['Atelier', '2026-03-30T18:00:00+02:00']],
    });
    expect(ticked?.body).not.toContain('secret');
    expect(ticked?.body).not.toContain('0a1b');
  });

  describe('that runs inside the network', () => {
    const page = 'http://grist.lan:8484/o/docs/doc/jGd2ge4dy2ZMkQ9xYtRw3a/p/1';
    const tables = 'http://grist.lan:8484/api/docs/jGd2ge4dy2ZMkQ9xYtRw3a/tables';
    const json = (value: unknown) => ({ body: JSON.stringify(value) });
    const column = (id: string, label: string, type: string) => ({ id, fields: { label, type } });
    const fields = { A: 'Coop', B: 'Brest', C: 1_773_619_200, D: ['L', 'vélo', 'vrac'], E: 3, F: 'secret' };
    const columns = [
      column('A', 'Nom', 'Text'),
      column('B', 'Ville', 'Text'),
      column('C', 'Adhésion', 'Date'),
      column('D', 'Thèmes', 'ChoiceList'),
      column('E', 'Secteur', 'Ref:Secteurs'),
      column('F', 'Mot', 'Text'),
    ];
    const grist = (...ids: readonly string[]) => ({
      [tables]: json({ tables: ids.map((id) => ({ id, fields: {} })) }),
      [`${tables}/Adherents/records`]: json({ records: [{ id: 1, fields }] }),
      [`${tables}/Adherents/columns`]: json({ columns }),
    });
    const inside = { names: { 'grist.lan': ['10.0.0.5'] }, saved: [page], internal: [page] };
    const recipe = 'columns=Nom:name,Ville:town,Adh%C3%A9sion:joined,Th%C3%A8mes:activities';

    it('is verified, read and given out as ticked, and as nothing before', async () => {
      const [look, read, ticks, unticked, ticked, address] = await run<Result & { readonly status: number }>({
        ...{ ...inside, recipe },
        steps: [
          { do: 'look', url: page, answers: grist('Adherents') },
          { do: 'read', url: page },
          { do: 'tickable', url: page },
          { do: 'serve', url: page },
          { do: 'serve', url: page, ticked: ['name', 'joined', 'activities'] },
          { do: 'address', url: page },
        ],
      });
      expect(look).toMatchObject({ kind: 'table', table: expect.stringContaining('Nom;Ville;Adhésion;Thèmes;Mot') });
      expect(asked(read!)).toEqual([tables, `${tables}/Adherents/records`, `${tables}/Adherents/columns`]);
      expect(ticks).toEqual({ Nom: 'name', Ville: 'town', Adhésion: 'joined', Thèmes: 'activities' });
      expect(unticked).toMatchObject({ status: 403, body: '' });
      expect(JSON.parse(ticked?.body ?? '')).toMatchObject({
        source: { host: '' },
        rows: [['Coop', '2026-03-16', 'vélo; vrac']],
      });
      expect(address).toMatch(/^https:\/\/site\.example\//);
      expect([read?.body, ticked?.body, unticked?.body].join()).not.toMatch(/secret|grist\.lan/);
    });

    it('is read by the name of one of its tables, where it has several', async () => {
      const several = grist('Adherents', 'Agenda');
      const [unsaid] = await run({ ...inside, recipe, steps: [{ do: 'read', url: page, answers: several }] });
      expect(unsaid).toMatchObject({ error: 'tables', detail: 'Adherents, Agenda' });
      const named = { ...inside, recipe: `table=Adherents&${recipe}` };
      const [said] = await run({ ...named, steps: [{ do: 'read', url: page, answers: several }] });
      expect(said).toMatchObject({ error: null });
    });
  });

  describe.each([
    {
      service: 'Baserow',
      page: 'http://base.lan:8000/public/grid/a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0uVw',
      answers: () => {
        const view = 'http://base.lan:8000/api/database/views';
        const slug = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0uVw';
        const rows = `${view}/grid/${slug}/public/rows/`;
        const field = (id: number, name: string, type: string) => ({ id, name, type });
        return {
          [`${view}/${slug}/public/info/`]: {
            fields: [
              field(1, 'Nom', 'text'),
              field(2, 'Ville', 'link_row'),
              field(3, 'Thèmes', 'multiple_select'),
              field(4, 'Suivi par', 'multiple_collaborators'),
              field(5, 'Mot', 'text'),
            ],
            view: { name: 'secret' },
          },
          // It names itself by the address that it has behind another server.
          [`${rows}?size=200&page=1`]: {
            count: 2,
            next: `http://backend:8000/api/database/views/grid/${slug}/public/rows/?page=2&size=200`,
            results: [
              {
                id: 1,
                field_1: 'Coop',
                field_2: [{ id: 3, value: 'Brest' }],
                field_3: [
                  { id: 1, value: 'vélo', color: 'blue' },
                  { id: 2, value: 'vrac', color: 'red' },
                ],
                field_4: [{ id: 1, name: 'secret' }],
                field_5: 'secret',
              },
            ],
          },
          [`${rows}?page=2&size=200`]: { count: 2, next: null, results: [{ id: 2, field_1: 'Scop', field_2: [] }] },
        };
      },
    },
    {
      service: 'NocoDB',
      page: 'http://noco.lan:8080/dashboard/#/nc/view/0f3c9a52-1b7e-4c1d-9a6e-5d2b8c7e4f10',
      answers: () => {
        const view = 'http://noco.lan:8080/api/v2/public/shared-view/0f3c9a52-1b7e-4c1d-9a6e-5d2b8c7e4f10';
        const column = (title: string, uidt = 'SingleLineText', system = 0) => ({ title, uidt, system });
        return {
          [`${view}/meta`]: {
            title: 'secret',
            columns: [
              column('Nom'),
              column('Ville', 'LinkToAnotherRecord'),
              column('Thèmes', 'MultiSelect'),
              column('Suivi par', 'User'),
              column('Mot'),
              column('Tri', 'Order', 1),
            ],
          },
          [`${view}/rows?limit=100&offset=0`]: {
            list: [
              {
                Nom: 'Coop',
                Ville: { Id: 3, Nom: 'Brest' },
                Thèmes: ['vélo', 'vrac'],
                'Suivi par': 'secret',
                Mot: 'secret',
                Tri: 1,
              },
            ],
            pageInfo: { totalRows: 2, isLastPage: false },
          },
          [`${view}/rows?limit=100&offset=1`]: {
            list: [{ Nom: 'Scop', Ville: null, Tri: 2 }],
            pageInfo: { totalRows: 2, isLastPage: true },
          },
        };
      },
    },
  ])('that runs inside the network: $service', ({ page, answers: made }) => {
    const answers = Object.fromEntries(
      Object.entries(made()).map(([at, body]) => [at, { body: JSON.stringify(body) }]),
    );
    const inside = {
      names: { [new URL(page).hostname]: ['10.0.0.5'] },
      saved: [page],
      internal: [page],
      recipe: 'kind=members&columns=Nom:name,Ville:town,Th%C3%A8mes:activities',
    };

    it('is verified, read page by page and given out as ticked, and as nothing before', async () => {
      const [look, read, ticks, unticked, ticked, address] = await run<Result & { readonly status: number }>({
        ...inside,
        steps: [
          { do: 'look', url: page, answers },
          { do: 'read', url: page },
          { do: 'tickable', url: page },
          { do: 'serve', url: page },
          { do: 'serve', url: page, ticked: ['name', 'activities'] },
          { do: 'address', url: page },
        ],
      });
      expect(look).toMatchObject({
        kind: 'table',
        table: expect.stringContaining('Nom;Ville;Thèmes;Mot\nCoop;Brest;'),
      });
      expect(asked(read!)).toEqual(Object.keys(answers));
      expect(read).toMatchObject({ error: null, body: expect.not.stringContaining('isPart') });
      expect(ticks).toEqual({ Nom: 'name', Ville: 'town', Thèmes: 'activities' });
      expect(unticked).toMatchObject({ status: 403, body: '' });
      expect(JSON.parse(ticked?.body ?? '')).toMatchObject({
        source: { title: '', host: '' },
        fields: ['name', 'activities'],
        rows: [
          ['Coop', 'vélo; vrac'],
          ['Scop', ''],
        ],
      });
      expect(address).toMatch(/^https:\/\/site\.example\//);
      expect([read?.body, ticked?.body, unticked?.body].join()).not.toMatch(/secret|\.lan/);
    });

    it('is left to the browser where it is public, for that may read it', async () => {
      const open = { ...inside, names: { [new URL(page).hostname]: PUBLIC }, internal: [] };
      const [read, address] = await run({
        ...open,
        steps: [
          { do: 'read', url: page, answers },
          { do: 'address', url: page },
        ],
      });
      expect(read).toMatchObject({ body: null });
      expect(address).toBe(page);
    });
  });

  it('whose next page lies elsewhere is not read there, and keeps its last list', async () => {
    const next = 'https://other.example/wp-json/tribe/events/v1/events?page=2';
    const [, later] = await run({
      ...FEED,
      steps: [
        { do: 'read', url: TEC, answers: { [TEC]: page(1) } },
        { do: 'read', url: TEC, after: 1000, answers: { [TEC]: page(1, next), [next]: page(2) } },
      ],
    });
    expect(later).toMatchObject({ error: 'host', detail: 'other.example', age: 1000 });
    expect(asked(later!)).toEqual([TEC]);
    expect(later?.body).toContain('Fête 1');
  });

  it('whose pages redirect to another host, or inside, is not read there', async () => {
    const to = 'https://other.example/page';
    const moved = await readOnce(
      TEC,
      { [TEC]: page(1, pageAt(2)), [pageAt(2)]: { status: 302, headers: { location: to } }, [to]: page(2) },
      FEED,
    );
    expect(moved).toMatchObject({ error: 'host', detail: 'other.example', body: null });
    expect(asked(moved)).toEqual([TEC, pageAt(2)]);
    const names = { 'asso.example': [PUBLIC, ['192.168.1.20']] };
    const inside = await readOnce(TEC, { [TEC]: page(1, pageAt(2)), [pageAt(2)]: page(2) }, { ...FEED, names });
    expect(inside).toMatchObject({ error: 'private', body: null });
    expect(asked(inside)).toEqual([TEC]);
  });

  it('without an end is read as far as the bounds allow, and says that it is a part', async () => {
    const many = await readOnce(TEC, endless(0), FEED);
    expect(many).toMatchObject({ error: null, body: expect.stringContaining('"isPart":true') });
    expect(many.requests).toHaveLength(50);
    const slow = await readOnce(TEC, endless(2), FEED);
    expect(slow).toMatchObject({ error: null, body: expect.stringContaining('"isPart":true') });
    expect(slow.requests).toHaveLength(8);
    const long = Object.fromEntries(
      Object.entries(endless(0)).map(([url, answer]) => [url, { ...answer, spaces: 1_900_000 }]),
    );
    const large = await readOnce(TEC, long, FEED);
    expect(large).toMatchObject({ error: null, body: expect.stringContaining('"isPart":true') });
    expect(large.requests).toHaveLength(5);
  });

  it('makes no visitor wait for all its pages', async () => {
    const [served] = await run<Result & { readonly status: number }>({
      ...FEED,
      steps: [{ do: 'serve', url: TEC, answers: endless(1) }],
    });
    expect(served).toMatchObject({ status: 503, requests: { length: 2 } });
  });

  it('that does not say what each value is takes a recipe, as a table does', async () => {
    const url = 'https://data.asso.example/explore/dataset/structures/';
    const api = 'https://data.asso.example/api/explore/v2.1/catalog/datasets/structures';
    const answers = {
      [`${api}/exports/json`]: { body: JSON.stringify([{ nom: 'Coop', ville: 'Brest', mail: 'secret' }]) },
      [api]: { body: JSON.stringify({ metas: { default: { title: 'Structures', license: 'ODbL' } } }) },
    };
    const ODS = { names: { 'data.asso.example': PUBLIC }, kind: 'members' };
    expect(await readOnce(url, answers, { ...ODS, recipe: '' })).toMatchObject({ error: 'unverified', body: null });
    const [looked, read] = await run({
      ...ODS,
      recipe: 'columns=nom:name,ville:town',
      steps: [
        { do: 'look', url, answers },
        { do: 'read', url },
      ],
    });
    expect(looked).toMatchObject({ kind: 'table', count: 1, table: 'nom;ville;mail\nCoop;Brest;secret\n' });
    expect(JSON.parse(read?.body ?? '')).toMatchObject({
      source: { title: 'Structures', host: 'data.asso.example', licence: 'ODbL' },
      fields: ['name', 'town'],
      rows: [['Coop', 'Brest']],
    });
  });

  it('leaves nothing to guess where its service says what each value is', async () => {
    const [looked] = await run<unknown>({ ...FEED, steps: [{ do: 'look', url: TEC, answers: { [TEC]: page(1) } }] });
    expect(looked).toMatchObject({ kind: 'table', count: 1, table: '' });
  });

  it('that the server does not read is left to the browser', async () => {
    const url = 'https://docs.getgrist.com/api/docs/abc/tables/Adherents/records';
    const body = JSON.stringify({ records: [{ id: 1, fields: { nom: 'Coop' } }] });
    const [read, address] = await run({
      ...FEED,
      names: { 'docs.getgrist.com': PUBLIC },
      steps: [
        { do: 'read', url, answers: { [url]: { body } } },
        { do: 'address', url },
      ],
    });
    expect(read).toMatchObject({ error: 'unverified', body: null });
    expect(address).toBe(url);
  });
});

describe('the light form of an own list', () => {
  const light = async (widget: string, files: readonly object[], attributes = {}) => {
    const [found] = await run<{ readonly html: string; readonly script: string } | null>({
      steps: [{ do: 'light', widget, attributes, files }],
    });
    return found ?? null;
  };
  const list = (kind: string, fields: readonly string[], rows: readonly (readonly string[])[]) => ({
    type: 'application/json',
    body: JSON.stringify({ format: 'ess-list/1', kind, fields, rows }),
  });
  const told = (script = '') =>
    (JSON.parse(script.replace(/^<script[^>]*>|<\/script>$/g, '')) as { readonly '@graph': readonly object[] })[
      '@graph'
    ];

  it('has the members with their towns, and says how many more there are', async () => {
    const rows = Array.from({ length: 230 }, (_, index) => [`Coop ${index}`, index === 0 ? '' : 'Brest']);
    const found = await light('member-map', [list('members', ['name', 'town'], rows)]);
    expect(found?.html).toMatch(
      /^<div class="ess-still ess-map">.*<p><strong>230 adhérents<\/strong><\/p>.*<strong>Coop 0<\/strong><\/li><li>.*<strong>Coop 1<\/strong><p>Brest<\/p><\/li>/,
    );
    expect(found?.html.match(/<li>/g)).toHaveLength(200);
    expect(found?.html).toMatch(/<p>et 30 autres<\/p><\/details>/);
    expect(told(found?.script).slice(0, 2)).toEqual([
      { '@type': 'Organization', name: 'Coop 0' },
      { '@type': 'Organization', name: 'Coop 1', address: 'Brest' },
    ]);
    expect(told(found?.script)).toHaveLength(50);
  });

  it('has the dates ahead that it understands, and counts the others', async () => {
    const rows = [
      ['Fête', '16/03/2026', '18h30', 'Brest'],
      ['Bal', '2026-03-15 20:00', '', ''],
      ['Hier', '28/02/2026', '', ''],
      ['Un jour', 'au printemps', '', ''],
      ['Faux', '31/02/2026', '', ''],
    ];
    const found = await light('event-agenda', [list('events', ['name', 'start', 'startTime', 'town'], rows)]);
    expect(found?.html).toMatch(
      /<p>5 rendez-vous<\/p>.*<li><p><time datetime="2026-03-15T20:00">.*<p>Bal<\/p>.*<li><p><time datetime="2026-03-16T18:30">.*<p>Fête<\/p>.*Brest.*<p>et 2 autres<\/p>/,
    );
    expect(found?.html.match(/<li>/g)).toHaveLength(2);
    expect(told(found?.script)).toMatchObject([{ startDate: '2026-03-15T20:00' }, { startDate: '2026-03-16T18:30' }]);
  });

  it('has the events of a calendar, with its rules as such', async () => {
    const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
    const body = [
      'BEGIN:VCALENDAR',
      event('DTSTART:20260316T170000Z', 'SUMMARY:Bal\\, et', ' suite', 'LOCATION:Brest'),
      event('DTSTART;VALUE=DATE:20260317', 'SUMMARY:Fête'),
      event('DTSTART;TZID=Europe/Paris:20250101T100000', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Permanence'),
      event('DTSTART:20260318T100000Z', 'CLASS:PRIVATE', 'SUMMARY:secret'),
      event('DTSTART:20260318T100000Z', 'STATUS:CANCELLED', 'SUMMARY:secret'),
      event('DTSTART:20250318T100000Z', 'SUMMARY:secret'),
      'END:VCALENDAR',
    ].join('\r\n');
    const found = await light('event-agenda', [{ type: 'text/calendar', body }]);
    expect(found?.html).toMatch(
      /datetime="2026-03-16T18:00:00\+01:00".*<p>Bal, etsuite<\/p>.*Brest.*datetime="2026-03-17".*<p>Fête<\/p>.*<p>régulier<\/p><p>Permanence<\/p>/,
    );
    expect(found?.html).not.toContain('secret');
    expect(told(found?.script)[0]).toMatchObject({ startDate: '2026-03-16T18:00:00+01:00' });
  });

  it('is none of figures, of another kind, and of what only the widget can decide', async () => {
    const members = list('members', ['name'], [['Coop']]);
    expect(await light('member-list', [members])).not.toBeNull();
    expect(await light('indicator', [members])).toBeNull();
    expect(await light('event-agenda', [members])).toBeNull();
    expect(await light('member-list', [members], { territory: 'departement-29' })).toBeNull();
    expect(await light('member-list', [members], { where: 'college=a' })).toBeNull();
    expect(await light('member-list', [{ type: 'application/json', body: '{"format":"ess-dataset/1"}' }])).toBeNull();
    expect(await light('member-list', [])).toBeNull();
  });

  it('runs nothing that a cell says', async () => {
    const signs = ['<script>alert(1)</script>', '</script>', '[trap]', '{{x}}', '{{{x}}}', '|', '"\'&', '\u2028'];
    const found = await light('member-list', [
      list(
        'members',
        ['name'],
        signs.map((sign) => [sign]),
      ),
    ]);
    expect(found?.html).not.toMatch(/<(?!\/?(?:p|ul|li|strong|h3|svg|path|div)[ >])/);
    expect(found?.html).not.toMatch(/on\w+=|javascript:/);
    expect(found?.script.slice('<script type="application/ld+json">'.length, -'</script>'.length)).not.toMatch(
      /<|\[trap|\{\{|\}\}\}/,
    );
    expect(
      told(found?.script)
        .map((one) => (one as { readonly name: string }).name)
        .sort(),
    ).toEqual([...signs].sort());
  });
});

describe('a calendar', () => {
  const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
  const CALENDAR = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Essai//FR',
    'X-WR-CALNAME:Agenda du pôle',
    'X-OWNER:mailto:secret@pole.example',
    'X-ESS-SOURCE:secret.example',
    ...['BEGIN:VTIMEZONE', 'TZID:Europe/Paris', 'TZURL:http://secret.example/', 'BEGIN:STANDARD'],
    ...['DTSTART:19701025T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:SECRET', 'END:STANDARD'],
    'END:VTIMEZONE',
    ...event(
      'UID:1',
      'DTSTAMP:20260101T000000Z',
      'SEQUENCE:2',
      'DTSTART;X-ROOM="secret: 1";TZID=Europe/Paris:20260316T180000',
      'SUMMARY;ALTREP="http://secret.example:80/":Assemblée\\, et',
      '  suite',
      'description:secret',
      'DESCRIPTION;LANGUAGE=fr:sec',
      ' ret',
      'ORGANIZER;CN=Secret:mailto:secret@pole.example',
      'ATTENDEE;CN="Secret: un":mailto:secret@pole.example',
      'CONTACT:secret',
      'COMMENT:secret',
      'ATTACH:https://secret.example/',
      'CONFERENCE:https://secret.example/',
      'X-ALT-DESC:secret',
      'LOCATION;X-PERSON=secret:Brest',
      ...['BEGIN:VALARM', 'ACTION:EMAIL', 'SUMMARY:secret', 'DESCRIPTION:secret', 'END:VALARM'],
      'CATEGORIES:Fête',
    ),
    ...event('UID:2', 'DTSTART:20260317T100000Z', 'CLASS:PRIVATE', 'SUMMARY:secret'),
    ...event('UID:3', 'DTSTART:20260317T100000Z', 'CLA', ' SS:Confidential', 'SUMMARY:secret'),
    ...event('UID:4', 'DTSTART:20260317T100000Z', 'SUMMARY:secret', 'class;x=1:x-own'),
    ...event('UID:5', 'DTSTART:20260318T100000Z', 'CLASS:PUBLIC', 'CLASS:PRIVATE', 'SUMMARY:secret'),
    ...event('UID:6', 'DTSTART:20260319T100000Z', 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:Permanence', 'CLASS: public'),
    ...event('UID:6', 'RECURRENCE-ID:20260320T100000Z', 'DTSTART:20260320T150000Z', 'SUMMARY:secret', 'CLASS:PRIVATE'),
    ...event('UID:7', 'DTSTART:20260319T100000Z', 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:secret', 'CLASS:PRIVATE'),
    ...event('UID:7', 'RECURRENCE-ID:20260320T100000Z', 'DTSTART:20260320T150000Z', 'SUMMARY:secret'),
    ...['BEGIN:VTODO', 'SUMMARY:secret', 'END:VTODO', 'BEGIN:VJOURNAL', 'SUMMARY:secret', 'END:VJOURNAL'],
    ...['BEGIN:VFREEBUSY', 'FREEBUSY:secret', 'END:VFREEBUSY', 'BEGIN:X-OWN', 'SUMMARY:secret', 'END:X-OWN'],
    ...['BEGIN:VEVENT', 'UID:8', 'DTSTART:20260319T100000Z', 'BEGIN:VALARM', 'SUMMARY:secret'],
    ...event('UID:9', 'DTSTART:20260321T100000Z', 'SUMMARY:Fête', 'BEGIN:VALARM', 'SUMMARY:secret'),
    ...['BEGIN:VTODO', 'SUMMARY:secret'],
    ...event('UID:10', 'DTSTART:20260322T100000Z', 'SUMMARY:Bal'),
    'END:VCALENDAR',
  ].join('\r\n');

  /** Returns what the core reads in a calendar. */
  async function read(body: string) {
    const answer = new Response(body, { headers: { date: 'Sun, 01 Mar 2026 08:00:00 GMT' } });
    const context = { fetch: async () => answer, signal: new AbortController().signal, pause: undefined };
    return (await ical.load({ src: URL_A, need: ['events'], options: {} }, context)).dataset.collections.events;
  }

  it('keeps what widgets show, and reads like the whole one', async () => {
    const url = 'https://data.example/a.ics';
    const result = await readOnce(url, { [url]: { body: CALENDAR } });
    expect(result).toMatchObject({ error: null, type: 'text/calendar' });
    // Whom its pages credit, whatever the calendar says of it.
    expect(result.body?.match(/^X-ESS-SOURCE:.*$/gm)).toEqual(['X-ESS-SOURCE:data.example']);
    for (const text of [CALENDAR, CALENDAR.replaceAll('\r\n', '\n'), CALENDAR.replaceAll('\r\n', '\r')]) {
      const [kept] = (await run<unknown>({ steps: [{ do: 'calendar', body: text }] })) as readonly string[];
      expect(kept).not.toMatch(/secret/i);
      expect(kept).not.toMatch(/^(?:BEGIN|END):(?!VCALENDAR|VEVENT|VTIMEZONE|STANDARD)/m);
      const events = await read(kept ?? '');
      // A name that is folded, and a second class, are no sign of a private event to the core.
      expect(events).toEqual((await read(text))?.filter(({ title }) => title.fr !== 'secret'));
      expect(events?.map(({ title }) => title.fr)).toEqual([
        'Assemblée, et suite',
        'Permanence',
        'Permanence',
        'Fête',
        'Bal',
      ]);
    }
  });

  it('is refused at an address that is secret, whoever has written it', async () => {
    const secret = 'https://data.example/agenda/private-0123456789ab/basic.ics';
    const tokens = ['?token=a', '?key=a', '#key=a'].map((end) => `https://data.example/a.ics${end}`);
    for (const url of [secret, ...tokens]) {
      const asked = url.split('#')[0] ?? url;
      const read = { do: 'read', url, answers: { [asked]: { body: CALENDAR } } };
      const steps = [read, { do: 'serve', url, ticked: ['*', 'SUMMARY'] }, { do: 'address', url }];
      const results = await run<unknown>({ names: NAMES, steps });
      expect(results[0]).toMatchObject({ error: 'secret', body: null });
      expect(results[1]).toMatchObject({ body: '' });
      expect(results[2]).toMatch(/^https:\/\/site\.example\/[0-9a-f]{32}$/);
      if (url === secret) expect(results[0]).toMatchObject({ requests: [] });
    }
    // Nor does a page say it where it is not saved.
    const [address] = await run<unknown>({ saved: [], steps: [{ do: 'address', url: secret }] });
    expect(address).not.toContain('private');
  });
});

describe('a source inside the network', () => {
  const INSIDE = { names: { 'data.example': ['192.168.1.20'] }, internal: [URL_A] };
  const serve = (url: string, body: string, rest = {}) => ({ do: 'serve', url, answers: { [url]: { body } }, ...rest });

  it('gives out nothing before its columns are ticked', async () => {
    const table = 'Nom;Courriel\nCoop;secret@coop.example\n';
    const recipe = 'columns=Nom:name,Courriel:email';
    const manifest = JSON.stringify({ format: 'ess-dataset/1', title: 'secret' });
    const calendar = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Bal\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    const bodies = [
      [table, recipe, ['name'], expect.stringContaining(KEPT)],
      [manifest, '', ['*'], manifest],
      [calendar, '', ['*'], calendar],
    ] as const;
    for (const [body, by, ticked, published] of bodies) {
      const [closed, open] = await run<unknown>({
        ...INSIDE,
        recipe: by,
        steps: [serve(URL_A, body), serve(URL_A, body, { ticked })],
      });
      expect(closed).toMatchObject({ status: 403, body: '' });
      expect(open).toMatchObject({ status: 200, body: published });
    }
    // A table has columns: it is never published as a whole.
    const [whole] = await run<unknown>({ ...INSIDE, recipe, steps: [serve(URL_A, table, { ticked: ['*'] })] });
    expect(whole).toMatchObject({ status: 403 });
    const [page] = await run<unknown>({
      ...INSIDE,
      steps: [
        { do: 'read', url: URL_A, answers: { [URL_A]: { status: 500 } } },
        { do: 'address', url: URL_A },
      ],
    }).then((results) => results.slice(-1));
    expect(page).toMatch(/^https:\/\/site\.example\/[0-9a-f]{32}$/);
  });

  it('is known as one where a redirect leads there, and is not asked where the name does so later', async () => {
    const there = 'https://inside.example/b.json';
    const answers = { [URL_A]: { status: 302, headers: { location: there } }, [there]: GOOD };
    const rest = {
      names: { ...NAMES, 'inside.example': ['10.0.0.1'] },
      saved: [URL_A, there],
      internal: [there],
    };
    const [served] = await run<unknown>({ ...rest, steps: [{ do: 'serve', url: URL_A, answers }] });
    expect(served).toMatchObject({ status: 403 });
    const names = { 'data.example': [PUBLIC, ['192.168.1.20']] };
    const [before, after] = await run<unknown>({
      names,
      steps: [serve(URL_A, GOOD.body ?? ''), serve(URL_A, '[{"name":"secret"}]', { after: 1000 })],
    });
    expect(before).toMatchObject({ status: 200 });
    expect(after).toMatchObject({ status: 200, body: expect.stringContaining(KEPT), requests: [] });
  });
});

describe('what a server keeps', () => {
  const url = (name: string) => `https://data.example/${name}.json`;
  it('is nothing of an address that is not saved, not even that it failed', async () => {
    const steps = Array.from({ length: 30 }, (_, index) => ({ do: 'read', url: url(`n${index}`) }));
    const results = await run<unknown>({ names: NAMES, saved: [], steps: [...steps, { do: 'keys' }] });
    expect(results.slice(0, 30)).toMatchObject(steps.map(() => ({ error: 'unsaved', requests: [] })));
    expect(results[30]).toEqual([]);
  });

  it('is not more than 200 files of a manifest', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `f${index}.json`);
    const manifest = { body: JSON.stringify({ format: 'ess-dataset/1', files: names }) };
    const answers = {
      [url('m')]: manifest,
      ...Object.fromEntries(names.map((name) => [`https://data.example/${name}`, GOOD])),
    };
    const serve = (name: string) => ({ do: 'serve', url: url('m'), name });
    const steps = [{ do: 'read', url: url('m'), answers }, serve('f199.json'), serve('f200.json')];
    expect((await run<unknown>({ names: NAMES, steps })).slice(1)).toMatchObject([{ status: 200 }, { status: 404 }]);
  });
});

describe('the sources of a site', () => {
  const row = (name: string, address: string, rest = {}) => ({ name, address, ...rest });
  const kept = (name: string, address: string, rest = {}) => ({
    ...row(name, address),
    kind: '',
    recipe: '',
    fields: [],
    isInternal: false,
    ...rest,
  });
  async function save(rows: unknown, rest = {}) {
    const [saved] = await run<{
      readonly rows: readonly { readonly name: string }[];
      readonly wrong: readonly string[];
    }>({ steps: [{ do: 'save', rows, ...rest }] });
    return saved!;
  }

  it('choose what a widget shows as the core does', async () => {
    const [found] = await run<unknown>({ steps: [{ do: 'pick', all: pickVectors }] });
    expect(found).toEqual(pickVectors.map(({ picked, reference }) => ({ picked, reference })));
  });

  it('have a name, an address, and what stands behind it', async () => {
    const { rows, wrong } = await save([
      row('Nos Adhérents', 'https://a.example/edit#gid=0&kind=members&columns=Nom:name'),
      row('', 'https://a.example/a.ics', { kind: 'events' }),
      row('', 'https://a.example/b.ics', { kind: 'events' }),
      row('vide', ' '),
      row('reference', 'https://a.example/manifest.json', { kind: 'members' }),
    ]);
    expect(wrong).toEqual([]);
    expect(rows).toEqual([
      kept('nos-adherents', 'https://a.example/edit#gid=0', { kind: 'members', recipe: 'columns=Nom:name' }),
      kept('agenda', 'https://a.example/a.ics', { kind: 'events' }),
      kept('agenda-2', 'https://a.example/b.ics', { kind: 'events' }),
      kept('reference', 'https://a.example/manifest.json'),
    ]);
  });

  it('keep a recipe whose columns have signs that no line of an address may have', async () => {
    const recipe = `columns=Date d'adhésion:joined,"Nom" <a>\\,b:name`;
    const { rows } = await save([row('adherents', 'https://a.example/a.csv', { kind: 'members', recipe })]);
    expect(rows).toEqual([
      kept('adherents', 'https://a.example/a.csv', {
        kind: 'members',
        recipe: 'columns=Date%20d%27adhésion:joined,%22Nom%22%20%3Ca%3E%5C,b:name',
      }),
    ]);
  });

  it('without a name have that of what their service or their ending says they hold', async () => {
    const { rows } = await save([
      row('', 'https://nuage.example/apps/calendar/p/aB3dE5fG7hJ9kL2m'),
      row('', 'https://docs.google.com/spreadsheets/d/1InventedSheetId_x-9/edit#gid=0'),
      row('', 'https://a.example/agenda.ics'),
      row('', 'https://a.example/liste.csv'),
    ]);
    expect(rows.map(({ name }) => name)).toEqual(['agenda', 'adherents', 'agenda-2', 'source']);
  });

  it('are refused where they are wrong, and stay as they were', async () => {
    const before = [kept('adherents', 'https://a.example/1.csv', { fields: ['Nom'] })];
    const hostile = [
      row('adherents', 'javascript:alert(1)'),
      row('a', 'https://calendar.google.com/calendar/ical/a/private-0123456789ab/basic.ics'),
      row('2"><script>', 'https://a.example/2.csv'),
      row('twin', 'https://a.example/3.csv'),
      row('Twin', 'https://a.example/4.csv'),
      row('other', 'https://a.example/3.csv'),
      row('b', 'https://a.example/\r\nHost: x'),
      row('c', 'https://user:secret@a.example/'),
      { name: ['x'], address: ['y'] },
      'text',
      null,
    ];
    const { rows, wrong } = await save(hostile, { before });
    expect(rows).toEqual([...before, kept('twin', 'https://a.example/3.csv')]);
    expect(wrong.map((text) => text.split(' ')[0])).toEqual([
      'scheme',
      'secret',
      'name',
      'same_name',
      'same_address',
      'address',
      'address',
    ]);
    expect((await save('text', { before })).rows).toEqual([]);
  });

  it('take one more as it was confirmed, and change nothing else', async () => {
    const [one, two] = ['https://a.example/1.csv', 'https://a.example/2.csv'];
    const before = [
      kept('adherents', one, { kind: 'members', recipe: 'columns=Nom:name', fields: ['name'], isInternal: true }),
      kept('reference', 'https://a.example/manifest.json'),
    ];
    const add = async (name: string, address: string, rest = {}) =>
      (await run<unknown>({ steps: [{ do: 'add', before, name, address, ...rest }] }))[0];
    const recipe = 'columns=Titre:name,Date:start,Courriel:-';
    const added = kept('agenda', two, { kind: 'events', recipe, fields: ['name', 'start'], isInternal: true });
    expect(await add('agenda', `${two}#kind=events&${recipe}`, { inside: [two] })).toEqual([
      [...before, added],
      'agenda',
    ]);
    // A known address keeps its name; what is read of it was confirmed anew.
    const wider = { recipe: 'columns=Nom:name,Commune:town', fields: ['name', 'town'] };
    expect(await add('autre', `${one}#${wider.recipe}`)).toEqual([
      [{ ...before[0], ...wider }, before[1]],
      'adherents',
    ]);
    expect(await add('adherents', two)).toBe('same_name adherents');
    expect(await add('autre', 'https://a.example/manifest.json')).toBe('same_address reference');
    expect(await add('autre', 'javascript:alert(1)')).toBe('scheme javascript');
    expect(await add('autre', 'https://a.example/calendar/ical/a/private-0123456789ab/basic.ics')).toBe('secret');
  });

  it('are twenty at most, beside the reference data', async () => {
    const many = Array.from({ length: 21 }, (_, index) => row(`s${index}`, `https://a.example/${index}.csv`));
    const { rows, wrong } = await save([...many, row('reference', 'https://a.example/manifest.json')]);
    expect(rows.map(({ name }) => name)).toEqual([...many.slice(0, 20).map(({ name }) => name), 'reference']);
    expect(wrong).toEqual(['many 20']);
  });

  it('are permitted inside the network, and public, by their address alone', async () => {
    const inside = ['http://192.168.1.20/a.csv', 'http://192.168.1.20/b.csv'];
    const before = [kept('a', inside[0]!, { fields: ['Nom'], isInternal: true })];
    const sent = { was: 'a', fields: ['Nom', 'Commune', ''] };
    const [same, other] = await Promise.all([
      save([row('b', inside[0]!, sent)], { before }),
      save([row('a', inside[1]!, { ...sent, isInternal: false })], { before, inside }),
    ]);
    expect(same.rows).toEqual([kept('b', inside[0]!, { fields: ['Nom', 'Commune'], isInternal: true })]);
    expect(other.rows).toEqual([kept('a', inside[1]!, { isInternal: true })]);
  });

  it('are made of the settings of before, and of the blocks whose host was listed', async () => {
    const source = 'https://a.example/1';
    const texts = [
      '<!-- wp:ess/widget {"widget":"member-list","src":"https://b.example/a.csv?x=1\\u0026y=2"} /-->',
      '[ess widget="event-agenda" src="https://b.example/c.ics"] [ess widget="member-list" src="https://c.example/no.csv"]',
      '<div data-ess="member-list" data-ess-src="http://10.0.0.9/d.csv#columns=Nom:name https://b.example:8443/no.csv">',
      '<ess|carte|source=https://b.example/e.csv|titre=A> <ess|carte|source=adherents>',
    ];
    const holds = {
      'https://b.example/a.csv?x=1&y=2': 'list',
      'https://b.example/c.ics': 'calendar',
      'http://10.0.0.9/d.csv#columns=Nom:name': 'list',
    };
    const migrate = async (of: string) => {
      const old = { source, hosts: ['b.example', '10.0.0.9'], columns: { [source]: ['Nom'] }, theme: 'dark' };
      const [rows] = await run<unknown>({
        names: { 'a.example': PUBLIC, 'b.example': PUBLIC },
        steps: [{ do: 'migrate', kept: old, texts, holds: { ...holds, [source]: of } }],
      });
      return rows as readonly object[];
    };
    const own = { kind: 'members', fields: ['Nom'] };
    const [list, calendar, manifest, unknown] = await Promise.all(['list', 'calendar', 'manifest', ''].map(migrate));
    expect(list).toEqual([
      kept('adherents', source, own),
      kept('adherents-2', 'https://b.example/a.csv?x=1&y=2', { kind: 'members' }),
      kept('agenda', 'https://b.example/c.ics', { kind: 'events' }),
      kept('adherents-3', 'http://10.0.0.9/d.csv', { kind: 'members', recipe: 'columns=Nom:name', isInternal: true }),
      kept('source', 'https://b.example/e.csv'),
    ]);
    expect(calendar?.[0]).toEqual(kept('agenda', source, { ...own, kind: 'events' }));
    expect(manifest?.[0]).toEqual(kept('reference', source, { ...own, kind: '' }));
    expect(unknown?.[0]).toEqual(kept('source', source, { ...own, kind: '' }));
  });
});

describe('a source that does not answer', () => {
  const serve = (rest = {}) => ({ do: 'serve', url: URL_A, answers: { [URL_A]: { refused: 'slow' } }, ...rest });

  it('keeps one visitor waiting for two seconds, and the others not at all', async () => {
    const [first, second, third] = await run<Result>({ names: NAMES, steps: [serve(), serve(), serve({ after: 30 })] });
    expect(first).toMatchObject({ status: 503, requests: [{ seconds: 2 }] });
    expect([second, third]).toMatchObject([
      { status: 503, requests: [], slept: 0 },
      { status: 503, requests: [], slept: 0 },
    ]);
  });

  it('is tried less and less often, and at once again after it has answered', async () => {
    const waits = [0, 60, 119, 1, 240, 480, 900, 900];
    const results = await run<Result>({ names: NAMES, steps: waits.map((after) => serve({ after })) });
    expect(results.map(({ requests }) => requests.length)).toEqual([1, 1, 0, 1, 1, 1, 1, 1]);
    const good = serve({ after: 900, answers: { [URL_A]: GOOD } });
    const [, , , again] = await run<Result>({
      names: NAMES,
      steps: [serve(), good, serve({ after: 900 }), serve({ after: 60 })],
    });
    expect(again?.requests).toHaveLength(1);
  });

  it('leaves its copy to those who come while another one reads it; who has none waits a second', async () => {
    const [, locked] = await run<Result>({
      names: NAMES,
      steps: [serve({ answers: { [URL_A]: GOOD } }), serve({ after: 1000, locked: true })],
    });
    expect(locked).toMatchObject({ status: 200, body: expect.stringContaining(KEPT), slept: 0 });
    const [none] = await run<Result>({ names: NAMES, steps: [serve({ locked: true })] });
    expect(none).toMatchObject({ status: 503, requests: [], slept: 1_000_000 });
  });

  it('is not asked for its other files either', async () => {
    const url = 'https://data.example/m.json';
    const file = 'https://data.example/events.json';
    const manifest = { body: JSON.stringify({ format: 'ess-dataset/1', events: 'events.json' }) };
    const of = (name: string, answers: object, after = 0) => ({ do: 'serve', url, name, answers, after });
    const good = { [url]: manifest, [file]: GOOD };
    const dead = { [url]: { refused: 'slow' }, [file]: { refused: 'slow' } };
    const results = await run<Result>({
      names: NAMES,
      steps: [of('events.json', good), of('events.json', dead, 1000), of('events.json', dead, 1)],
    });
    expect(results.map(({ requests }) => requests.length)).toEqual([2, 1, 0]);
    expect(results[2]).toMatchObject({ status: 200, body: GOOD.body });
  });
});

describe('a still', () => {
  it('has the key that the core gives it', async () => {
    const [found] = await run<readonly { readonly key: string }[]>({ steps: [{ do: 'still', all: vectors }] });
    expect(found?.map(({ key }) => key)).toEqual(vectors.map(({ key }) => key));
    expect(vectors.length).toBeGreaterThan(8);
  });

  it('stands for its widget also where less of it is shown', async () => {
    const attributes = { limit: '5', view: 'month', series: 'mois', theme: 'dark' };
    const all = [{ tag: 'ess-event-agenda', attributes, lang: 'fr' }];
    const [found] = await run<unknown>({ steps: [{ do: 'still', all }] });
    const keys = ['event-agenda.limit-5.series-mois.view-month.fr', 'event-agenda.series-mois.fr'];
    expect(found).toMatchObject([{ keys }]);
  });

  it('is the file of its key, and null where there is none', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'ess-stills-'));
    await writeFile(path.join(folder, 'indicator.members-stock.fr.html'), '<figure>207</figure>\n');
    const step = (key: string) => ({ do: 'inFolder', folder, key });
    const found = await run<unknown>({ steps: [step('indicator.members-stock.fr'), step('indicator.events-held.fr')] });
    expect(found).toEqual(['<figure>207</figure>', null]);
    await rm(folder, { recursive: true });
  });
});

describe('a request with cURL', () => {
  it('goes to no other address than the one that was checked, whatever the name answers to cURL', async () => {
    // cURL itself says that names below `localhost` are 127.0.0.1; the resolver of the test says another address first.
    const asked: string[] = [];
    const listen = (host: string, port: number) =>
      new Promise<Server>((resolve) => {
        const server = createServer((_request, response) => {
          asked.push(host);
          response.end('[{"name":"a"}]');
        }).listen(port, host, () => resolve(server));
      });
    const inside = await listen('127.0.0.1', 0);
    const { port } = inside.address() as AddressInfo;
    const checked = await listen('127.0.0.2', port);
    for (const host of ['rebind.localhost', 'rebind.localhost.', 'REBIND.localhost.', 'Rebind.Localhost']) {
      const url = `http://${host}:${port}/a.json`;
      const [result] = await run({
        curl: true,
        names: { 'rebind.localhost': [['127.0.0.2'], ['127.0.0.1'], ['127.0.0.1']] },
        internal: [url],
        steps: [{ do: 'read', url }],
      });
      expect(result).toMatchObject({ error: null });
    }
    for (const server of [inside, checked]) {
      server.closeAllConnections();
      server.close();
    }
    expect(asked).toEqual(Array.from({ length: 4 }, () => '127.0.0.2'));
  });

  it('goes to the address that was checked, ends in time, follows nothing, and reads no more than it was asked for', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/slow') return void response.write('[');
      if (request.url === '/to') return void response.writeHead(302, { location: '/other' }).end();
      response.end(`[${' '.repeat(100_000)}]`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const host = 'no-such-name.example';
    const get = (file: string, rest = {}) => ({
      do: 'get',
      checked: { url: `http://${host}:${port}${file}`, host, port, addresses: ['127.0.0.1'] },
      bytes: 200_000,
      seconds: 5,
      ...rest,
    });
    const results = await run<unknown>({
      steps: [get('/a'), get('/a', { bytes: 1000 }), get('/to'), get('/slow', { seconds: 0.3 })],
    });
    server.closeAllConnections();
    server.close();
    expect(results).toMatchObject([
      { status: 200, length: 100_002 },
      { status: 200, length: 1000 },
      { status: 302, headers: { location: '/other' } },
      { refused: 'slow' },
    ]);
  });
});
