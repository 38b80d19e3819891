import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOSTILE_WORKBOOKS } from '../../../core/src/testing/hostile-workbooks.ts';
import { type Folder, temporaryFolder } from '../testing/data.ts';
import { ROOT } from '../testing/io.ts';
import { startServer, type TestServer } from '../testing/server.ts';
import { readIsolated } from './isolated.ts';

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

const FLAGS = ['--conditions=ess-source', '--import', 'tsx'];
const io = {
  out: () => undefined,
  err: () => undefined,
  terminal: { out: false, err: false },
  env: {},
  cwd: fileURLToPath(ROOT),
  fetch: (url: string, init: RequestInit) => fetch(url, init),
};
const options = { cwd: io.cwd, key: undefined, communes: undefined, hosts: [] };

describe('a source that is read in a process of its own', () => {
  it('asks its parent, and gives its data', async () => {
    server.answers.set('/b.csv', { body: 'Nom;Commune\nKerhea;Brest\nXylm;Rennes\n' });
    const asked: string[] = [];
    const own = { ...io, fetch: (url: string, init: RequestInit) => (asked.push(url), fetch(url, init)) };
    const limits = { memory: 500, computing: 60_000, child: new URL('./reading.ts', import.meta.url), execArgv: FLAGS };
    const { dataset } = await readIsolated({ src: `${server.origin}/b.csv` }, own, options, limits);
    expect(dataset.collections.organisations?.map(({ name }) => name)).toEqual(['Kerhea', 'Xylm']);
    expect(asked).toContain(`${server.origin}/b.csv`);
    await expect(readIsolated({ src: `${server.origin}/none.csv` }, own, options, limits)).rejects.toMatchObject({
      code: 'http',
      details: { status: 404 },
    });
  });

  it.each([
    ['takes all memory', 'memory', 60_000, 'plus de mémoire'],
    ['never ends', 'forever', 1, 'plus de temps'],
    ['ends without a word', 'end', 60_000, 'plus de mémoire'],
  ])('is given up where it %s', async (_title, src, computing, words) => {
    const child = new URL('../testing/hostile-reading.ts', import.meta.url);
    const reading = readIsolated({ src }, io, options, { memory: 40, computing, child, execArgv: FLAGS });
    await expect(reading).rejects.toMatchObject({ text: { fr: expect.stringContaining(words) } });
  });
});

it('a snapshot of a good source and hostile ones publishes the good one and names the others', async () => {
  const hostile = ['a million empty cells', 'sixty sheets with a far cell'].map((name, at) => {
    writeFileSync(
      path.join(folder.path, `${at}.xlsx`),
      Buffer.from(HOSTILE_WORKBOOKS[name]?.make() ?? new ArrayBuffer(0)),
    );
    return { src: `${at}.xlsx` };
  });
  server.answers.set('/b.csv', { body: 'Nom;Commune\nKerhea;Brest\n' });
  const sources = [hostile[0], { src: `${server.origin}/b.csv` }, hostile[1]];
  folder.write('snapshot.json', { title: 'Essai', sources });
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const args = ['snapshot', path.join(folder.path, 'snapshot.json'), '--out', path.join(folder.path, 'out')];
  const child = spawn(process.execPath, [...FLAGS, main, ...args], { cwd: fileURLToPath(ROOT), stdio: 'ignore' });
  expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(1);
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder.path, 'out', name), 'utf8'));
  expect(read('status.json').sources.map(({ state }: { state: string }) => state)).toEqual([
    'missing',
    'fresh',
    'missing',
  ]);
  expect(read('manifest.json').notices).toHaveLength(2);
  const said = read('status.json').sources.map(({ message }: { message?: { fr: string } }) => message?.fr ?? '');
  expect(said.filter((text: string) => text.includes('Copiez la liste seule'))).toHaveLength(2);
  const left = readdirSync(folder.path, { recursive: true, encoding: 'utf8' });
  expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(existsSync(path.join(folder.path, 'snapshot.json.state/lock'))).toBe(false);
  // Four processes that compile what they run: what is asserted is what they write, not when.
}, 120_000);
