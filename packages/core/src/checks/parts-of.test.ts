import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, figure } from './testing/region.ts';

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
