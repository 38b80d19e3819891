import { afterAll, describe, expect, it } from 'vitest';
import { dataset, event, temporaryFolder } from '../testing/data.ts';
import { ess } from '../testing/io.ts';

const { path: folder, write, remove } = temporaryFolder();
afterAll(remove);

interface UnreadReport {
  readonly rule: string;
  readonly where: { readonly id?: string; readonly line?: number; readonly field?: string };
}

async function said(data: string): Promise<readonly UnreadReport[]> {
  const { out } = await ess(`check ${data} --json`, { cwd: folder });
  return JSON.parse(out).findings;
}

const taking = { id: 'p', organisation: 'o', of: 'bad', role: 'attendee' };
const organisations = [{ id: 'o', name: 'O' }];

describe('a record that could not be read', () => {
  it('is told by its own mistake only: what names it leads somewhere', async () => {
    write(
      'left.json',
      dataset({ organisations, events: [event('a'), event('bad', { title: 1 })], participations: [taking] }),
    );
    expect((await said('left.json')).map(({ rule, where }) => [rule, where.id])).toEqual([['schema', 'bad']]);
  });
});

describe('a file that could not be read', () => {
  it('is told once: what names its records leads somewhere', async () => {
    const file = (name: string, records: readonly object[]) => {
      write(`parts/${name}.json`, records);
      return { href: `${name}.json`, count: records.length, hash: '' };
    };
    const collections = {
      organisations: file('organisations', organisations),
      participations: file('participations', [{ ...taking, of: 'forum' }]),
      events: file('events', [event('a')]),
      programmes: { href: 'nowhere.json', count: 1, hash: '' },
    };
    write('parts/manifest.json', dataset(collections));
    expect((await said('parts')).map(({ rule }) => rule)).toEqual(['missing-file']);
  });
});

describe('a date of the manifest that does not exist', () => {
  it('is told at its line', async () => {
    write('head.json', JSON.stringify(dataset({ events: [event('a')] }, { updated: '2025-02-31' }), null, 1));
    expect((await said('head.json')).map(({ rule, where }) => [rule, where.field, where.line])).toEqual([
      ['manifest-dates', 'updated', 16],
    ]);
  });
});

describe('data of another format', () => {
  it('are told in the language asked for, in one sentence', async () => {
    write('list.json', '[]');
    write('next.json', dataset({}, { format: 'ess-dataset/9' }));
    const { status, err } = await ess('check list.json', { cwd: folder });
    expect([status, err]).toEqual([
      2,
      'ess-widgets: list.json n’est pas un jeu de données ESS : son champ « format » manque, attendu : "ess-dataset/1".\n',
    ]);
    expect((await ess('check next.json', { cwd: folder })).err).toBe(
      'ess-widgets: next.json est au format ess-dataset/9 : cette commande lit ess-dataset/1.\n',
    );
    expect((await ess('check next.json --lang en', { cwd: folder })).err).toContain('this release reads ess-dataset/1');
  });
});
