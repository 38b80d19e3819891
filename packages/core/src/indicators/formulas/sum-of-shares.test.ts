import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { named } from '../../testing/bretagne.ts';

const governanceRepresentedMandates = named('governance-represented-mandates');
describe('governance-represented-mandates', () => {
  const seats = (attendance: string, value: number, period = '2024', base: string | null = 'board-mandates') => ({
    ...observation('governance-attendance', value, { period, dimensions: { attendance } }),
    quantity: { value, op: '=', unit: 'percent', ...(base ? { base } : {}) },
  });
  const parts = [seats('present', 76), seats('excused-represented', 14), seats('absent', 4)];
  const total = observation('governance-represented-mandates', 90, { unit: 'percent' });

  it('adds two disjoint parts of one base and confirms the published 90', () => {
    const measure = governanceRepresentedMandates.compute(makeDataset({ observations: [...parts, total] }));
    expect(measure).toMatchObject({ quantity: { value: 90 }, basis: 'both', agreement: { agrees: true } });
    expect(measure.derivedFrom).toEqual([
      'governance-attendance/2024/present',
      'governance-attendance/2024/excused-represented',
    ]);
  });

  it('finds the year before from its parts', () => {
    const before = [seats('present', 72, '2023'), seats('excused-represented', 18, '2023')];
    const { previous, change } = governanceRepresentedMandates.compute(
      makeDataset({ observations: [...parts, ...before, total] }),
    );
    expect([previous?.quantity.value, change?.absolute.value]).toEqual([90, 0]);
  });

  it('does not add percents of unknown bases, nor half of them', () => {
    const unknown = [seats('present', 76, '2024', null), seats('excused-represented', 14, '2024', null)];
    for (const observations of [unknown, parts.slice(0, 1)]) {
      expect(governanceRepresentedMandates.compute(makeDataset({ observations })).quantity).toBeNull();
    }
  });
});
