import { describe, expect, it } from 'vitest';
import { runChecks } from './run.ts';
import { findingsOf, linesOf } from './testing/find.ts';
import { added, figure, options, planted, regionOf } from './testing/region.ts';

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
    expect(linesOf(rule, planted('events', 'salon', { attendance: people }))).toEqual([
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
  });
});
