import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimWords } from './claim-words.ts';

const said = (text: string, lang = 'fr') =>
  claimWords(text, lang).claims.map(({ words, says: [first], direction, value }) => [words, first, direction, value]);

describe('the words that claim something', () => {
  it.each([
    ['Un adhérent sur deux', [['un adhérent sur deux', 'half', 'level', 0.5]]],
    ['la moitié des Pôles', [['moitié', 'half', 'level', 0.5]]],
    ['plus d’un sur six en France', [['plus d’un sur six', 'share', 'up', 1 / 6]]],
    ['moins d’un tiers', [['moins d’un tiers', 'share', 'down', 1 / 3]]],
    ['près de trois quarts', [['près de trois quarts', 'share', 'level', 0.75]]],
    ['une majorité', [['majorité', 'share', 'up', 0.5]]],
    ['deux fois plus d’affiches', [['deux fois plus', 'compare', 'up', 2]]],
    ['le nombre a doublé', [['doublé', 'compare', 'up', 2]]],
    ['mieux que l’ensemble', [['mieux', 'compare', 'up', undefined]]],
    ['moins de temps', [['moins de', 'compare', 'down', undefined]]],
    [
      'troisième année de hausse',
      [
        ['troisième année', 'streak', undefined, 3],
        ['hausse', 'change', 'up', undefined],
      ],
    ],
    ['la 4e année', [['4e année', 'streak', undefined, 4]]],
    ['Première de France', [['première', 'rank', undefined, 1]]],
    [
      'les aides baissent, l’argent se retire',
      [
        ['baissent', 'change', 'down', undefined],
        ['se retire', 'change', 'down', undefined],
      ],
    ],
    ['un effectif stable', [['stable', 'change', 'level', undefined]]],
    ['personne ne part', [['personne ne', 'share', undefined, 0]]],
    ['l’essentiel des Pôles', [['l’essentiel des', 'share', 'up', 0.5]]],
    ['ils s’y opposent', [['s’y opposent', 'share', 'down', undefined]]],
    ['le réseau s’essouffle', [['s’essouffle', 'change', 'down', undefined]]],
  ])('are found in French: %s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    ['one in two members', [['one in two', 'half', 'level', 0.5]]],
    ['more than one in six', [['more than one in six', 'share', 'up', 1 / 6]]],
    [
      'a third year of growth',
      [
        ['third year', 'streak', undefined, 3],
        ['growth', 'change', 'up', undefined],
      ],
    ],
    ['better than overall', [['better', 'compare', 'up', undefined]]],
    ['funding declines', [['declines', 'change', 'down', undefined]]],
    ['twice as often', [['twice', 'compare', 'up', 2]]],
    [
      'everybody came, nobody left',
      [
        ['everybody', 'share', undefined, 1],
        ['nobody', 'share', undefined, 0],
      ],
    ],
  ])('are found in English: %s', (text, expected) => {
    expect(said(text, 'en')).toEqual(expected);
  });

  it('are not those that claim nothing', () => {
    for (const text of [
      'ont monté au moins un événement',
      'les têtes de réseau entendues',
      'à lire en une minute, en dix, ou chiffre par chiffre',
      'des démarches de progrès',
      'sur six mois',
    ])
      expect(said(text), text).toEqual([]);
    for (const text of ['put on at least one event', 'to be read in one minute, in ten', 'in two years'])
      expect(said(text, 'en'), text).toEqual([]);
  });

  it('leave the numbers that no claim is about', () => {
    const numbers = (text: string, lang = 'fr') => claimWords(text, lang).numbers;
    expect(numbers('Quatre scénarios, une centaine de voix, un choix')).toEqual(['quatre', 'centaine']);
    expect(numbers('Un adhérent sur deux, en une minute, en dix')).toEqual([]);
    expect(numbers('three hubs and a dozen others', 'en')).toEqual(['three', 'dozen']);
    expect(claimWords('daou skouer muioc’h', 'br')).toEqual({ claims: [], numbers: [] });
  });

  it('end, whatever the text', () => {
    const word = fc.constantFrom(
      'plus',
      'd’un',
      'sur',
      'deux',
      'six',
      'tiers',
      'année',
      'fois',
      'hausse',
      '\uFFFC',
      '12e',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        expect(claimWords(words.join(' '), 'fr').claims.length).toBeLessThanOrEqual(words.length);
      }),
    );
  });
});
