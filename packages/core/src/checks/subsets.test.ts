import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, amount, figure, withFault } from './testing/region.ts';

const rule = 'subsets';

describe('a part', () => {
  it('of a dimension is no larger than the whole, be the dimension exclusive or not', () => {
    expect(linesOf(rule, amount('workshops-theme-1', 13))).toEqual([
      'error observations/workshops-theme-1 quantity: 13, expected ≤ 12',
    ]);
  });

  it('of "more than n" may be any number', () => {
    const more = withFault('observations', 'workshops', { quantity: { value: 5, op: '>', unit: 'events' } });
    expect(linesOf(rule, more)).toEqual([]);
  });

  it('of a year may be larger in between where it is a stock', () => {
    const summer = figure('june', 'adherents-stock', 70, 'members', { period: '2023-06' });
    expect(linesOf(rule, added('observations', summer, figure('year', 'adherents-stock', 60, 'members')))).toEqual([]);
  });

  it.each([
    ['a half', '2023-H2', '2023'],
    ['a quarter', '2023-Q2', '2023-H1'],
    ['a month', '2023-05', '2023-Q2'],
    ['a month', '2023-12', '2023-Q4'],
    ['a month', '2023-07', '2023-H2'],
    ['a month of autumn', '2023-10', '2023-SY'],
    ['a month of spring', '2024-02', '2023-SY'],
    ['the first month of a school year', '2023-09', '2023-SY'],
  ])('of time is no larger than the whole: %s, %s of %s', (_what, part, whole) => {
    // The catalogue does not say whether this indicator is a stock, so the finding is a warning.
    const data = (value: number) =>
      added(
        'observations',
        figure('part', 'visites', value, 'people', { period: part }),
        figure('whole', 'visites', 40, 'people', { period: whole }),
      );
    expect(linesOf(rule, data(40))).toEqual([]);
    expect(linesOf(rule, data(41))).toEqual(['warning observations/part quantity: 41, expected ≤ 40']);
  });

  it.each([
    ['2023-08', '2023-SY'],
    ['2023-03', '2023-Q2'],
    ['2023-07', '2023-H1'],
    ['2022-12', '2023'],
  ])('of time is no part of another time: %s of %s', (part, whole) => {
    const at = (id: string, value: number, period: string) => figure(id, 'visites', value, 'people', { period });
    expect(linesOf(rule, added('observations', at('part', 90, part), at('whole', 40, whole)))).toEqual([]);
  });

  it('of time is none of what is counted on a day, of another territory, of another dimension or in another unit', () => {
    const part = { period: '2023-H1' };
    const pairs: Readonly<Record<string, readonly object[]>> = {
      day: [
        figure('a', 'visites', 90, 'people', part),
        figure('b', 'visites', 40, 'people'),
        figure('c', 'visites', 40, 'people', { period: '2022-12-31' }),
      ],
      name: [figure('a', 'lecteurs-stock', 90, 'people', part), figure('b', 'lecteurs-stock', 40, 'people')],
      territory: [
        figure('a', 'visites', 90, 'people', { ...part, territory: 'commune-77001' }),
        figure('b', 'visites', 40, 'people', { territory: 'commune-77002' }),
      ],
      dimension: [
        figure('a', 'visites', 90, 'people', { ...part, dimensions: { lieu: 'a' } }),
        figure('b', 'visites', 40, 'people', { dimensions: { lieu: 'b' } }),
      ],
      unit: [figure('a', 'visites', 90, 'people', part), figure('b', 'visites', 40, 'events')],
      percent: [
        figure('a', 'visites', 90, 'percent', { ...part, base: 'all' }),
        figure('b', 'visites', 40, 'percent', { base: 'all' }),
      ],
      none: [figure('a', null, 90, 'people', part), figure('b', null, 40, 'people')],
    };
    for (const [what, pair] of Object.entries(pairs))
      expect(linesOf(rule, added('observations', ...pair)), what).toEqual([]);
  });

  it('of time is sure where the indicator is a flow, and none where it is a stock', () => {
    const spring = (indicator: string, unit: string) =>
      linesOf(
        rule,
        added(
          'observations',
          figure('spring', indicator, 70, unit, { period: '2023-Q1' }),
          figure('all-year', indicator, 60, unit, { period: '2023' }),
        ),
      );
    expect(spring('adherents-stock', 'members')).toEqual([]);
    expect(spring('ateliers', 'events')).toContain('error observations/spring quantity: 70, expected ≤ 12');
    const [day, month] = ['2023-02-14', '2023-02'].map((period, at) =>
      figure(period, 'ateliers', 3 - at, 'events', { period }),
    );
    expect(linesOf(rule, added('observations', day ?? {}, month ?? {}))).toEqual([
      'error observations/2023-02-14 quantity: 3, expected ≤ 2',
    ]);
  });

  it('is said once, though it is larger than several wholes', () => {
    const at = (id: string, value: number, period: string) => figure(id, 'visites', value, 'people', { period });
    const data = added('observations', at('may', 41, '2023-05'), at('spring', 40, '2023-Q2'), at('all', 40, '2023'));
    expect(linesOf(rule, data)).toHaveLength(1);
  });

  it('of several statements is the narrowest one', () => {
    const at = (id: string, op: string, value: number, period: string) =>
      figure(id, 'visites', value, 'people', { period, op });
    const data = added(
      'observations',
      at('vague', '>', 10, '2023'),
      at('exact', '=', 40, '2023'),
      at('spring', '=', 41, '2023-Q2'),
    );
    expect(linesOf(rule, data)).toEqual(['warning observations/spring quantity: 41, expected ≤ 40']);
  });

  it('of a territory is no larger than that of the territory around it', () => {
    const at = (id: string, value: number, territory: string) => figure(id, 'visites', value, 'people', { territory });
    const data = (value: number) =>
      added('observations', at('town', value, 'commune-77001'), at('land', 40, 'departement-77'));
    expect(linesOf(rule, data(40))).toEqual([]);
    expect(linesOf(rule, data(41))).toEqual(['error observations/town quantity: 41, expected ≤ 40']);
    // The region is around its département, and a figure of no territory is about all.
    const around = (more: object) =>
      added('observations', at('town', 41, 'commune-77001'), figure('all', 'visites', 40, 'people', more));
    expect(linesOf(rule, around({ territory: 'region-7' }))).toHaveLength(1);
    expect(linesOf(rule, around({}))).toHaveLength(1);
    expect(linesOf(rule, around({ territory: 'commune-77002' }))).toEqual([]);
    expect(linesOf(rule, around({ territory: 'region-7', period: '2022' }))).toEqual([]);
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

  it.each(['exceptional', 'cancelled', 'women', 'men', 'selected', 'certified', 'local'])(
    'is known by its name: %s',
    (word) => {
      const data = (value: number, unit = 'people', more: object = {}) =>
        added(
          'observations',
          figure('all', 'forum-guests', 30, 'people'),
          figure('some', `forum-${word}-guests`, value, unit, more),
        );
      expect(linesOf(rule, data(30))).toEqual([]);
      expect(linesOf(rule, data(31))).toHaveLength(1);
      expect(linesOf(rule, data(31, 'hours'))).toEqual([]);
      expect(linesOf(rule, data(31, 'people', { territory: 'commune-77001' }))).toEqual([]);
      expect(linesOf(rule, data(31, 'people', { period: '2022' }))).toEqual([]);
      expect(linesOf(rule, data(31, 'people', { status: 'planned' }))).toEqual([]);
    },
  );

  it('is none of a shorter time, though its name says so: of a quarter, or of the month before', () => {
    const webinars = (period: string, whole: string) =>
      linesOf(
        rule,
        added(
          'observations',
          figure('off', 'webinars-cancelled', 5, 'events', { period }),
          figure('meant', 'webinars-planned', 3, 'events', { period: whole }),
        ),
      );
    expect(webinars('2023', '2023-Q1')).toEqual([]);
    expect(webinars('2023-Q2', '2023-Q1')).toEqual([]);
    expect(webinars('2023-Q1', '2023')).toHaveLength(1);
    expect(webinars('2023', '2023')).toHaveLength(1);
    // A stock is that of a day.
    expect(webinars('2023', '2023-12-31')).toHaveLength(1);
  });

  it('of a tally or a vote is no larger than its total', () => {
    const people = (value: number) => ({ value, op: '=', unit: 'people' });
    const tally = { total: people(290), by: { gender: { women: people(300) } } };
    expect(linesOf(rule, withFault('tallies', 'salon', tally))).toEqual([
      'error tallies/salon by.gender.women: 300, expected ≤ 290',
    ]);
    expect(linesOf(rule, withFault('tallies', 'salon', { ...tally, total: null }))).toEqual([]);
    expect(
      linesOf(rule, withFault('tallies', 'salon', { ...tally, total: { ...people(290), unit: 'hours' } })),
    ).toEqual([]);
  });

  it.each(['for', 'against', 'abstain'])('of a vote is no larger than its voters: %s', (field) => {
    const vote = (unit: string) => withFault('votes', 'statuts', { [field]: { value: 25, op: '=', unit } });
    expect(linesOf(rule, vote('votes'))).toEqual([`error votes/statuts ${field}: 25, expected ≤ 24`]);
    expect(linesOf(rule, vote('points'))).toEqual([]);
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

describe('a part that only labels tell', () => {
  const label = (id: string, value: number, fr: string, more: object = {}) =>
    figure(id, null, value, 'organisations', { label: { fr }, ...more });

  it('is no larger than what its label begins with', () => {
    const data = (value: number) =>
      added('observations', label('all', 30, 'Structures'), label('some', value, 'Structures, dont adhérentes'));
    expect(linesOf(rule, data(30))).toEqual([]);
    expect(linesOf(rule, data(42))).toEqual(['warning observations/some quantity: 42, expected ≤ 30']);
  });

  it.each([
    ['Structures, dont adhérentes', {}, 1],
    ['Structures parmi lesquelles des SCIC', {}, 1],
    ['Structures – parmi lesquels des CAE', {}, 1],
    ['Structures (of which members)', {}, 1],
    ['Structures, of whom members', {}, 1],
    ['Structures: including members', {}, 1],
    ['STRUCTURES, DONT ADHÉRENTES', {}, 1],
    ['Structures dontées', {}, 0],
    ['Autres structures, dont adhérentes', {}, 0],
    ['Structures, dont adhérentes', { period: '2022' }, 0],
    ['Structures, dont adhérentes', { period: '2023-H1' }, 0],
    ['Structures, dont adhérentes', { territory: 'commune-77001' }, 0],
    ['Structures, dont adhérentes', { status: 'planned' }, 0],
    ['Structures, dont adhérentes', { source: { document: 'autre' } }, 0],
  ])('is told by "%s" %o: %i', (fr, more, times) => {
    const data = added('observations', label('all', 30, 'Structures'), label('some', 42, fr, more));
    expect(linesOf(rule, data)).toHaveLength(times);
  });

  it('is no percent of a number', () => {
    const share = figure('some', null, 42, 'percent', { base: 'x', label: { fr: 'Structures, dont adhérentes' } });
    const whole = figure('all', null, 30, 'percent', { base: 'x', label: { fr: 'Structures' } });
    expect(linesOf(rule, added('observations', share, whole))).toEqual([]);
  });

  it('is no larger than the figure of that label without its dimension', () => {
    const women = { dimensions: { gender: 'women' } };
    const data = added('observations', label('all', 30, 'Bénévoles'), label('w', 42, 'Bénévoles, femmes', women));
    expect(linesOf(rule, data)).toEqual(['warning observations/w quantity: 42, expected ≤ 30']);
  });
});
