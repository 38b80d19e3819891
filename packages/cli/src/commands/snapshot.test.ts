import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { datasetHash, type Manifest } from '@ess-widgets/core/model';
import { contentHash } from '@ess-widgets/core/prepare';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotStatus } from '../contract/snapshot-status.ts';
import { ESS_WIDGETS } from '../run.ts';
import { type Folder, temporaryFolder } from '../testing/data.ts';
import { failAt } from '../testing/failing-files.ts';
import { ess, ROOT } from '../testing/io.ts';
import { startServer, type TestServer } from '../testing/server.ts';
import { runTool } from '../tool.ts';

let folder: Folder;
let server: TestServer;

beforeEach(async () => {
  folder = temporaryFolder();
  server = await startServer();
});
afterEach(async () => {
  await server.close();
  folder.remove();
});

/** Returns an agenda of some events, a day each. */
const calendar = (count: number, title = 'Atelier'): string =>
  [
    'BEGIN:VCALENDAR',
    ...Array.from({ length: count }, (_, index) => [
      'BEGIN:VEVENT',
      `UID:${title}-${index}@essai.example`,
      `DTSTART:202603${String((index % 28) + 1).padStart(2, '0')}T160000Z`,
      `SUMMARY:${title} ${index}`,
      'END:VEVENT',
    ]).flat(),
    'END:VCALENDAR',
  ].join('\r\n');
const ics = (count: number, title?: string) => ({
  headers: { 'content-type': 'text/calendar' },
  body: calendar(count, title),
});

interface Run {
  readonly status: number;
  readonly printed: string;
  /** Waits that the command asked for, in ms. */
  readonly waits: readonly number[];
}

interface RunOptions {
  readonly day?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly more?: readonly string[];
}

/** Takes the snapshot of `snapshot.json` into `out`, on a clock that goes on where the command waits. */
async function take({ day = '2026-05-04', env = {}, more = [] }: RunOptions = {}): Promise<Run> {
  let time = Date.parse(`${day}T05:00:00Z`);
  server.time = time;
  const waits: number[] = [];
  let printed = '';
  const status = await runTool(ESS_WIDGETS, ['snapshot', 'snapshot.json', '--out', 'out', ...more], {
    out: (text) => void (printed += text),
    err: (text) => void (printed += text),
    terminal: { out: false, err: false },
    env: { LANG: 'fr_FR.UTF-8', ...env },
    cwd: folder.path,
    now: () => new Date(time),
    wait: async (ms) => {
      waits.push(ms);
      time += ms;
    },
    fetch: (url, init) => fetch(url, init),
  });
  return { status, printed: printed.replaceAll('\u202f', ' '), waits };
}

const configure = (sources: readonly object[], more: object = {}): void =>
  void folder.write('snapshot.json', { title: 'Essai', every: '1d', sources, ...more });

const textOf = (name: string): string => readFileSync(path.join(folder.path, 'out', name), 'utf8');
const manifest = (): Manifest => JSON.parse(textOf('manifest.json'));
const status = (): SnapshotStatus => JSON.parse(textOf('status.json'));

/** Returns all records that the manifest names, and expects each file to be whole. */
function records(of: Manifest = manifest()): Readonly<Record<string, readonly { readonly id: string }[]>> {
  return Object.fromEntries(
    Object.entries(of.collections).map(([name, entry]) => {
      const list = JSON.parse(textOf(entry?.href ?? ''));
      expect(list).toHaveLength(entry?.count ?? -1);
      return [name, list];
    }),
  );
}

/** Returns the public files but the status, with their dates and content. */
const files = (): readonly unknown[] =>
  readdirSync(path.join(folder.path, 'out'))
    .filter((name) => name !== 'status.json')
    .map((name) => [name, statSync(path.join(folder.path, 'out', name)).mtimeMs, textOf(name)]);

describe('a snapshot', () => {
  it('joins sources into one data set with measures, which the other commands and check accept', async () => {
    server.answers.set('/a.ics', ics(2)).set('/b.csv', { body: 'Nom;Commune\nKerhea;Brest\nXylm;Rennes\n' });
    configure([{ src: `${server.origin}/a.ics`, past: 'held' }, { src: `${server.origin}/b.csv` }], {
      publisher: { name: 'Pôle' },
      licence: { name: 'CC0' },
    });
    const run = await take();
    expect([run.status, run.waits.length]).toEqual([0, 1]);
    expect(manifest()).toMatchObject({ id: 'essai', publisher: { name: 'Pôle' }, nextUpdate: '2026-05-05' });
    // Nobody declares its periods: a counter begins with today, as it does beside the calendar itself.
    expect(manifest().periodsInferred).toBe(true);
    const { events, organisations } = records();
    expect([events?.length, organisations?.length]).toEqual([2, 2]);
    expect(manifest().hash).toBe(datasetHash(manifest().collections, contentHash));
    expect(manifest().measures).toMatch(/^measures\.[\da-f]{16}\.json$/);
    expect(status()).toMatchObject({ state: 'fresh', changed: true });
    const check = await ess('check out --json --severity error', { cwd: folder.path });
    expect([check.status, JSON.parse(check.out).summary.findings.error]).toEqual([0, 0]);
  });

  it('names the source of each record, and no folder of the machine', async () => {
    server.answers.set('/a.ics', ics(2));
    folder.write('adherents.csv', 'Nom;Commune\nKerhea;Brest\n');
    configure([{ src: `${server.origin}/a.ics` }, { src: 'adherents.csv' }]);
    expect((await take()).status).toBe(0);
    const { documents } = manifest();
    const { events = [], organisations = [] } = records() as Readonly<
      Record<string, readonly { readonly id: string; readonly source: { readonly document: string } }[]>
    >;
    expect(events.map(({ source }) => documents[source.document]?.href)).toEqual([
      `${server.origin}/a.ics`,
      `${server.origin}/a.ics`,
    ]);
    expect(organisations.map(({ source }) => documents[source.document]?.title.fr)).toEqual(['adherents']);
    for (const name of readdirSync(path.join(folder.path, 'out')))
      expect([name, textOf(name).includes('file:'), textOf(name).includes(folder.path)]).toEqual([name, false, false]);
  });

  it('writes nothing where nothing has changed, until the day that it has promised', async () => {
    server.answers.set('/a.ics', ics(3));
    configure([{ src: `${server.origin}/a.ics` }]);
    await take();
    const before = files();
    expect((await take()).status).toBe(0);
    expect(files()).toEqual(before);
    expect(status()).toMatchObject({ changed: false, state: 'fresh' });
    await take({ day: '2026-05-05' });
    expect(manifest()).toMatchObject({ nextUpdate: '2026-05-06', updated: '2026-05-04' });
  });

  it('keeps the files of the manifest before, and removes older ones', async () => {
    configure([{ src: `${server.origin}/a.ics` }]);
    const seen: Manifest[] = [];
    for (const title of ['un', 'deux', 'trois']) {
      server.answers.set('/a.ics', ics(3, title));
      await take();
      seen.push(manifest());
    }
    const [first, second, third] = seen.map(({ collections }) => collections['events']?.href ?? '');
    expect([first, second, third].map((name) => existsSync(path.join(folder.path, 'out', name ?? '')))).toEqual([
      false,
      true,
      true,
    ]);
    expect(existsSync(path.join(folder.path, 'out', seen[1]?.measures ?? ''))).toBe(true);
  });

  it('asks with the validators of the last answer, and reads a confirmed one from its own copy', async () => {
    server.answers.set('/a.ics', ({ headers }) =>
      headers['if-none-match'] === '"1"' ? { status: 304 } : { ...ics(3), headers: { etag: '"1"' } },
    );
    configure([{ src: `${server.origin}/a.ics` }]);
    await take();
    expect((await take({ day: '2026-05-05' })).status).toBe(0);
    expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"']);
    expect(records()['events']).toHaveLength(3);
  });
});

describe('a source that fails', () => {
  beforeEach(async () => {
    server.answers.set('/a.ics', ics(6)).set('/b.ics', ics(2, 'Visite'));
    configure([{ src: `${server.origin}/a.ics` }, { src: `${server.origin}/b.ics` }]);
    await take();
  });

  const answers = [
    ['refuses for a while', { status: 429, headers: { 'retry-after': '600' } }],
    ['is down', { status: 500 }],
    ['is gone', { status: 404 }],
    ['answers with a page', { body: '<!doctype html><title>Connexion</title>' }],
    ['is empty', ics(0)],
    ['has lost more than half', ics(2)],
  ] as const;

  it.each(answers)('keeps its last good part, dated: it %s', async (_what, answer) => {
    server.answers.set('/a.ics', answer);
    const before = records();
    expect((await take({ day: '2026-05-05' })).status).toBe(1);
    expect(records()).toEqual(before);
    expect(status()).toMatchObject({
      state: 'kept',
      sources: [{ state: 'kept', data: '2026-05-04', records: 6 }, { data: '2026-05-04' }],
    });
    expect(manifest().notices?.[0]?.fr.replaceAll(/\s/g, ' ')).toContain('sont celles du 4 mai 2026');
    server.answers.set('/a.ics', ics(7));
    expect((await take({ day: '2026-05-06' })).status).toBe(0);
    expect(manifest().notices).toBeUndefined();
    expect(records()['events']).toHaveLength(9);
  });

  it('may lose half of its records where its webmaster accepts it', async () => {
    server.answers.set('/a.ics', ics(2));
    expect((await take({ more: ['--accept-drop'] })).status).toBe(0);
    expect(records()['events']).toHaveLength(4);
  });

  it('is not asked before the time that it has named, and no longer tried than that', async () => {
    server.answers.set('/a.ics', { status: 429, headers: { 'retry-after': '600' } });
    await take({ day: '2026-05-05' });
    const { length } = server.asked;
    const { printed } = await take({ day: '2026-05-05' });
    expect([server.asked.length, printed]).toEqual([length, expect.stringContaining('demandé d’attendre')]);
  });

  it('is tried again, each time after a longer wait', async () => {
    let left = 2;
    server.answers.set('/a.ics', () => ((left -= 1) >= 0 ? { status: 503 } : ics(6)));
    const { status: exit, waits } = await take({ day: '2026-05-05' });
    const longer = waits.filter((ms) => ms > 500);
    expect([exit, longer.length >= 1]).toEqual([0, true]);
    expect(Math.max(...waits)).toBeLessThan(5_000);
  });

  it('at the first run leaves no data set, and a status that says why', async () => {
    configure([{ src: `${server.origin}/nowhere.ics` }]);
    const { status: exit } = await take({ more: ['--out', 'other', '--state', 'other-state'] });
    expect([exit, readdirSync(path.join(folder.path, 'other'))]).toEqual([2, ['status.json']]);
    const read: SnapshotStatus = JSON.parse(readFileSync(path.join(folder.path, 'other/status.json'), 'utf8'));
    expect(read).toMatchObject({ state: 'failed', sources: [{ state: 'missing', data: null }] });
    expect(read.sources[0]?.message?.fr).toContain('404');
  });
});

describe('a key', () => {
  const SECRET = 'identifiant-essai:tres-secret-1234';

  it('written in the file is refused, and not repeated', async () => {
    for (const source of [
      { src: 'https://www.helloasso.com/associations/essai', key: SECRET },
      { src: `https://api.openagenda.com/v2/agendas/1/events#key=${SECRET}` },
    ]) {
      configure([source]);
      const { status: exit, printed } = await take();
      expect([exit, printed]).toEqual([2, expect.stringContaining('env:NOM')]);
      expect(printed).not.toContain('tres-secret');
    }
  });

  it('comes from the environment, reaches its service alone, and stands in nothing that is written or said', async () => {
    const other = await startServer();
    const form = {
      state: 'Public',
      formType: 'Event',
      formSlug: 'bal',
      title: 'Bal',
      startDate: '2026-06-01T18:00:00+02:00',
    };
    server.answers
      .set('/oauth2/token', { body: '{"access_token":"jeton-essai"}' })
      .set('/v5/organizations/essai/forms', ({ headers }) => ({
        // A server that repeats what it was sent.
        body: JSON.stringify({
          data: [
            {
              ...form,
              title: `Bal tres-secret-1234`,
              url: `https://x.example/?k=${headers['authorization']}&s=tres-secret-1234`,
            },
          ],
        }),
      }))
      .set('/bad', { status: 401, body: SECRET });
    configure([
      { src: `${server.origin}/v5/organizations/essai/forms`, format: 'helloasso', key: 'env:HELLOASSO' },
      { src: `${server.origin}/bad`, format: 'openagenda', key: 'env:HELLOASSO' },
      { src: `${other.origin}/none.ics` },
    ]);
    const { printed } = await take({ env: { HELLOASSO: SECRET }, more: ['--debug'] });
    expect(records()['events']).toHaveLength(1);
    expect(server.asked.find(({ url }) => url === '/oauth2/token')?.body).toContain('client_secret=tres-secret-1234');
    expect(JSON.stringify(other.asked)).not.toContain('tres-secret');
    await other.close();
    const written = readdirSync(folder.path, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder.path, name)).isFile())
      .map((name) => readFileSync(path.join(folder.path, name), 'utf8'));
    expect(written.length).toBeGreaterThan(4);
    for (const text of [...written, printed]) expect(text).not.toMatch(/tres-secret|identifiant-essai/);
  });

  it('that the environment lacks costs its source alone', async () => {
    server.answers.set('/a.ics', ics(1));
    configure([
      { src: 'https://www.helloasso.com/associations/essai', key: 'env:HELLOASSO' },
      { src: `${server.origin}/a.ics` },
    ]);
    const { status: exit, printed } = await take();
    expect([exit, printed]).toEqual([1, expect.stringContaining('HELLOASSO est vide ou absente')]);
  });
});

describe('requests', () => {
  it('go to no host that the configuration does not name', async () => {
    const other = await startServer();
    other.answers.set('/x', ics(1));
    const map = {
      properties: { name: 'Carte', datalayers: [{ id: 'a' }, { id: 'b', remoteData: { url: `${other.origin}/x` } }] },
    };
    const layer = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', geometry: { type: 'Point', coordinates: [-4, 48] }, properties: { name: 'Kerhea' } },
      ],
    };
    server.answers
      .set('/fr/map/carte_12/geojson/', { status: 404 })
      .set('/fr/map/12/geojson/', { body: JSON.stringify(map) })
      .set('/fr/datalayer/12/a/', { body: JSON.stringify(layer) })
      .set('/wp-json/tribe/events/v1/events', {
        body: JSON.stringify({
          events: [{ title: 'Bal', start_date: '2026-06-01 10:00:00' }],
          next_rest_url: `${other.origin}/x`,
        }),
      });
    configure([
      { src: `${server.origin}/fr/map/carte_12#6/48/-3` },
      { src: `${server.origin}/wp-json/tribe/events/v1/events`, format: 'tec' },
    ]);
    const { status: exit } = await take();
    expect([exit, other.asked]).toEqual([1, []]);
    await other.close();
    expect(records()['organisations']?.length).toBe(1);
    expect(status().sources.map(({ state }) => state)).toEqual(['fresh', 'missing']);
  });

  it('of one host are half a second apart', async () => {
    server.answers.set('/a.ics', ics(1)).set('/b.ics', ics(1)).set('/c.ics', ics(1));
    configure(['a', 'b', 'c'].map((name) => ({ src: `${server.origin}/${name}.ics` })));
    const { waits } = await take();
    expect(waits).toHaveLength(2);
    for (const ms of waits) expect(ms).toBeGreaterThan(400);
  });
});

describe('the configuration', () => {
  it.each([
    [{}, 'sources est attendu'],
    [{ sources: [] }, 'sources est attendu'],
    [{ sources: [{ src: 'a.csv', formatt: 'csv' }] }, 'champ inconnu « sources[0].formatt »'],
    [{ sources: [{ src: 'a.csv', need: ['evenements'] }] }, 'sources[0].need est attendu'],
    [{ sources: [{ src: 'a.csv' }], every: 'jour' }, 'every est attendu'],
  ])('is refused with the field that is wrong: %j', async (config, message) => {
    folder.write('snapshot.json', config);
    expect(await take()).toMatchObject({ status: 2, printed: expect.stringContaining(message) });
    expect(existsSync(path.join(folder.path, 'out'))).toBe(false);
  });

  it('may name files beside it, and the collections to keep', async () => {
    folder.write('membres.csv', 'Nom;Commune\nKerhea;Brest\n');
    configure([{ src: 'membres.csv', need: ['organisations'] }]);
    expect((await take()).status).toBe(0);
    expect(Object.keys(records())).toEqual(['organisations']);
    expect(textOf('manifest.json')).not.toContain(folder.path);
  });
});

describe('the lock', () => {
  const lock = (held: object) => folder.write('snapshot.json.state/lock', held);
  const now = Date.parse('2026-05-04T05:00:00Z');

  beforeEach(() => {
    server.answers.set('/a.ics', ics(1));
    configure([{ src: `${server.origin}/a.ics` }]);
  });

  it('of a run under way stops another one before it does anything', async () => {
    lock({ pid: process.pid, host: hostname(), at: now });
    expect(await take()).toMatchObject({ status: 2, printed: expect.stringContaining('en cours') });
    expect([server.asked.length, existsSync(path.join(folder.path, 'out'))]).toEqual([0, false]);
  });

  it.each([
    ['whose process has ended', { pid: 2 ** 22 + 1, host: hostname(), at: now }],
    ['that is hours old', { pid: process.pid, host: 'elsewhere', at: now - 3 * 3_600_000 }],
  ])('%s is taken away', async (_what, held) => {
    lock(held);
    expect((await take()).status).toBe(0);
    expect(existsSync(path.join(folder.path, 'snapshot.json.state/lock'))).toBe(false);
  });

  it('lets one of two runs at once write', async () => {
    const runs = await Promise.all([take(), take()]);
    expect(runs.map((run) => run.status).toSorted()).toEqual([0, 2]);
    expect(records()['events']).toHaveLength(1);
  });
});

describe('a run that is killed', () => {
  beforeEach(async () => {
    let asked = 0;
    server.answers.set('/a.ics', () => ({ ...ics(30, `Atelier ${(asked += 1)}`), headers: { etag: `"${asked}"` } }));
    configure([{ src: `${server.origin}/a.ics` }]);
    await take();
  });

  const expectWhole = (): void => {
    expect(records()['events']).toHaveLength(30);
    expect(JSON.parse(textOf(manifest().measures ?? '')).measures.length).toBeGreaterThan(0);
  };

  it('before any of its operations on files leaves whole data, and the next one goes on', async () => {
    const lock = path.join(folder.path, 'snapshot.json.state/lock');
    const titles = new Set<string>();
    let isEnded = false;
    let operation = 0;
    while (!isEnded) {
      operation += 1;
      isEnded = true;
      const restore = failAt(operation, () => {
        isEnded = false;
        throw new Error('killed');
      });
      await take().finally(restore);
      expectWhole();
      titles.add(JSON.stringify(records()['events']?.[0]));
      // The process that held it goes on here.
      rmSync(lock, { force: true });
    }
    expect([operation > 20, titles.size > 2]).toEqual([true, true]);
    const left = readdirSync(folder.path, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('by the system leaves whole data and a lock that the next one takes away', async () => {
    const killed = fileURLToPath(new URL('../testing/killed-snapshot.ts', import.meta.url));
    const flags = ['--conditions=ess-source', '--import', 'tsx', killed, folder.path];
    for (const operation of [14, 20]) {
      const child = spawn(process.execPath, [...flags, String(operation)], {
        cwd: fileURLToPath(ROOT),
        stdio: 'inherit',
      });
      expect(await new Promise((resolve) => child.on('exit', (_code, signal) => resolve(signal)))).toBe('SIGKILL');
      expectWhole();
      expect(existsSync(path.join(folder.path, 'snapshot.json.state/lock'))).toBe(true);
    }
    expect((await take()).status).toBe(0);
  });
});
