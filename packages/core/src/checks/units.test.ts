import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, clean, figure, withFault } from './testing/region.ts';

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
    // 17 events are no new members.
    expect(unit('events')).toEqual(['error observations/a quantity.unit: events, expected members']);
    expect(unit('euros')).toEqual(['error observations/a quantity.unit: euros, expected members']);
  });

  it('than the sign that is printed', () => {
    expect(unit('members', '9 %')).toEqual(['warning observations/a quantity.unit: members, expected percent']);
    expect(unit('members', '9 adhérents, 12 % de plus')).toEqual([]);
  });

  it.each(['9 €', '9 euros', 'un budget de 9,5 k€', '9 M€', '9 Md€', '1,2 millions d’euros', '3 million d’euros'])(
    'than the sign that is printed: %s of members',
    (printed) => {
      expect(unit('members', printed)).toEqual(['warning observations/a quantity.unit: members, expected euros']);
      expect(unit('euros', printed)).toHaveLength(1);
    },
  );

  it.each(['9 € sur 12', '9 € et 12 %', '3 adhérents à 9 € chacun, 4 à 5 €', '9'])(
    'is not known from more than one number, or from none with a sign: %s',
    (printed) => {
      expect(unit('members', printed)).toEqual([]);
    },
  );

  it.each(['hours', 'days', 'months', 'years', 'FTE', 'members/year', 'ratio', 'year', 'edition', 'points'])(
    'is one that measures something, though it is no mistake of a record: %s',
    (name) => {
      expect(unit(name)).toEqual([`error observations/a quantity.unit: ${name}, expected members`]);
      const attendance = withFault('events', 'salon', { attendance: { value: 290, op: '=', unit: name } });
      expect(linesOf('units', attendance)).toEqual([]);
    },
  );

  it.each([
    ['percent', 'ratio'],
    ['percent', 'points'],
    ['departures/person', 'percent'],
    ['hours', 'days'],
    ['FTE', 'jobs'],
    ['people', 'volunteers'],
    ['events', 'webinars'],
    ['territories', 'communes'],
    ['members', 'number'],
  ])('is none that a true report may use: of %s, %s', (own, used) => {
    const indicators = { adhesions: { kind: 'flow', dimensions: [], unit: own } } as const;
    expect(linesOf('units', added('observations', figure('a', 'adhesions', 9, used)), { indicators })).toEqual([]);
  });

  it.each(['km', 'm2', 'members-per-year'])('is not known of one without a word, which is told: %s', (name) => {
    expect(unit(name)).toEqual([`warning observations/a quantity.unit: ${name}, expected members`]);
  });

  it('is no unit of a tally, a number of jobs, of arrivals or of followers', () => {
    const q = { value: 9, op: '=', unit: 'euros' };
    const jobs = [{ id: 'j', programme: 'dla', period: '2023', jobs: q }];
    const movements = [{ id: 'm', direction: 'in', period: '2023', count: { ...q, unit: 'percent' } }];
    expect(linesOf('units', { ...clean, jobs, movements })).toEqual([
      'warning jobs/j jobs.unit: euros',
      'warning movements/m count.unit: percent',
    ]);
    expect(linesOf('units', withFault('tallies', 'salon', { total: q, by: {} }))).toEqual([
      'warning tallies/salon total.unit: euros',
    ]);
    expect(linesOf('units', withFault('tallies', 'salon', { total: null }))).toEqual([]);
    expect(linesOf('units', withFault('audiences', 'lettre/2022', { followers: q }))).toEqual([
      'warning audiences/lettre/2022 followers.unit: euros',
    ]);
  });

  it('is no unit of what a record counts', () => {
    const attendance = (name: string) =>
      withFault('events', 'salon', { attendance: { value: 290, op: '=', unit: name } });
    expect(linesOf('units', attendance('organisations'))).toEqual([]);
    expect(linesOf('units', attendance('euros'))).toEqual(['warning events/salon attendance.unit: euros']);
  });

  it('does not stand among the parts of one dimension', () => {
    const gender = { women: { value: 150, op: '=', unit: 'people' }, men: { value: 48, op: '=', unit: 'percent' } };
    expect(linesOf('units', withFault('tallies', 'salon', { by: { gender } }))).toEqual([
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

  it('says of one in other letters how it is written, though others have it too', () => {
    const posts = added('observations', figure('a', null, 0.5, 'fte'), figure('b', null, 2, 'fte'));
    expect(findingsOf('units', posts).map(({ message }) => message['en'])).toEqual([
      '“Figure a” (A, p. 3): the unit "fte" is written "FTE" (possible). Read the unit again.',
    ]);
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
