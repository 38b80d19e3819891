import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, figure, withFault } from './testing/region.ts';

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
