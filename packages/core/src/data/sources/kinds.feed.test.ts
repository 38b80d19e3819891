/** Lists in JSON that nobody describes: their records say what they are, or they are refused with words. */
import { describe, expect, it } from 'vitest';
import { rows } from '../feed/formats.ts';
import { readAnswers } from './testing/read-answers.ts';

const SRC = 'https://data.example/export';
const read = (records: readonly object[], options = {}) => readAnswers(rows, SRC, { [SRC]: records }, options);

describe('a list in JSON', () => {
  it.each([
    ['names alone', [{ name: 'Kerhea' }, { name: 'Xylm' }]],
    ['structures without a place', [{ structure: 'Kerhea', points: 3 }]],
    ['terms of a site', [{ id: 3, name: 'Vélo', slug: 'velo', taxonomy: 'tag' }]],
    ['offers of work', [{ title: 'Mécanique vélo', company: 'Kerhea', city: 'Brest', date: '2026-12-05' }]],
    ['releases', [{ name: 'v2', tag_name: 'v2', created_at: '2026-12-05' }]],
    ['articles with a place', [{ titre: 'Retour', date: '2026-12-05', lieu: 'Brest', texte: '…' }]],
  ])('of %s is refused, and asks what it is', async (_name, records) => {
    await expect(read(records)).rejects.toMatchObject({
      code: 'config',
      details: { remedy: { fr: expect.stringContaining('Dites ce que c’est') } },
    });
  });

  it.each([
    ['a town', { nom: 'Kerhea', ville: 'Brest' }],
    ['a position', { nom: 'Kerhea', lat: 48.39, lon: -4.49 }],
    ['a register', { nom: 'Kerhea', siren: '732829320' }],
    ['a collège', { nom: 'Kerhea', college: 'Associations' }],
  ])('with a name and %s is one of members', async (_name, record) => {
    expect((await read([record])).organisations.map(({ name }) => name)).toEqual(['Kerhea']);
  });

  it('with a date and an hour, a venue or an end is one of events', async () => {
    for (const more of [{ heure: '10h' }, { lieu: 'Halle' }, { fin: '2026-12-06' }]) {
      expect((await read([{ titre: 'Forum', date: '2026-12-05', ...more }])).events).toHaveLength(1);
    }
  });

  it('is what its author says it is', async () => {
    const { organisations } = await read([{ name: 'Kerhea' }], { kind: 'members' });
    expect(organisations.map(({ name }) => name)).toEqual(['Kerhea']);
  });
});
