import { Session } from 'node:inspector/promises';
import { expect, it } from 'vitest';
import { csv } from '../csv/csv.ts';

const SRC = 'https://data.example/adherents.csv';

/** Calls of functions of core while a task runs; a module's own getters, which the test runner adds, are not counted. */
async function callsDuring(task: () => Promise<unknown>): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await task();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  const ours = result.filter(({ url }) => url.includes('/packages/core/src/') && !url.endsWith('.test.ts'));
  return ours
    .flatMap(({ functions }) => functions.filter(({ functionName }) => functionName !== 'get'))
    .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
}

/** Reads a list with one member, of as many columns. */
async function readOne(columns: number): Promise<string | undefined> {
  const others = [...Array(columns - 3).keys()];
  const lines = [
    ['Nom', 'Collège', 'Commune', ...others.map((n) => `Colonne numéro ${n}`)],
    ['Kerhea', 'Associations', 'Brest', ...others.map(() => '')],
  ];
  const text = lines.map((cells) => cells.join(';')).join('\n');
  const context = { fetch: async () => new Response(text), signal: new AbortController().signal };
  const { dataset } = await csv.load({ src: SRC, need: ['organisations'] }, context);
  return dataset.collections.organisations?.[0]?.name;
}

it('of one row makes few calls, however its header is written: what a column may be called is looked up', async () => {
  // The reader itself is loaded first.
  await readOne(3);
  for (const columns of [6, 40]) {
    const calls = await callsDuring(async () => expect(await readOne(columns)).toBe('Kerhea'));
    expect(calls, `${columns} columns`).toBeLessThan(10_000);
    expect(calls, `${columns} columns`).toBeGreaterThan(100);
  }
});
