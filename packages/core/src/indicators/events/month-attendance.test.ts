import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { monthAttendance } from './month-attendance.ts';

describe('month-attendance', () => {
  const data = makeDataset({ observations: [observation('month-attendance', 20000, { unit: 'people', op: '~' })] });

  it('stays an estimate', () => {
    const measure = monthAttendance.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 20000, op: '~', unit: 'people' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(monthAttendance.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
