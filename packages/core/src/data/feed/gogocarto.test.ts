import { describe, expect, it } from 'vitest';
import { readAnswers } from '../sources/testing/read-answers.ts';
import { gogocarto } from './formats.ts';

const SRC = 'https://carte.example/api/elements.json';
const TAXONOMY = 'https://carte.example/api/taxonomy.json';

const full = (...data: readonly unknown[]) => ({ ontology: 'gogofull', data });
const load = (answer: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  readAnswers(gogocarto, SRC, { [SRC]: answer, ...more });

const element = {
  id: 'a1',
  name: 'Kerhea',
  geo: { latitude: 48.39, longitude: -4.49 },
  address: { streetAddress: '1 rue des Forges', addressLocality: 'Brest', postalCode: '29200' },
  status: 1,
};

describe('a map made with GoGoCarto', () => {
  it('gives a member an element, with what is asked of each on such maps', async () => {
    const { organisations, dataset } = await load({
      licence: 'https://opendatacommons.org/licenses/odbl/summary/',
      ...full({
        ...element,
        categories: ['Réemploi, réparation', 'Alimentation'],
        description: '<p>Atelier d&#039;objets.<br>Ouvert &agrave; tous</p>',
        site_web: 'https://kerhea.example/',
        telephone: '02 98 00 00 00',
        email: 'contact@kerhea.example',
        siret: '12000101100010',
        statut_ess: 'Association',
      }),
    });
    expect(organisations).toMatchObject([
      {
        name: 'Kerhea',
        town: 'Brest',
        position: { lat: 48.39, lon: -4.49 },
        description: "Atelier d'objets. Ouvert à tous",
        siren: '120001011',
      },
    ]);
    expect(JSON.stringify(dataset.collections)).toContain('Réemploi, réparation');
    expect(dataset.manifest.licence).toEqual({
      name: 'ODbL',
      href: 'https://opendatacommons.org/licenses/odbl/summary/',
    });
  });

  it('gives the same of its compact form, with the names of categories that stand elsewhere', async () => {
    const { organisations, asked } = await load(
      {
        ontology: 'gogocompact',
        data: [
          ['a1', 'Kerhea', 48.39, -4.49, [12]],
          ['b2', ['Xylm'], 48.1, -1.6, []],
        ],
      },
      { [TAXONOMY]: { id: 1, name: 'Filières', options: [{ id: 12, name: 'Réemploi', subcategories: [] }] } },
    );
    expect(organisations.map(({ name, position }) => [name, position?.lat])).toEqual([
      ['Kerhea', 48.39],
      ['Xylm', 48.1],
    ]);
    expect(JSON.stringify(organisations[0])).toContain('Réemploi');
    expect(asked).toEqual([SRC, TAXONOMY]);
  });

  it('does without the names of categories where they cannot be had', async () => {
    const { organisations } = await load(full({ ...element, taxonomy: [12, 'Vélo'] }));
    expect(JSON.stringify(organisations[0])).toContain('Vélo');
    expect(organisations).toHaveLength(1);
  });

  it('reads one element alone, and a list without its frame', async () => {
    expect((await load({ ontology: 'gogofull', data: element })).organisations).toHaveLength(1);
    expect((await load([element])).organisations).toMatchObject([{ name: 'Kerhea' }]);
    expect(gogocarto.detect('https://carte.example/x', JSON.stringify([element]))).toBe(1);
  });

  it('does not show an e-mail that the map hides, nor what was refused', async () => {
    const { organisations } = await load(full({ ...element, email: 'hidden' }, { ...element, id: 'b2', status: -2 }));
    expect(organisations).toHaveLength(1);
    expect(JSON.stringify(organisations)).not.toContain('hidden');
  });

  it('takes 0, 0 for no place at all', async () => {
    const { organisations, issues } = await load(full({ ...element, address: {}, geo: { latitude: 0, longitude: 0 } }));
    expect(organisations[0]?.position ?? null).toBeNull();
    expect(issues.map(({ rule }) => rule)).not.toContain('coordinates');
  });

  it('says that a token is needed where the map answers so in words, with status 200', async () => {
    await expect(load('You need to provide a token to access to this API.')).rejects.toMatchObject({
      code: 'http',
      details: { status: 401, url: SRC },
    });
  });

  it('is an empty map where it has no element, and none where it has no list', async () => {
    expect((await load(full())).organisations).toEqual([]);
    await expect(load({ ontology: 'gogofull' })).rejects.toMatchObject({ code: 'format' });
  });
});
