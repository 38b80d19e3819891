import { describe, expect, it } from 'vitest';
import { makeDataset, observation } from '../../model/testing.ts';
import { schoolWeekPupils } from './school-week-pupils.ts';

describe('school-week-pupils', () => {
  const data = makeDataset({
    observations: [
      observation('school-week-pupils', 552, { unit: 'people', op: '>=', period: '2024-03-25/2024-03-30' }),
    ],
  });

  it('answers for the year in which the week lies', () => {
    const measure = schoolWeekPupils.compute(data, { period: '2024' });
    expect([measure.quantity, measure.basis]).toEqual([{ value: 552, op: '>=', unit: 'people' }, 'published']);
  });

  it('says nothing of a year that is not published', () => {
    expect(schoolWeekPupils.compute(data, { period: '2023' }).quantity).toBeNull();
  });
});
