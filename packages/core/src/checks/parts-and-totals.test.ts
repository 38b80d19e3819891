import { describe, expect, it } from 'vitest';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, amount, clean, figure, withFault } from './testing/region.ts';

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
    const notes = added('observations', share('n', 10, {}), share('a', 8, { lieu: 'a' }), share('b', 7, { lieu: 'b' }));
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
