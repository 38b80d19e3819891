import { describe, expect, it } from 'vitest';
import { readingsOf } from './number-formats.ts';
import { linesOf } from './testing/find.ts';
import { added, clean, figure, withFault } from './testing/region.ts';

const rule = 'number-formats';
const printed = (text: string, value: number, unit = 'euros') =>
  linesOf(rule, withFault('observations', 'budget', { printed: text, quantity: { value, op: '=', unit } }));

describe('a printed number', () => {
  it.each([
    ['1 600', 1600],
    ['1\u202f600\u202f€', 1600],
    ['près de 830', 830],
    ['4/5ème', 0.8],
    ['17,5 %', 17.5],
    ['une dizaine', 10],
    ['Six', 6],
    ['deux fois plus', 2],
    ['1h30', 1.5],
    ['1 demi-journée', 0.5],
    ['3e année', 3],
    ['St Aubert (2)', 2],
    ['il n’a pas été possible de le faire en 2023', 0],
    ['en 2023', 4],
  ])('%s may be read as %d', (text, value) => {
    expect(printed(text, value)).toEqual([]);
  });

  it.each([
    ['1 600', 1, 'warning observations/budget printed: 1, expected 1600'],
    ['1 600', 600, 'warning observations/budget printed: 600, expected 1600'],
    ['1,600', 1.6, 'warning observations/budget printed: 1,600, expected 1600'],
    ['1,600', 1600, 'info observations/budget printed: 1,600, expected 1\u202f600'],
    ['96.4 %', 96.4, 'info observations/budget printed: 96.4, expected 96,4'],
    ['sur 24', 42, 'warning observations/budget printed: 42, expected 24'],
    ['une vingtaine', 30, 'warning observations/budget printed: 30, expected 20'],
  ])('%s read as %d is told', (text, value, said) => {
    expect(printed(text, value)).toEqual([said]);
  });

  it('of a year may be its last two digits', () => {
    expect(printed('25-28', 2025, 'year')).toEqual([]);
    expect(printed('Décembre 24', 2024, 'year')).toEqual([]);
  });

  it('written in several ways in one document is told once for decimals and once for thousands', () => {
    const texts = { bilan: 'Taux de 17,5 %\nAccord à 96.4%\net 3608 abonnés en 2023' };
    expect(linesOf(rule, clean, { texts })).toEqual(['info bilan 2: 17,5 ; 96.4%', 'info bilan 3: 1\u202f600 ; 3608']);
  });
});

describe('readingsOf', () => {
  it('puts the French reading first', () => {
    expect(readingsOf('1,600')).toEqual([
      { value: 1.6, style: 'decimal-comma' },
      { value: 1600, style: 'thousands-comma' },
    ]);
    expect(readingsOf('12\u00a0345')).toEqual([{ value: 12_345, style: 'thousands-space' }]);
    expect(readingsOf('1,234.5')).toEqual([{ value: 1234.5, style: 'thousands-comma' }]);
  });
});

describe('a number that is printed otherwise than in plain digits', () => {
  const printedAs = (printed: string, quantity: object) =>
    added('observations', {
      ...figure('more', null, 0, 'euros', { printed }),
      quantity: { op: '=', unit: 'euros', ...quantity },
    });

  it.each([
    ['1,2 M€', 1_200_000],
    ['45 k€', 45_000],
    ['2,5 millions d’euros', 2_500_000],
    ['quatre-vingts', 80],
    ['trois quarts', 75],
  ])('%s is %i', (text, value) => {
    expect(linesOf('number-formats', printedAs(text, { value }))).toEqual([]);
  });

  it('is wrong where it says another one', () => {
    expect(linesOf('number-formats', printedAs('45 k€', { value: 54_000 }))).toHaveLength(1);
    expect(linesOf('number-formats', printedAs('quatre-vingts', { value: 24 }))).toHaveLength(1);
  });

  it('has both ends of a range', () => {
    const range = (min: number, max: number) => printedAs('12 à 15 h', { op: 'range', min, max });
    expect(linesOf('number-formats', range(12, 15))).toEqual([]);
    expect(linesOf('number-formats', range(2, 15))).toHaveLength(1);
  });
});
