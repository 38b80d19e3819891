import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../model/index.ts';
import { rankingOf, rankingSentence } from './chart.ts';

const link = (organisation: string, of: string, at = 0) => ({
  ...{ id: `${of}/${organisation}/${at}`, organisation, of, role: 'partner' },
});
const m = { lang: 'fr' };
const dataset = (participations: readonly object[], publications: readonly object[] = []): Dataset =>
  ({
    manifest: { publisher: { name: 'Cress' }, collections: {}, documents: {} },
    issues: [],
    collections: {
      participations,
      publications,
      organisations: [
        { id: 'region', name: 'Région Bretagne' },
        { id: 'udes', name: 'Udes' },
        { id: 'cress', name: 'Cress' },
        { id: 'adess', name: 'Adess du Léon' },
      ],
      programmes: [
        { id: 'mer', name: { fr: 'Mer' } },
        { id: 'bois', name: { fr: 'Bois' } },
        { id: 'bois-2', name: { fr: 'Bois' } },
      ],
    },
  }) as never;
const request = {
  collection: 'participations',
  columns: ['organisation', 'of'],
  lang: 'fr',
  word: () => undefined,
} as const;
const rows = (ranking: ReturnType<typeof rankingOf>): unknown =>
  ranking?.grid.rows.map(({ cells }) =>
    cells.map((cell) =>
      cell?.kind === 'text'
        ? cell.text.text
        : cell?.kind === 'number' && 'value' in cell.quantity
          ? cell.quantity.value
          : null,
    ),
  );
const LINKS = [
  ...[
    link('udes', 'mer'),
    link('udes', 'bois'),
    link('adess', 'mer'),
    link('region', 'bois'),
    link('region', 'bois-2'),
  ],
  ...[link('region', 'bois', 1), link('', 'mer')],
];

describe('a ranking', () => {
  it('counts the different values of each name, and puts equal ones by name', () => {
    expect(rows(rankingOf(dataset(LINKS), request, true))).toEqual([
      ['Région Bretagne', 2, 'Bois (2)'],
      ['Udes', 2, 'Mer, Bois'],
      ['Adess du Léon', 1, 'Mer'],
    ]);
  });

  it('has no rank for who publishes the data', () => {
    const own = ['mer', 'bois', 'bois-2'].map((of) => link('cress', of));
    expect(rows(rankingOf(dataset([...LINKS, ...own]), request, true))).toEqual(
      rows(rankingOf(dataset(LINKS), request, true)),
    );
  });

  it('says who is first, and is silent where nobody is', () => {
    const first = (links: readonly object[]) => {
      const ranking = rankingOf(dataset(links), request, true);
      return ranking && rankingSentence(ranking, m);
    };
    expect(first(LINKS)).toEqual({ key: 'rankingEach', params: { names: 'Région Bretagne et Udes', n: 2 } });
    expect(first(LINKS.slice(0, 3))).toEqual({ key: 'rankingFirst', params: { names: 'Udes', n: 2 } });
    expect(first([link('udes', 'mer'), link('adess', 'mer')])).toBeNull();
    const many = ['a', 'b', 'c', 'd'].flatMap((id) => [link(id, 'mer'), link(id, 'bois')]);
    expect(first(many)).toBeNull();
  });

  it('is of two columns of words, a list in one of them as several values', () => {
    const of = (columns: readonly string[]) => rankingOf(dataset(LINKS), { ...request, columns }, true);
    expect(of(['organisation'])).toBeNull();
    expect(of(['organisation', 'of', 'role'])).toBeNull();
    expect(of(['organisation', 'period'])).toBeNull();
    const books = [
      { id: 'p', title: { fr: 'Atlas' }, themes: ['a', 'b'] },
      { id: 'q', title: { fr: 'Guide' }, themes: ['b'] },
    ];
    const asked = { ...request, collection: 'publications', columns: ['themes', 'title'] } as const;
    expect(rows(rankingOf(dataset([], books), asked, true))).toEqual([
      ['b', 2, 'Atlas, Guide'],
      ['a', 1, 'Atlas'],
    ]);
  });

  it('is left to the data from eight names, one of which has several values', () => {
    const many = (n: number) => [...Array(n).keys()].map((at) => link(`o-${at}`, 'mer'));
    expect(rankingOf(dataset([...many(8), link('o-1', 'bois')]), request, false)).not.toBeNull();
    expect(rankingOf(dataset([...many(7), link('o-1', 'bois')]), request, false)).toBeNull();
    expect(rankingOf(dataset(many(8)), request, false)).toBeNull();
  });
});
