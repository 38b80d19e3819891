import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, amount, figure, planted } from './testing/region.ts';

const rule = 'subsets';

describe('a part', () => {
  it('of a dimension is no larger than the whole, be the dimension exclusive or not', () => {
    expect(linesOf(rule, amount('workshops-theme-1', 13))).toEqual([
      'error observations/workshops-theme-1 quantity: 13, expected ≤ 12',
    ]);
  });

  it('of "more than n" may be any number', () => {
    const more = planted('observations', 'workshops', { quantity: { value: 5, op: '>', unit: 'events' } });
    expect(linesOf(rule, more)).toEqual([]);
  });

  it('of a year may be larger in between where it is a stock', () => {
    const summer = figure('june', 'adherents-stock', 70, 'members', { period: '2023-06' });
    expect(linesOf(rule, added('observations', summer, figure('year', 'adherents-stock', 60, 'members')))).toEqual([]);
  });

  it('of a territory is no larger than that of the territory around it', () => {
    const at = (id: string, value: number, territory: string) => figure(id, 'visites', value, 'people', { territory });
    const data = (value: number) =>
      added('observations', at('town', value, 'commune-77001'), at('land', 40, 'departement-77'));
    expect(linesOf(rule, data(40))).toEqual([]);
    expect(linesOf(rule, data(41))).toEqual(['error observations/town quantity: 41, expected ≤ 40']);
  });

  it('is known by its name', () => {
    const data = (value: number) =>
      added(
        'observations',
        figure('hosts', 'salon-exposants', 30, 'organisations'),
        figure('ours', 'salon-member-exposants', value, 'members'),
      );
    expect(linesOf(rule, data(30))).toEqual([]);
    expect(linesOf(rule, data(31))).toEqual(['warning observations/ours quantity: 31, expected ≤ 30']);
  });

  it('of a tally or a vote is no larger than its total', () => {
    const people = (value: number) => ({ value, op: '=', unit: 'people' });
    const tally = { total: people(290), by: { gender: { women: people(300) } } };
    expect(linesOf(rule, planted('tallies', 'salon', tally))).toEqual([
      'error tallies/salon by.gender.women: 300, expected ≤ 290',
    ]);
    const vote = planted('votes', 'statuts', { for: { value: 25, op: '=', unit: 'votes' } });
    expect(linesOf(rule, vote)).toEqual(['error votes/statuts for: 25, expected ≤ 24']);
  });
});

describe('a part whose name takes the place of its whole', () => {
  const exam = (passed: number) =>
    added(
      'observations',
      figure('ok', 'exam-certified', passed, 'people'),
      figure('all', 'exam-candidates', 12, 'people'),
    );

  it('is no larger: certified of candidates', () => {
    expect(linesOf(rule, exam(12))).toEqual([]);
    expect(linesOf(rule, exam(15))).toEqual(['warning observations/ok quantity: 15, expected ≤ 12']);
  });

  it('may pass it by a little where full-time equivalents are those of a year', () => {
    const staff = (fte: number) =>
      added('observations', figure('fte', 'staff-fte', fte, 'FTE'), figure('heads', 'staff-headcount', 10, 'people'));
    expect(linesOf(rule, staff(10.6))).toEqual([]);
    expect(linesOf(rule, staff(18.6))).toHaveLength(1);
  });
});

describe('the votes of a vote', () => {
  it('are together no more than its voters', () => {
    const vote = planted('votes', 'statuts', { against: { value: 9, op: '=', unit: 'votes' } });
    expect(linesOf(rule, vote)).toEqual(['error votes/statuts eligible: 27, expected ≤ 24']);
  });
});

describe('a part that only labels tell', () => {
  const label = (id: string, value: number, fr: string, more: object = {}) =>
    figure(id, null, value, 'organisations', { label: { fr }, ...more });

  it('is no larger than what its label begins with', () => {
    const data = (value: number) =>
      added('observations', label('all', 30, 'Structures'), label('some', value, 'Structures, dont adhérentes'));
    expect(linesOf(rule, data(30))).toEqual([]);
    expect(linesOf(rule, data(42))).toEqual(['warning observations/some quantity: 42, expected ≤ 30']);
  });

  it('is no larger than the figure of that label without its dimension', () => {
    const women = { dimensions: { gender: 'women' } };
    const data = added('observations', label('all', 30, 'Bénévoles'), label('w', 42, 'Bénévoles, femmes', women));
    expect(linesOf(rule, data)).toEqual(['warning observations/w quantity: 42, expected ≤ 30']);
  });
});

describe('the votes of a body', () => {
  it('are no more than its seats, where the record does not say who might vote', () => {
    const votes = (value: number) =>
      planted('votes', 'statuts', {
        body: 'bureau',
        eligible: null,
        for: { value, op: '=', unit: 'votes' },
        against: null,
      });
    expect(linesOf(rule, votes(12))).toEqual([]);
    expect(linesOf(rule, votes(13))).toEqual(['warning votes/statuts for: 13, expected ≤ 12']);
  });
});
