import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { clean, withFault } from './testing/region.ts';

const rule = 'printed-dates';
const printed = (text: string, start: string) => withFault('memberships', 'm1', { printed: { start: text }, start });

describe('a printed date', () => {
  it.each([
    ['19/03/2019', '2019-03-19'],
    ['04/04/2019', '2019-04-04'],
    ['19 mars', '2019-03-19'],
    ['1er avril 2019', '2019-04-01'],
    ['mars', '2019-03'],
  ])('%s is %s', (text, start) => {
    expect(linesOf(rule, printed(text, start))).toEqual([]);
  });

  it.each([
    ['31/02/2019', '2019-02-28', 'error memberships/m1 printed.start: 31/02/2019'],
    ['31 juin', '2019-06-30', 'error memberships/m1 printed.start: 31 juin'],
    ['19/03/2019', '2019-03-18', 'warning memberships/m1 printed.start: 2019-03-18, expected 2019-03-19'],
    ['19 mars', '2019-05-19', 'warning memberships/m1 printed.start: 2019-05-19, expected 2019-03-19'],
    ['septembre', '2019-10', 'warning memberships/m1 printed.start: 2019-10, expected 2019-09'],
  ])('%s is not %s', (text, start, said) => {
    expect(linesOf(rule, printed(text, start))).toEqual([said]);
  });

  it('with the month first is certain where it was read so, likely where it was not', () => {
    expect(findingsOf(rule, printed('10/15/2019', '2019-10-15'))).toMatchObject([{ certainty: 'certain' }]);
    expect(findingsOf(rule, printed('10/15/2019', '2019-10-05'))).toMatchObject([{ certainty: 'likely' }]);
  });

  it('that reads two ways is a warning where the same document puts the month first elsewhere', () => {
    const texts = { bilan: 'Adhésion le 10/15/2023\nAdhésion le 03/04/2023' };
    expect(linesOf(rule, clean, { texts })).toEqual([
      'warning bilan 1: 10/15/2023, expected 15/10/2023',
      'warning bilan 2: 03/04/2023, expected 2023-04-03 / 2023-03-04',
      'info bilan 2: 10/15/2023 ; 03/04/2023',
    ]);
  });

  it('written in several ways in one document is told once', () => {
    const texts = { bilan: 'année 2023/24\nannée 2022-2023\nannée 2021/22' };
    expect(linesOf(rule, clean, { texts })).toEqual(['info bilan 2: 2023/24 ; 2022-2023']);
  });

  it('is not seen in a word of French or in a percent', () => {
    const texts = { bilan: '35 du mois\n65 du total\n12.50 %\nversion 1.2.3' };
    expect(linesOf(rule, clean, { texts })).toEqual([]);
  });
});

describe('a date in figures that reads two ways', () => {
  const habit = (...starts: readonly (readonly [string, string])[]) => ({
    ...clean,
    memberships: starts.map(([text, start], at) => ({
      id: `m${at}`,
      organisation: 'jardins',
      network: `n${at}`,
      start,
      printed: { start: text },
      source: { document: 'bilan' },
    })),
  });
  const usual = [
    ['19/03/2019', '2019-03-19'],
    ['23/05/2019', '2019-05-23'],
  ] as const;

  it('is read as its document writes the others', () => {
    expect(linesOf(rule, habit(...usual, ['04/06/2019', '2019-06-04']))).toEqual([]);
  });

  it('is doubted where the record reads it the other way', () => {
    expect(linesOf(rule, habit(...usual, ['04/06/2019', '2019-04-06']))).toEqual([
      'warning memberships/m2 printed.start: 04/06/2019, expected 2019-06-04 / 2019-04-06',
    ]);
  });

  it('is only mentioned where nothing shows how its document writes dates, or one slip among many', () => {
    expect(linesOf(rule, habit(['04/06/2019', '2019-06-04']))).toHaveLength(1);
    const slip = habit(
      ...usual,
      ['28/05/2019', '2019-05-28'],
      ['04/06/2019', '2019-06-04'],
      ['05/15/2019', '2019-05-15'],
    );
    expect(linesOf(rule, slip).filter((said) => said.includes('04/06'))).toEqual([
      'info memberships/m3 printed.start: 04/06/2019, expected 2019-06-04 / 2019-04-06',
    ]);
  });
});

describe('a text of several days', () => {
  it.each(['lundi 18 et mardi 19 mars 2019', 'du 18 au 20 mars'])('%s names the day of its record', (text) => {
    expect(linesOf(rule, printed(text, '2019-03-18'))).toEqual([]);
    expect(linesOf(rule, printed(text, '2019-03-28'))).toHaveLength(1);
  });
});

describe('a date in figures that reads two ways beside its day of the week', () => {
  it('reads one way', () => {
    expect(linesOf(rule, printed('mardi 04/06/2019', '2019-06-04'))).toEqual([]);
    expect(linesOf(rule, printed('jeudi 04/06/2019', '2019-06-04'))).toHaveLength(1);
  });
});
