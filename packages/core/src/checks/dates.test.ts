import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, clean, figure, planted } from './testing/region.ts';

const rule = 'dates';

describe('dates', () => {
  it('of an hour are those of the event', () => {
    expect(linesOf(rule, planted('events', 'salon', { startsAt: '2023-06-16T09:00:00+02:00' }))).toEqual([
      'error events/salon endsAt: 2023-06-15T18:00:00+02:00, expected ≥ 2023-06-16T09:00:00+02:00',
      'error events/salon startsAt: 2023-06-16T09:00:00+02:00, expected 2023-06-15',
    ]);
  });

  it('of an hour in universal time may be those of the evening before', () => {
    // Half past midnight of the day itself, and of the day after.
    expect(linesOf(rule, planted('events', 'salon', { startsAt: '2023-06-14T22:30:00Z' }))).toEqual([]);
    expect(linesOf(rule, planted('events', 'salon', { startsAt: '2023-06-15T22:30:00Z' }))).not.toEqual([]);
  });

  it('of an evening may end after midnight', () => {
    expect(linesOf(rule, planted('events', 'salon', { endsAt: '2023-06-16T01:00:00+02:00' }))).toEqual([]);
  });

  it('far from the periods of the data set are doubted', () => {
    expect(linesOf(rule, planted('events', 'foire', { date: '2042-09' }))).toEqual([
      'warning events/foire date: 2042-09, expected 2022–2024',
    ]);
    expect(linesOf(rule, planted('observations', 'joined', { period: '1923' }))).toHaveLength(1);
  });

  it('of a figure that was held are before its document', () => {
    expect(linesOf(rule, planted('observations', 'next-year', { status: 'held' }))).toEqual([
      'error observations/next-year period: 2025, expected ≤ 2024-02-15',
    ]);
  });

  it('of a year lie in its period', () => {
    const year = figure('founded', null, 2016, 'year', { period: '2015' });
    expect(linesOf(rule, added('observations', year))).toEqual([
      'warning observations/founded quantity: 2016, expected 2015',
    ]);
  });

  it('of a member are not in the future', () => {
    expect(linesOf(rule, planted('memberships', 'm1', { start: '2026-04-02' }))).toHaveLength(1);
  });
});

describe('what its document says', () => {
  const published = (date: string) => ({
    ...clean,
    publications: [{ id: 'guide', title: { fr: 'Guide' }, date, source: { document: 'bilan' } }],
  });

  it('was published before it', () => {
    expect(linesOf(rule, published('2023-11'))).toEqual([]);
    expect(linesOf(rule, published('2025-11'))).toHaveLength(1);
  });
});
