import { describe, expect, it } from 'vitest';
import { runChecks } from './run.ts';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, figure, options, regionOf, withFault } from './testing/region.ts';

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
        added('observations', figure('came', indicator, 200, unit, { dimensions: { [dimension]: 'salon' }, ...more })),
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
