import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { rdvEssAttendance } from './rdv-ess-attendance.ts';

describe('rdv-ess-attendance', () => {
  const data = makeDataset({
    observations: [observation('rdv-ess-attendance', 200, { unit: 'people', period: '2024-05-23' })],
  });

  it('answers for the year with the day held in it', () => {
    const measure = rdvEssAttendance.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 200, op: '=', unit: 'people' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(rdvEssAttendance.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
