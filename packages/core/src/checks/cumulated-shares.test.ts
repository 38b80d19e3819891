import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, amount, figure, withFault } from './testing/region.ts';

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
