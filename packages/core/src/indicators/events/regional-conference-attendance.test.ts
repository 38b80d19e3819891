import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { regionalConferenceAttendance } from './regional-conference-attendance.ts';

describe('regional-conference-attendance', () => {
  const data = makeDataset({
    observations: [
      observation('regional-conference-attendance', 200, { unit: 'people', op: '>', period: '2024-12-19' }),
    ],
  });

  it('answers for the year with the conference held in it', () => {
    const measure = regionalConferenceAttendance.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 200, op: '>', unit: 'people' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(regionalConferenceAttendance.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
