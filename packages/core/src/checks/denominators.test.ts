import { describe, expect, it } from 'vitest';
import { linesOf } from './testing/find.ts';
import { added, clean, figure } from './testing/region.ts';

const rule = 'denominators';
const found = (indicator: string | null, unit: string, more: object = {}) =>
  linesOf(rule, added('observations', figure('rate', indicator, 2.5, unit, more)));

describe('a denominator', () => {
  it('is the base of a percent, or the numbers that it comes from', () => {
    expect(found('satisfaction', 'percent')).toHaveLength(1);
    expect(found('satisfaction', 'percent', { base: 'answers' })).toEqual([]);
    expect(found('satisfaction', 'percent', { derivedFrom: ['approvals', 'voters'] })).toEqual([]);
  });

  it('is the value before, for a growth', () => {
    expect(found('lettre-growth', 'percent')).toEqual([]);
  });

  it('is wanted for a rate of an indicator, not for a comparison', () => {
    expect(found('ateliers-per-member', 'events/organisation')).toHaveLength(1);
    expect(found(null, 'ratio')).toEqual([]);
  });

  it('is the total of a tally', () => {
    const percent = { value: 60, op: '=', unit: 'percent' };
    const tallies = [{ id: 't', of: 'salon', by: { gender: { women: percent } } }];
    expect(linesOf(rule, { ...clean, tallies })).toEqual(['info tallies/t by.gender: 60\u202f%']);
  });
});
