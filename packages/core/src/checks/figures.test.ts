import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../model/testing.ts';
import { compareAll } from '../prepare/index.ts';
import { named } from '../testing/bretagne.ts';
import { runChecks } from './run.ts';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, amount, clean, figure, options, regionOf, withFault } from './testing/region.ts';

describe('parts-and-totals', () => {
  const rule = 'parts-and-totals';
  const people = (value: number) => ({ value, op: '=', unit: 'people' });
  const tally = (women: number, men: number, total = 290) =>
    withFault('tallies', 'salon', { total: people(total), by: { gender: { women: people(women), men: people(men) } } });

  describe('parts and totals', () => {
    it('may lack a part, where the list is not known to be complete', () => {
      const observations = (clean.observations ?? []).filter((o) => !('id' in o && o.id === 'stock-e'));
      expect(linesOf(rule, { ...clean, observations })).toEqual([]);
    });

    it('lack nothing where every collège is there', () => {
      expect(linesOf(rule, amount('stock-e', 3))).toEqual([
        'warning observations/stock quantity: 25 + 15 + 8 + 7 + 3 = 58, expected 60',
      ]);
    });

    it('may be about: their sum is then about, too', () => {
      const stock = withFault('observations', 'stock-a', { quantity: { value: 28, op: '~', unit: 'members' } });
      expect(linesOf(rule, stock)).toEqual([]);
    });

    it('may overlap where the indicator says so', () => {
      expect(linesOf(rule, amount('workshops-theme-1', 11))).toEqual([]);
    });

    it('are doubted, not accused, where nobody says whether they overlap', () => {
      const data = added(
        'observations',
        figure('all', 'visites', 10, 'events'),
        figure('one', 'visites', 6, 'events', { dimensions: { lieu: 'a' } }),
        figure('two', 'visites', 7, 'events', { dimensions: { lieu: 'b' } }),
      );
      expect(linesOf(rule, data)).toEqual(['warning observations/all quantity: 6 + 7 = 13, expected 10']);
    });

    it('of people leave some unsaid: that is told, as no mistake', () => {
      const [finding] = findingsOf(rule, tally(150, 130));
      expect(finding).toMatchObject({
        severity: 'info',
        certainty: 'certain',
        found: '150 + 130 = 280',
        expected: '290',
      });
      expect(finding?.message['en']).toContain('10 of 290 are in no part');
    });

    it('that one leading digit would make right are a misprint where other parts confirm the total', () => {
      expect(findingsOf(rule, tally(12, 11, 33))).toMatchObject([{ severity: 'info' }]);
      const [finding] = findingsOf(
        rule,
        withFault('tallies', 'salon', {
          total: people(33),
          by: { gender: { women: people(12), men: people(11) }, affiliation: { public: people(9), ess: people(24) } },
        }),
      );
      expect(finding).toMatchObject({ severity: 'warning', certainty: 'possible', found: '12 + 11 = 23' });
      expect(finding?.message['en']).toContain('22 for "women" or 21 for "men"');
    });

    it('of the jobs of a programme are compared with its total', () => {
      const job = (contract: string | null, value: number) => ({
        id: `job-${contract}`,
        programme: 'dla',
        period: '2023',
        contract,
        jobs: { value, op: '=', unit: 'jobs' },
      });
      const data = { ...clean, jobs: [job(null, 100), job('permanent', 80), job('fixed-term', 30)] };
      expect(linesOf(rule, data)).toEqual(['error jobs/job-null jobs: 80 + 30 = 110, expected 100']);
    });

    it('of jobs are those of one programme, year, mode, lot and territory', () => {
      const job = (contract: string | null, value: number, more: object = {}) => ({
        id: `job-${contract}`,
        programme: 'dla',
        period: '2023',
        contract,
        jobs: { value, op: '=', unit: 'jobs' },
        ...more,
      });
      const jobs = (more: object) =>
        linesOf(rule, { ...clean, jobs: [job('permanent', 80), job(null, 100), job('fixed-term', 30, more)] });
      expect(jobs({})).toHaveLength(1);
      for (const more of [
        { programme: 'pta' },
        { period: '2022' },
        { mode: 'a' },
        { lot: 'a' },
        { territory: 'commune-77001' },
      ])
        expect(jobs(more), JSON.stringify(more)).toEqual([]);
      expect(linesOf(rule, { ...clean, jobs: [job('permanent', 80), job('fixed-term', 30)] })).toEqual([]);
    });

    it('of a tally without a total have none to make', () => {
      expect(linesOf(rule, withFault('tallies', 'salon', { total: null }))).toEqual([]);
    });

    it('that are partial for the same reason are compared as printed', () => {
      const partial = { op: '=', unit: 'jobs', partial: 'provisoire' };
      const job = (contract: string | null, value: number) => ({
        id: `job-${contract}`,
        programme: 'dla',
        period: '2023',
        contract,
        jobs: { value, ...partial },
      });
      const data = (total: number) => ({
        ...clean,
        jobs: [job(null, total), job('permanent', 80), job('fixed-term', 30)],
      });
      expect(linesOf(rule, data(110))).toEqual([]);
      expect(linesOf(rule, data(100))).toHaveLength(1);
    });
  });

  describe('figures of no indicator', () => {
    const volunteers = (women: number, men: number, dimension = 'gender') =>
      added(
        'observations',
        figure('v', null, 120, 'people', { label: { fr: 'Bénévoles' } }),
        figure('v-w', null, women, 'people', {
          label: { fr: 'Bénévoles, femmes' },
          dimensions: { [dimension]: 'women' },
        }),
        figure('v-m', null, men, 'people', { label: { fr: 'Bénévoles, hommes' }, dimensions: { [dimension]: 'men' } }),
      );

    it('are parts of one total by their label', () => {
      expect(linesOf('parts-and-totals', volunteers(70, 50))).toEqual([]);
      expect(linesOf('parts-and-totals', volunteers(70, 60))).toEqual([
        'warning observations/v quantity: 70 + 60 = 130, expected 120',
      ]);
    });

    it('that are no amounts of things have no total', () => {
      const share = (id: string, value: number, dimensions: object) =>
        figure(id, 'forum-notes', value, 'points', { dimensions });
      const notes = added(
        'observations',
        share('n', 10, {}),
        share('a', 8, { lieu: 'a' }),
        share('b', 7, { lieu: 'b' }),
      );
      expect(linesOf('parts-and-totals', notes)).toEqual([]);
    });

    it('that are running totals are no parts', () => {
      const year = (id: string, value: number, dimensions: object, label = 'Visites cumulées') =>
        figure(id, null, value, 'people', { dimensions, label: { fr: label } });
      const parts = [year('a', 8, { lieu: 'a' }), year('b', 7, { lieu: 'b' })];
      expect(linesOf('parts-and-totals', added('observations', year('t', 14, {}), ...parts))).toEqual([]);
      const plain = [
        year('t', 14, {}, 'Visites'),
        year('a', 8, { lieu: 'a' }, 'Visites'),
        year('b', 7, { lieu: 'b' }, 'Visites'),
      ];
      expect(linesOf('parts-and-totals', added('observations', ...plain))).toHaveLength(1);
    });

    it('far above their total are multiple answers', () => {
      expect(linesOf('parts-and-totals', volunteers(100, 90, 'task'))).toEqual([]);
    });
  });

  describe('figures of territories', () => {
    const jobs = (region: number) =>
      added(
        'observations',
        figure('jobs', 'emplois', region, 'jobs', { territory: 'departement-77' }),
        figure('jobs-1', 'emplois', 600, 'jobs', { territory: 'commune-77001' }),
        figure('jobs-2', 'emplois', 300, 'jobs', { territory: 'commune-77002' }),
      );

    it('are no more together than that of the territory around them', () => {
      expect(linesOf('parts-and-totals', jobs(2000))).toEqual([]);
      expect(linesOf('parts-and-totals', jobs(800))).toEqual([
        'error observations/jobs quantity: 600 + 300 = 900, expected 800',
      ]);
    });

    it('are of one indicator, time, state, unit and dimension, and of territories of one kind', () => {
      const [whole, ...parts] = [
        ['all', 800, 'departement-77'],
        ['one', 600, 'commune-77001'],
        ['two', 300, 'commune-77002'],
      ] as const;
      const data = (more: object, kind = 'emplois', unit = 'jobs') => {
        const of = ([id, value, territory]: readonly [string, number, string], extra: object = {}) =>
          figure(id, kind, value, unit, { territory, ...extra });
        return linesOf('parts-and-totals', added('observations', of(whole), ...parts.map((part) => of(part, more))));
      };
      expect(data({})).toHaveLength(1);
      expect(data({ period: '2022' })).toEqual([]);
      expect(data({ period: '2023-12-31' })).toEqual([]);
      expect(data({ status: 'planned' })).toEqual([]);
      expect(data({ dimensions: { age: 'young' } })).toEqual([]);
      expect(data({ quantity: { value: 600, op: '=', unit: 'people' } })).toEqual([]);
      expect(data({}, 'emplois', 'percent')).toEqual([]);
      // A stock is that of its last day.
      expect(data({ period: '2023-12-31' }, 'emplois-stock')).toHaveLength(1);
    });
  });
});

describe('agreements', () => {
  const membersJoined = named('members-joined');
  const dlaJobs = named('dla-jobs');

  const found = (total: number, parts: Readonly<Record<string, number>> = {}) => {
    const job = (contract: string, value: number) => ({
      id: contract,
      programme: 'dla',
      period: '2024',
      contract,
      jobs: { value, op: '=', unit: 'jobs' },
    });
    const dataset = makeDataset(
      {
        observations: [
          observation('dla-jobs', total, { unit: 'jobs' }),
          ...Object.entries(parts).map(([contract, value]) => ({
            ...observation('dla-jobs', value, { unit: 'jobs', dimensions: { contract } }),
            id: `dla-jobs-${contract}`,
          })),
        ],
        jobs: [job('permanent', 1779), job('fixed', 1283), job('other', 98)],
      },
      { coverage: { jobs: [{ complete: true }] } },
    );
    const { measures } = compareAll(dataset, [dlaJobs]);
    const options = { only: ['agreements', 'parts-and-totals'], measures, indicators: { 'dla-jobs': dlaJobs } };
    return runChecks(dataset, options).map(({ found: said, expected }) => [said, expected]);
  };

  it('a published total of jobs that is not the sum of the contracts is found once', () => {
    expect(found(3200)).toEqual([['3200', '3160']]);
    expect(found(3160)).toEqual([]);
  });

  it('published parts that do not make the published total are found, where each thing is in one of them', () => {
    expect(found(3160, { permanent: 1779, fixed: 1283, other: 98 })).toEqual([]);
    expect(found(3160, { permanent: 1779, fixed: 283, other: 98 })).toEqual([['1779 + 283 + 98 = 2160', '3160']]);
  });

  it('a published part that is not the computed part is found', () => {
    const parts = (joined: number, complete = true) => {
      const member = (id: string, college: string) => ({
        ...{ id, organisation: id, network: 'net', college },
        start: '2024-02-01',
        end: null,
      });
      const dataset = makeDataset(
        {
          observations: [observation('members-joined', joined, { unit: 'members', dimensions: { college: 'one' } })],
          memberships: [member('a', 'one'), member('b', 'one'), member('c', 'other')],
          ...{ organisations: [], colleges: [], territories: [] },
        },
        { coverage: { memberships: [{ complete }] } },
      );
      const { measures } = compareAll(dataset, [membersJoined]);
      return runChecks(dataset, { only: ['agreements'], measures }).map(({ found: said, expected }) => [
        said,
        expected,
      ]);
    };
    expect(parts(2)).toEqual([]);
    expect(parts(3)).toEqual([['3', '2']]);
    expect(parts(3, false)).toEqual([]);
  });

  it('a list that lacks a record which could not be read is not complete, and so contradicts no figure', () => {
    const lines = (joined: number, unread?: ReadonlySet<string>) => {
      const member = (id: string) => ({ ...{ id, organisation: id, network: 'net' }, start: '2024-02-01', end: null });
      const dataset = makeDataset(
        {
          observations: [observation('members-joined', joined, { unit: 'members' })],
          memberships: [member('a'), member('b')],
          ...{ organisations: [], colleges: [], territories: [] },
        },
        { coverage: { memberships: [{ complete: true }] } },
      );
      const { measures } = compareAll(dataset, [membersJoined], unread);
      return runChecks(dataset, { only: ['agreements'], measures }).map(({ found: said }) => said);
    };
    const unread = new Set(['memberships/c']);
    expect([lines(3), lines(3, unread)]).toEqual([['3'], []]);
  });

  it('an indicator that cannot be measured is named with its reason', () => {
    const broken = {
      ...dlaJobs,
      compute: () => {
        throw new TypeError('two units');
      },
    };
    const { measures, failures } = compareAll(makeDataset({ observations: [] }), [broken]);
    expect([measures, failures.map(({ indicator, reason }) => [indicator.id, reason])]).toEqual([
      [],
      [['dla-jobs', 'two units']],
    ]);
  });
});

describe('shares', () => {
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
});

describe('cumulated-shares', () => {
  const rule = 'cumulated-shares';

  describe('a running total', () => {
    it('is that of the category that it is named after', () => {
      expect(linesOf(rule, amount('excused-cumulated', 70))).toEqual([
        'warning observations/excused-cumulated quantity: 70\u202f%, expected 90\u202f%',
      ]);
    });

    it('named after none is one of the sums', () => {
      const total = (value: number) =>
        added('observations', {
          ...figure('to-date', null, value, 'percent', { base: 'sieges' }),
          label: { fr: 'Cumul' },
        });
      expect(linesOf(rule, total(100))).toEqual([]);
      expect(linesOf(rule, total(97))).toEqual([
        'warning observations/to-date quantity: 97\u202f%, expected 70\u202f% / 90\u202f% / 100\u202f%',
      ]);
    });

    it('of another whole is not compared', () => {
      const data = withFault('observations', 'excused-cumulated', {
        quantity: { value: 95, op: '=', unit: 'percent', base: 'votants' },
      });
      expect(linesOf(rule, data)).toEqual([]);
    });

    it('never goes down with the years', () => {
      const total = (period: string, value: number) =>
        figure(`t${period}`, 'projets-cumules', value, 'projects', { period });
      expect(linesOf(rule, added('observations', total('2022', 40), total('2023', 45)))).toEqual([]);
      expect(linesOf(rule, added('observations', total('2022', 40), total('2023', 35)))).toEqual([
        'warning observations/t2023 quantity: 35, expected ≥ 40',
      ]);
    });
  });

  describe('a share that is named after one category', () => {
    const excused = (value: number) =>
      added('observations', figure('all-excused', null, value, 'percent', { base: 'sieges' }));

    it('is that category, or all up to it', () => {
      expect(linesOf(rule, excused(20))).toEqual([]);
      expect(linesOf(rule, excused(90))).toEqual([]);
      expect(linesOf(rule, excused(85))).toEqual([
        'warning observations/all-excused quantity: 85\u202f%, expected 90\u202f%',
      ]);
    });

    it('and less than it is something else', () => {
      expect(linesOf(rule, excused(8))).toEqual([]);
    });
  });
});

describe('deltas', () => {
  const rule = 'deltas';
  const subscribers = (value: number, op = '=') => ({ value, op, unit: 'subscribers' });

  describe('a change', () => {
    it('may be about: 20 % of it are forgiven', () => {
      expect(linesOf(rule, withFault('audiences', 'lettre/2023', { change: subscribers(45, '~') }))).toEqual([]);
    });

    it('larger than the value itself cannot be', () => {
      expect(linesOf(rule, withFault('audiences', 'lettre/2023', { change: subscribers(500) }))).toEqual([
        'error audiences/lettre/2023 change: 500, expected ≤ 450',
      ]);
    });

    it('may run since any earlier snapshot', () => {
      const summer = { id: 'lettre/2023-06', channel: 'lettre', date: '2023-06-30', followers: subscribers(430) };
      expect(linesOf(rule, added('audiences', summer))).toEqual([]);
    });

    it('is measured by snapshots in its own unit, before it, whatever their order', () => {
      const snapshot = (id: string, date: string, value: number, unit = 'subscribers') => ({
        id,
        channel: 'lettre',
        date,
        followers: { value, op: '=', unit },
      });
      const wrong = withFault('audiences', 'lettre/2023', { change: subscribers(80) });
      const among = (...more: readonly object[]) =>
        linesOf(rule, { ...wrong, audiences: [...more, ...(wrong.audiences ?? [])].reverse() });
      const said = 'warning audiences/lettre/2023 change: 80, expected 50';
      expect(among()).toEqual([said]);
      // Since June it would be right, if only in the unit of another thing, or on another channel, or after its day.
      expect(among(snapshot('other', '2023-06-30', 370, 'people'))).toEqual([said]);
      expect(among({ ...snapshot('other', '2023-06-30', 370), channel: 'site' })).toEqual([said]);
      expect(among(snapshot('later', '2024-01-31', 370))).toEqual([said]);
      expect(among(snapshot('june', '2023-06-30', 370))).toEqual([]);
      expect(
        linesOf(rule, withFault('audiences', 'lettre/2023', { change: { value: 80, op: '=', unit: 'percent' } })),
      ).toEqual([]);
    });

    it.each([
      ...['followers', 'stock', 'total', 'count', 'headcount', 'subscribers'].flatMap((stock) =>
        ['change', 'delta', 'variation', 'evolution', 'net', 'balance'].map((change) => [stock, change]),
      ),
    ])('is known by its name: velo-%s, velo-%s', (stock, change) => {
      const data = (value: number, more: object = {}) =>
        added(
          'observations',
          figure('before', `velo-${stock}`, 40, 'people', { period: '2022-12-31' }),
          figure('after', `velo-${stock}`, 52, 'people', { period: '2023-12-31' }),
          figure('change', `velo-${change}`, value, 'people', more),
        );
      expect(linesOf(rule, data(12))).toEqual([]);
      expect(linesOf(rule, data(7))).toEqual(['warning observations/change quantity: 7, expected 12']);
      expect(linesOf(rule, data(7, { status: 'planned' }))).toEqual([]);
      expect(linesOf(rule, data(7, { territory: 'commune-77001' }))).toEqual([]);
      expect(linesOf(rule, data(7, { dimensions: { gender: 'women' } }))).toEqual([]);
      expect(linesOf(rule, data(7, { period: '2023-H2' }))).toEqual([]);
    });

    it.each([
      ['joined', 'left'],
      ['arrivals', 'departures'],
      ['entries', 'exits'],
      ['hires', 'out'],
      ['in', 'exits'],
    ])('is that of who came and who went: velo-%s, velo-%s', (came, went) => {
      const data = (after: number, more: object = {}) =>
        added(
          'observations',
          figure('before', 'velo-stock', 40, 'people', { period: '2022-12-31' }),
          figure('after', 'velo-stock', after, 'people', { period: '2023-12-31' }),
          figure('came', `velo-${came}`, 15, 'people'),
          figure('went', `velo-${went}`, 3, 'people', more),
        );
      expect(linesOf(rule, data(52))).toEqual([]);
      expect(linesOf(rule, data(50))).toEqual(['warning observations/after quantity: 50, expected 52']);
      expect(linesOf(rule, data(50, { period: '2023-H1' }))).toEqual([]);
      expect(linesOf(rule, data(50, { period: '2023-H2' }))).toEqual([]);
      expect(linesOf(rule, data(50, { quantity: { value: 3, op: '=', unit: 'percent' } }))).toEqual([]);
    });

    it('is that of a stock in its own unit, though the stock is told in percent beside', () => {
      const at = (period: string, people: number, share: number) => [
        figure(`share-${period}`, 'femmes-stock', share, 'percent', { period, base: 'staff' }),
        figure(`people-${period}`, 'femmes-stock', people, 'people', { period }),
      ];
      const data = (...more: readonly object[]) =>
        added('observations', ...at('2022-12-31', 40, 45), ...at('2023-12-31', 52, 48).reverse(), ...more);
      const change = (value: number, unit: string) => linesOf(rule, data(figure('more', 'femmes-change', value, unit)));
      expect(change(12, 'people')).toEqual([]);
      expect(change(7, 'people')).toEqual(['warning observations/more quantity: 7, expected 12']);
      expect(change(3, 'points')).toEqual([]);
      expect(change(7, 'points')).toEqual(['warning observations/more quantity: 7, expected 3']);
      // A change in percent of a number of percents is ambiguous, so it is not checked.
      expect(change(7, 'percent')).toEqual([]);
      expect(linesOf(rule, data(figure('up', 'femmes-growth', 30, 'percent')))).toEqual([]);
      const moved = [figure('in', 'femmes-joined', 20, 'people'), figure('out', 'femmes-left', 8, 'people')];
      expect(linesOf(rule, data(...moved))).toEqual([]);
    });

    it('that was published is that of the stock, and that of joins and exits', () => {
      const net = (value: number) => added('observations', figure('net', 'adherents-net', value, 'members'));
      expect(linesOf(rule, net(4))).toEqual([]);
      expect(linesOf(rule, net(3))).toEqual(['warning observations/net quantity: 3, expected 4']);
    });

    it('in percent is that of the stock', () => {
      const growth = (value: number) => added('observations', figure('up', 'adherents-growth', value, 'percent'));
      expect(linesOf(rule, growth(7.1))).toEqual([]);
      expect(linesOf(rule, growth(9.1))).toEqual(['warning observations/up quantity: 9.1\u202f%, expected 7.1\u202f%']);
    });

    it('of joins and exits without a stock before says nothing', () => {
      expect(linesOf(rule, withFault('observations', 'stock-before', { period: '2020-12-31' }))).toEqual([]);
      expect(linesOf(rule, amount('joined', 7))).toHaveLength(1);
    });
  });

  describe('a growth whose base is a stock', () => {
    const growth = (value: number, label = 'Croissance du nombre d’adhérents') =>
      added(
        'observations',
        figure('growth', null, value, 'percent', { base: 'adherents-stock', label: { fr: label } }),
      );

    it('is that of the stock between both ends', () => {
      expect(linesOf(rule, growth(7.1))).toEqual([]);
      expect(linesOf(rule, growth(9))).toEqual(['warning observations/growth quantity: 9\u202f%, expected 7.1\u202f%']);
    });

    it.each([
      ['Croissance', 1],
      ['Hausse', 1],
      ['Augmentation', 1],
      ['Progression', 1],
      ['Évolution', 1],
      ['Growth', 1],
      ['Rise', 1],
      ['Increase', 1],
      ['Décroissances', 0],
    ])('says so in its label: %s, %i', (label, times) => {
      expect(linesOf(rule, growth(9, `${label} des adhérents`))).toHaveLength(times);
    });

    it('says so in its English label, too', () => {
      const label = { fr: 'Adhérents en plus', en: 'Growth of the members' };
      const up = figure('up', null, 9, 'percent', { base: 'adherents-stock', label });
      expect(linesOf(rule, added('observations', up))).toHaveLength(1);
    });

    it('is none of another base, of a number, or of a year whose beginning is not known', () => {
      const said = (unit: string, base: string, more: object = {}) =>
        linesOf(
          rule,
          added('observations', figure('up', null, 9, unit, { base, label: { fr: 'Croissance' }, ...more })),
        );
      expect(said('percent', 'adherents-stock')).toHaveLength(1);
      expect(said('percent', 'adherents-joined')).toEqual([]);
      expect(said('percent', 'salon-stock')).toEqual([]);
      expect(said('points', 'adherents-stock')).toEqual([]);
      expect(said('percent', 'adherents-stock', { period: '2022' })).toEqual([]);
      expect(said('percent', 'adherents-stock', { territory: 'commune-77001' })).toEqual([]);
    });

    it('is told from a share by its label', () => {
      expect(linesOf(rule, growth(9, 'Part des adhérents de Montval'))).toEqual([]);
    });
  });

  describe('a change that says from which two figures it comes', () => {
    const change = (value: number, unit: string, derivedFrom = ['stock', 'stock-before']) =>
      linesOf(rule, added('observations', figure('change', null, value, unit, { derivedFrom })));

    it('is the later one less the earlier one', () => {
      expect(change(4, 'members')).toEqual([]);
      expect(change(4, 'members', ['stock-before', 'stock'])).toEqual([]);
      expect(change(-4, 'members')).toEqual(['warning observations/change quantity: −4, expected 4']);
    });

    it('in percent is a growth', () => {
      expect(change(7.1, 'percent')).toEqual([]);
      expect(change(17.1, 'percent')).toHaveLength(1);
    });

    it('in points is the difference of two percents, and in nothing else', () => {
      const share = (id: string, value: number, period: string) =>
        figure(id, 'venue-part', value, 'percent', { base: 'places', period });
      const of = (value: number, unit: string) =>
        linesOf(
          rule,
          added(
            'observations',
            share('then', 70, '2022'),
            share('now', 76, '2023'),
            figure('change', null, value, unit, { derivedFrom: ['then', 'now'] }),
          ),
        );
      expect(of(6, 'points')).toEqual([]);
      expect(of(9, 'points')).toEqual(['warning observations/change quantity: 9, expected 6']);
      expect(of(9, 'percent')).toEqual([]);
      expect(change(9, 'points')).toEqual([]);
      expect(change(9, 'euros')).toEqual([]);
    });

    it('is none of three figures, of one that is not there, or of two units', () => {
      expect(change(9, 'members', ['stock', 'stock-before', 'joined'])).toEqual([]);
      expect(change(9, 'members', ['stock', 'gone'])).toEqual([]);
      const euros = withFault('observations', 'stock-before', { quantity: { value: 56, op: '=', unit: 'euros' } });
      const derived = figure('change', null, 9, 'members', { derivedFrom: ['stock', 'stock-before'] });
      expect(linesOf(rule, { ...euros, observations: [...(euros.observations ?? []), derived] })).toEqual([]);
    });

    it('is said once, though its name says the same', () => {
      const derived = figure('net', 'adherents-net', 3, 'members', { derivedFrom: ['stock', 'stock-before'] });
      expect(linesOf(rule, added('observations', derived))).toEqual([
        'warning observations/net quantity: 3, expected 4',
      ]);
    });

    it('is none where the two are of one day', () => {
      expect(change(50, 'percent', ['stock-a', 'stock-b'])).toEqual([]);
    });
  });

  describe('a figure that follows another one by its name', () => {
    const rate = (id: string, value: number, period: string) =>
      figure(id, 'venue-share', value, 'percent', { base: 'places', period });
    const points = (value: number) =>
      added(
        'observations',
        rate('now', 76, '2023'),
        rate('before', 72, '2022'),
        figure('points', 'venue-share-change', value, 'points'),
      );

    it('is its change, in points where it is a percent', () => {
      expect(linesOf(rule, points(4))).toEqual([]);
      expect(linesOf(rule, points(6))).toEqual(['warning observations/points quantity: 6, expected 4']);
    });

    it('compares a year with a year only', () => {
      const half = withFault('observations', 'workshops-h1', { period: '2022-H2' });
      const rise = figure('rise', 'ateliers-change', 9, 'events', { period: '2023' });
      expect(linesOf(rule, { ...half, observations: [...(half.observations ?? []), rise] })).toEqual([]);
    });
  });
});

describe('subsets', () => {
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
      expect(linesOf(rule, added('observations', summer, figure('year', 'adherents-stock', 60, 'members')))).toEqual(
        [],
      );
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
      const at = (id: string, value: number, territory: string) =>
        figure(id, 'visites', value, 'people', { territory });
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
});

describe('subsets of votes', () => {
  const rule = 'subsets';

  describe('the votes of a vote', () => {
    it('are together no more than its voters', () => {
      const vote = withFault('votes', 'statuts', { against: { value: 9, op: '=', unit: 'votes' } });
      expect(linesOf(rule, vote)).toEqual(['error votes/statuts eligible: 27, expected ≤ 24']);
      const about = withFault('votes', 'statuts', { against: { value: 9, op: '~', unit: 'votes' } });
      expect(linesOf(rule, about)).toEqual([]);
      const all = withFault('votes', 'statuts', { for: { value: 24, op: '=', unit: 'votes' } });
      expect(linesOf(rule, all)).toEqual(['error votes/statuts eligible: 28, expected ≤ 24']);
    });
  });

  describe('the votes of a body', () => {
    it('are no more than its seats, where the record does not say who might vote', () => {
      const votes = (value: number) =>
        withFault('votes', 'statuts', {
          body: 'bureau',
          eligible: null,
          for: { value, op: '=', unit: 'votes' },
          against: null,
        });
      expect(linesOf(rule, votes(12))).toEqual([]);
      expect(linesOf(rule, votes(13))).toEqual(['warning votes/statuts for: 13, expected ≤ 12']);
    });

    it('are more than its seats by right where the record says who might vote, in percents, or in two units', () => {
      const votes = (more: object) =>
        withFault('votes', 'statuts', { body: 'bureau', eligible: null, against: null, ...more });
      const q = (value: number, unit = 'votes', more: object = {}) => ({ value, op: '=', unit, ...more });
      expect(linesOf(rule, votes({ for: q(13), eligible: q(24) }))).toEqual([]);
      expect(linesOf(rule, votes({ for: q(80, 'percent') }))).toEqual([]);
      expect(linesOf(rule, votes({ for: q(8), against: q(8, 'organisations') }))).toEqual([]);
      expect(linesOf(rule, votes({ for: q(8), against: q(5) }))).toHaveLength(1);
      expect(
        linesOf(rule, votes({ for: q(10), against: { min: 3, max: 4, op: 'range', unit: 'votes' } })),
      ).toHaveLength(1);
      expect(linesOf(rule, votes({ for: q(13), body: 'assemblee' }))).toEqual([]);
    });
  });
});

describe('parts-of', () => {
  /** Findings on a count of 18 organisations that says what it is a part of; the region has 24 voters, 60 members. */
  const found = (of: string | readonly string[], more: object = {}, value = 18, unit = 'organisations') =>
    linesOf('parts-of', added('observations', figure('some', null, value, unit, { of, ...more })));

  describe('the whole that a count names', () => {
    it('is an observation or an indicator with what it is kept to', () => {
      expect(found('#voters')).toEqual([]);
      expect(found('adherents-stock')).toEqual([]);
      expect(found('adherents-stock college=associations')).toEqual([]);
      expect(found(['#voters', 'adherents-stock'])).toEqual([]);
    });

    it('exists', () => {
      expect(found('#electors')).toEqual([
        'error observations/some of: #electors, expected indicator key=value, #observation',
      ]);
      expect(found('adherent-stock')).toHaveLength(1);
      expect(found(['#voters', '#electors'])).toHaveLength(1);
    });

    it('may be counted from records, where no figure publishes it', () => {
      expect(found('ateliers theme=eau-douce')).toEqual([]);
    });

    it('counts the same things', () => {
      expect(found('#budget')).toEqual(['error observations/some of: #budget, expected euros']);
      expect(found('ateliers')).toEqual(['error observations/some of: ateliers, expected events']);
      // A member is an organisation.
      expect(found('adherents-stock', {}, 18, 'members')).toEqual([]);
    });

    it('is no less than its part', () => {
      expect(found('#voters', {}, 24)).toEqual([]);
      expect(found('#voters', {}, 25)).toEqual(['error observations/some of: #voters, expected ≤ 24']);
      expect(found('#voters', { op: '~' }, 25)).toEqual([]);
      expect(found('adherents-stock college=associations', {}, 26)).toHaveLength(1);
    });

    it('is of the same time', () => {
      expect(found('#voters', { period: '2022' })).toEqual(['warning observations/some of: #voters, expected 2023']);
      expect(found('adherents-stock', { period: '2022' })).toEqual([]);
      expect(found('adherents-stock', { period: '2024' })).toHaveLength(1);
    });

    it('of a count that names none is not asked for', () => {
      expect(linesOf('parts-of', added('observations', figure('some', 'ateliers', 99, 'events')))).toEqual([]);
    });
  });
});

describe('impossible-amounts', () => {
  const rule = 'impossible-amounts';
  const said = (value: number, unit: string, label: string, more: object = {}) =>
    linesOf(rule, added('observations', figure('more', null, value, unit, { label: { fr: label }, ...more })));

  describe('a number of things', () => {
    it('is no less than nothing, unless it is a change', () => {
      expect(said(-96, 'organisations', 'Structures accompagnées')).toHaveLength(1);
      expect(said(-96, 'subscribers', 'Évolution des abonnés')).toEqual([]);
      expect(said(-96, 'euros', 'Résultat de l’année')).toEqual([]);
    });

    it('is whole, unless it is an average, about, or of what may be halved', () => {
      expect(said(96.5, 'organisations', 'Structures accompagnées par le programme')).toHaveLength(1);
      expect(said(96.5, 'people', 'Participants par événement')).toEqual([]);
      expect(said(96.5, 'people', 'Participants', { op: '~' })).toEqual([]);
      expect(said(12.5, 'FTE', 'Équivalents temps plein')).toEqual([]);
      expect(said(12.5, 'days', 'Jours')).toEqual([]);
    });
  });

  describe('a percent', () => {
    it('is no more than all, unless it is a growth or the part of an aim', () => {
      expect(said(194, 'percent', 'Satisfaction')).toHaveLength(1);
      expect(said(194, 'percent', 'Croissance des inscriptions')).toEqual([]);
      expect(said(120, 'percent', 'Taux de remplissage')).toEqual([]);
      expect(said(100, 'percent', 'Satisfaction')).toEqual([]);
    });
  });

  describe('a number of a record', () => {
    const vote = { value: 120, op: '=', unit: 'percent' };

    it('is no year in the place of seats', () => {
      expect(linesOf(rule, withFault('bodies', 'bureau', { seats: 2021 }))).toHaveLength(1);
      expect(linesOf(rule, withFault('bodies', 'bureau', { seats: 210 }))).toEqual([]);
    });

    it('is a part of one in the place of a threshold', () => {
      expect(linesOf(rule, withFault('votes', 'statuts', { threshold: 80 }))).toEqual([
        'warning votes/statuts threshold: 80, expected 0.8',
      ]);
      expect(linesOf(rule, withFault('votes', 'statuts', { threshold: 2 / 3 }))).toEqual([]);
    });

    it('is no percent above all of a vote', () => {
      expect(linesOf(rule, withFault('votes', 'statuts', { for: vote, against: null, eligible: null }))).toEqual([
        'error votes/statuts for: 120\u202f%, expected ≤ 100\u202f%',
      ]);
    });
  });

  describe('events published as one line', () => {
    it('are one at least, and no year', () => {
      const count = (n: number) => linesOf(rule, withFault('events', 'salon', { count: n }));
      expect(count(12)).toEqual([]);
      expect(count(-1)).toEqual(['warning events/salon count: -1, expected ≥ 0']);
      // A milestone is nobody's event.
      expect(count(0)).toEqual([]);
      expect(count(2023)).toEqual(['warning events/salon count: 2023']);
    });
  });
});

describe('units', () => {
  const visits = (...units: readonly string[]) =>
    added(
      'observations',
      ...units.map((unit, at) => figure(`v${at}`, 'visits', 10 + at, unit, { period: `201${at}` })),
    );

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
      const visitors = added(
        'observations',
        figure('a', 'visits', 9, 'visitors'),
        figure('b', 'visits', 8, 'visitors'),
      );
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
});

describe('contradictions', () => {
  const rule = 'contradictions';

  describe('statements of one thing', () => {
    it('agree where one says "more than" and the other how many', () => {
      const more = figure('more', 'adherents-joined', 5, 'members', { op: '>' });
      expect(linesOf(rule, added('observations', more))).toEqual([]);
    });

    it('contradict each other where their amounts do not meet; the narrowest is the measure', () => {
      const more = figure('more', 'adherents-joined', 8, 'members', { op: '>' });
      expect(linesOf(rule, added('observations', more))).toEqual(['error observations/more quantity: > 8, expected 6']);
    });

    it('are of one day for a stock, be it dated by the day or by the year', () => {
      const year = figure('year', 'adherents-stock', 61, 'members');
      expect(linesOf(rule, added('observations', year))).toEqual(['error observations/year quantity: 61, expected 60']);
    });

    it('of two documents may be a figure and its correction: the message says how the later one says so', () => {
      const anew = (corrects?: readonly string[]) =>
        figure('anew', 'adherents-stock', 61, 'members', { source: { document: 'bilan-2024' }, corrects });
      const found = (corrects?: readonly string[]) => {
        const region = regionOf(added('observations', anew(corrects)));
        const documents = {
          ...region.manifest.documents,
          'bilan-2024': { title: { fr: 'Bilan 2024' }, date: '2025-02-15' },
        };
        return runChecks({ ...region, manifest: { ...region.manifest, documents } }, { ...options, only: [rule] });
      };
      const [first] = found();
      expect(first?.message.fr).toContain('ajoutez "corrects": ["stock"] à observations/anew');
      expect(found(['stock'])).toEqual([]);
    });

    it('are apart by period, territory, dimension and state', () => {
      const others = [
        figure('p', 'adherents-joined', 9, 'members', { period: '2022' }),
        figure('t', 'adherents-joined', 9, 'members', { territory: 'commune-77001' }),
        figure('s', 'adherents-joined', 9, 'members', { status: 'planned' }),
      ];
      expect(linesOf(rule, added('observations', ...others))).toEqual([]);
    });

    it('stand in an event, in its tally and in a figure', () => {
      const people = { value: 250, op: '=', unit: 'people' };
      expect(linesOf(rule, withFault('events', 'salon', { attendance: people }))).toEqual([
        'error observations/fair-exact quantity: 290, expected 250',
        'error tallies/salon total: 290, expected 250',
      ]);
    });

    it('are the snapshot of a channel and the figure of that day', () => {
      const letter = figure('letter', 'audience-followers', 405, 'subscribers', {
        dimensions: { channel: 'lettre' },
        period: '2023-12-31',
      });
      expect(linesOf(rule, added('observations', letter))).toEqual([
        'error observations/letter quantity: 405, expected 450',
      ]);
    });

    it.each(['event', 'webinar', 'meeting'])('are a figure by %s and its tally', (dimension) => {
      const of = (more: object, indicator = 'forum-attendance', unit = 'people') =>
        linesOf(
          rule,
          added(
            'observations',
            figure('came', indicator, 200, unit, { dimensions: { [dimension]: 'salon' }, ...more }),
          ),
        );
      const wrong = 'error observations/came quantity: 200, expected 290';
      expect(of({})).toHaveLength(1);
      expect(of({}).join()).toMatch(/^error (?:observations|tallies|events)/);
      expect(of({ quantity: { value: 200, op: '~', unit: 'people' } })).toEqual([wrong.replace(': 200', ': ~200')]);
      expect(of({ status: 'planned' })).toEqual([]);
      expect(of({ territory: 'commune-77001' })).toEqual([]);
      expect(of({ dimensions: { [dimension]: 'salon', gender: 'women' } })).toEqual([]);
      expect(of({}, 'forum-stands')).toEqual([]);
      expect(of({}, 'forum-attendance', 'hours')).toEqual([]);
    });

    it('are the change of a snapshot and the figure of that year', () => {
      const change = (value: number, more: object = {}) =>
        linesOf(
          rule,
          added(
            'observations',
            figure('change', 'audience-change', value, 'subscribers', { dimensions: { channel: 'lettre' }, ...more }),
          ),
        );
      expect(change(50)).toEqual([]);
      expect(change(40)).toHaveLength(1);
      expect(change(40, { period: '2023-H2' })).toEqual([]);
      expect(change(40, { period: '2022' })).toEqual([]);
      expect(change(40, { status: 'planned' })).toEqual([]);
      expect(change(40, { dimensions: { channel: 'lettre', age: 'young' } })).toEqual([]);
      expect(change(40, { dimensions: { channel: 'site' } })).toEqual([]);
    });

    it('are the jobs of a programme and the figure of them, of its own where there are several', () => {
      const job = (programme: string, value: number, more: object = {}) => ({
        id: `${programme}-jobs`,
        programme,
        period: '2023',
        jobs: { value, op: '=', unit: 'jobs' },
        ...more,
      });
      const jobs = (figures: object, ...list: readonly object[]) =>
        linesOf(rule, { ...added('observations', figure('all', 'dla-jobs', 12, 'jobs', figures)), jobs: list });
      expect(jobs({}, job('dla', 12))).toEqual([]);
      expect(jobs({}, job('dla', 10))).toHaveLength(1);
      // Of two programmes nobody says which one is meant.
      expect(jobs({}, job('dla', 10), job('pta', 9))).toEqual([]);
      expect(jobs({ dimensions: { programme: 'dla' } }, job('dla', 10), job('pta', 12))).toHaveLength(1);
      for (const [field, value] of [
        ['contract', 'permanent'],
        ['mode', 'individual'],
        ['lot', 'a'],
      ] as const) {
        expect(jobs({ dimensions: { [field]: value } }, job('dla', 10)), field).toEqual([]);
        expect(jobs({ dimensions: { [field]: value } }, job('dla', 10, { [field]: value })), field).toHaveLength(1);
      }
      expect(jobs({ territory: 'commune-77001' }, job('dla', 10))).toEqual([]);
      expect(jobs({ territory: 'commune-77001' }, job('dla', 10, { territory: 'commune-77001' }))).toHaveLength(1);
      expect(jobs({ dimensions: { age: 'young' } }, job('dla', 10))).toEqual([]);
      expect(jobs({ status: 'planned' }, job('dla', 10))).toEqual([]);
      expect(jobs({ period: '2022' }, job('dla', 10))).toEqual([]);
      expect(jobs({ quantity: { value: 12, op: '=', unit: 'FTE' } }, job('dla', 10))).toEqual([]);
    });

    it('are none of two indicators, though they have one label', () => {
      const label = { fr: 'Organisations' };
      const two = ['a-count', 'b-count'].map((indicator, at) =>
        figure(indicator, indicator, 9 + at, 'organisations', { label }),
      );
      expect(linesOf(rule, added('observations', ...two))).toEqual([]);
    });

    it('of no indicator are doubted by their label', () => {
      const again = { ...figure('again', null, 25, 'organisations', { section: 'A' }), label: { fr: 'Figure voters' } };
      expect(findingsOf(rule, added('observations', again))).toMatchObject([
        { severity: 'warning', certainty: 'possible' },
      ]);
    });
  });

  describe('a large amount told under two labels', () => {
    const budgets = (a: number, b: number, other = 'Budget du réseau') =>
      added(
        'observations',
        figure('a', null, a, 'euros', { label: { fr: 'Budget' }, section: 'C' }),
        figure('b', null, b, 'euros', { label: { fr: other }, section: 'D' }),
      );

    it('is one whose digits were swapped, in one of the two', () => {
      expect(linesOf(rule, budgets(248_500, 248_500))).toEqual([]);
      expect(linesOf(rule, budgets(248_500, 284_500))).toEqual([
        'warning observations/b quantity: 284500, expected 248500',
      ]);
      expect(linesOf(rule, budgets(248_500, 284_500, 'Subventions'))).toEqual([]);
      // Of small numbers it is chance; two indicators are two things; what is near without being swapped is another amount.
      expect(linesOf(rule, budgets(548, 584))).toEqual([]);
      expect(linesOf(rule, budgets(1548, 1584))).toHaveLength(1);
      expect(linesOf(rule, budgets(248_500, 248_600))).toEqual([]);
      const indicators = added(
        'observations',
        figure('a', 'a-budget', 248_500, 'euros', { label: { fr: 'Budget' } }),
        figure('b', 'b-budget', 284_500, 'euros', { label: { fr: 'Budget du réseau' } }),
      );
      expect(linesOf(rule, indicators)).toEqual([]);
    });
  });
});
