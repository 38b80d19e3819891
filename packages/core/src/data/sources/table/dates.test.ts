import { describe, expect, it } from 'vitest';
import { readDate, readMonthFirst } from './dates.ts';

describe('a date in a spreadsheet', () => {
  it.each([
    ['12/03/2021', '2021-03-12'],
    ['2021-03-12T10:00:00Z', '2021-03-12'],
    ['03/2021', '2021-03'],
    ['2021', '2021'],
    // LibreOffice and Excel write so of themselves.
    ['15/01/24', '2024-01-15'],
    ['1.2.98', '1998-02-01'],
    ['12/03/49', '2049-03-12'],
    ['12/03/50', '1950-03-12'],
    ['12-mars-21', '2021-03-12'],
    ['janv.-21', '2021-01'],
    ['Mars 2021', '2021-03'],
    ['1er février 2021', '2021-02-01'],
    ['vendredi 12 août 2022', '2022-08-12'],
    ['sam. 18 avril 2026', '2026-04-18'],
    ['juil. 2020', '2020-07'],
    ['12 June 2019', '2019-06-12'],
    ['déc-49', '2049-12'],
  ])('%s is %s', (typed, date) => {
    expect(readDate(typed)).toBe(date);
  });

  it.each([
    '',
    'jadis',
    '31/02/24',
    '24-01-15',
    '12/03',
    'mars',
    '12 mars',
    'fondateur 2019',
    'depuis mars 2019 ou 2020',
    '99',
    'marché 2019',
    'avant mars 2019',
    'jui-20',
  ])('is none in "%s"', (typed) => {
    expect(readDate(typed)).toBeNull();
  });

  it('with its month first is proposed, with two figures of the year too', () => {
    expect(readMonthFirst('10/15/24')).toBe('2024-10-15');
  });
});
