import { describe, expect, it } from 'vitest';
import { makeDataset } from '../model/testing.ts';
import { entriesNeed, entriesOf } from './entries.ts';

const source = { document: 'rapport', section: 'I.1.a', page: 4 };
const dataset = makeDataset({
  observations: [
    {
      ...{ id: 'stock', indicator: 'members-stock', label: { fr: 'Adhérents' }, period: '2024-12-31', source },
      quantity: { value: 117, op: '=', unit: 'members' },
    },
    {
      ...{ id: 'founded', label: { fr: 'Création de la Cress' }, period: '1995', source },
      quantity: { value: 1995, op: '=', unit: 'year' },
    },
  ],
  events: [{ id: 'a', title: { fr: 'Fête', en: 'Fair' }, date: '2024-03-30', status: 'held', sections: ['I.4'] }],
  memberships: [{ id: 'm', organisation: 'adess', network: 'cress', start: '2024-03-19', source }],
  organisations: [{ id: 'adess', name: 'Adess du Léon', town: 'Morlaix', territories: ['dep-29'] }],
  territories: [{ id: 'dep-29', name: { fr: 'Finistère' }, kind: 'departement' }],
  movements: [{ id: 'x', direction: 'in', period: '2024', count: { value: 1, op: '=', unit: 'people' } }],
});
const made = (lang = 'fr') =>
  entriesOf(dataset, {
    lang,
    kindWord: (kind) => kind,
    place: (section, page) => [section, page ?? ''].join(' ').trim(),
    href: (section) => `#${section}`,
  }).rows;
const cells = (id: string, lang?: string) => made(lang).find((row) => row.id === id)?.cells;
const textOf = (cell: unknown) => (cell as { text: { text: string } } | null)?.text.text ?? null;

describe('the entries of a data set', () => {
  it('are its published figures, each with its value, its period and where it is published', () => {
    const [what, value, date, , kind, place] = cells('observations stock') ?? [];
    expect([textOf(what), textOf(kind), textOf(place)]).toEqual(['Adhérents', 'observations', 'I.1.a 4']);
    expect(value).toMatchObject({ quantity: { value: 117 }, withUnit: true });
    expect(date).toMatchObject({ date: '2024-12-31' });
    expect(place).toMatchObject({ href: '#I.1.a' });
  });

  it('have a date for a figure that is one, and no number', () => {
    const [, value, date] = cells('observations founded') ?? [];
    expect([value, date]).toEqual([null, { kind: 'date', date: '1995' }]);
  });

  it('are its records, by their names in the language, or by what they are about', () => {
    expect(textOf(cells('events a')?.[0])).toBe('Fête');
    expect(textOf(cells('events a', 'en')?.[0])).toBe('Fair');
    expect(textOf(cells('memberships m')?.[0])).toBe('Adess du Léon');
    expect(textOf(cells('organisations adess')?.[3])).toBe('Finistère, Morlaix');
  });

  it('are found by words without accents, and by their sections', () => {
    const found = made().filter(({ words }) => words.includes('leon'));
    expect(found.map(({ id }) => id)).toEqual(['memberships m', 'organisations adess']);
    expect(made().find(({ id }) => id === 'events a')?.section).toBe('I.4');
  });

  it('need the collections that name what they hold', () => {
    expect(entriesNeed()).toEqual(expect.arrayContaining(['observations', 'events', 'colleges', 'territories']));
  });
});
