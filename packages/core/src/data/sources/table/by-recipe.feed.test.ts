/** Lists that are read by what their author says of them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rows } from '../../feed/formats.ts';
import { csv } from '../csv/csv.ts';
import { type Recipe, recipeOptions } from '../recipe-text.ts';
import type { Source } from '../source.ts';
import { readAnswers } from '../testing/read-answers.ts';

const SRC = 'https://data.example/liste.csv';

async function read(body: unknown, recipe: Recipe, source: Source = csv) {
  const result = await readAnswers(source, SRC, { [SRC]: body }, recipeOptions(recipe));
  return {
    ...result,
    members: result.organisations.map(({ name, town }) => [name, town].filter(Boolean).join(', ')),
    agenda: result.events.map(({ title, date, startsAt }) => [title.fr, startsAt ?? date].join(' ')),
    said: result.issues.map(({ message }) => message.fr).join('\n'),
  };
}

describe('a list that nobody would know', () => {
  const LIST = 'Horodateur;Qui ?;Où ?;Tél perso\n01/11/2026 08:12;Kerhea;Brest;0600000000\n';

  it('is read by the columns that are named, and those that are not read are passed over', async () => {
    const { members, organisations, said } = await read(LIST, {
      kind: 'members',
      columns: { 'Qui ?': 'name', 'Où ?': 'town', 'Tél perso': null },
    });
    expect(members).toEqual(['Kerhea, Brest']);
    expect(organisations[0]?.links).toEqual([]);
    expect(said).toContain('Colonnes non utilisées\u202f: Horodateur (horodatage, non lu), Tél perso');
  });

  it('is one of events where only fields of events are named', async () => {
    const { agenda } = await read('Quoi de neuf;Le jour J\nForum;05/12/2026\n', {
      columns: { 'Quoi de neuf': 'name', 'Le jour J': 'start' },
    });
    expect(agenda).toEqual(['Forum 2026-12-05']);
  });

  it('has its other columns guessed, without those that are named', async () => {
    const { agenda } = await read('Titre;Date;Jour;Heure\nForum;01/11/2026;05/12/2026;10h\n', {
      kind: 'events',
      columns: { Date: null },
    });
    expect(agenda).toEqual(['Forum 2026-12-05T10:00']);
  });

  it('may have two columns of one name', async () => {
    const { members } = await read('Nom;Prénom;Nom;Ville\nX;Y;Kerhea;Brest\n', {
      kind: 'members',
      columns: { 'Nom#2': 'name', Nom: null },
    });
    expect(members).toEqual(['Kerhea, Brest']);
  });

  it('has its headers on the line that is told', async () => {
    const text = `${'Rapport;annuel\n'.repeat(14)}Nom;Commune\nKerhea;Brest\n`;
    expect((await read(text, { kind: 'members', header: 15 })).members).toEqual(['Kerhea, Brest']);
    const titled = 'Structure;Adresse\nQui;Commune\nKerhea;Brest\n';
    expect((await read(titled, { kind: 'members', columns: { Qui: 'name' } })).members).toEqual(['Kerhea, Brest']);
  });

  it('says a record once by its id: the last', async () => {
    const { members, said } = await read('N°;Nom;Commune\n1;Kerhea;Brest\n2;Xylm;Vannes\n1;Kerhea;Quimper\n', {
      kind: 'members',
      id: 'N°',
    });
    expect(members).toEqual(['Xylm, Vannes', 'Kerhea, Quimper']);
    expect(said).toContain('ligne 2\u202f: une ligne plus basse a le même identifiant');
  });
});

describe('a list that has changed its columns', () => {
  it.each([
    ['name', 'members', 'Coopérative;Commune\nKerhea;Brest\n', { Coopératives: 'name' }],
    ['start', 'events', 'Titre;Le jour J\nForum;05/12/2026\n', { 'Jour J': 'start' }],
  ] as const)('is refused without the column of %s, with those that it has', async (_field, kind, text, columns) => {
    const [header = ''] = text.split('\n');
    await expect(read(text, { kind, columns })).rejects.toMatchObject({
      code: 'schema',
      details: { remedy: { fr: expect.stringContaining(`Elle a\u202f: ${header.replace(';', ', ')}.`) } },
    });
  });

  it('is read without another column, and its author is told, with the nearest', async () => {
    const { members, said } = await read('Nom;Villes;Collège\nKerhea;Brest;A\n', {
      kind: 'members',
      columns: { Nom: 'name', Ville: 'town' },
    });
    expect(members).toHaveLength(1);
    expect(said).toContain(
      'La liste n’a pas de colonne «\u202fVille\u202f». La plus proche\u202f: «\u202fVilles\u202f».',
    );
  });
});

describe('an answer in JSON', () => {
  it.each([
    ['at a path', { meta: {}, data: { items: [{ qui: 'Kerhea', ville: 'Brest' }] } }, 'data.items'],
    ['by their ids', { a1: { qui: 'Kerhea', ville: 'Brest' } }, '.'],
    ['by their ids at a path', { results: { a1: { qui: 'Kerhea', ville: 'Brest' } } }, 'results'],
  ])('holds records %s', async (_name, body, records) => {
    const recipe = { kind: 'members', records, columns: { qui: 'name' } } as const;
    expect((await read(body, recipe, rows)).members).toEqual(['Kerhea, Brest']);
  });

  it('without a list at that path is refused, with those that it has', async () => {
    await expect(read({ data: { items: [] }, n: 1 }, { records: 'data.rows' }, rows)).rejects.toMatchObject({
      code: 'config',
      message: expect.stringContaining('Found: data.'),
    });
  });
});

describe('header-names.json', () => {
  it('names each field with letters and figures alone, so that what is looked up can be found', () => {
    const table: unknown = JSON.parse(readFileSync(new URL('header-names.json', import.meta.url), 'utf8'));
    const names = Object.values(table as Record<string, Record<string, string[]>>).flatMap((fields) =>
      Object.values(fields).flat(),
    );
    expect(names.filter((name) => !/^(?:=members|~?[a-z\d]+(?: [a-z\d]+)*\*?)$/.test(name))).toEqual([]);
  });
});
