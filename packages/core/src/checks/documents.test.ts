import { describe, expect, it } from 'vitest';
import { listedIn } from './shared/printed.ts';
import { readingsOf } from './shared/printed-numbers.ts';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, clean, figure, withFault } from './testing/region.ts';

describe('printed-dates', () => {
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
});

describe('number-formats', () => {
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
      expect(linesOf(rule, clean, { texts })).toEqual([
        'info bilan 2: 17,5 ; 96.4%',
        'info bilan 3: 1\u202f600 ; 3608',
      ]);
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
});

describe('printed-lists', () => {
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
      expect(printed(31, '31 structures sur 24')).toEqual([
        'warning observations/more printed: 31 / 24, expected ≤ 24',
      ]);
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
});

describe('year-typos', () => {
  const rule = 'year-typos';
  const organisations = (id: string, value: number) => figure(id, null, value, 'organisations', { section: 'C' });

  describe('a year in place of a number', () => {
    it('is likely where the number without its century is there too', () => {
      const data = added('observations', organisations('a', 2018), organisations('b', 7));
      expect(findingsOf(rule, data)).toMatchObject([{ found: '2018', expected: '18', certainty: 'likely' }]);
    });

    it('is possible where it is far from all the others', () => {
      const data = added('observations', organisations('a', 2021), organisations('b', 7));
      expect(findingsOf(rule, data)).toMatchObject([{ found: '2021', certainty: 'possible' }]);
    });

    it('is a number where the others are as large', () => {
      const data = added('observations', organisations('a', 2021), organisations('b', 1700));
      expect(linesOf(rule, data)).toEqual([]);
    });

    it('is a number where the same figure is around 2000 in another year', () => {
      const pupils = (period: string, value: number) =>
        figure(`p${period}`, 'eleves', value, 'people', { period, section: 'B' });
      expect(linesOf(rule, added('observations', pupils('2022', 1984), pupils('2023', 2012)))).toEqual([]);
    });

    it('is a year where the unit says so, and an amount where it is round', () => {
      expect(
        linesOf(rule, added('observations', figure('y', null, 2015, 'year', { section: 'C', period: '2015' }))),
      ).toEqual([]);
      expect(linesOf(rule, added('observations', organisations('a', 2000), organisations('b', 7)))).toEqual([]);
    });

    it('is found in a vote', () => {
      const vote = withFault('votes', 'statuts', { eligible: { value: 2024, op: '=', unit: 'votes' } });
      expect(linesOf(rule, vote)).toEqual(['warning votes/statuts eligible: 2024']);
    });
  });

  describe('a year printed as a whole', () => {
    it('is compared with whatever its section counts', () => {
      const answers = (printed: string) =>
        added('observations', figure('answers', null, 2023, 'responses', { section: 'C', printed }));
      expect(linesOf(rule, answers('18 sur 2023'))).toEqual(['warning observations/answers quantity: 2023']);
      expect(linesOf(rule, answers('2023 réponses'))).toEqual([]);
    });
  });
});
