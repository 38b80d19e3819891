import { describe, expect, it } from 'vitest';
import { listedIn } from './printed-lists.ts';
import { linesOf } from './testing/find.ts';
import { added, figure } from './testing/region.ts';

describe('the things that a text names after their number', () => {
  it.each([
    ['4 villes (Albi, Auch et Muret)', ['Albi', 'Auch', 'Muret']],
    ['2 territoires : Pays d’Auge, Bocage', ['Pays d’Auge', 'Bocage']],
    ['4 villes (dont Albi, Auch et Muret)', []],
    ['4 villes (Albi, Auch, etc.)', []],
    ['12 structures (7 à Albi, 5 à Auch)', []],
    ['12 structures (associations et coopératives)', []],
    ['12 structures', []],
  ])('%s', (text, items) => {
    expect(listedIn(text)).toEqual(items);
  });
});

describe('what is printed beside a number', () => {
  const printed = (value: number, text: string) =>
    linesOf('printed-lists', added('observations', figure('more', null, value, 'organisations', { printed: text })));

  it('names as many things as it says', () => {
    expect(printed(3, '3 villes (Albi, Auch et Muret)')).toEqual([]);
    expect(printed(4, '4 villes (Albi, Auch et Muret)')).toHaveLength(1);
  });

  it('is a part of its whole', () => {
    expect(printed(21, '21 structures sur 24')).toEqual([]);
    expect(printed(31, '31 structures sur 24')).toEqual(['warning observations/more printed: 31 / 24, expected ≤ 24']);
    expect(printed(35, '35 structures sur 5 jours')).toEqual([]);
  });
});

describe('a number in letters before a list', () => {
  const printed = (value: number, text: string) =>
    linesOf('printed-lists', added('observations', figure('more', null, value, 'organisations', { printed: text })));

  it('is that of the list', () => {
    expect(printed(3, 'Trois villes : Albi, Auch et Muret')).toEqual([]);
    expect(printed(4, 'Quatre villes : Albi, Auch et Muret')).toHaveLength(1);
    expect(printed(4, 'Le réseau (Albi, Auch et Muret)')).toEqual([]);
  });
});
