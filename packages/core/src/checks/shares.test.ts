import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, amount, clean, figure, withFault } from './testing/region.ts';

const rule = 'shares';

describe('shares', () => {
  it('may make 101 % once rounded', () => {
    expect(linesOf(rule, amount('absent', 11))).toEqual([]);
  });

  it('that cover every category and make less than 100 % lack one', () => {
    expect(linesOf(rule, amount('absent', 4))).toEqual([
      'warning observations/present quantity: 70\u202f% + 20\u202f% + 4\u202f% = 94, expected 100\u202f%',
    ]);
  });

  it('of a vote make 100 % at most', () => {
    const percent = (value: number) => ({ value, op: '=', unit: 'percent', base: 'votes' });
    const votes = [{ id: 'v', subject: { fr: 'Vote' }, for: percent(96.4), against: percent(5.6) }];
    expect(linesOf(rule, { ...clean, votes })).toEqual([
      'error votes/v for: 96.4\u202f% + 5.6\u202f% = 102, expected 100\u202f%',
    ]);
  });

  it('printed without digits agree with what rounds to them', () => {
    expect(linesOf(rule, amount('share-a', 42))).toEqual([]);
  });

  it('are checked against the numbers that they say they come from', () => {
    const share = (value: number) =>
      added('observations', figure('yes', null, value, 'percent', { derivedFrom: ['approvals', 'voters'] }));
    expect(linesOf(rule, share(75))).toEqual([]);
    expect(linesOf(rule, share(82))).toEqual(['warning observations/yes quantity: 82\u202f%, expected 75\u202f%']);
  });

  it('of a vote agree with its record, of the voters or of the votes cast', () => {
    const share = (value: number) =>
      added('observations', figure('yes', 'vote-share', value, 'percent', { dimensions: { vote: 'statuts' } }));
    expect(linesOf(rule, share(75))).toEqual([]);
    expect(linesOf(rule, share(81.8))).toEqual([]);
    expect(linesOf(rule, share(90))).toHaveLength(1);
  });

  it('of women agree with the tally of the event', () => {
    const share = (value: number) =>
      added('observations', figure('w', 'salon-parity', value, 'percent', { dimensions: { event: 'salon' } }));
    expect(linesOf(rule, share(51.7))).toEqual([]);
    expect(linesOf(rule, share(57.1))).toHaveLength(1);
  });

  it('of a whole that is named by its base agree with the part named alike', () => {
    const data = (value: number) =>
      added(
        'observations',
        figure('all', 'visites-national', 200, 'events'),
        figure('ours', 'visites', 30, 'events'),
        figure('part', 'visites-share', value, 'percent', { base: 'visites-national' }),
      );
    expect(linesOf(rule, data(15))).toEqual([]);
    expect(linesOf(rule, data(17))).toHaveLength(1);
  });

  it('that are rates of each collège are no shares of the members', () => {
    const rate = figure('kept', 'adherents-retention', 90, 'percent', {
      dimensions: { college: 'associations' },
      period: '2023-12-31',
      base: 'adherents-stock',
    });
    expect(linesOf(rule, added('observations', rate))).toEqual([]);
  });

  it('of several wholes are not added', () => {
    const data = withFault('observations', 'absent', {
      quantity: { value: 40, op: '=', unit: 'percent', base: 'autre' },
    });
    expect(linesOf(rule, data)).toEqual([]);
  });
});

describe('shares of no indicator', () => {
  const share = (id: string, value: number, part: string) =>
    figure(id, null, value, 'percent', {
      base: 'emplois',
      label: { fr: `Emplois, ${part}` },
      dimensions: { secteur: part },
    });
  const data = (a: number, b: number) => added('observations', share('a', a, 'culture'), share('b', b, 'social'));

  it('belong together by their label', () => {
    expect(linesOf(rule, data(60, 40))).toEqual([]);
    expect(linesOf(rule, data(60, 50))).toHaveLength(1);
  });

  it('far above 100 % are multiple answers', () => {
    expect(linesOf(rule, data(90, 70))).toEqual([]);
  });
});

describe('a rate', () => {
  const data = (rate: number, base = 'exam-candidates') =>
    added(
      'observations',
      figure('rate', 'exam-rate', rate, 'percent', { base }),
      figure('passed', 'exam-passed', 9, 'people'),
      figure('candidates', 'exam-candidates', 12, 'people'),
    );

  it('is that of the two counts that are named like it', () => {
    expect(linesOf(rule, data(75))).toEqual([]);
    expect(linesOf(rule, data(85))).toEqual(['warning observations/rate quantity: 85\u202f%, expected 75\u202f%']);
    expect(linesOf(rule, data(85, 'candidates of 2023'))).toHaveLength(1);
  });
});

describe('running totals of shares', () => {
  it('are not added up', () => {
    const total = (id: string, value: number, part: string) =>
      figure(id, 'presence-cumulated-share', value, 'percent', { base: 'sieges', dimensions: { presence: part } });
    const data = added(
      'observations',
      total('c1', 70, 'present'),
      total('c2', 90, 'excused'),
      total('c3', 100, 'absent'),
    );
    expect(linesOf(rule, data)).toEqual([]);
  });
});

describe('shares below 100 %', () => {
  const known = added(
    'categories',
    ...['public', 'ess'].map((id) => ({ id, dimension: 'affiliation', label: { fr: id } })),
  );
  const percent = (value: number) => ({ value, op: '=', unit: 'percent', base: 'visite' });
  const data = (ess: number) => ({
    ...known,
    tallies: [{ id: 't', of: 'salon', by: { affiliation: { public: percent(35), ess: percent(ess) } } }],
  });

  it('of a tally lack a part where they cover every category', () => {
    expect(linesOf(rule, data(65))).toEqual([]);
    expect(linesOf(rule, data(55))).toEqual([
      'warning tallies/t by.affiliation: 35\u202f% + 55\u202f% = 90, expected 100\u202f%',
    ]);
  });

  it('of women and men may leave out those who did not say', () => {
    const gender = { women: percent(60), men: percent(30) };
    expect(linesOf(rule, withFault('tallies', 'salon', { by: { gender } }))).toEqual([
      'info tallies/salon by.gender: 60\u202f% + 30\u202f% = 90, expected 100\u202f%',
    ]);
  });
});

describe('a share of what its name or its base tells', () => {
  const job = (contract: string | null, value: number) => ({
    id: contract ?? 'all',
    programme: 'appui',
    period: '2023',
    contract,
    jobs: { value, op: '=', unit: 'jobs' },
  });
  const permanent = (value: number, ...jobs: readonly object[]) => ({
    ...added('observations', figure('cdi', 'appui-permanent-share', value, 'percent', { base: 'appui-jobs' })),
    jobs,
  });

  it('is that of the jobs of the contract that it names', () => {
    const jobs = [job(null, 400), job('permanent', 300), job('fixed-term', 100)];
    expect(linesOf(rule, permanent(75, ...jobs))).toEqual([]);
    expect(linesOf(rule, permanent(57, ...jobs))).toEqual([
      'warning observations/cdi quantity: 57\u202f%, expected 75\u202f%',
    ]);
    expect(linesOf(rule, permanent(57, ...jobs.slice(1)))).toHaveLength(1);
  });

  it('is that of the part that takes the place of its base: cancelled of planned', () => {
    const data = (value: number) =>
      added(
        'observations',
        figure('planned', 'ateliers-planned', 5, 'events'),
        figure('cancelled', 'ateliers-cancelled', 2, 'events'),
        figure('rate', 'annulation', value, 'percent', { base: 'ateliers-planned' }),
      );
    expect(linesOf(rule, data(40))).toEqual([]);
    expect(linesOf(rule, data(50))).toHaveLength(1);
  });

  it('is no share of last year’s where it comes from one figure at two times', () => {
    const growth = figure('up', null, 7.1, 'percent', { derivedFrom: ['stock', 'stock-before'] });
    expect(linesOf(rule, added('observations', growth))).toEqual([]);
  });
});
