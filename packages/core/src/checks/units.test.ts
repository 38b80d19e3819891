import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, figure, planted } from './testing/region.ts';

const visits = (...units: readonly string[]) =>
  added('observations', ...units.map((unit, at) => figure(`v${at}`, 'visits', 10 + at, unit, { period: `201${at}` })));

describe('a unit', () => {
  it('is that of the others of its indicator', () => {
    expect(linesOf('units', visits('people', 'people', 'people', 'euros'))).toEqual([
      'warning observations/v3 quantity.unit: euros, expected people',
    ]);
  });

  it('may be one of two that an indicator is told in', () => {
    expect(linesOf('units', visits('people', 'people', 'organisations', 'organisations'))).toEqual([]);
    expect(linesOf('units', visits('people', 'organisations'))).toEqual([]);
  });
});

describe('a unit of another kind', () => {
  const known = { indicators: { adhesions: { kind: 'flow', dimensions: [], unit: 'members' } } } as const;
  const unit = (name: string, printed?: string) =>
    linesOf('units', added('observations', figure('a', 'adhesions', 9, name, printed ? { printed } : {})), known);

  it('than that of its indicator is told: money for a number of things', () => {
    expect(unit('members')).toEqual([]);
    expect(unit('organisations')).toEqual([]);
    expect(unit('euros')).toEqual(['warning observations/a quantity.unit: euros, expected members']);
  });

  it('than the sign that is printed', () => {
    expect(unit('members', '9 %')).toEqual(['warning observations/a quantity.unit: members, expected percent']);
    expect(unit('members', '9 adhérents, 12 % de plus')).toEqual([]);
  });

  it('is no unit of what a record counts', () => {
    const attendance = (name: string) =>
      planted('events', 'salon', { attendance: { value: 290, op: '=', unit: name } });
    expect(linesOf('units', attendance('organisations'))).toEqual([]);
    expect(linesOf('units', attendance('euros'))).toEqual(['warning events/salon attendance.unit: euros']);
  });

  it('does not stand among the parts of one dimension', () => {
    const gender = { women: { value: 150, op: '=', unit: 'people' }, men: { value: 48, op: '=', unit: 'percent' } };
    expect(linesOf('units', planted('tallies', 'salon', { by: { gender } }))).toEqual([
      'warning tallies/salon by.gender: people, percent, expected people',
    ]);
  });
});

describe('a unit that comes once', () => {
  it('one letter from a usual one is misspelt', () => {
    const odd = (name: string) => linesOf('units', added('observations', figure('a', null, 9, name)));
    expect(odd('eurs')).toEqual(['warning observations/a quantity.unit: eurs, expected euros']);
    expect(odd('litres')).toEqual([]);
  });

  it('is written in the letters of the table, however often it comes', () => {
    const posts = added('observations', figure('a', null, 0.5, 'fte'), figure('b', null, 2, 'fte'));
    expect(linesOf('units', posts)).toEqual(['warning observations/a quantity.unit: fte, expected FTE']);
    expect(linesOf('units', added('observations', figure('a', null, 0.5, 'FTE')))).toEqual([]);
  });
});

describe('a unit that has no word', () => {
  const known = { indicators: { visits: { kind: 'flow', dimensions: [], unit: 'people' } } } as const;

  it('is told where a figure loses what it counts, once a unit', () => {
    const visitors = added('observations', figure('a', 'visits', 9, 'visitors'), figure('b', 'visits', 8, 'visitors'));
    expect(linesOf('units', visitors, known)).toEqual([
      'warning observations/a quantity.unit: visitors, expected people',
    ]);
    expect(linesOf('units', added('observations', figure('a', 'visits', 9, 'people')), known)).toEqual([]);
  });

  it('is told where a figure loses its digits, not where its own label says what it counts', () => {
    expect(linesOf('units', added('observations', figure('a', null, 2.5, 'hectares')))).toEqual([
      'warning observations/a quantity.unit: hectares',
    ]);
    expect(linesOf('units', added('observations', figure('a', null, 2, 'awards')))).toEqual([]);
  });
});
