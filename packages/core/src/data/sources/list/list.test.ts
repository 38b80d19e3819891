import { describe, expect, it } from 'vitest';
import { csv } from '../csv/csv.ts';
import type { Source } from '../source.ts';
import { list } from './list.ts';
import vectors from './list-vectors.json' with { type: 'json' };

const SRC = 'https://site.example/file';
const READ = '2026-01-15T10:00:00Z';

/** Returns what a source reads of a body on the day on which the list was read. */
async function read(source: Source, body: string, options: Readonly<Record<string, string>> = {}) {
  const headers = { date: 'Thu, 15 Jan 2026 10:00:00 GMT', 'last-modified': 'Thu, 15 Jan 2026 10:00:00 GMT' };
  const context = { fetch: async () => new Response(body, { headers }), signal: new AbortController().signal };
  return source.load({ src: SRC, need: ['organisations', 'events'], options }, context);
}

const optionsOf = (recipe: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    recipe.split('&').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name, decodeURIComponent(value)];
    }),
  );

const listOf = ({ kind, zone, source, fields, rows }: (typeof vectors)[number]): string =>
  JSON.stringify({ format: 'ess-list/1', kind, zone, source, read: READ, fields, rows });

describe('a list that a server has reduced', () => {
  it.each(vectors)('gives the records of the table that it was made of: $says', async (vector) => {
    const made = (await read(list, listOf(vector))).dataset;
    const { dataset } = await read(csv, vector.csv, optionsOf(vector.recipe));
    const { organisations, events, memberships } = made.collections;
    expect((organisations ?? events)?.map((one) => ('name' in one ? one.name : one.title.fr))).toEqual(vector.names);
    expect(organisations).toEqual(dataset.collections.organisations);
    expect(memberships).toEqual(dataset.collections.memberships);
    expect(events).toEqual(dataset.collections.events);
  });

  it('says where it comes from', async () => {
    const [first] = vectors;
    const { manifest } = (await read(list, listOf(first!))).dataset;
    expect(manifest).toMatchObject({
      title: { fr: 'Nos adhérents' },
      publisher: { name: 'Nos adhérents, a.example' },
      licence: { name: 'Licence Ouverte' },
      updated: '2026-01-15',
    });
  });

  it('says where records of its source are missing', async () => {
    const rulesOf = async (isPart: boolean) => {
      const { issues } = await read(list, JSON.stringify({ ...JSON.parse(listOf(vectors[0]!)), isPart }));
      return issues.map(({ rule }) => rule);
    };
    expect(await rulesOf(true)).toEqual(['truncated', ...(await rulesOf(false))]);
    expect(await rulesOf(false)).not.toContain('truncated');
  });

  it('is recognised by its content alone', () => {
    expect(list.detect(SRC, listOf(vectors[0]!).slice(0, 100))).toBeGreaterThan(0.9);
    expect(list.detect(SRC, '{"format":"ess-dataset/1"}')).toBe(0);
    expect(list.detect('https://a.example/ess-list.json')).toBe(0);
  });

  it.each([
    ['no kind', { kind: 'figures' }],
    ['cells that are no texts', { rows: [[1]] }],
    ['rows that are no list', { rows: { 0: ['a'] } }],
    ['no instant', { read: 'hier' }],
  ])('is refused with %s', async (_what, wrong) => {
    const body = JSON.stringify({ ...JSON.parse(listOf(vectors[0]!)), ...wrong });
    await expect(read(list, body)).rejects.toMatchObject({ code: 'schema' });
  });

  it('reads no column of a field that it does not know', async () => {
    const body = { ...JSON.parse(listOf(vectors[0]!)), fields: ['name', '__proto__', 'start'] };
    const { organisations } = (await read(list, JSON.stringify(body))).dataset.collections;
    expect(organisations?.map(({ name }) => name)).toEqual(['Kerhea', 'Xylm; SCIC']);
  });
});
