import { describe, expect, it } from 'vitest';
import { writtenNumber } from './written-numbers.ts';

describe('a number in letters', () => {
  it.each([
    ['Six', 6],
    ['une dizaine', 10],
    ['deux douzaines', 24],
    ['dix-sept', 17],
    ['vingt et un', 21],
    ['soixante-dix-huit', 78],
    ['quatre-vingts', 80],
    ['quatre-vingt-dix-neuf', 99],
    ['cent', 100],
    ['plus de deux cents personnes', 200],
    ['trois cent quarante-deux', 342],
    ['mille deux cents', 1200],
    ['deux mille vingt-quatre', 2024],
  ])('%s is %d', (text, n) => {
    expect(writtenNumber(text)).toBe(n);
  });

  it.each([
    'deux ou trois',
    'trois quarts',
    'deux réunions et trois ateliers',
    'personne',
    'quelques dizaines',
    'un grand nombre de belles choses',
  ])('%s is none', (text) => {
    expect(writtenNumber(text)).toBeNull();
  });
});
