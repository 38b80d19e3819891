import { describe, expect, it } from 'vitest';
import { records } from '../model/index.ts';
import { makeDataset } from '../model/testing.ts';
import { type MatrixRequest, matrixOf } from './matrix.ts';

const LONG = 'Un programme dont le nom est bien plus long que la tête de colonne qu’il aurait à porter';
const link = (organisation: string, of: string, role = 'partner') => ({
  ...{ id: `${of}/${organisation}/${role}`, organisation, of, role },
});
const matrix = (participations: readonly ReturnType<typeof link>[], request: Partial<MatrixRequest> = {}) => {
  const dataset = makeDataset({
    participations: [...participations],
    organisations: [
      { id: 'adess', name: 'Adess du Léon' },
      { id: 'ecole', name: 'École de mer' },
      { id: 'vide', name: '' },
    ],
    programmes: [
      { id: 'mer', name: { fr: 'Mer', en: 'Sea' } },
      { id: 'long', name: { fr: LONG } },
      { id: 'anonyme', name: { fr: ' ' } },
    ],
    events: [{ id: 'salon', title: { fr: 'Salon' }, status: 'held' }],
  });
  const all = { lang: 'fr', isAsked: true, limit: 30, ...request };
  return matrixOf(dataset, records(dataset, 'participations'), all);
};
const many = (rows: number, columns: number) =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => (r % (c + 1) === 0 ? [link(`o${r}`, `t${c}`)] : [])).flat(),
  ).flat();
const names = (all: readonly { readonly name?: { readonly text: string } | null | undefined }[] = []) =>
  all.map(({ name }) => name?.text ?? name);

describe('a matrix of participations', () => {
  it('has those of most links first, then by name as the language sorts, and the roles of each link', () => {
    const found = matrix([
      ...[link('ecole', 'mer'), link('zephyr', 'mer'), link('adess', 'mer')],
      ...[link('ecole', 'salon', 'organiser'), link('ecole', 'salon')],
    ]);
    expect(names(found?.rows)).toEqual(['École de mer', 'Adess du Léon', 'zephyr']);
    expect(names(found?.columns)).toEqual(['Mer', 'Salon']);
    expect(found?.rows.map(({ count }) => count)).toEqual([3, 1, 1]);
    expect(found?.rows.map(({ cells }) => cells.map((links) => links.flatMap(({ roles }) => roles)))).toEqual([
      [['partner'], ['organiser', 'partner']],
      [['partner'], []],
      [['partner'], []],
    ]);
    expect(found).toMatchObject({ organisations: 3, themes: 2, links: 5 });
  });

  it('names what has no name by its id, and nothing where there is none', () => {
    const found = matrix([link('vide', 'anonyme'), link('', 'long'), link('gone', '')], { lang: 'en' });
    expect(names(found?.rows)).toEqual([undefined, 'gone', 'vide']);
    expect(names(found?.columns)).toEqual([undefined, 'anonyme', LONG]);
    expect(found?.columns[2]?.name?.lang).toBe('fr');
  });

  it('is none of one organisation or one theme; left to the data, of fewer than eight or three', () => {
    expect(matrix([])).toBeNull();
    expect(matrix([link('adess', 'mer'), link('adess', 'salon')])).toBeNull();
    expect(matrix([link('adess', 'mer'), link('ecole', 'mer')])).toBeNull();
    expect(matrix([link('adess', 'mer'), link('ecole', 'salon')])).not.toBeNull();
    expect(matrix(many(8, 3), { isAsked: false })).not.toBeNull();
    expect(matrix(many(7, 3), { isAsked: false })).toBeNull();
    expect(matrix(many(8, 2), { isAsked: false })).toBeNull();
  });

  it('keeps the first rows of a hundred, and puts the smaller ones of twenty themes in one column that loses no link', () => {
    const links = many(100, 20);
    const found = matrix(links);
    expect(found?.rows).toHaveLength(30);
    expect(found).toMatchObject({ organisations: 100, themes: 20, links: links.length });
    expect(found?.columns).toHaveLength(12);
    expect(found?.columns[11]).toEqual({ name: null, themes: 9 });
    const all = matrix(links, { limit: Infinity });
    const counted = all?.rows.flatMap(({ cells }) => cells.flat().flatMap(({ roles }) => roles));
    expect(counted).toHaveLength(links.length);
    expect(matrix(many(8, 12))?.columns.at(-1)?.name).not.toBeNull();
  });
});
